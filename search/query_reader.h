// Recursive descent through a query. Private to search/.
//
//     or   := and ("OR" and)*           near  := item (("NEAR" | "NEAR/n" | "w/n") item)*
//     and  := list ("AND" list)*        item  := word | word* | "phrase" | "phrase"~n
//     list := (("NOT" | "-")* near)+           | "(" or ")" | field:value | field:( or )
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/query.h"
#include "search/query_values.h"

namespace search {

class QueryReader {
public:
    explicit QueryReader(std::string_view text) : text_(text) {}  // valid UTF-8, no controls
    Node read();
    Node read_passage();
    std::vector<std::string> take_notes() { return std::move(notes_); }

private:
    void note(std::string text);
    bool at_end();
    bool at_end_of_list();
    std::string_view peek_word();
    bool take_operator(std::string_view word);
    bool take_exclusions();
    std::optional<unsigned> take_near();
    std::optional<unsigned> take_slop();

    Node read_or(std::size_t depth);
    Node read_and(std::size_t depth);
    Node read_list(std::size_t depth);
    std::optional<Node> read_near(std::size_t depth);
    std::optional<Node> read_item(std::size_t depth);
    std::optional<Node> read_brackets(std::size_t depth);
    std::optional<Node> read_phrase();
    std::optional<Node> read_word(std::size_t depth);
    std::optional<Node> read_field(Field field, std::string_view value, std::size_t depth);

    std::optional<Node> noted(ReadValue value, std::string_view name, std::string_view text);
    std::optional<Node> field_node(Field field, std::string_view value);
    std::optional<Node> fielded(Field field, Node group);
    std::optional<Node> word_node(std::string_view word);
    std::optional<Node> wildcard_node(std::string_view stem);
    bool may_have_wildcard(std::string_view stem);
    bool count_words(std::size_t words);

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t words_ = 0;
    std::size_t wildcards_ = 0;
    std::vector<std::string> notes_;
};

}  // namespace search
