#include "store/known_article.h"

#include <fmt/format.h>

#include "core/url.h"

namespace store {

namespace {

// FNV-1a with 128 bits (draft-eastlake-fnv): to know a text without an address again.
std::string fingerprint(std::string_view text) {
    __extension__ using Wide = unsigned __int128;
    const Wide prime = (Wide{1} << 88) + 0x13B;
    Wide hash = (Wide{0x6C62272E07BB0142} << 64) + 0x62B821756295C58D;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
    return fmt::format("{:016x}{:016x}", static_cast<std::uint64_t>(hash >> 64),
                       static_cast<std::uint64_t>(hash));
}

}  // namespace

std::string article_key(const core::Article& article) {
    if (article.canonical_url) return "url " + core::canonical(*article.canonical_url).text();
    if (article.url) return "url " + core::canonical(*article.url).text();
    if (article.input_id) return "input " + *article.input_id;
    return "text " + fingerprint(article.text);
}

std::optional<std::int64_t> known_article(const sqlite::Database& db,
                                          const core::Article& article) {
    {
        sqlite::Query row(db, "SELECT id FROM article WHERE key = ?", article_key(article));
        if (row.step()) return row.int64(0);
    }
    // Known by another of its addresses: a page that named its canonical URL only later.
    for (const auto& url : {article.canonical_url, article.url}) {
        if (!url) continue;
        sqlite::Query row(db, "SELECT article FROM article_url WHERE url = ?",
                          core::canonical(*url).text());
        if (row.step()) return row.int64(0);
    }
    return std::nullopt;
}

}  // namespace store
