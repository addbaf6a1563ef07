#include "search/query_reader.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "core/text.h"
#include "search/query_passage.h"

namespace search {

namespace {

std::optional<unsigned> distance(std::string_view text) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value == 0) return std::nullopt;
    return std::min(value, kMaxNear);
}

bool may_be_near(const Node& node) {
    using Kind = Node::Kind;
    if (node.excluded) return false;
    if (node.kind == Kind::Word || node.kind == Kind::Phrase || node.kind == Kind::Near)
        return true;
    const bool group = node.kind == Kind::List || node.kind == Kind::Or;
    return group && std::all_of(node.children.begin(), node.children.end(), may_be_near);
}

// What stands alone side by side with nothing, by itself.
Node unwrapped(Node node) {
    const bool is_single = node.kind == Node::Kind::List && node.children.size() == 1 &&
                           !node.children.front().excluded;
    if (!is_single) return node;
    Node only = std::move(node.children.front());
    return only;
}

Node near_node(Node left, Node right, unsigned distance) {
    Node near{.kind = Node::Kind::Near, .distance = distance};
    near.children.push_back(std::move(left));
    near.children.push_back(std::move(right));
    return near;
}

}  // namespace

void QueryReader::note(std::string text) {
    const bool known = std::find(notes_.begin(), notes_.end(), text) != notes_.end();
    if (!known && notes_.size() < kMaxNotes) notes_.push_back(std::move(text));
}

bool QueryReader::at_end() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    return at_ >= text_.size();
}

bool QueryReader::at_end_of_list() {
    const auto word = peek_word();
    return at_ >= text_.size() || text_[at_] == ')' || word == "OR" || word == "AND";
}

// A bare word at this place, without moving.
std::string_view QueryReader::peek_word() {
    if (at_end()) return {};
    const auto end = text_.find_first_of(" ()\"", at_);
    return text_.substr(at_, end == std::string_view::npos ? end : end - at_);
}

bool QueryReader::take_operator(std::string_view word) {
    if (peek_word() != word) return false;
    at_ += word.size();
    return true;
}

// "NOT" and "-", any number of them. A minus excludes only where a word begins behind it:
// "GPT-4" and "a - b" do not.
bool QueryReader::take_exclusions() {
    bool excluded = false;
    for (;;) {
        const bool is_minus = !at_end() && text_[at_] == '-' && at_ + 1 < text_.size() &&
                              std::string_view(" -)*").find(text_[at_ + 1]) == std::string::npos;
        if (is_minus)
            ++at_;
        else if (!take_operator("NOT"))
            return excluded;
        excluded = !excluded;
    }
}

// NEAR, NEAR/5 or w/5 between two items.
std::optional<unsigned> QueryReader::take_near() {
    const auto word = peek_word();
    std::optional<unsigned> found;
    if (word == "NEAR") found = 10;
    if (word.starts_with("NEAR/")) found = distance(word.substr(5));
    if (word.starts_with("w/")) found = distance(word.substr(2));
    if (found) at_ += word.size();
    return found;
}

// ~5 directly behind a phrase.
std::optional<unsigned> QueryReader::take_slop() {
    if (at_ >= text_.size() || text_[at_] != '~') return std::nullopt;
    const auto word = peek_word();
    const auto found = distance(word.substr(1));
    if (found) at_ += word.size();
    return found;
}

Node QueryReader::read() {
    Node root = read_or(0);
    // Only a bracket too many stops read_or here; what follows it still counts.
    while (!at_end()) {
        note("a closing bracket too many is passed over");
        ++at_;
        Node more = read_or(0);
        if (more.children.empty()) continue;
        if (root.kind != Node::Kind::List) {
            Node list{.kind = Node::Kind::List};
            list.children.push_back(std::move(root));
            root = std::move(list);
        }
        root.children.push_back(std::move(more));
    }
    return unwrapped(std::move(root));
}

Node QueryReader::read_passage() {
    if (text_.find('"') != std::string_view::npos)
        note("read as a passage of text: its quotation marks are no operators");
    Node list{.kind = Node::Kind::List};
    for (const auto word : words_of_passage(text_))
        if (count_words(1))
            list.children.push_back({.kind = Node::Kind::Word, .text = std::string(word)});
    return list;
}

Node QueryReader::read_or(std::size_t depth) {
    Node node = read_and(depth);
    if (peek_word() != "OR") return node;
    Node either{.kind = Node::Kind::Or};
    const auto add = [&](Node operand) {
        if (operand.children.empty())
            note("OR stands beside nothing; passed over");
        else
            either.children.push_back(std::move(operand));
    };
    add(std::move(node));
    while (take_operator("OR")) add(read_and(depth));
    return either;
}

