#include "extractor/page/json.h"

#include <algorithm>

namespace extractor {

namespace {

constexpr std::size_t kNodes = 100'000;  // values beyond are left out
constexpr std::size_t kDepth = 64;       // of open objects and arrays: what is deeper is left out

bool is_literal(char c) {
    return core::is_digit(c) || core::is_alpha(c) || c == '-' || c == '+' || c == '.' || c == '_';
}

}  // namespace

class JsonReader {
public:
    JsonReader(std::string_view text, std::vector<JsonNode>& nodes) : text_(text), nodes_(nodes) {
        open_.reserve(kDepth);
    }

    void read() {
        add(JsonNode::Kind::Array, {});
        open_.push_back(0);
        while (at_ < text_.size() && nodes_.size() < kNodes) step();
        while (!open_.empty()) close();
    }

private:
    void step() {
        const char c = text_[at_];
        if (c == '{' || c == '[') return open(c);
        if (c == '}' || c == ']') return close_bracket();
        if (c == '"') return string();
        if (c == '/' && skip_comment()) return;
        if (is_literal(c) && open_.size() > 1) return literal();
        ++at_;
    }

    bool in_object() const { return nodes_[open_.back()].kind == JsonNode::Kind::Object; }

    void add(JsonNode::Kind kind, core::Span value) {
        nodes_.push_back({kind, static_cast<JsonIndex>(nodes_.size() + 1), key_, value});
        key_ = {};
        has_key_ = false;
    }

    void open(char bracket) {
        ++at_;
        if (open_.size() + too_deep_ >= kDepth) {
            key_ = {};
            has_key_ = false;
            ++too_deep_;
            return;
        }
        const bool is_object = bracket == '{';
        add(is_object ? JsonNode::Kind::Object : JsonNode::Kind::Array, {at_ - 1, at_});
        open_.push_back(static_cast<JsonIndex>(nodes_.size() - 1));
    }

    void close_bracket() {
        ++at_;
        if (too_deep_ > 0) {
            --too_deep_;
        } else if (open_.size() > 1) {
            close();
        }
    }

    void close() {
        nodes_[open_.back()].end = static_cast<JsonIndex>(nodes_.size());
        open_.pop_back();
        key_ = {};
        has_key_ = false;
    }

    // "/* … */" and "// …"; nothing else begins with a slash between two values.
    bool skip_comment() {
        const auto mark = text_.substr(at_, 2);
        if (mark != "/*" && mark != "//") return false;
        const auto end = text_.find(mark == "/*" ? "*/" : "\n", at_ + 2);
        at_ = end == std::string_view::npos ? text_.size() : end + (mark == "/*" ? 2 : 1);
        return true;
    }

    void literal() {
        const auto begin = at_;
        while (at_ < text_.size() && is_literal(text_[at_])) ++at_;
        take(JsonNode::Kind::Literal, {begin, at_});
    }

    void string() {
        const auto begin = at_ + 1;
        const bool is_key = in_object() && !has_key_;
        auto end = begin;
        while (end < text_.size() && !(text_[end] == '"' && closes(end + 1, is_key)))
            end += text_[end] == '\\' ? 2 : 1;
        end = std::min(end, text_.size());
        at_ = std::min(end + 1, text_.size());
        take(JsonNode::Kind::String, {begin, end});
    }

    // In an object every second string or word is a key: the one that a colon follows.
    void take(JsonNode::Kind kind, core::Span value) {
        if (too_deep_ > 0) return;
        if (!in_object() || has_key_) return add(kind, value);
        const auto colon = behind_space(at_);
        if (colon >= text_.size() || text_[colon] != ':') return;
        key_ = value;
        has_key_ = true;
        at_ = colon + 1;
    }

    // Whether a quote before `at` ends its string, by what comes next: writers forget to escape.
    bool closes(std::size_t at, bool is_key) const {
        const auto next = behind_space(at);
        if (next >= text_.size()) return true;
        const char c = text_[next];
        if (is_key) return c == ':';
        if (c == '}' || c == ']') return true;
        if (c == '"') return text_.substr(at, next - at).find('\n') != std::string_view::npos;
        if (c != ',') return false;
        const auto after = behind_space(next + 1);
        if (after >= text_.size()) return true;
        const char d = text_[after];
        if (in_object()) return d == '"' || d == '}' || d == '/' || d == ',';
        return d == '"' || d == '{' || d == '[' || d == ']' || d == '-' || core::is_digit(d);
    }

    std::size_t behind_space(std::size_t at) const {
        while (at < text_.size() && core::is_space(text_[at])) ++at;
        return at;
    }

    std::string_view text_;
    std::vector<JsonNode>& nodes_;
    std::size_t at_ = 0;
    std::vector<JsonIndex> open_;
    std::size_t too_deep_ = 0;  // open brackets beyond kDepth
    core::Span key_;
    bool has_key_ = false;
};

Json::Json(std::string_view text) : text_(text) { JsonReader(text, nodes_).read(); }

std::optional<JsonIndex> Json::member(JsonIndex object, std::string_view key) const {
    if (!is(object, JsonNode::Kind::Object)) return std::nullopt;
    for (auto child = object + 1; child < end(object); child = end(child))
        if (this->key(child) == key) return child;
    return std::nullopt;
}

std::string Json::text(JsonIndex node) const {
    const auto& value = nodes_[node];
    if (value.kind != JsonNode::Kind::String && value.kind != JsonNode::Kind::Literal) return "";
    if (value.kind == JsonNode::Kind::Literal && raw(node) == "null") return "";
    return std::string(core::trim(resolve_entities(resolve_escapes(raw(node)))));
}

}  // namespace extractor
