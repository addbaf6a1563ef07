// Finding claims, articles and entities by words, parties and dates, over Xapian.
//
//   fields         every field of the query language, one table (search/fields.h)
//   make_docs      records → what is indexed (search/index_doc.h, pure)
//   explain        words → how they are read, printable; never fails: what does not parse is words
//   Index          apply / find / facets; the index is derived from the store and can be rebuilt
//   make_snippet   text → the best passage with <mark>, HTML-escaped (pure)
// Xapian stays out of it. An Index or IndexWriter belongs to one thread. They throw
// core::SystemError when the index cannot be opened, read or written.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/facets.h"
#include "search/index_doc.h"

namespace search {

enum class Sort { Rank, Date, Origins };

struct Search {
    std::string words;                   // the query language of docs/query.md
    std::optional<DocKind> in;           // none: claims and articles and entities
    std::optional<core::Days> from, to;  // inclusive
    std::size_t limit = 20;
    std::size_t offset = 0;
    Sort sort = Sort::Rank;
    std::optional<std::int64_t> changed_after = {};  // only what later changes of the store brought
};

struct Explained {           // how words are read, without asking an index
    std::string understood;  // in the query language, every operator written out
    std::vector<std::string> notes;
};
Explained explain(std::string_view words);

struct Hit {
    DocKind kind;
    std::int64_t id;
    double score;
};

struct Found {
    std::vector<Hit> hits;
    std::size_t about = 0;           // estimated number of all hits
    std::string understood;          // the query as it was read
    std::vector<std::string> notes;  // "«date:x» is no date; searched as words"
    std::vector<std::string> terms;  // words that matched, folded and stemmed, for snippets
    bool partial = false;            // a shard did not answer; the notes name it
};

class Index {
public:
    static Index open(const std::filesystem::path& folder);  // read-only; must exist
    // Several as one: folders, and "HOST:PORT" of a xapian-tcpsrv. Some may not answer: Found.notes
    static Index open(std::span<const std::string> shards);
    Index(Index&&) noexcept;
    Index& operator=(Index&&) noexcept;
    ~Index();

    Found find(const Search& search) const;                              // sees the newest commit
    Found like(DocKind kind, std::int64_t id, std::size_t limit) const;  // tells of the same
    Facets facets(const Search& search, std::size_t among = 1000) const;
    std::optional<std::string> suggestion(std::string_view words) const;  // "did you mean"
    std::int64_t documents() const;
    std::int64_t applied() const;    // sequence number of the last change taken over
    std::string store_uuid() const;  // of the store it was made from; "" if none yet
    std::vector<std::int64_t> ids(DocKind kind) const;  // of all documents of a kind
    // What a look at every block of its files finds wrong; "": nothing.
    static std::string faults(const std::filesystem::path& folder);

private:
    friend class IndexWriter;
    struct Impl;
    explicit Index(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

// What a stretch of the change log does. What is not listed any more of `articles` is removed.
struct Batch {
    std::vector<IndexDoc> docs;
    std::vector<core::ArticleId> articles;  // whose claim documents are replaced as a whole
    std::int64_t upto = 0;                  // the sequence number that is now applied
};

class IndexWriter {
public:
    // Creates the folder if need be. An index of another analyser or store is emptied: applied() is
    // 0 again. A second writer is a SystemError.
    static IndexWriter open(const std::filesystem::path& folder, std::string_view store_uuid);
    static IndexWriter in_memory(std::string_view store_uuid);  // for tests
    IndexWriter(IndexWriter&&) noexcept;
    IndexWriter& operator=(IndexWriter&&) noexcept;
    ~IndexWriter();

    std::int64_t applied() const;
    void apply(const Batch& batch);  // all of it becomes visible at once, with `upto`
    void clear();
    Index reader() const;  // of what has been applied
    // Without the room that many commits leave: half of an index that was built at once.
    void copy_compacted(const std::filesystem::path& to) const;

private:
    struct Impl;
    explicit IndexWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

// At most `length` code points around the densest group of `terms`, escaped for HTML, with <mark>.
std::string make_snippet(std::string_view text, std::span<const std::string> terms,
                         std::string_view language, std::size_t length = 240);

}  // namespace search
