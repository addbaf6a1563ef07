#include "crawler/feeds.h"

#include "core/charset.h"
#include "core/text.h"
#include "crawler/feed_parts.h"

namespace crawler {
namespace {

using Kind = core::Failure::Kind;

std::string name_of(const core::FetchedPage& page) {
    return page.url ? page.url->text() : std::string();
}

// "http:", "mailto:", "tag:": something before a colon, and no path before that.
bool has_scheme(std::string_view address) {
    const auto colon = address.find_first_of(":/?#");
    return colon != address.npos && colon > 0 && address[colon] == ':' &&
           core::is_alpha(address[0]);
}

}  // namespace

void Base::enter(std::string_view base) {
    const auto next =
        url_ ? core::Url::parse(core::trim(base), *url_) : core::Url::parse(core::trim(base));
    if (next) url_ = *next;
}

std::string Base::resolve(std::string_view address) const {
    address = core::trim(address);
    if (!url_ || address.empty() || has_scheme(address)) return std::string(address);
    const auto resolved = core::Url::parse(address, *url_);
    return resolved ? resolved->text() : std::string(address);
}

std::optional<std::string> filled(std::string_view text) {
    auto collapsed = core::collapse_spaces(text);
    if (collapsed.empty()) return std::nullopt;
    return collapsed;
}

std::string author_name(std::string_view written) {
    auto name = core::collapse_spaces(written);
    const auto open = name.find('('), close = name.rfind(')');
    const auto angle = name.find('<');
    if (open != name.npos && close != name.npos && open + 1 < close) {
        const auto inside = name.substr(open + 1, close - open - 1);
        const auto before = std::string(core::trim(name.substr(0, open)));
        return before.find('@') != before.npos || before.empty() ? inside : before;
    }
    if (angle != name.npos && angle > 0 && name.find('@', angle) != name.npos)
        return std::string(core::trim(name.substr(0, angle)));
    return name;
}

std::string_view code(FeedFormat format) {
    switch (format) {
        case FeedFormat::Rss2: return "rss2";
        case FeedFormat::Rss1: return "rss1";
        case FeedFormat::Rss09: return "rss09";
        case FeedFormat::Atom: return "atom";
        case FeedFormat::Json: return "json";
    }
    return "rss2";
}

core::Result<Feed> read_feed(const core::FetchedPage& page) {
    if (page.body.size() > kMaxDocument)
        return core::fail(Kind::TooLarge, "a feed of more than 16 MiB", name_of(page));
    const auto text = core::decode(page.body, page.content_type, core::Markup::Xml).text;
    const Base base(page.url);
    const bool json = core::trim(text).starts_with('{');
    auto feed = json ? read_json_feed(text, base) : read_xml_feed(text, base);
    if (!feed) feed.error().input = name_of(page);
    return feed;
}

}  // namespace crawler
