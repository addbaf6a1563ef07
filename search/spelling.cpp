#include "search/spelling.h"

#include <algorithm>

#include <xapian.h>

#include "search/terms.h"

namespace search {

namespace {

constexpr Xapian::termcount kTitleWeight = 3;  // by measurement: 2–3 (docs/decisions.md)
constexpr Xapian::termpos kFieldGap = 100;     // no phrase runs from title to body

bool is_coded(Field field) {
    return field == Field::Conduct || field == Field::Evidence || field == Field::Kind ||
           field == Field::Certainty || field == Field::Lang;
}

std::string prefixed(Field field, std::string_view word) {
    return std::string(row(field).prefix) + std::string(word.substr(0, kMaxTermBytes));
}

std::string id_letter(DocKind kind) {
    switch (kind) {
        case DocKind::Claim: return "c";
        case DocKind::Article: return "a";
        case DocKind::Entity: return "e";
    }
    return "?";
}

class Filler {
public:
    Filler(const IndexDoc& doc, Xapian::Document& document)
        : doc_(doc), document_(document), stemmer_(doc.language) {}

    void run() {
        document_.set_data(id_letter(doc_.kind) + std::to_string(doc_.id));
        document_.add_boolean_term(unique_term(doc_.kind, doc_.id));
        document_.add_boolean_term(kind_term(doc_.kind));
        if (doc_.article != 0) document_.add_boolean_term(article_term(doc_.article));
        add_text(doc_.title, kTitleWeight);
        position_ += kFieldGap;
        add_text(doc_.body, 1);
        for (const auto& [field, value] : doc_.values) add_value(field, value);
        if (doc_.date) {
            document_.add_value(kSlotFirstDay, sortable(doc_.date->first));
            document_.add_value(kSlotLastDay, sortable(doc_.date->last));
        }
        document_.add_value(kSlotOrigins, Xapian::sortable_serialise(doc_.origins));
    }

private:
    void add_text(std::string_view text, Xapian::termcount weight) {
        for (const auto& token : tokens_of(text)) {
            document_.add_posting(token.word, ++position_, weight);
            document_.add_term("Z" + stemmer_.stem(token.word), weight);
        }
    }
    // Names are found by any of their words, and as phrases; codes as a whole.
    void add_value(Field field, const std::string& value) {
        if (is_coded(field)) {
            document_.add_boolean_term(prefixed(field, core::lower_ascii(value)));
            return;
        }
        for (const auto& token : tokens_of(value))
            document_.add_posting(prefixed(field, token.word), ++position_, 0);
        position_ += kFieldGap;
    }

    const IndexDoc& doc_;
    Xapian::Document& document_;
    Stemmer stemmer_;
    Xapian::termpos position_ = 0;
};

using Xapian::Query;

class Compiler {
public:
    Query root(const Node& node) {
        const Query query = compile_node(node);
        return query.empty() ? Query::MatchNothing : query;
    }
    Sought& sought() { return sought_; }

private:
    Query compile_node(const Node& node) {
        switch (node.kind) {
            case Node::Kind::Word: return words(node.text);
            case Node::Kind::Wildcard: return wildcard(node.text);
            case Node::Kind::Phrase: return phrase(node.text);
            case Node::Kind::Field: return field(node.field, node.text);
            case Node::Kind::Dates: return dates(node);
            case Node::Kind::Origins: return origins(node);
            case Node::Kind::Near: return near(node);
            case Node::Kind::List: return list(node);
            case Node::Kind::And: return all(node);
            case Node::Kind::Or: return any(node);
        }
        return {};
    }

    Query stem_term(const std::string& word) {
        auto stem = stemmer_.stem(word);
        sought_.stems.push_back(stem);
        ++sought_.ranked;
        return Query("Z" + stem);
    }

