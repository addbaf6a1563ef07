#include <fmt/format.h>
#include <xapian.h>

#include "search/ask.h"
#include "search/index_impl.h"
#include "search/terms.h"

namespace search {

namespace {

constexpr const char* kInMemory = "(in memory)";

}  // namespace

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

    void put(const IndexDoc& doc, std::int64_t change) {
        Xapian::Document document;
        fill_document(doc, document);
        document.add_value(kSlotChange, Xapian::sortable_serialise(static_cast<double>(change)));
        db.replace_document(unique_term(doc.kind, doc.id), document);
        if (doc.kind == DocKind::Claim || is_in_memory()) return;
        for (const auto& token : tokens_of(doc.title))
            if (core::count_code_points(token.word) >= kFewestLettersSpelled)
                db.add_spelling(token.word);
    }
    void put(const Batch& batch) {
        for (const auto article : batch.articles) db.delete_document(article_term(article.value));
        for (const auto& doc : batch.docs) put(doc, batch.upto);
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
    return Index(
        std::make_unique<Index::Impl>(Index::Impl{.db = impl_->db, .folder = impl_->folder}));
}

}  // namespace search
