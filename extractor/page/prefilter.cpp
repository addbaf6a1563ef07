#include "extractor/page/prefilter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "extractor/page/left_out.h"
#include "extractor/page/limits.h"
#include "extractor/page/markup.h"
#include "extractor/page/open_elements.h"
#include "extractor/page/tags.h"
#include "extractor/page/treatments.h"

namespace extractor {

namespace {

constexpr auto npos = std::string_view::npos;

enum class Shown : std::uint8_t { AsItSays, No };

class Filter {
public:
    explicit Filter(std::string_view html) : html_(html) {
        out_.html.reserve(html.size() / 8 + 64);
    }
    Prefiltered run();

private:
    std::size_t markup(std::size_t at);
    std::size_t start_tag(std::size_t at);
    std::size_t end_tag(std::size_t at);
    std::size_t treat(Treatment treatment, std::size_t at, std::size_t name_end);
    std::size_t script(std::size_t at, std::size_t name_end);
    std::size_t title(std::size_t name_end);
    std::size_t shadow_root(std::size_t at, std::size_t name_end);
    std::size_t emit_start(std::string_view name, std::size_t name_end, Shown shown);
    void read_attributes(Tag tag, AttributeReader& reader);
    core::Span span_of(std::string_view part) const;
    void emit_text(core::Span text);
    void lower(std::string_view name);

