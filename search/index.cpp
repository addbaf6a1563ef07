#include <functional>
#include <sstream>

#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

#include "search/ask.h"
#include "search/day_terms.h"
#include "search/index_impl.h"
#include "search/spelling.h"
#include "search/terms.h"

namespace search {

namespace {

constexpr std::size_t kMostBytesSpelled = 512;

bool is_field_name(std::string_view words, const Token& token) {
    return token.span.end < words.size() && words[token.span.end] == ':' && field_named(token.word);
}

}  // namespace

void broken(const std::string& folder, const Xapian::Error& error) {
    const bool locked = std::string_view(error.get_type()) == "DatabaseLockError";
    throw core::SystemError(
        locked ? fmt::format("{}: in use by another claimtrail", folder)
               : fmt::format("{}: cannot be used: {}; `claimtrail reindex` rebuilds the index",
                             folder, error.get_msg()));
}

std::int64_t number(const std::string& text) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Index::Index(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

Index Index::open(const std::filesystem::path& folder) {
    try {
        return Index(std::make_unique<Impl>(
            Impl{.db = Xapian::Database(folder.string()), .folder = folder.string()}));
    } catch (const Xapian::Error& error) {
        broken(folder.string(), error);
    }
}

Index Index::open(std::span<const std::string> shards) {
    auto impl = std::make_unique<Impl>();
    impl->shards.assign(shards.begin(), shards.end());
    impl->folder = core::join(impl->shards, ", ");
    impl->opened = open_shards(impl->shards, impl->db);
    return Index(std::move(impl));
}

Found Index::find(const Search& search) const {
    const auto parsed = parse_query(search.words);
    impl_->look_for_missing();
    return impl_->read([&](Xapian::Database& db) {
        db.reopen();
        auto reading = impl_->reading(db);
        auto answer = ask(db, parsed, search, reading);
        auto notes = parsed.notes;
        if (answer.found.about == 0 && answer.demanded_phrase) {
            reading.lenient = true;
            answer = ask(db, parsed, search, reading);
            notes.emplace_back("nothing has the quoted words as they stand; searched one by one");
        }
        answer.found.understood = print_query(parsed.root);
        auto& told = answer.found.notes;
        told.insert(told.begin(), notes.begin(), notes.end());
        impl_->tell_missing(answer.found);
        return std::move(answer.found);
    });
}

Found Index::like(DocKind kind, std::int64_t id, std::size_t limit) const {
    return impl_->read([&](Xapian::Database& db) {
        db.reopen();
        return ask_like(db, kind, id, limit);
    });
}

Facets Index::facets(const Search& search, std::size_t among) const {
    const auto parsed = parse_query(search.words);
    return impl_->read([&](Xapian::Database& db) {
        db.reopen();
        return count_facets(db, parsed, search, impl_->reading(db), among);
    });
}

std::optional<std::string> Index::suggestion(std::string_view words) const {
    return impl_->read([&](Xapian::Database& db) -> std::optional<std::string> {
        db.reopen();
        std::string better;
        std::size_t at = 0;
        bool changed = false;
        for (const auto& token : tokens_of(words.substr(0, kMostBytesSpelled))) {
            const auto fixed =
                is_field_name(words, token) ? std::string() : spelled(db, token.word);
            better += words.substr(at, token.span.begin - at);
            better += fixed.empty() ? std::string(core::cut(words, token.span)) : fixed;
            changed = changed || !fixed.empty();
            at = token.span.end;
        }
        better += words.substr(at);
        return changed ? std::optional(better) : std::nullopt;
    });
}

std::int64_t Index::documents() const {
    return impl_->read([](Xapian::Database& db) {
        db.reopen();
        return static_cast<std::int64_t>(db.get_doccount());
    });
}

std::int64_t Index::applied() const {
    return impl_->read([](Xapian::Database& db) {
        db.reopen();
        return number(db.get_metadata(kAppliedKey));
    });
}

std::string Index::store_uuid() const {
    return impl_->read([](Xapian::Database& db) { return db.get_metadata(kStoreKey); });
}

std::vector<std::int64_t> Index::ids(DocKind kind) const {
    const auto prefix = unique_prefix(kind);
    return impl_->read([&](Xapian::Database& db) {
        db.reopen();
        std::vector<std::int64_t> ids;
        const auto end = db.allterms_end(prefix);
        for (auto term = db.allterms_begin(prefix); term != end; ++term)
            ids.push_back(number((*term).substr(prefix.size())));
        return ids;
    });
}

std::string Index::faults(const std::filesystem::path& folder) {
    // Xapian opens what it checks for writing, too.
    if (access((folder / "postlist.glass").c_str(), R_OK | W_OK) != 0 &&
        (errno == EACCES || errno == EROFS))
        return "";
    try {
        std::ostringstream told;
        const auto errors = Xapian::Database::check(folder.string(), 0, &told);
        return errors == 0 ? "" : fmt::format("{} errors in its files", errors);
    } catch (const Xapian::Error& error) {
        return error.get_msg();
    }
}

}  // namespace search
