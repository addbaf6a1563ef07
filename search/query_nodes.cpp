// The leaves of a query, and what keeps their number down.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.h"
#include "search/query_reader.h"

namespace search {

// What a value could not be read as, is searched as words.
std::optional<Node> QueryReader::noted(ReadValue value, std::string_view name,
                                       std::string_view text) {
    if (value) {
        if (!count_words(1)) return std::nullopt;
        return std::move(*value);
    }
    note(fmt::format("«{}:{}» {}; searched as words", name, text, value.error()));
    return word_node(text.empty() ? name : text);
}

std::optional<Node> QueryReader::field_node(Field field, std::string_view value) {
    if (has_codes(field)) return noted(read_code(field, value), row(field).name, value);
    if (!count_words(1)) return std::nullopt;
    if (value.ends_with('*') && !may_have_wildcard(value.substr(0, value.size() - 1)))
        value.remove_suffix(1);
    if (field == Field::Lang) value = value.substr(0, value.find('-'));
    if (value.empty()) return std::nullopt;
    return Node{.kind = Node::Kind::Field, .text = std::string(value), .field = field};
}

// about:(A OR B): the field goes to each of the words.
std::optional<Node> QueryReader::fielded(Field field, Node group) {
    using Kind = Node::Kind;
    if (group.kind == Kind::Word || group.kind == Kind::Phrase || group.kind == Kind::Wildcard) {
        auto leaf = field_node(field, group.kind == Kind::Wildcard ? group.text + "*" : group.text);
        if (leaf) leaf->excluded = group.excluded;
        return leaf;
    }
    if (group.children.empty()) return group;  // a field of its own
    if (group.kind == Kind::Near) group.kind = Kind::And;
    std::vector<Node> children;
    for (auto& child : group.children)
        if (auto one = fielded(field, std::move(child))) children.push_back(std::move(*one));
    if (children.empty()) return std::nullopt;
    group.children = std::move(children);
    return group;
}

std::optional<Node> QueryReader::word_node(std::string_view word) {
    if (!count_words(1)) return std::nullopt;
    if (word.ends_with('*')) return wildcard_node(word.substr(0, word.size() - 1));
    return Node{.kind = Node::Kind::Word, .text = std::string(word)};
}

std::optional<Node> QueryReader::wildcard_node(std::string_view stem) {
    if (may_have_wildcard(stem))
        return Node{.kind = Node::Kind::Wildcard, .text = std::string(stem)};
    if (stem.empty()) return std::nullopt;
    return Node{.kind = Node::Kind::Word, .text = std::string(stem)};
}

bool QueryReader::may_have_wildcard(std::string_view stem) {
    if (core::count_code_points(stem) >= kMinWildcardLetters && wildcards_ < kMaxWildcards) {
        ++wildcards_;
        return true;
    }
    note(
        fmt::format("«{}*» is searched as it stands: a * needs {} letters before it, and a query "
                    "has at most {} of them",
                    stem, kMinWildcardLetters, kMaxWildcards));
    return false;
}

// Whether so many more words may still be searched for.
bool QueryReader::count_words(std::size_t words) {
    const bool room = words_ < kMaxWords;
    if (!room) note(fmt::format("only the first {} words are searched for", kMaxWords));
    words_ += std::min(words, kMaxPhraseWords);
    return room;
}

}  // namespace search
