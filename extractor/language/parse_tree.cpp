#include "extractor/language/parse_tree.h"

#include <algorithm>

namespace extractor {

namespace {

constexpr std::size_t kReach = 160;  // tokens on either side that are looked at
constexpr int kSteps = 5;            // up the tree

const ParsedSentence& parse_of(const Passage& passage, std::size_t token) {
    return passage.parses[passage.sentence_of[token]];
}

const ParsedToken& parsed(const Passage& passage, std::size_t token) {
    return parse_of(passage, token)[token - passage.sentence(token).begin];
}

std::optional<std::size_t> head_of(const Passage& passage, std::size_t token) {
    const std::int32_t head = parsed(passage, token).head;
    if (head == kNoHead) return std::nullopt;
    return passage.sentence(token).begin + static_cast<std::size_t>(head);
}

TokenRange neighbourhood(const Passage& passage, std::size_t token) {
    const TokenRange sentence = passage.sentence(token);
    return {std::max(sentence.begin, token > kReach ? token - kReach : 0),
            std::min(sentence.end, token + kReach)};
}

bool depends_on(const Passage& passage, std::size_t token, std::size_t ancestor) {
    for (std::size_t step = 0; step < kReach; ++step) {
        if (token == ancestor) return true;
        const auto head = head_of(passage, token);
        if (!head) return false;
        token = *head;
    }
    return false;
}

}  // namespace

bool is_parsed(const Passage& passage, std::size_t token) {
    return !passage.parses.empty() && !parse_of(passage, token).empty();
}

TokenRange subtree(const Passage& passage, std::size_t token) {
    if (!is_parsed(passage, token)) return {};
    const TokenRange around = neighbourhood(passage, token);
    TokenRange range{token, token + 1};
    while (range.begin > around.begin && depends_on(passage, range.begin - 1, token)) --range.begin;
    while (range.end < around.end && depends_on(passage, range.end, token)) ++range.end;
    return range;
}

std::optional<std::size_t> dependent(const Passage& passage, std::size_t token,
                                     std::initializer_list<Relation> relations) {
    if (!is_parsed(passage, token)) return std::nullopt;
    const TokenRange around = neighbourhood(passage, token);
    for (std::size_t i = around.begin; i < around.end; ++i)
        if (head_of(passage, i) == token &&
            std::find(relations.begin(), relations.end(), parsed(passage, i).relation) !=
                relations.end())
            return i;
    return std::nullopt;
}

std::optional<TokenRange> parsed_subject(const Passage& passage, std::size_t verb) {
    if (!is_parsed(passage, verb)) return std::nullopt;
    std::size_t at = verb;
    for (int step = 0; step < kSteps; ++step) {
        if (const auto subject = dependent(passage, at, {Relation::Nsubj, Relation::NsubjOuter}))
            return subtree(passage, *subject);
        const auto head = head_of(passage, at);
        if (!head) return std::nullopt;
        switch (parsed(passage, at).relation) {
            case Relation::Acl: {
                const TokenRange noun = subtree(passage, *head);
                if (*head >= at) return std::nullopt;
                return TokenRange{noun.begin, std::min(noun.end, at)};
            }
            case Relation::Xcomp:
                if (const auto person = dependent(passage, *head, {Relation::Obj, Relation::Iobj}))
                    return subtree(passage, *person);
                break;
            case Relation::Conj:
            case Relation::Advcl: break;
            default: return std::nullopt;
        }
        at = *head;
    }
    return std::nullopt;
}

}  // namespace extractor