Node QueryReader::read_and(std::size_t depth) {
    Node node = read_list(depth);
    if (peek_word() != "AND") return node;
    Node both{.kind = Node::Kind::And};
    const auto add = [&](Node operand) {
        if (operand.children.empty())
            note("AND stands beside nothing; passed over");
        else
            both.children.push_back(std::move(operand));
    };
    add(std::move(node));
    while (take_operator("AND")) add(read_list(depth));
    return both;
}

Node QueryReader::read_list(std::size_t depth) {
    Node list{.kind = Node::Kind::List};
    while (!at_end_of_list()) {
        const bool excluded = take_exclusions();
        if (at_end_of_list()) {
            if (excluded) note("NOT stands before nothing; passed over");
            break;
        }
        auto item = read_near(depth);
        if (!item) continue;
        item->excluded = item->excluded != excluded;
        list.children.push_back(std::move(*item));
    }
    return list;
}

std::optional<Node> QueryReader::read_near(std::size_t depth) {
    if (take_near()) {
        note("NEAR stands between two words or phrases; passed over");
        return std::nullopt;
    }
    auto left = read_item(depth);
    while (left) {
        const auto distance = take_near();
        if (!distance) break;
        const auto behind_near = at_;
        const auto known_words = words_;
        const bool nothing = at_end_of_list() || peek_word() == "NOT";
        auto right = nothing ? std::nullopt : read_item(depth);
        if (!right || !may_be_near(*left) || !may_be_near(*right)) {
            at_ = behind_near;  // what follows stands for itself
            words_ = known_words;
            note("NEAR stands between two words or phrases; passed over");
            break;
        }
        left = near_node(std::move(*left), std::move(*right), *distance);
    }
    return left;
}

std::optional<Node> QueryReader::read_item(std::size_t depth) {
    if (at_end()) return std::nullopt;
    if (text_[at_] == '"') return read_phrase();
    if (text_[at_] == '(') return read_brackets(depth);
    return read_word(depth);
}

std::optional<Node> QueryReader::read_brackets(std::size_t depth) {
    ++at_;
    if (depth >= kMaxDepth) {
        note("brackets nested too deeply are passed over");
        return std::nullopt;
    }
    Node inner = read_or(depth + 1);
    if (at_ < text_.size() && text_[at_] == ')')
        ++at_;
    else if (at_end())
        note("a bracket is not closed; it ends with the query");
    if (inner.children.empty()) return std::nullopt;
    return unwrapped(std::move(inner));
}

std::optional<Node> QueryReader::read_phrase() {
    const auto end = text_.find('"', at_ + 1);
    if (end == std::string_view::npos) {
        ++at_;  // people write 6", and forget to close
        note("a quotation mark stands alone; passed over");
        return std::nullopt;
    }
    const auto phrase = core::trim(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    const auto slop = take_slop();
    const auto words = core::split(phrase, ' ');
    if (phrase.empty() || !count_words(words.size())) return std::nullopt;
    if (!slop || words.size() == 1 || words.size() > kMaxPhraseWords)
        return Node{.kind = Node::Kind::Phrase, .text = std::string(phrase)};
    std::optional<Node> near;
    for (const auto text : words) {
        if (text.empty()) continue;
        Node word{.kind = Node::Kind::Word, .text = std::string(text)};
        if (near)
            near = near_node(std::move(*near), std::move(word), *slop);
        else
            near = std::move(word);
    }
    return near;
}

std::optional<Node> QueryReader::read_word(std::size_t depth) {
    const auto word = peek_word();
    at_ += word.size();
    const auto colon = word.find(':');
    if (colon == std::string_view::npos) return word_node(word);
    const auto name = core::lower_ascii(word.substr(0, colon));
    const auto value = word.substr(colon + 1);
    if (name == "date" || name == "happened") {
        const auto kind = name == "date" ? Node::Kind::Dates : Node::Kind::Happened;
        if (turned_round(value))
            note(fmt::format("«{}» ends before it begins; turned round", word));
        return noted(read_dates(kind, value), name, value);
    }
    if (name == "origins") return noted(read_origins(value), name, value);
    const auto field = field_named(name);
    return field ? read_field(*field, value, depth) : word_node(word);
}

std::optional<Node> QueryReader::read_field(Field field, std::string_view value,
                                            std::size_t depth) {
    const char next = at_ < text_.size() ? text_[at_] : ' ';
    if (value.empty() && next == '(') {
        auto group = read_brackets(depth);
        return group ? fielded(field, std::move(*group)) : std::nullopt;
    }
    if (value.empty() && next == '"') {
        const auto phrase = read_phrase();
        return phrase ? field_node(field, phrase->text) : std::nullopt;
    }
    return value.empty() ? word_node(row(field).name) : field_node(field, value);
}

}  // namespace search
