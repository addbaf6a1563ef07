// What outlives the process: captures, articles, claims, what was concluded of them, and what is
// to be fetched next. One SQLite file, `claimtrail.db`, in the home folder.
//
//   Reader   everything a page or a query shows; many at a time, none blocks another
//   Store    a Reader that also writes; one at a time for a home
//   Clerk's work (sources, frontier, fetch log, runs) is in store/schedule.h, included here
//
// SQLite stays out of this header: see sqlite.h (wrapper, private) and schema/*.sql (tables).
// Each object belongs to one thread. Every function throws core::SystemError, naming the file, when
// the database cannot be opened, read or written; a write that throws has changed nothing.
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/correction.h"
#include "core/picture.h"
#include "core/records.h"
#include "store/schedule.h"

namespace store {

struct Limits {
    std::size_t limit = 50;
    std::size_t offset = 0;
};

// One entry of the change log: what must be looked at again by whoever derives from the store.
struct Change {
    std::int64_t seq;  // grows, never comes back
    enum class Of { Article, Claim, Entity, Dispute } of;
    std::int64_t id;
};

struct Counts {
    std::int64_t outlets = 0, sources = 0, captures = 0, articles = 0, revisions = 0, entities = 0,
                 claims = 0, allegations = 0, disputes = 0, events = 0;
};

class Reader {
public:
    // Opens an existing store read-only; a store of a newer schema or none at all is an error.
    static Reader open(const std::filesystem::path& file);
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    ~Reader();

    // ── articles ──
    std::optional<core::ArticleRecord> article(core::ArticleId id) const;
    std::optional<core::ArticleId> article_at(const core::Url& url) const;  // by either address
    std::optional<core::ArticleFacts> article_facts(core::ArticleId id) const;
    std::vector<core::ArticleId> articles(const Limits& page) const;        // by id
    std::vector<core::RevisionRecord> revisions(core::ArticleId id) const;  // oldest first
    std::vector<core::ArticleId> articles_of_outlet(std::string_view domain) const;
    std::optional<Capture> capture(core::CaptureId id) const;
    std::optional<core::CaptureId> capture_of(const CapturedBytes& bytes) const;
    std::optional<Capture> last_capture(std::string_view url) const;

    // ── copies: see knowledge/copies.cpp for what a band is ──
    bool has_bands(core::ArticleId id) const;
    std::vector<core::ArticleId> articles_sharing(std::span<const std::uint64_t> bands) const;
    std::vector<core::ArticleId> copies_of(core::ArticleId id) const;

    // ── claims, allegations, disputes, entities ──
    std::optional<core::ClaimRecord> claim(core::ClaimId id) const;
    std::vector<core::ClaimRecord> claims_of(core::ArticleId id) const;  // newest revision, by span
    std::vector<core::ClaimRecord> claims_of(const core::Topic& topic) const;
    core::Dossier dossier(const core::Topic& topic) const;  // what knowledge concludes from
    std::optional<core::AllegationRecord> allegation(core::AllegationId id) const;
    std::optional<core::DisputeRecord> dispute(core::DisputeId id) const;
    std::vector<core::DisputeId> disputes(const Limits& page) const;  // most articles, newest first
    std::vector<core::DisputeId> disputes_of(core::EntityId id) const;
    std::vector<core::Event> events_with(std::span<const core::ClaimId> claims) const;  // by date
    std::optional<core::EntityRecord> entity(core::EntityId id) const;
    std::optional<core::EntityId> entity_named(std::string_view name) const;  // alias too, folded

    // ── corrections ──
    std::vector<core::Correction> corrections() const;  // undone ones too, oldest first
    std::optional<core::Correction> correction(core::CorrectionId id) const;
    // Those of this article's claims, undone ones too, and those in force for all articles.
    std::vector<core::Correction> corrections_of(
        const core::Article& article, std::optional<core::ArticleId> moved_from = {}) const;
    std::vector<core::ArticleId> articles_naming(core::EntityId id) const;

    // ── the store itself ──
    std::vector<Change> changes_after(std::int64_t seq, std::size_t limit) const;
    std::int64_t last_change() const;
    std::string uuid() const;  // made when the store was; a restored backup is another store
    Counts counts() const;
    int schema_version() const;
    std::vector<std::string> problems() const;  // integrity and foreign keys; empty: sound
    ScheduleReader schedule() const;
    // While what it returns lives, all reads see the store as it was at the first of them.
    std::shared_ptr<const void> hold() const;
    void backup(const std::filesystem::path& file) const;  // online; the file must not exist

protected:
    struct Impl;
    explicit Reader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

// What comes with an article when it is saved.
struct Saving {
    core::Instant retrieved;
    std::optional<core::CaptureId> capture;
    core::ArticleStatus status = core::ArticleStatus::Ok;
    std::optional<core::ArticleId> moved_from;     // what stood at the address that led to it
    std::string extractor;                         // version
    std::vector<std::vector<core::Topic>> topics;  // of each claim, the primary one first
};

struct SavedArticle {
    core::ArticleId id;
    int revision = 1;
    enum class Change { New, Revised, Reextracted, Unchanged } change = Change::New;
    bool moved = false;                 // known by Saving::moved_from alone
    std::vector<core::ClaimId> claims;  // in the order they were given
    std::vector<core::Topic> topics;    // whose claims came, went or changed
};

class Store : public Reader {
public:
    // Creates the file or migrates it to today's schema, in one transaction, and holds the home for
    // writing until destroyed. A home that another process writes to is a SystemError at once.
    static Store open(const std::filesystem::path& file);
    static Store in_memory();  // for tests

    // What outlives a power cut: all that was saved, at the price of waiting for the disk each
    // time; or all up to the last settle(). What a killed process has saved is there either way.
    enum class Durability { Always, Settled };
    void set_durability(Durability durability);
    void settle();

    core::CaptureId keep(const Capture& capture);

    // One transaction: article, revision if its text or metadata changed, entities, mentions,
    // claims, citations, change-log entries. The same article again keeps its id, unchanged claims
    // keep theirs. An article is known by its canonical URL, else its URL, else its input id, else
    // its text.
    SavedArticle save(const core::Article& article, const core::Findings& findings,
                      const Saving& saving);

    void put_bands(core::ArticleId id, std::span<const std::uint64_t> bands);  // replaces its old
    // Of which article this is a copy; the topics that must be concluded anew because of it.
    std::vector<core::Topic> put_original(core::ArticleId id,
                                          std::optional<core::ArticleId> original);

    core::CorrectionId add(const core::Correction& correction);
    void undo(core::CorrectionId id, core::Instant now);
    // Its claim in today's words; none: it was not found.
    void note_fit(core::CorrectionId id, const std::optional<core::FoundClaim>& found);

    // A page that was taken down keeps its last good text.
    void mark(core::ArticleId id, core::ArticleStatus status);

    // Replaces what is concluded of the picture's topic, in one transaction. Allegations, disputes
    // and events that go on keep their ids: disputes by key, the others by the claims they share.
    void put(const core::Picture& picture);

    // Topics saved since their last put(), for catching up after a crash.
    std::vector<core::Topic> topics_to_redo() const;

    Schedule schedule();

private:
    explicit Store(std::unique_ptr<Impl> impl);
};

}  // namespace store
