#include "extractor/page/script_story.h"

#include <algorithm>
#include <array>
#include <vector>

#include "extractor/page/json.h"
#include "extractor/page/limits.h"

namespace extractor {

namespace {

using Kind = JsonNode::Kind;

constexpr std::size_t kLeastStory = 600;     // bytes of text
constexpr std::size_t kLeastParagraphs = 3;  // of a story that comes in pieces

// Members that hold a whole story as text or HTML, and those that hold a piece of a paragraph.
constexpr std::array<std::string_view, 6> whole_keys{"articleBody", "body", "content",
                                                     "bodyHtml",    "html", "articleHtml"};
constexpr std::array<std::string_view, 4> piece_keys{"value", "text", "content", "html"};
constexpr std::array<std::string_view, 4> paragraph_types{"paragraph", "Paragraph", "p", "text"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

void append_escaped(std::string& html, std::string_view text) {
    for (const char c : text) {
        if (c == '<')
            html += "&lt;";
        else if (c == '&')
            html += "&amp;";
        else
            html += c;
    }
}

class StoryReader {
public:
    explicit StoryReader(std::string_view text) : json_(text) {}
    std::string run();

private:
    std::string whole() const;
    std::string in_paragraphs() const;
    bool is_paragraph(JsonIndex object) const;
    std::string pieces(JsonIndex paragraph) const;

    Json json_;
};

std::string StoryReader::run() {
    auto paragraphs = in_paragraphs();
    return paragraphs.size() >= kLeastStory ? paragraphs : whole();
}

// The longest string that calls itself a body.
std::string StoryReader::whole() const {
    std::optional<JsonIndex> longest;
    for (JsonIndex n = 0; n < json_.nodes().size(); ++n)
        if (json_.is(n, Kind::String) && has(whole_keys, json_.key(n)) &&
            json_.raw(n).find("<script") == std::string_view::npos &&
            (!longest || json_.raw(n).size() > json_.raw(*longest).size()))
            longest = n;
    if (!longest || json_.raw(*longest).size() < kLeastStory) return {};
    auto text = resolve_escapes(json_.raw(*longest));
    if (text.find("<p") != std::string::npos || text.find("<br") != std::string::npos) return text;
    std::string html = "<p>";
    for (const auto line : core::split(text, '\n')) {
        html += line;
        html += "</p><p>";
    }
    return html;
}

bool StoryReader::is_paragraph(JsonIndex object) const {
    if (!json_.is(object, Kind::Object)) return false;
    const auto type = json_.member(object, "type");
    return type && json_.is(*type, Kind::String) && has(paragraph_types, json_.raw(*type));
}

std::string StoryReader::pieces(JsonIndex paragraph) const {
    std::string text;
    for (auto n = paragraph + 1; n < json_.end(paragraph); ++n)
        if (json_.is(n, Kind::String) && has(piece_keys, json_.key(n)))
            text += resolve_escapes(json_.raw(n));
    return text;
}

// The array that holds most text in paragraphs: {"type": "paragraph", "content": […]}.
std::string StoryReader::in_paragraphs() const {
    std::string longest;
    for (JsonIndex n = 0; n < json_.nodes().size(); ++n) {
        if (!json_.is(n, Kind::Array)) continue;
        std::string html;
        std::size_t count = 0;
        for (auto item = n + 1; item < json_.end(n); item = json_.end(item)) {
            if (!is_paragraph(item)) continue;
            html += "<p>";
            append_escaped(html, pieces(item));
            html += "</p>";
            ++count;
        }
        if (count >= kLeastParagraphs && html.size() > longest.size()) longest = std::move(html);
    }
    return longest;
}

}  // namespace

std::optional<std::string> find_script_story(const Document& document) {
    std::string longest;
    const auto look_at = [&](core::Span body) {
        const auto text = document.at_source(body);
        if (text.size() < kLeastStory || text.size() > limits::kScriptBytes) return;
        auto story = StoryReader(text).run();
        if (story.size() > longest.size()) longest = std::move(story);
    };
    for (const auto body : document.json_ld)
        if (document.at_source(body).find("articleBody") != std::string_view::npos) look_at(body);
    for (const auto& state : document.page_states) look_at(state.body);
    return longest.size() < kLeastStory ? std::nullopt : std::optional(std::move(longest));
}

}  // namespace extractor
