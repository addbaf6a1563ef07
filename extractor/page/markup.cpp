#include "extractor/page/markup.h"

#include <algorithm>

#include "core/text.h"

namespace extractor {

namespace {

constexpr auto npos = std::string_view::npos;

// Not core::is_space: HTML does not count the vertical tab.
constexpr bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
constexpr bool ends_name(char c) { return is_space(c) || c == '/' || c == '>'; }

std::size_t or_end(std::size_t found, std::size_t behind, std::string_view html) {
    return found == npos ? html.size() : std::min(found + behind, html.size());
}

bool starts_name(std::string_view html, std::size_t at, std::string_view name) {
    return html.size() - at > name.size() &&
           core::equals_ignoring_case(html.substr(at, name.size()), name) &&
           ends_name(html[at + name.size()]);
}

}  // namespace

void AttributeReader::skip_space() {
    while (at_ < html_.size() && is_space(html_[at_])) ++at_;
}

bool AttributeReader::next(RawAttribute& attribute) {
    while (at_ < html_.size() && (is_space(html_[at_]) || html_[at_] == '/')) ++at_;
    if (at_ >= html_.size()) return false;
    if (html_[at_] == '>') {
        ++at_;
        return false;
    }
    const auto begin = at_++;  // a leading '=' belongs to the name
    while (at_ < html_.size() && !ends_name(html_[at_]) && html_[at_] != '=') ++at_;
    attribute = {.name = html_.substr(begin, at_ - begin)};
    skip_space();
    if (at_ < html_.size() && html_[at_] == '=') {
        ++at_;
        skip_space();
        read_value(attribute);
    }
    return true;
}

void AttributeReader::read_value(RawAttribute& attribute) {
    attribute.has_value = true;
    if (at_ >= html_.size() || html_[at_] == '>') return;
    if (html_[at_] == '"' || html_[at_] == '\'') {
        attribute.quote = html_[at_];
        const auto end = std::min(html_.find(attribute.quote, at_ + 1), html_.size());
        attribute.value = html_.substr(at_ + 1, end - at_ - 1);
        at_ = std::min(end + 1, html_.size());
        return;
    }
    const auto begin = at_;
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>') ++at_;
    attribute.value = html_.substr(begin, at_ - begin);
}

std::size_t behind_comment(std::string_view html, std::size_t at) {
    const auto rest = html.substr(at + 4);
    if (rest.starts_with(">")) return at + 5;
    if (rest.starts_with("->")) return at + 6;
    for (auto from = at + 4;;) {
        const auto dashes = html.find("--", from);
        if (dashes == npos) return html.size();
        auto end = dashes + 2;
        while (end < html.size() && html[end] == '-') ++end;
        if (end < html.size() && html[end] == '!') ++end;
        if (end < html.size() && html[end] == '>') return end + 1;
        from = end;
    }
}

std::size_t behind_bogus_comment(std::string_view html, std::size_t at) {
    return or_end(html.find('>', at), 1, html);
}

std::size_t end_of_raw_text(std::string_view html, std::size_t at, std::string_view name) {
    for (;; at += 2) {
        at = html.find("</", at);
        if (at == npos) return html.size();
        if (starts_name(html, at + 2, name)) return at;
    }
}

std::size_t end_of_script(std::string_view html, std::size_t at) {
    auto end = end_of_raw_text(html, at, "script");
    const auto comment = html.substr(0, end).find("<!--", at);
    if (comment == npos) return end;
    // From "<!--" on, "<script" hides the next "</script", until "-->".
    bool escaped = true;
    bool hidden = false;
    for (at = comment + 4; at < html.size(); ++at) {
        at = html.find_first_of("<-", at);
        if (at == npos) return html.size();
        if (html.compare(at, 3, "-->") == 0) {
            escaped = hidden = false;
        } else if (html.compare(at, 4, "<!--") == 0) {
            escaped = true;
        } else if (html[at] == '<' && escaped && !hidden && starts_name(html, at + 1, "script")) {
            hidden = true;
        } else if (html.compare(at, 2, "</") == 0 && starts_name(html, at + 2, "script")) {
            if (!hidden) return at;
            hidden = false;
        }
    }
    return html.size();
}

std::size_t behind_tag(std::string_view html, std::size_t at) {
    AttributeReader attributes(html, at);
    for (RawAttribute attribute; attributes.next(attribute);) continue;
    return attributes.position();
}

std::string_view tag_name_at(std::string_view html, std::size_t at) {
    auto end = at;
    while (end < html.size() && !ends_name(html[end])) ++end;
    return html.substr(at, end - at);
}

}  // namespace extractor
