// <meta>, <link> and the response's headers.
#include <array>

#include "extractor/page/statements.h"
#include "extractor/page/word_table.h"

namespace extractor {

namespace {

struct Meaning {
    Field field;
    Witness witness;
};
using Entry = WordEntry<Meaning>;

constexpr Meaning kTitleNamed{Field::Title, Witness::NamedMeta};
constexpr Meaning kTitleDublin{Field::Title, Witness::DublinCore};
constexpr Meaning kAuthorNamed{Field::Author, Witness::NamedMeta};
constexpr Meaning kAuthorArticle{Field::Author, Witness::ArticleMeta};
constexpr Meaning kAuthorDublin{Field::Author, Witness::DublinCore};
constexpr Meaning kPublishedArticle{Field::Published, Witness::ArticleMeta};
constexpr Meaning kPublishedNamed{Field::Published, Witness::NamedMeta};
constexpr Meaning kPublishedMicrodata{Field::Published, Witness::Microdata};
constexpr Meaning kPublishedDublin{Field::Published, Witness::DublinCore};
constexpr Meaning kModifiedArticle{Field::Modified, Witness::ArticleMeta};
constexpr Meaning kModifiedNamed{Field::Modified, Witness::NamedMeta};
constexpr Meaning kModifiedDublin{Field::Modified, Witness::DublinCore};
constexpr Meaning kDatedNamed{Field::Dated, Witness::NamedMeta};
constexpr Meaning kDatedDublin{Field::Dated, Witness::DublinCore};

// By `name`, `property` or `itemprop`, in lower case.
constexpr std::array kEntries{
    Entry{"og:title", {Field::Title, Witness::OpenGraph}},
    Entry{"twitter:title", {Field::Title, Witness::Twitter}},
    Entry{"parsely-title", kTitleNamed},
    Entry{"sailthru.title", kTitleNamed},
    Entry{"citation_title", kTitleNamed},
    Entry{"headline", kTitleNamed},
    Entry{"hdl", kTitleNamed},
    Entry{"article:title", kTitleNamed},
    Entry{"title", kTitleDublin},
    Entry{"dc.title", kTitleDublin},
    Entry{"dcterms.title", kTitleDublin},
    Entry{"author", kAuthorNamed},
    Entry{"authors", kAuthorNamed},
    Entry{"article:author", kAuthorArticle},
    Entry{"article:author_name", kAuthorArticle},
    Entry{"og:author", kAuthorArticle},
    Entry{"og:article:author", kAuthorArticle},
    Entry{"book:author", kAuthorArticle},
    Entry{"parsely-author", kAuthorNamed},
    Entry{"sailthru.author", kAuthorNamed},
    Entry{"citation_author", kAuthorNamed},
    Entry{"byl", kAuthorNamed},
    Entry{"byline", kAuthorNamed},
    Entry{"cxenseparse:author", kAuthorNamed},
    Entry{"cxense:author", kAuthorNamed},
    Entry{"article_author", kAuthorNamed},
    Entry{"article-author", kAuthorNamed},
    Entry{"shareaholic:article_author_name", kAuthorNamed},
    Entry{"rbauthors", kAuthorNamed},
    Entry{"creator", kAuthorDublin},
    Entry{"dc.creator", kAuthorDublin},
    Entry{"dcterms.creator", kAuthorDublin},
    Entry{"dc.contributor", kAuthorDublin},
    Entry{"article:published_time", kPublishedArticle},
    Entry{"article:published", kPublishedArticle},
    Entry{"og:article:published_time", kPublishedArticle},
    Entry{"og:published_time", kPublishedArticle},
    Entry{"og:pubdate", kPublishedArticle},
    Entry{"og:publish_date", kPublishedArticle},
    Entry{"article:publicationdate", kPublishedArticle},
    Entry{"article:publish_date", kPublishedArticle},
    Entry{"article:post_date", kPublishedArticle},
    Entry{"datepublished", kPublishedMicrodata},
    Entry{"parsely-pub-date", kPublishedNamed},
    Entry{"sailthru.date", kPublishedNamed},
    Entry{"pubdate", kPublishedNamed},
    Entry{"publishdate", kPublishedNamed},
    Entry{"publish-date", kPublishedNamed},
    Entry{"publish_date", kPublishedNamed},
    Entry{"published", kPublishedNamed},
    Entry{"published-date", kPublishedNamed},
    Entry{"published_date", kPublishedNamed},
    Entry{"published_time", kPublishedNamed},
    Entry{"published_at", kPublishedNamed},
    Entry{"publication_date", kPublishedNamed},
    Entry{"publication-date", kPublishedNamed},
    Entry{"date_published", kPublishedNamed},
    Entry{"article.published", kPublishedNamed},
    Entry{"article-published", kPublishedNamed},
    Entry{"articlepublicationdate", kPublishedNamed},
    Entry{"article_date_original", kPublishedNamed},
    Entry{"originalpublicationdate", kPublishedNamed},
    Entry{"cxenseparse:recs:publishtime", kPublishedNamed},
    Entry{"cxense:publishtime", kPublishedNamed},
    Entry{"citation_publication_date", kPublishedNamed},
    Entry{"citation_online_date", kPublishedNamed},
    Entry{"rnews:datepublished", kPublishedNamed},
    Entry{"vr:published_time", kPublishedNamed},
    Entry{"ptime", kPublishedNamed},
    Entry{"displaydate", kPublishedNamed},
    Entry{"pdate", kPublishedNamed},
    Entry{"dc.date.issued", kPublishedDublin},
    Entry{"dcterms.issued", kPublishedDublin},
    Entry{"dc.issued", kPublishedDublin},
    Entry{"dcterms.created", kPublishedDublin},
    Entry{"dc.date.created", kPublishedDublin},
    Entry{"dcterms.available", kPublishedDublin},
    Entry{"article:modified_time", kModifiedArticle},
    Entry{"article:modified", kModifiedArticle},
    Entry{"article:modify_time", kModifiedArticle},
    Entry{"og:updated_time", kModifiedArticle},
    Entry{"og:modified_time", kModifiedArticle},
    Entry{"datemodified", kModifiedNamed},
    Entry{"lastmod", kModifiedNamed},
    Entry{"last-modified", kModifiedNamed},
    Entry{"lastmodified", kModifiedNamed},
    Entry{"last_modified", kModifiedNamed},
    Entry{"last_updated_date", kModifiedNamed},
    Entry{"utime", kModifiedNamed},
    Entry{"updated", kModifiedNamed},
    Entry{"modified", kModifiedNamed},
    Entry{"revised", kModifiedNamed},
    Entry{"dcterms.modified", kModifiedDublin},
    Entry{"dc.date.modified", kModifiedDublin},
    Entry{"date", kDatedNamed},
    Entry{"article_date", kDatedNamed},
    Entry{"article:date", kDatedNamed},
    Entry{"datecreated", kDatedNamed},
    Entry{"creation_date", kDatedNamed},
    Entry{"created", kDatedNamed},
    Entry{"dc.date", kDatedDublin},
    Entry{"dcterms.date", kDatedDublin},
    Entry{"og:site_name", {Field::Outlet, Witness::OpenGraph}},
    Entry{"application-name", {Field::Outlet, Witness::NamedMeta}},
    Entry{"apple-mobile-web-app-title", {Field::Outlet, Witness::NamedMeta}},
    Entry{"cre", {Field::Outlet, Witness::NamedMeta}},
    Entry{"publisher", {Field::Outlet, Witness::NamedMeta}},
    Entry{"dc.publisher", {Field::Outlet, Witness::DublinCore}},
    Entry{"dcterms.publisher", {Field::Outlet, Witness::DublinCore}},
    Entry{"citation_journal_title", {Field::Outlet, Witness::NamedMeta}},
    Entry{"og:url", {Field::Address, Witness::OpenGraph}},
    Entry{"og:locale", {Field::Language, Witness::OpenGraph}},
    Entry{"language", {Field::Language, Witness::NamedMeta}},
    Entry{"content-language", {Field::Language, Witness::NamedMeta}},
    Entry{"dc.language", {Field::Language, Witness::DublinCore}},
    Entry{"dcterms.language", {Field::Language, Witness::DublinCore}},
    Entry{"inlanguage", {Field::Language, Witness::Microdata}},
    Entry{"robots", {Field::Robots, Witness::NamedMeta}},
};
constexpr WordTable kMeanings(kEntries);
constexpr std::size_t kLongestName = 40;

const Meaning* meaning_of(std::string_view name) {
    if (name.empty() || name.size() > kLongestName) return nullptr;
    return kMeanings.find(core::lower_ascii(name));
}

void read_meta(const Document& document, NodeIndex node, Statements& statements) {
    const auto content = document.value(node, AttributeName::Content);
    if (content.empty()) return;
    // An attribute may hold several names: property="og:title headline".
    for (const auto attribute : {AttributeName::Property, AttributeName::Name,
                                 AttributeName::Itemprop, AttributeName::HttpEquiv}) {
        const auto names = document.value(node, attribute);
        if (names.empty() || names.size() > 4 * kLongestName) continue;
        bool known = false;
        for (const auto name : core::split(names, ' ')) {
            const auto* meaning = meaning_of(name);
            if (meaning == nullptr) continue;
            known = true;
            state(statements, {meaning->field, meaning->witness, std::string(content), node});
        }
        if (known) return;
    }
}

void read_link(const Document& document, NodeIndex node, Statements& statements) {
    const auto rel = core::lower_ascii(document.value(node, AttributeName::Rel));
    if (rel == "canonical")
        state(statements, {Field::Address, Witness::Link,
                           std::string(document.value(node, AttributeName::Href)), node});
}

}  // namespace

void collect_meta(const Document& document, const core::FetchedPage& page, Statements& statements) {
    for (const auto node : document.metas) read_meta(document, node, statements);
    for (const auto node : document.links) read_link(document, node, statements);
    if (document.title) state(statements, {Field::Title, Witness::TitleElement, *document.title});
    if (document.lang) state(statements, {Field::Language, Witness::Markup, *document.lang});
    for (const auto& [name, value] : page.headers) {
        if (core::equals_ignoring_case(name, "x-robots-tag"))
            state(statements, {Field::Robots, Witness::Header, value});
        if (core::equals_ignoring_case(name, "content-language"))
            state(statements, {Field::Language, Witness::Header, value});
    }
}

}  // namespace extractor
