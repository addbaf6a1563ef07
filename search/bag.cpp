#include "search/bag.h"

#include <algorithm>
#include <map>

#include <xapian.h>

#include "search/synonyms.h"

namespace search {

namespace {

using Xapian::Query;

// By measurement (docs/decisions.md): a word said again adds little, a word that says nothing
// counts half, and neighbours that stand close in a text as well count a little more.
constexpr double kRepeated = 0.5;
constexpr double kStopWord = 0.5;
constexpr double kSynonym = 0.3;
constexpr double kPair = 0.05;
constexpr unsigned kPairWindow = 7;
constexpr std::size_t kMostPairs = 32;

double weight_of(int times) { return (kRepeated + 1) * times / (kRepeated + times); }

Query scaled(const Query& query, double weight) {
    return weight == 1 ? query : Query(Query::OP_SCALE_WEIGHT, query, weight);
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// "OpenSourceAI" → Open, Source, AI.
std::vector<std::string_view> parts_of(std::string_view word) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 1; at < word.size(); ++at)
        if (is_upper(word[at]) && is_lower(word[at - 1])) {
            parts.push_back(word.substr(begin, at - begin));
            begin = at;
        }
    if (begin > 0) parts.push_back(word.substr(begin));
    return parts;
}

}  // namespace

void Bag::add(std::string_view text) {
    for (auto& token : tokens_of(text)) {
        const auto begin = token.span.begin;
        const bool is_tag = begin > 0 && (text[begin - 1] == '#' || text[begin - 1] == '@');
        if (is_tag)
            for (const auto part : parts_of(core::cut(text, token.span)))
                words_.push_back(core::lower_ascii(part));
        words_.push_back(std::move(token.word));
    }
}

QueryWords::QueryWords(std::string_view language)
    : local_(language), is_english_(language.empty() || language == "en") {}

Query QueryWords::term(const std::string& word) {
    seek(word);
    const auto stem = english_.stem(word);
    if (is_english_) return with_synonyms(stem);
    const Query either[] = {Query("Z" + stem), Query("Y" + local_.stem(word))};
    return {Query::OP_SYNONYM, either, either + 2};
}

Query QueryWords::with_synonyms(const std::string& stem) {
    std::vector<Query> others;
    for (const auto& other : synonyms_of(stem)) {
        stems_.push_back(other);
        others.emplace_back("Z" + other);
    }
    if (others.empty()) return Query("Z" + stem);
    return {Query::OP_OR, Query("Z" + stem),
            scaled(Query(Query::OP_OR, others.begin(), others.end()), kSynonym)};
}

void QueryWords::seek(const std::string& word) {
    auto& into = is_stop_word(word) ? common_ : stems_;
    into.push_back(word.ends_with('*') ? word : english_.stem(word));
    if (!is_english_) into.push_back(local_.stem(word));
}

std::vector<std::string> QueryWords::take_stems() {
    auto stems = std::move(stems_.empty() ? common_ : stems_);
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    return stems;
}

std::vector<Query> QueryWords::ranked(const Bag& bag, const Patience* patience) {
    std::map<std::string, int> times;
    std::map<std::string, std::string> a_word;
    for (const auto& word : bag.words()) {
        const auto stem = english_.stem(word);
        ++times[stem];
        a_word.emplace(stem, word);
    }
    std::vector<Query> queries;
    queries.reserve(a_word.size() + kMostPairs);
    for (const auto& [stem, word] : a_word)
        queries.push_back(
            scaled(term(word), weight_of(times[stem]) * (is_stop_word(word) ? kStopWord : 1)));
    if (patience == nullptr) return queries;
    std::string before;
    std::size_t pairs = 0;
    for (const auto& word : bag.words()) {
        if (is_stop_word(word)) continue;
        if (!before.empty() && before != word && pairs++ < kMostPairs) {
            const Query both[] = {Query(before), Query(word)};
            const Query near = in_order(
                {.kind = Order::Kind::Near, .words = {before, word}, .distance = kPairWindow},
                *patience);
            queries.push_back(
                scaled(Query(Query::OP_FILTER, Query(Query::OP_AND, both, both + 2), near), kPair));
        }
        before = word;
    }
    return queries;
}

}  // namespace search
