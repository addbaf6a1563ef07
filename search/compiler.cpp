// From a query's tree to Xapian's.
#include <algorithm>

#include <xapian.h>

#include "search/bag.h"
#include "search/day_terms.h"
#include "search/spelling.h"
#include "search/terms.h"
#include "search/wildcards.h"

namespace search {

namespace {

using Xapian::Query;

constexpr std::size_t kFewWords = 8;
constexpr double kNameWeight = 3;  // of a whole name, against its words

Query joined(Query::op how, const std::vector<Query>& queries) {
    return queries.empty() ? Query() : Query(how, queries.begin(), queries.end());
}

std::vector<Token> capped_tokens(std::string_view text) {
    auto tokens = tokens_of(text);
    if (tokens.size() > kMaxPhraseWords) tokens.resize(kMaxPhraseWords);
    return tokens;
}

// The language that a query asks for; "" if it does not.
std::string language_of(const Node& node) {
    if (node.kind == Node::Kind::Field && node.field == Field::Lang && !node.excluded)
        return node.text;
    for (const auto& child : node.children)
        if (auto language = language_of(child); !language.empty()) return language;
    return {};
}

class Compiler {
public:
    Compiler(const Parsed& parsed, const Reading& reading)
        : reading_(reading), is_passage_(parsed.passage), words_(language_of(parsed.root)) {}

    Query root(const Node& node) {
        Query query = compile_root(node);
        if (query.empty()) return Query::MatchNothing;
        const auto name = name_in(node);
        if (!name) return query;
        return {Query::OP_AND_MAYBE, query,
                Query(Query::OP_SCALE_WEIGHT, Query(*name), kNameWeight)};
    }
    Sought take_sought() {
        sought_.stems = words_.take_stems();
        return std::move(sought_);
    }

private:
    // What was typed, if it may be nothing but a name.
    static std::optional<std::string> name_in(const Node& node) {
        std::vector<Token> words;
        const std::span<const Node> parts = node.kind == Node::Kind::List
                                                ? std::span<const Node>(node.children)
                                                : std::span(&node, 1);
        for (const auto& part : parts) {
            const bool is_text = part.kind == Node::Kind::Word || part.kind == Node::Kind::Phrase;
            if (!is_text || part.excluded) return std::nullopt;
            for (auto& token : tokens_of(part.text)) words.push_back(std::move(token));
        }
        return name_term(words);
    }

    // A long quotation by itself may have been pasted with its marks.
    Query compile_root(const Node& node) {
        const bool is_long =
            node.kind == Node::Kind::Phrase && core::split(node.text, ' ').size() > kWordsOfQuery;
        if (!is_long) return compile_node(node);
        sought_.demands_phrase = true;
        if (!reading_.lenient) return compile_node(node);
        Node list{.kind = Node::Kind::List};
        list.children.push_back(node);
        return compile_node(list);
    }

    Query compile_node(const Node& node) {
        switch (node.kind) {
            case Node::Kind::Word: return word(node.text);
            case Node::Kind::Wildcard: return wildcard(node.text);
            case Node::Kind::Phrase: return phrase(node.text);
            case Node::Kind::Field: return field(node.field, node.text);
            case Node::Kind::Dates:
                return days_query(kPublished, node.from, node.to, reading_.published);
            case Node::Kind::Happened:
                return days_query(kHappened, node.from, node.to, reading_.happened);
            case Node::Kind::Origins: return origins(node);
            case Node::Kind::Near: return near(node);
            case Node::Kind::List: return list(node);
            case Node::Kind::And: return every(node, Query::OP_AND);
            case Node::Kind::Or: return every(node, Query::OP_OR);
        }
        return {};
    }

    // One written word may be several: all of "R1-0528" must be there, and counts more as written.
    Query word(const std::string& text) {
        const auto tokens = capped_tokens(text);
        if (tokens.empty()) return {};
        sought_.ranks = true;
        if (tokens.size() == 1) return words_.term(tokens[0].word);
        std::vector<Query> stems;
        for (const auto& token : tokens) stems.push_back(words_.term(token.word));
        return {Query::OP_AND_MAYBE, joined(Query::OP_AND, stems), in_a_row(tokens)};
    }

