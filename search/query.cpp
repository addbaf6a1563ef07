#include "search/query.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "core/text.h"
#include "core/vocabulary.h"

namespace search {

namespace {

// What people paste: typographic quotes and dashes.
struct Replacement {
    std::string_view from, to;
};
constexpr std::array<Replacement, 8> kReplacements{{{"\u201C", "\""},
                                                    {"\u201D", "\""},
                                                    {"\u201E", "\""},
                                                    {"\u00AB", "\""},
                                                    {"\u00BB", "\""},
                                                    {"\u2018", "'"},
                                                    {"\u2019", "'"},
                                                    {"\u00A0", " "}}};

std::string straightened(std::string_view text) {
    std::string straight;
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = text.substr(at);
        const auto* found =
            std::find_if(kReplacements.begin(), kReplacements.end(),
                         [&](const Replacement& r) { return rest.starts_with(r.from); });
        if (found == kReplacements.end()) {
            const auto c = static_cast<unsigned char>(text[at++]);
            straight += c < 0x20 ? ' ' : static_cast<char>(c);
        } else {
            straight += found->to;
            at += found->from.size();
        }
    }
    return straight;
}

template <class E>
bool is_code(std::string_view value) {
    return core::from_code<E>(value).has_value();
}
template <class E>
std::string known_codes() {
    std::string all;
    for (const auto& term : core::Vocabulary<E>::terms)
        all += (all.empty() ? "" : ", ") + std::string(term.code);
    return all;
}

struct CodedField {
    Field field;
    bool (*knows)(std::string_view);
    std::string (*known)();
};
constexpr std::array<CodedField, 4> kCodedFields{
    {{Field::Conduct, is_code<core::Conduct>, known_codes<core::Conduct>},
     {Field::Evidence, is_code<core::EvidenceType>, known_codes<core::EvidenceType>},
     {Field::Kind, is_code<core::ClaimKind>, known_codes<core::ClaimKind>},
     {Field::Certainty, is_code<core::Certainty>, known_codes<core::Certainty>}}};

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    Node read() {
        Node root = read_or(0);
        // A bracket too many is passed over, and what follows it still counts.
        while (at_ < text_.size()) {
            ++at_;
            Node more = read_or(0);
            if (!more.children.empty()) root.children.push_back(std::move(more));
        }
        return root;
    }
    std::vector<std::string>& notes() { return notes_; }

private:
    void skip_spaces() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }
    // A bare word at this place, without moving.
    std::string_view peek_word() {
        skip_spaces();
        const auto end = text_.find_first_of(" ()\"", at_);
        return text_.substr(at_, end == std::string_view::npos ? end : end - at_);
    }
    bool take_operator(std::string_view word) {
        if (peek_word() != word) return false;
        at_ += word.size();
        return true;
    }

    Node read_or(std::size_t depth) {
        Node node = read_and(depth);
        if (peek_word() != "OR") return node;
        Node either{.kind = Node::Kind::Or};
        either.children.push_back(std::move(node));
        while (take_operator("OR")) either.children.push_back(read_and(depth));
        return either;
    }

    Node read_and(std::size_t depth) {
        Node node = read_list(depth);
        if (peek_word() != "AND") return node;
        Node both{.kind = Node::Kind::And};
        both.children.push_back(std::move(node));
        while (take_operator("AND")) both.children.push_back(read_list(depth));
        return both;
    }

    bool at_end_of_list() {
        const auto word = peek_word();
        return at_ >= text_.size() || text_[at_] == ')' || word == "OR" || word == "AND";
    }

    Node read_list(std::size_t depth) {
        Node list{.kind = Node::Kind::List};
        while (!at_end_of_list()) {
            const bool excluded = take_operator("NOT") || take_minus();
            if (at_end_of_list()) break;
            auto item = read_near(depth);
            if (!item) continue;
            item->excluded = item->excluded != excluded;
            list.children.push_back(std::move(*item));
        }
        return list;
    }

    // A minus excludes only where a word begins behind it: "GPT-4" and "a - b" do not.
    bool take_minus() {
        skip_spaces();
        if (at_ + 1 >= text_.size() || text_[at_] != '-') return false;
        const char next = text_[at_ + 1];
        if (next == ' ' || next == '-' || next == ')') return false;
        ++at_;
        return true;
    }

    // NEAR or NEAR/5 between two items.
    std::optional<unsigned> take_near() {
        const auto word = peek_word();
        if (!word.starts_with("NEAR")) return std::nullopt;
        std::optional<int> distance = 10;
        if (word.size() > 4) distance = word[4] == '/' ? number(word.substr(5)) : std::nullopt;
        if (!distance || *distance == 0) return std::nullopt;
        at_ += word.size();
        return std::min(static_cast<unsigned>(*distance), kMaxNear);
    }

    std::optional<Node> read_near(std::size_t depth) {
        auto left = read_primary(depth);
        while (left) {
            const auto distance = take_near();
            if (!distance) break;
            const auto behind_near = at_;
            auto right = at_end_of_list() ? std::nullopt : read_primary(depth);
            if (!right || !may_be_near(*left) || !may_be_near(*right)) {
                at_ = behind_near;  // what follows stands for itself
                notes_.emplace_back(
                    "NEAR stands between two words or phrases; searched without it");
                break;
            }
            Node near{.kind = Node::Kind::Near, .distance = *distance};
            near.children.push_back(std::move(*left));
            near.children.push_back(std::move(*right));
            left = std::move(near);
        }
        return left;
    }

    static bool may_be_near(const Node& node) {
        using Kind = Node::Kind;
        if (node.kind == Kind::Word || node.kind == Kind::Phrase || node.kind == Kind::Near)
            return true;
        const bool group = node.kind == Kind::List || node.kind == Kind::Or;
        return group && std::all_of(node.children.begin(), node.children.end(), may_be_near);
    }

    std::optional<Node> read_primary(std::size_t depth) {
        skip_spaces();
        if (text_[at_] == '"') return read_phrase();
        if (text_[at_] == '(') return read_brackets(depth);
        const auto word = peek_word();
        at_ += word.size();
        const auto colon = word.find(':');
        if (colon != std::string_view::npos) {
            if (word.substr(0, colon) == "date") return read_dates(word.substr(colon + 1), word);
            if (word.substr(0, colon) == "origins")
                return read_origins(word.substr(colon + 1), word);
            if (const auto field = field_named(word.substr(0, colon)))
                return read_field(*field, word.substr(colon + 1));
        }
        return word_node(word);
    }

    std::optional<Node> read_brackets(std::size_t depth) {
        ++at_;
        if (depth >= kMaxDepth) {
            if (depth == kMaxDepth) notes_.emplace_back("brackets nested too deeply are left out");
            return std::nullopt;
        }
        Node inner = read_or(depth + 1);
        if (at_ < text_.size() && text_[at_] == ')') ++at_;
        if (inner.children.empty()) return std::nullopt;
        return inner;
    }

    std::optional<Node> read_phrase() {
        const auto end = text_.find('"', at_ + 1);
        if (end == std::string_view::npos) {
            // A lone quotation mark is no phrase: people write 6" and forget to close.
            ++at_;
            return std::nullopt;
        }
        const auto words = core::trim(text_.substr(at_ + 1, end - at_ - 1));
        at_ = end + 1;
        if (words.empty()) return std::nullopt;
        return Node{.kind = Node::Kind::Phrase, .text = std::string(words)};
    }

    std::optional<Node> read_field(Field field, std::string_view value) {
        if (value.empty() && at_ < text_.size() && text_[at_] == '"') {
            auto phrase = read_phrase();
            if (!phrase) return std::nullopt;
            return field_node(field, phrase->text);
        }
        if (value.empty()) return word_node(row(field).name);
        return field_node(field, value);
    }

    std::optional<Node> field_node(Field field, std::string_view value) {
        const auto* coded = std::find_if(kCodedFields.begin(), kCodedFields.end(),
                                         [&](const CodedField& f) { return f.field == field; });
        if (coded != kCodedFields.end()) {
            const auto code = core::lower_ascii(value);
            if (!coded->knows(code)) {
                notes_.push_back(fmt::format("«{}» is no {}, searched as words; known are: {}",
                                             value, row(field).name, coded->known()));
                return word_node(value);
            }
            return Node{.kind = Node::Kind::Field, .text = code, .field = field};
        }
        return Node{.kind = Node::Kind::Field, .text = std::string(value), .field = field};
    }

    std::optional<Node> read_dates(std::string_view value, std::string_view whole) {
        Node node{.kind = Node::Kind::Dates};
        const auto dots = value.find("..");
        const auto first = value.substr(0, dots);
        const auto last = dots == std::string_view::npos ? first : value.substr(dots + 2);
        const auto from = core::parse_day_range(first);
        const auto to = core::parse_day_range(last);
        const bool bad = (!from && !first.empty()) || (!to && !last.empty()) || (!from && !to);
        if (bad) {
            notes_.push_back(fmt::format(
                "«{}» is no date as in date:2025-01..2025-06, searched as words", whole));
            return word_node(whole);
        }
        if (from) node.from = from->first;
        if (to) node.to = to->last;
        if (node.from && node.to && *node.to < *node.from) {
            notes_.push_back(fmt::format("«{}» ends before it begins; turned round", whole));
            std::swap(node.from, node.to);
            node.from = to->first;
            node.to = from->last;
        }
        return node;
    }

    std::optional<Node> read_origins(std::string_view value, std::string_view whole) {
        const auto dots = value.find("..");
        const auto first = value.substr(0, dots);
        const auto last = dots == std::string_view::npos ? first : value.substr(dots + 2);
        Node node{.kind = Node::Kind::Origins, .least = number(first), .most = number(last)};
        if ((!node.least && !first.empty()) || (!node.most && !last.empty()) ||
            (!node.least && !node.most)) {
            notes_.push_back(
                fmt::format("«{}» is no number as in origins:2.., searched as words", whole));
            return word_node(whole);
        }
        return node;
    }

    std::optional<Node> word_node(std::string_view word) {
        if (++words_ > kMaxWords) {
            if (words_ == kMaxWords + 1)
                notes_.push_back(
                    fmt::format("only the first {} words are searched for", kMaxWords));
            return std::nullopt;
        }
        if (word.ends_with('*')) return wildcard_node(word.substr(0, word.size() - 1));
        return Node{.kind = Node::Kind::Word, .text = std::string(word)};
    }

    std::optional<Node> wildcard_node(std::string_view stem) {
        if (core::count_code_points(stem) < kMinWildcardLetters || wildcards_ >= kMaxWildcards) {
            notes_.push_back(
                fmt::format("«{}*» is searched as it stands: at least {} letters before "
                            "a *, and at most {} of them",
                            stem, kMinWildcardLetters, kMaxWildcards));
            if (stem.empty()) return std::nullopt;
            return Node{.kind = Node::Kind::Word, .text = std::string(stem)};
        }
        ++wildcards_;
        return Node{.kind = Node::Kind::Wildcard, .text = std::string(stem)};
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t words_ = 0, wildcards_ = 0;
    std::vector<std::string> notes_;
};

