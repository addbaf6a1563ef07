#include <charconv>
#include <functional>

#include <fmt/format.h>
#include <xapian.h>

#include "search/search.h"
#include "search/spelling.h"
#include "search/terms.h"

namespace search {

namespace {

constexpr const char* kAppliedKey = "applied";
constexpr const char* kStoreKey = "store";
constexpr const char* kAnalyserKey = "analyser";
constexpr int kRetries = 5;         // a writer may commit while we read
constexpr double kTimeLimit = 5.0;  // seconds a query may look for more than it needs

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

Hit hit_of(const std::string& data, double score) {
    const auto kind = data.starts_with('c')   ? DocKind::Claim
                      : data.starts_with('a') ? DocKind::Article
                                              : DocKind::Entity;
    return {kind, number(data.substr(1)), score};
}

Xapian::Query with_filters(Xapian::Query query, const Search& search) {
    using Xapian::Query;
    if (search.in) query = Query(Query::OP_FILTER, query, Query(kind_term(*search.in)));
    if (search.from)
        query = Query(Query::OP_FILTER, query,
                      Query(Query::OP_VALUE_GE, kSlotLastDay, sortable(*search.from)));
    if (search.to)
        query = Query(Query::OP_FILTER, query,
                      Query(Query::OP_VALUE_LE, kSlotFirstDay, sortable(*search.to)));
    return query;
}

// BM25 by measurement: no length floor, k3 higher for queries of many words (docs/decisions.md).
Xapian::BM25Weight weighting(std::size_t words) {
    return {1.2, 0, words <= 6 ? 1.0 : 8.0, 0.75, 0};
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
                return read_once(db);
            } catch (const Xapian::DatabaseModifiedError& error) {
                if (attempt == kRetries) broken(folder, error);
                db.reopen();
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
    auto parsed = parse_query(search.words);
    Xapian::Query query;
    auto sought = compile(parsed.root, query);
    Found found{.understood = print_query(parsed.root),
                .notes = std::move(parsed.notes),
                .terms = std::move(sought.stems)};
    query = with_filters(query, search);
    return impl_->read([&](Xapian::Database& db) {
        db.reopen();
        Found result = found;
        Xapian::Enquire enquire(db);
        enquire.set_query(query);
        enquire.set_weighting_scheme(weighting(sought.ranked));
        enquire.set_time_limit(kTimeLimit);
        if (search.sort == Sort::Date)
            enquire.set_sort_by_value_then_relevance(kSlotFirstDay, true);
        const auto matches = enquire.get_mset(static_cast<Xapian::doccount>(search.offset),
                                              static_cast<Xapian::doccount>(search.limit));
        result.about = matches.get_matches_estimated();
        for (auto match = matches.begin(); match != matches.end(); ++match)
            result.hits.push_back(hit_of(match.get_document().get_data(), match.get_weight()));
        return result;
    });
}

std::optional<std::string> Index::suggestion(std::string_view words) const {
    return impl_->read([&](Xapian::Database& db) -> std::optional<std::string> {
        std::string better;
        std::size_t at = 0;
        bool changed = false;
        for (const auto& token : tokens_of(words.substr(0, 512))) {
            const auto fixed = token.word.size() < 4 || db.term_exists(token.word)
                                   ? std::string()
                                   : db.get_spelling_suggestion(token.word);
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
        for (const auto& token : tokens_of(doc.title))
            if (token.word.size() >= 4) db.add_spelling(token.word);
        db.replace_document(unique_term(doc.kind, doc.id), document);
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
                                    "(in memory)", std::string(store_uuid)});
    impl->stamp();
    return IndexWriter(std::move(impl));
}

std::int64_t IndexWriter::applied() const {
    return impl_->write([&] { return number(impl_->db.get_metadata(kAppliedKey)); });
}

void IndexWriter::apply(const Batch& batch) {
    impl_->write([&] {
        for (const auto article : batch.articles)
            impl_->db.delete_document(article_term(article.value));
        for (const auto& doc : batch.docs) impl_->put(doc);
        impl_->db.set_metadata(kAppliedKey, std::to_string(batch.upto));
        impl_->db.commit();
    });
}

void IndexWriter::clear() {
    impl_->write([&] {
        impl_->db.close();
        impl_->db = impl_->folder == "(in memory)"
                        ? Xapian::WritableDatabase("", Xapian::DB_BACKEND_INMEMORY)
                        : Xapian::WritableDatabase(impl_->folder, Xapian::DB_CREATE_OR_OVERWRITE);
        impl_->stamp();
        impl_->db.commit();
    });
}

Index IndexWriter::reader() const {
    return Index(std::make_unique<Index::Impl>(Index::Impl{impl_->db, impl_->folder}));
}

}  // namespace search