    // Words as they are written, which stand so. Common ones cost most of all.
    Query standing(const Order& order) const {
        std::vector<Query> words;
        for (const auto word : order.words) words.emplace_back(std::string(word));
        const auto all = joined(Query::OP_AND, words);
        if (words.size() < 2) return all;
        return {Query::OP_FILTER, all,
                reading_.is_remote ? named_in_order(reading_.db, all, order, reading_.patience)
                                   : in_order(order, reading_.patience)};
    }
    Query in_a_row(const std::vector<Token>& tokens) const {
        Order order;
        for (const auto& token : tokens) order.words.emplace_back(token.word);
        return standing(order);
    }

    Query any_ending(const std::string& beginning) {
        sought_.is_costly = true;
        return search::any_ending(reading_.db, beginning);
    }

    Query wildcard(const std::string& beginning) {
        const auto tokens = capped_tokens(beginning);
        if (tokens.empty()) return {};
        sought_.ranks = true;
        words_.seek(tokens.back().word + "*");
        if (tokens.size() == 1) return any_ending(tokens[0].word);
        std::vector<Query> parts{any_ending(tokens.back().word)};
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i) parts.emplace_back(tokens[i].word);
        return joined(Query::OP_AND, parts);
    }

    Query phrase(const std::string& text) {
        const auto tokens = capped_tokens(text);
        for (const auto& token : tokens) words_.seek(token.word);
        sought_.ranks = sought_.ranks || !tokens.empty();
        sought_.is_costly = true;
        return in_a_row(tokens);
    }

    Query field(Field which, const std::string& value) {
        if (is_coded(which)) return Query(field_term(which, core::lower_ascii(value)));
        const auto tokens = capped_tokens(value);
        if (tokens.empty()) return Query::MatchNothing;
        if (value.ends_with('*') && tokens.size() == 1)
            return any_ending(field_term(which, tokens[0].word));
        std::vector<Query> parts;
        parts.reserve(tokens.size());
        for (const auto& token : tokens) parts.emplace_back(field_term(which, token.word));
        const auto window = static_cast<Xapian::termcount>(parts.size());
        return {Query::OP_PHRASE, parts.begin(), parts.end(), window};
    }

    static Query origins(const Node& node) {
        std::vector<Query> ends;
        if (node.least && *node.least > 0)
            ends.emplace_back(Query::OP_VALUE_GE, kSlotOrigins,
                              Xapian::sortable_serialise(*node.least));
        if (node.most)
            ends.emplace_back(Query::OP_VALUE_LE, kSlotOrigins,
                              Xapian::sortable_serialise(*node.most));
        return ends.empty() ? Query::MatchAll : joined(Query::OP_AND, ends);
    }

    // The words of a NEAR operand, any of which may stand near. Xapian knows it between words only:
    // a phrase counts with its first word and must be there as a phrase as well, and of a chain
    // "a NEAR b NEAR c" the end counts and the beginning must be there.
    struct NearSide {
        std::vector<std::string> words;
        std::vector<Query> also;
    };
    void add_near_side(const Node& node, NearSide& side) {
        if (node.kind == Node::Kind::Near) {
            side.also.push_back(near(node));
            return add_near_side(node.children[1], side);
        }
        for (const auto& child : node.children) add_near_side(child, side);
        if (node.kind != Node::Kind::Word && node.kind != Node::Kind::Phrase) return;
        const auto tokens = capped_tokens(node.text);
        if (tokens.empty()) return;
        side.words.push_back(tokens.front().word);
        words_.seek(tokens.front().word);
        if (tokens.size() > 1) side.also.push_back(phrase(node.text));
    }

