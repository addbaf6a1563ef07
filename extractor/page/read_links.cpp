// Where a page leads: what a crawler follows from a section page.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "extractor/extractor.h"
#include "extractor/page/document.h"
#include "extractor/page/limits.h"

namespace extractor {

namespace {

constexpr std::array<std::string_view, 6> feed_types{
    "application/rss+xml", "application/atom+xml", "application/feed+json",
    "application/rdf+xml", "application/xml",      "text/xml"};

bool has_word(std::string_view words, std::string_view word) {
    for (std::size_t at = 0; at < words.size();) {
        auto end = at;
        while (end < words.size() && !core::is_space(words[end]) && words[end] != ',') ++end;
        if (core::equals_ignoring_case(words.substr(at, end - at), word)) return true;
        at = end + 1;
    }
    return false;
}

class LinkReader {
public:
    LinkReader(const Document& document, const core::FetchedPage& page)
        : document_(document), base_(base_of(document, page)) {}
    PageLinks run();

private:
    static std::optional<core::Url> base_of(const Document& document,
                                            const core::FetchedPage& page);
    std::optional<core::Url> resolve(NodeIndex node) const;
    void add_link(NodeIndex node);
    void add_feed(NodeIndex node);

    const Document& document_;
    std::optional<core::Url> base_;
    PageLinks out_;
    std::unordered_map<std::string, std::size_t> seen_;  // address → place in out_.links
};

std::optional<core::Url> LinkReader::base_of(const Document& document,
                                             const core::FetchedPage& page) {
    if (!document.base_href) return page.url;
    const auto base = page.url ? core::Url::parse(*document.base_href, *page.url)
                               : core::Url::parse(*document.base_href);
    return base ? std::optional(*base) : page.url;
}

std::optional<core::Url> LinkReader::resolve(NodeIndex node) const {
    const auto href = document_.value(node, AttributeName::Href);
    if (href.empty() || href.front() == '#') return std::nullopt;
    const auto url = base_ ? core::Url::parse(href, *base_) : core::Url::parse(href);
    return url ? std::optional(*url) : std::nullopt;
}

void LinkReader::add_link(NodeIndex node) {
    if (has_word(document_.value(node, AttributeName::Rel), "nofollow")) return;
    if (seen_.size() >= limits::kLinks) return;
    auto url = resolve(node);
    if (!url) return;
    auto text = core::collapse_spaces(document_.text_of(node));
    const auto without_fragment = url->text().substr(0, url->text().find('#'));
    const auto [place, is_new] = seen_.emplace(without_fragment, out_.links.size());
    if (is_new)
        out_.links.push_back({std::move(*url), std::move(text)});
    else if (auto& known = out_.links[place->second].text; known.empty())
        known = std::move(text);  // the first one was a picture
}

void LinkReader::add_feed(NodeIndex node) {
    const auto type = core::lower_ascii(document_.value(node, AttributeName::Type));
    if (!has_word(document_.value(node, AttributeName::Rel), "alternate") ||
        std::find(feed_types.begin(), feed_types.end(), type) == feed_types.end())
        return;
    const auto url = resolve(node);
    if (url && std::find(out_.feeds.begin(), out_.feeds.end(), *url) == out_.feeds.end() &&
        out_.feeds.size() < limits::kFeeds)
        out_.feeds.push_back(*url);
}

PageLinks LinkReader::run() {
    for (const auto node : document_.links) add_feed(node);
    for (const auto node : document_.metas)
        if (core::equals_ignoring_case(document_.value(node, AttributeName::Name), "robots") &&
            (has_word(document_.value(node, AttributeName::Content), "nofollow") ||
             has_word(document_.value(node, AttributeName::Content), "none")))
            out_.nofollow = true;
    for (NodeIndex n = 0; n < document_.nodes.size(); ++n)
        if (document_.nodes[n].tag == Tag::A) add_link(n);
    return std::move(out_);
}

}  // namespace

PageLinks read_links(const core::FetchedPage& page) {
    const auto document = read_document(page);
    return document ? LinkReader(*document, page).run() : PageLinks{};
}

}  // namespace extractor