std::string dates_text(const Node& node) {
    return fmt::format("date:{}..{}", node.from ? core::to_text(*node.from) : "",
                       node.to ? core::to_text(*node.to) : "");
}

std::string quoted_if_needed(const std::string& text) {
    return text.find(' ') == std::string::npos ? text : "\"" + text + "\"";
}

std::string joined(const Node& node, std::string_view between) {
    std::string text;
    for (const auto& child : node.children) {
        const bool brackets = child.kind == Node::Kind::And || child.kind == Node::Kind::Or ||
                              (child.kind == Node::Kind::List && child.children.size() > 1);
        if (!text.empty()) text += between;
        if (child.excluded) text += "NOT ";
        text += brackets ? "(" + print_query(child) + ")" : print_query(child);
    }
    return text;
}

}  // namespace

Parsed parse_query(std::string_view text) {
    const auto straight = straightened(text.substr(0, kMaxQueryBytes));
    const auto repaired = core::repair_utf8(straight);
    Parsed parsed;
    Parser reader(repaired);
    parsed.root = reader.read();
    parsed.notes = std::move(reader.notes());
    if (text.size() > kMaxQueryBytes)
        parsed.notes.push_back(
            fmt::format("only the first {} bytes of the query are read", kMaxQueryBytes));
    return parsed;
}

std::string print_query(const Node& node) {
    switch (node.kind) {
        case Node::Kind::Word: return node.text;
        case Node::Kind::Wildcard: return node.text + "*";
        case Node::Kind::Phrase: return "\"" + node.text + "\"";
        case Node::Kind::Field:
            return fmt::format("{}:{}", row(node.field).name, quoted_if_needed(node.text));
        case Node::Kind::Dates: return dates_text(node);
        case Node::Kind::Origins:
            return fmt::format("origins:{}..{}", node.least ? std::to_string(*node.least) : "",
                               node.most ? std::to_string(*node.most) : "");
        case Node::Kind::Near: return joined(node, fmt::format(" NEAR/{} ", node.distance));
        case Node::Kind::List: return joined(node, " ");
        case Node::Kind::And: return joined(node, " AND ");
        case Node::Kind::Or: return joined(node, " OR ");
    }
    return {};
}

}  // namespace search