    Query near(const Node& node) {
        constexpr std::size_t most_pairs = 64;
        NearSide left;
        NearSide right;
        add_near_side(node.children[0], left);
        add_near_side(node.children[1], right);
        std::vector<Query> pairs;
        for (const auto& a : left.words)
            for (const auto& b : right.words) {
                if (pairs.size() == most_pairs) break;
                pairs.push_back(standing(
                    {.kind = Order::Kind::Near, .words = {a, b}, .distance = node.distance}));
            }
        sought_.ranks = sought_.ranks || !pairs.empty();
        sought_.is_costly = true;
        if (pairs.empty()) return Query::MatchNothing;
        std::vector<Query> all{joined(Query::OP_OR, pairs)};
        for (auto* side : {&left, &right})
            std::move(side->also.begin(), side->also.end(), std::back_inserter(all));
        return joined(Query::OP_AND, all);
    }

    // Side by side: words are optional and ranked, phrases and fields are required, NOT is out.
    struct Parts {
        std::vector<Query> ranked, demanded, required, excluded;
    };

    Query list(const Node& node) {
        Parts parts;
        Bag bag;
        for (const auto& child : node.children) add_part(child, parts, bag);
        for (auto& query : words_.ranked(bag, reading_.is_remote ? nullptr : &reading_.patience))
            parts.ranked.push_back(std::move(query));
        sought_.ranks = sought_.ranks || !bag.empty();
        sought_.is_costly = sought_.is_costly || bag.words().size() > kFewWords;
        const bool has_words = !parts.ranked.empty();
        sought_.demands_phrase = sought_.demands_phrase || (has_words && !parts.demanded.empty());
        return combined(parts);
    }

    void add_part(const Node& child, Parts& parts, Bag& bag) {
        using Kind = Node::Kind;
        const bool is_bag_word = child.kind == Kind::Word && !child.excluded &&
                                 (is_passage_ || tokens_of(child.text).size() == 1);
        const bool is_wish = child.kind == Kind::Phrase && !child.excluded && reading_.lenient;
        if (is_bag_word || is_wish) bag.add(child.text);
        if (is_bag_word) return;
        Query query = compile_node(child);
        if (query.empty()) return;
        const bool is_filter =
            child.kind == Kind::Field || child.kind == Kind::Dates || child.kind == Kind::Origins;
        const bool is_demand = child.kind == Kind::Phrase && !reading_.lenient;
        auto& into = child.excluded ? parts.excluded
                     : is_filter    ? parts.required
                     : is_demand    ? parts.demanded
                                    : parts.ranked;
        into.push_back(std::move(query));
    }

    static Query combined(const Parts& parts) {
        const Query words = joined(Query::OP_OR, parts.ranked);
        const Query phrases = joined(Query::OP_AND, parts.demanded);
        Query query = phrases.empty() ? words
                      : words.empty() ? phrases
                                      : Query(Query::OP_AND_MAYBE, phrases, words);
        const bool says_something =
            !query.empty() || !parts.required.empty() || !parts.excluded.empty();
        if (!says_something) return {};
        if (query.empty()) query = Query::MatchAll;
        if (!parts.required.empty())
            query = Query(Query::OP_FILTER, query, joined(Query::OP_AND, parts.required));
        if (!parts.excluded.empty())
            query = Query(Query::OP_AND_NOT, query, joined(Query::OP_OR, parts.excluded));
        return query;
    }

    Query every(const Node& node, Query::op how) {
        std::vector<Query> operands;
        for (const auto& child : node.children)
            if (Query one = compile_node(child); !one.empty()) operands.push_back(std::move(one));
        return joined(how, operands);
    }

    const Reading& reading_;
    bool is_passage_;
    QueryWords words_;
    Sought sought_;
};

}  // namespace

Sought compile(const Parsed& parsed, const Reading& reading, Xapian::Query& query) {
    Compiler compiler(parsed, reading);
    query = compiler.root(parsed.root);
    return compiler.take_sought();
}

}  // namespace search
