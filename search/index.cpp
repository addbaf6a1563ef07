#include <charconv>
#include <functional>
#include <sstream>

#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

#include "search/ask.h"
#include "search/day_terms.h"
#include "search/search.h"
#include "search/spelling.h"
#include "search/terms.h"

namespace search {

namespace {

constexpr const char* kAppliedKey = "applied";
constexpr const char* kStoreKey = "store";
constexpr const char* kAnalyserKey = "analyser";
constexpr const char* kInMemory = "(in memory)";
constexpr std::size_t kMostBytesSpelled = 512;
constexpr int kRetries = 100;  // a writer may commit while we read

[[noreturn]] void broken(const std::string& folder, const Xapian::Error& error) {
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

bool is_field_name(std::string_view words, const Token& token) {
    return token.span.end < words.size() && words[token.span.end] == ':' && field_named(token.word);
}

}  // namespace

struct Index::Impl {
    Xapian::Database db;
    std::string folder;

    // Runs a read again where a writer has moved on beneath it.
    template <class Read>
    auto read(Read read_once) -> decltype(read_once(db)) {
        for (int attempt = 1;; ++attempt) {
            try {
                if (attempt > 1) db.reopen();  // may itself be overtaken
                return read_once(db);
            } catch (const Xapian::DatabaseModifiedError& error) {
                if (attempt == kRetries) broken(folder, error);
            } catch (const Xapian::Error& error) {
                broken(folder, error);
            }
        }
    }
};

Index::Index(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

Index Index::open(const std::filesystem::path& folder) {
    try {
        return Index(
            std::make_unique<Impl>(Impl{Xapian::Database(folder.string()), folder.string()}));
    } catch (const Xapian::Error& error) {
        broken(folder.string(), error);
    }
}

Found Index::find(const Search& search) const {
    const auto parsed = parse_query(search.words);
    return impl_->read([&](Xapian::Database& db) {
        db.reopen();
        Reading reading{
            .db = db, .published = days_in(kPublished, db), .happened = days_in(kHappened, db)};
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
        return std::move(answer.found);
    });
}

Facets Index::facets(const Search& search, std::size_t among) const {
    const auto parsed = parse_query(search.words);
    return impl_->read([&](Xapian::Database& db) {
        db.reopen();
        const Reading reading{
            .db = db, .published = days_in(kPublished, db), .happened = days_in(kHappened, db)};
        return count_facets(db, parsed, search, reading, among);
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
    if (access((folder / "postlist.glass").c_str(), R_OK | W_OK) != 0 && errno == EACCES) return "";
    try {
        std::ostringstream told;
        const auto errors = Xapian::Database::check(folder.string(), 0, &told);
        return errors == 0 ? "" : fmt::format("{} errors in its files", errors);
    } catch (const Xapian::Error& error) {
        return error.get_msg();
    }
}

struct IndexWriter::Impl {
    Xapian::WritableDatabase db;
    std::string folder;
    std::string store;

    template <class Write>
    auto write(Write write_all) -> decltype(write_all()) {
        try {
            return write_all();
        } catch (const Xapian::Error& error) {
            broken(folder, error);
        }
    }

    bool is_in_memory() const { return folder == kInMemory; }
    void stamp() {
        db.set_metadata(kStoreKey, store);
        db.set_metadata(kAnalyserKey, std::string(kAnalyser));
    }
    bool is_ours() const {
        return db.get_metadata(kStoreKey) == store && db.get_metadata(kAnalyserKey) == kAnalyser;
    }

    void put(const IndexDoc& doc) {
        Xapian::Document document;
        fill_document(doc, document);
        db.replace_document(unique_term(doc.kind, doc.id), document);
        if (doc.kind == DocKind::Claim || is_in_memory()) return;
        for (const auto& token : tokens_of(doc.title))
            if (core::count_code_points(token.word) >= kFewestLettersSpelled)
                db.add_spelling(token.word);
    }
    void put(const Batch& batch) {
        for (const auto article : batch.articles) db.delete_document(article_term(article.value));
        for (const auto& doc : batch.docs) put(doc);
        db.set_metadata(kAppliedKey, std::to_string(batch.upto));
    }
};

IndexWriter::IndexWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

IndexWriter IndexWriter::open(const std::filesystem::path& folder, std::string_view store_uuid) {
    try {
        auto impl = std::make_unique<Impl>(
            Impl{Xapian::WritableDatabase(folder.string(), Xapian::DB_CREATE_OR_OPEN),
                 folder.string(), std::string(store_uuid)});
        if (!impl->is_ours() &&
            (impl->db.get_doccount() > 0 || impl->db.get_metadata(kStoreKey) != "")) {
            impl->db.close();
            impl->db = Xapian::WritableDatabase(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE);
        }
        if (!impl->is_ours()) {
            impl->stamp();
            impl->db.commit();
        }
        return IndexWriter(std::move(impl));
    } catch (const Xapian::Error& error) {
        broken(folder.string(), error);
    }
}

IndexWriter IndexWriter::in_memory(std::string_view store_uuid) {
    auto impl =
        std::make_unique<Impl>(Impl{Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY),
                                    kInMemory, std::string(store_uuid)});
    impl->stamp();
    return IndexWriter(std::move(impl));
}

std::int64_t IndexWriter::applied() const {
    return impl_->write([&] { return number(impl_->db.get_metadata(kAppliedKey)); });
}

void IndexWriter::apply(const Batch& batch) {
    impl_->write([&] {
        auto& db = impl_->db;
        if (impl_->is_in_memory()) return impl_->put(batch);  // knows no transactions
        db.begin_transaction();
        try {
            impl_->put(batch);
        } catch (...) {
            db.cancel_transaction();
            throw;
        }
        db.commit_transaction();
    });
}

void IndexWriter::clear() {
    impl_->write([&] {
        impl_->db.close();
        impl_->db = impl_->is_in_memory()
                        ? Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY)
                        : Xapian::WritableDatabase(impl_->folder, Xapian::DB_CREATE_OR_OVERWRITE);
        impl_->stamp();
        impl_->db.commit();
    });
}

void IndexWriter::copy_compacted(const std::filesystem::path& to) const {
    impl_->write([&] { impl_->db.compact(to.string(), Xapian::DBCOMPACT_NO_RENUMBER); });
}

Index IndexWriter::reader() const {
    return Index(std::make_unique<Index::Impl>(Index::Impl{impl_->db, impl_->folder}));
}

}  // namespace search