    std::string_view html_;
    Prefiltered out_;
    OpenElements open_;
    std::size_t text_end_ = 0;    // of the output, behind the last number that stands for text
    std::string name_;            // of the tag at hand, in lower case
    std::array<bool, 3> seen_{};  // html, head, body
};

void append_number(std::string& html, std::size_t number) {
    std::array<char, 20> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    html.append(digits.data(), end);
}

std::size_t longest_of(Tag tag, AttributeName name) {
    if (name == AttributeName::Href) return limits::kHrefBytes;
    if (tag == Tag::Meta) return limits::kMetaBytes;
    return name == AttributeName::Class || name == AttributeName::Id ? limits::kClassBytes
                                                                     : limits::kValueBytes;
}

bool is_hiding(std::string_view style) {
    std::string folded;
    for (const char c : style.substr(0, limits::kValueBytes))
        if (!core::is_space(c)) folded += core::to_lower(c);
    return folded.find("display:none") != npos || folded.find("visibility:hidden") != npos;
}

core::Span Filter::span_of(std::string_view part) const {
    if (part.empty()) return {};
    const auto begin = static_cast<std::size_t>(part.data() - html_.data());
    return {begin, begin + part.size()};
}

Prefiltered Filter::run() {
    for (std::size_t at = 0; at < html_.size();) {
        const auto tag = std::min(html_.find('<', at), html_.size());
        emit_text({at, tag});
        at = tag < html_.size() ? markup(tag) : tag;
    }
    return std::move(out_);
}

std::size_t Filter::markup(std::size_t at) {
    const char next = at + 1 < html_.size() ? html_[at + 1] : '\0';
    if (core::is_alpha(next)) return start_tag(at);
    if (next == '/') {
        if (at + 2 < html_.size() && core::is_alpha(html_[at + 2])) return end_tag(at);
        return at + 2 < html_.size() ? behind_bogus_comment(html_, at) : html_.size();
    }
    if (next == '!') {
        if (html_.compare(at, 4, "<!--") == 0) return behind_comment(html_, at);
        const auto end = behind_bogus_comment(html_, at);
        if (core::equals_ignoring_case(html_.substr(at, 9), "<!doctype") && end - at < 512)
            out_.html.append(html_.substr(at, end - at));
        return end;
    }
    if (next == '?') return behind_bogus_comment(html_, at);
    emit_text({at, at + 1});
    return at + 1;
}

void Filter::lower(std::string_view name) {
    name_.clear();
    for (const char c : name.substr(0, 64)) name_ += core::to_lower(c);
}

std::size_t Filter::start_tag(std::size_t at) {
    const auto raw = tag_name_at(html_, at + 1);
    const auto name_end = at + 1 + raw.size();
    lower(raw);
    if (const auto* treatment = treatments.find(name_); treatment != nullptr)
        return treat(*treatment, at, name_end);
    return emit_start(name_, name_end, Shown::AsItSays);
}

std::size_t Filter::treat(Treatment treatment, std::size_t at, std::size_t name_end) {
    switch (treatment) {
        case Treatment::Script: return script(at, name_end);
        case Treatment::RawText: {
            const auto end = end_of_raw_text(html_, behind_tag(html_, name_end), name_);
            return behind_bogus_comment(html_, end);
        }
        case Treatment::Foreign: return behind_foreign(html_, at);
        case Treatment::Template: return shadow_root(at, name_end);
        case Treatment::Rcdata: return title(name_end);
        case Treatment::Plaintext:
            emit_text({behind_tag(html_, name_end), html_.size()});
            return html_.size();
        case Treatment::Drop: return behind_tag(html_, name_end);
        case Treatment::AsDiv: return emit_start("div", name_end, Shown::No);
        case Treatment::Once: {
            auto& seen = seen_[name_ == "html" ? 0 : name_ == "head" ? 1 : 2];
            if (seen) return behind_tag(html_, name_end);
            seen = true;
            return emit_start(name_, name_end, Shown::AsItSays);
        }
    }
    return behind_tag(html_, name_end);
}

std::size_t Filter::script(std::size_t at, std::size_t name_end) {
    const auto begin = behind_tag(html_, name_end);
    const auto end = end_of_script(html_, begin);
    const auto found = read_script(html_, {at, name_end}, {begin, end});
    if (found.kind == ScriptKind::JsonLd && out_.json_ld.size() < limits::kScripts)
        out_.json_ld.push_back(found.body);
    if (found.kind == ScriptKind::PageState && out_.page_states.size() < limits::kScripts)
        out_.page_states.push_back({found.name, found.body});
    return behind_bogus_comment(html_, end);
}

std::size_t Filter::title(std::size_t name_end) {
    const auto begin = behind_tag(html_, name_end);
    const auto end = end_of_raw_text(html_, begin, "title");
    out_.html += "<title>";
    emit_text({begin, end});
    out_.html += "</title>";
    return behind_bogus_comment(html_, end);
}

// A declarative shadow root is what a reader sees; any other template is not.
std::size_t Filter::shadow_root(std::size_t at, std::size_t name_end) {
    AttributeReader attributes(html_, name_end);
    for (RawAttribute attribute; attributes.next(attribute);)
        if (core::lower_ascii(attribute.name).starts_with("shadowroot"))
            return behind_tag(html_, name_end);
    return behind_template(html_, at);
}

// White space alone is what it is: it matters to the tree builder where other text does not stand.
void Filter::emit_text(core::Span text) {
    if (text.size() == 0) return;
    auto& texts = out_.texts;
    if (out_.html.size() == text_end_ && !texts.empty() && texts.back().end == text.begin) {
        texts.back().end = text.end;
        return;
    }
    if (core::trim(core::cut(html_, text)).empty()) {
        out_.html += ' ';
        return;
    }
    append_number(out_.html, texts.size());
    out_.html += ';';
    texts.push_back(text);
    text_end_ = out_.html.size();
}

std::size_t Filter::emit_start(std::string_view name, std::size_t name_end, Shown shown) {
    const auto tag = tag_of(name);
    const auto is_open =
        open_.open({.tag = tag, .nesting = nesting_of(name, tag), .hash = hash_of(name)});
    if (!is_open) return behind_tag(html_, name_end);
    out_.html += '<';
    out_.html += name;
    AttributeReader attributes(html_, name_end);
    if (shown == Shown::No) out_.values.push_back({AttributeName::Hidden, {}});
    read_attributes(tag, attributes);
    if (out_.values.size() > out_.starts.back()) {
        out_.html += ' ';
        append_number(out_.html, out_.starts.size() - 1);
        out_.starts.push_back(static_cast<std::uint32_t>(out_.values.size()));
    }
    out_.html += '>';
    return attributes.position();
}

void Filter::read_attributes(Tag tag, AttributeReader& reader) {
    std::uint32_t seen = 0;
    std::size_t count = 0;
    std::array<char, 24> folded{};
    for (RawAttribute attribute; reader.next(attribute);) {
        if (attribute.name.size() > folded.size() || count >= limits::kTagAttributes) continue;
        std::transform(attribute.name.begin(), attribute.name.end(), folded.begin(),
                       core::to_lower);
        auto name = attribute_of({folded.data(), attribute.name.size()});
        if (!name || attribute.value.size() > longest_of(tag, *name)) continue;
        if (*name == AttributeName::Style) {
            if (!is_hiding(attribute.value)) continue;
            name = AttributeName::Hidden;
            attribute.value = {};
        }
        const auto bit = 1u << static_cast<unsigned>(*name);
        if ((seen & bit) != 0) continue;
        seen |= bit;
        ++count;
        out_.values.push_back({*name, span_of(attribute.value)});
    }
}

std::size_t Filter::end_tag(std::size_t at) {
    const auto raw = tag_name_at(html_, at + 2);
    const auto end = behind_tag(html_, at + 2 + raw.size());
    lower(raw);
    if (const auto* treatment = treatments.find(name_); treatment != nullptr) {
        if (*treatment != Treatment::AsDiv) return end;
        name_ = "div";
    }
    const auto tag = tag_of(name_);
    if (!open_.close({.tag = tag, .nesting = nesting_of(name_, tag), .hash = hash_of(name_)}))
        return end;
    out_.html += "</";
    out_.html += name_;
    out_.html += '>';
    return end;
}

}  // namespace

Prefiltered prefilter(std::string_view html) { return Filter(html).run(); }

}  // namespace extractor