    // One written word may be several: "R1-0528" is a phrase of two.
    Query words(const std::string& text) {
        const auto tokens = tokens_of(text);
        if (tokens.empty()) return {};
        if (tokens.size() == 1) return stem_term(tokens[0].word);
        std::vector<Query> parts;
        for (const auto& token : tokens) parts.push_back(stem_term(token.word));
        return {Query::OP_OR, parts.begin(), parts.end()};
    }

    Query wildcard(const std::string& stem) {
        const auto tokens = tokens_of(stem);
        if (tokens.empty()) return {};
        sought_.stems.push_back(tokens.back().word);
        ++sought_.ranked;
        constexpr Xapian::termcount most = 500;
        return {Query::OP_WILDCARD, tokens.back().word, most, Query::WILDCARD_LIMIT_MOST_FREQUENT,
                Query::OP_OR};
    }

    Query phrase(const std::string& text) {
        auto tokens = tokens_of(text);
        if (tokens.size() > kMaxPhraseWords) tokens.resize(kMaxPhraseWords);
        std::vector<Query> parts;
        for (const auto& token : tokens) {
            parts.emplace_back(token.word);
            sought_.stems.push_back(stemmer_.stem(token.word));
        }
        sought_.ranked += parts.size();
        if (parts.empty()) return {};
        return {Query::OP_PHRASE, parts.begin(), parts.end(),
                static_cast<Xapian::termcount>(parts.size())};
    }

    static Query field(Field which, const std::string& value) {
        if (is_coded(which)) return Query(prefixed(which, core::lower_ascii(value)));
        auto tokens = tokens_of(value);
        if (tokens.size() > kMaxPhraseWords) tokens.resize(kMaxPhraseWords);
        std::vector<Query> parts;
        for (const auto& token : tokens) parts.emplace_back(prefixed(which, token.word));
        if (parts.empty()) return Query::MatchNothing;
        return {Query::OP_PHRASE, parts.begin(), parts.end(),
                static_cast<Xapian::termcount>(parts.size())};
    }

    // What overlaps the range counts: it begins before the end and ends after the beginning.
    static Query dates(const Node& node) {
        Query query = Query::MatchAll;
        if (node.to)
            query = Query(Query::OP_AND, query,
                          Query(Query::OP_VALUE_LE, kSlotFirstDay, sortable(*node.to)));
        if (node.from)
            query = Query(Query::OP_AND, query,
                          Query(Query::OP_VALUE_GE, kSlotLastDay, sortable(*node.from)));
        return query;
    }

    static Query origins(const Node& node) {
        Query query = Query::MatchAll;
        if (node.least)
            query = Query(
                Query::OP_AND, query,
                Query(Query::OP_VALUE_GE, kSlotOrigins, Xapian::sortable_serialise(*node.least)));
        if (node.most)
            query = Query(
                Query::OP_AND, query,
                Query(Query::OP_VALUE_LE, kSlotOrigins, Xapian::sortable_serialise(*node.most)));
        return query;
    }

    // The words of a NEAR operand; Xapian knows it between words only, so that phrases and groups
    // count with each of their words, and a phrase must be there as a phrase as well.
    void near_words(const Node& node, std::vector<Query>& alternatives, std::vector<Query>& also) {
        if (node.kind == Node::Kind::Word || node.kind == Node::Kind::Phrase) {
            const auto tokens = tokens_of(node.text);
            if (tokens.empty()) return;
            alternatives.emplace_back(tokens.front().word);
            sought_.stems.push_back(stemmer_.stem(tokens.front().word));
            if (tokens.size() > 1) also.push_back(phrase(node.text));
            return;
        }
        for (const auto& child : node.children) near_words(child, alternatives, also);
    }

    Query near(const Node& node) {
        std::vector<Query> left;
        std::vector<Query> right;
        std::vector<Query> also;
        near_words(node.children[0], left, also);
        near_words(node.children[1], right, also);
        std::vector<Query> pairs;
        for (const auto& a : left)
            for (const auto& b : right) {
                const Query both[] = {a, b};
                pairs.emplace_back(Query::OP_NEAR, both, both + 2, node.distance + 1);
            }
        sought_.ranked += 2;
        Query query(Query::OP_OR, pairs.begin(), pairs.end());
        for (const auto& more : also) query = Query(Query::OP_AND, query, more);
        return query;
    }

