#include <nlohmann/json.hpp>

#include "core/text.h"
#include "crawler/feed_parts.h"

namespace crawler {
namespace {

using nlohmann::json;
constexpr int kMaxDepth = 64;

std::optional<std::string> text_of(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) return std::nullopt;
    if (found->is_number()) return found->dump();  // ids, by those who did not read the rules
    if (!found->is_string()) return std::nullopt;
    const auto& text = found->get_ref<const std::string&>();
    if (core::trim(text).empty()) return std::nullopt;
    return text;
}

std::optional<core::Timestamp> date_of(const json& object, const char* key) {
    const auto text = text_of(object, key);
    return text ? core::parse_any_date(*text) : std::nullopt;
}

// Version 1.1 has a list, 1.0 had one author.
std::vector<std::string> authors_of(const json& object) {
    std::vector<std::string> names;
    const auto add = [&](const json& author) {
        if (!author.is_object()) return;
        if (const auto name = text_of(author, "name")) names.push_back(author_name(*name));
    };
    if (const auto list = object.find("authors"); list != object.end() && list->is_array())
        for (const auto& author : *list) add(author);
    if (const auto one = object.find("author"); names.empty() && one != object.end()) add(*one);
    return names;
}

std::optional<std::string> content_of(const json& item) {
    if (auto html = text_of(item, "content_html")) return html;
    return text_of(item, "content_text");
}

std::vector<std::string> hubs_of(const json& feed, const Base& base) {
    constexpr std::size_t most = 10;
    std::vector<std::string> hubs;
    const auto list = feed.find("hubs");
    if (list == feed.end() || !list->is_array()) return hubs;
    for (const auto& hub : *list)
        if (const auto url = hub.is_object() ? text_of(hub, "url") : std::nullopt;
            url && hubs.size() < most)
            hubs.push_back(base.resolve(*url));
    return hubs;
}

FeedEntry read_item(const json& item, const Base& base) {
    FeedEntry entry;
    entry.guid = text_of(item, "id");
    for (const char* key : {"url", "external_url"})
        if (const auto url = text_of(item, key); url && !entry.url) entry.url = base.resolve(*url);
    if (const auto title = text_of(item, "title")) entry.title = filled(*title);
    entry.published = date_of(item, "date_published");
    entry.updated = date_of(item, "date_modified");
    entry.authors = authors_of(item);
    entry.summary = text_of(item, "summary");
    entry.content_html = content_of(item);
    return entry;
}

json parse_json(std::string_view text) {
    bool too_deep = false;
    auto parsed = json::parse(
        text,
        [&](int depth, json::parse_event_t, json&) {
            too_deep = too_deep || depth > kMaxDepth;
            return !too_deep;
        },
        false);
    return too_deep ? json() : parsed;
}

}  // namespace

core::Result<Feed> read_json_feed(std::string_view text, const Base& base) {
    const auto document = parse_json(text);
    const auto items = document.is_object() ? document.find("items") : document.end();
    const bool is_feed = document.is_object() && items != document.end() && items->is_array();
    if (!is_feed)
        return core::fail(core::Failure::Kind::NotReadable, "neither a JSON feed nor an XML one");
    Feed feed;
    feed.format = FeedFormat::Json;
    if (const auto title = text_of(document, "title")) feed.title = filled(*title);
    if (const auto link = text_of(document, "home_page_url")) feed.link = base.resolve(*link);
    feed.language = text_of(document, "language");
    feed.hubs = hubs_of(document, base);
    for (const auto& item : *items) {
        if (feed.entries.size() == kMaxEntries) {
            feed.problems.emplace_back("more than 50,000 entries: the rest was not read");
            break;
        }
        if (item.is_object())
            feed.entries.push_back(read_item(item, base));
        else
            feed.problems.emplace_back("an item that is no object");
    }
    return feed;
}

}  // namespace crawler