    static bool is_filter(const Node& node) {
        return node.kind == Node::Kind::Field || node.kind == Node::Kind::Dates ||
               node.kind == Node::Kind::Origins;
    }

    // Side by side: words are all optional and ranked, fields are required, NOT is out.
    Query list(const Node& node) {
        std::vector<Query> ranked;
        std::vector<Query> required;
        std::vector<Query> excluded;
        for (const auto& child : node.children) {
            Query query = compile_node(child);
            if (query.empty()) continue;
            auto& into = child.excluded ? excluded : is_filter(child) ? required : ranked;
            into.push_back(std::move(query));
        }
        add_pairs(node, ranked);
        return combine(ranked, required, excluded);
    }

    static Query combine(const std::vector<Query>& ranked, const std::vector<Query>& required,
                         const std::vector<Query>& excluded) {
        if (ranked.empty() && required.empty() && excluded.empty()) return {};
        Query query =
            ranked.empty() ? Query::MatchAll : Query(Query::OP_OR, ranked.begin(), ranked.end());
        if (!required.empty())
            query = Query(Query::OP_FILTER, query,
                          Query(Query::OP_AND, required.begin(), required.end()));
        if (!excluded.empty())
            query = Query(Query::OP_AND_NOT, query,
                          Query(Query::OP_OR, excluded.begin(), excluded.end()));
        return query;
    }

    // Neighbouring content words that stand close to each other in a text as well count a little
    // more: 0.1 of a pair's weight, by measurement.
    static void add_pairs(const Node& node, std::vector<Query>& ranked) {
        constexpr Xapian::termcount window = 8;
        constexpr double weight = 0.1;
        std::string before;
        for (const auto& child : node.children) {
            if (child.kind != Node::Kind::Word || child.excluded) {
                before.clear();
                continue;
            }
            for (auto& token : tokens_of(child.text)) {
                if (is_stop_word(token.word)) continue;
                if (!before.empty() && before != token.word) {
                    const Query both[] = {Query(before), Query(token.word)};
                    ranked.emplace_back(Query::OP_SCALE_WEIGHT,
                                        Query(Query::OP_NEAR, both, both + 2, window), weight);
                }
                before = std::move(token.word);
            }
        }
    }

    Query all(const Node& node) {
        Query query;
        for (const auto& child : node.children) {
            const Query one = compile_node(child);
            if (one.empty()) continue;
            query = query.empty() ? one : Query(Query::OP_AND, query, one);
        }
        return query;
    }

    Query any(const Node& node) {
        Query query;
        for (const auto& child : node.children) {
            const Query one = compile_node(child);
            if (one.empty()) continue;
            query = query.empty() ? one : Query(Query::OP_OR, query, one);
        }
        return query;
    }

    Stemmer stemmer_{"en"};
    Sought sought_;
};

}  // namespace

std::string unique_term(DocKind kind, std::int64_t id) {
    return "Q" + id_letter(kind) + std::to_string(id);
}

std::string kind_term(DocKind kind) {
    switch (kind) {
        case DocKind::Claim: return "XTclaim";
        case DocKind::Article: return "XTarticle";
        case DocKind::Entity: return "XTentity";
    }
    return "XT";
}

std::string article_term(std::int64_t article) { return "XA" + std::to_string(article); }

std::string sortable(core::Days day) {
    return Xapian::sortable_serialise(static_cast<double>(day.time_since_epoch().count()));
}

void fill_document(const IndexDoc& doc, Xapian::Document& document) { Filler(doc, document).run(); }

Sought compile(const Node& root, Xapian::Query& query) {
    Compiler compiler;
    query = compiler.root(root);
    return std::move(compiler.sought());
}

}  // namespace search
