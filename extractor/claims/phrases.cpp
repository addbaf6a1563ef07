// Where noun phrases begin and end: before a verb, after it, in lists and appositions.
#include <algorithm>

#include "extractor/claims/parties.h"
#include "extractor/claims/words.h"

namespace extractor {

namespace {

using namespace words;
using Sort = Who::Sort;

constexpr std::size_t kLongestBracket = 30;  // words of an apposition

bool closes_bracket(std::string_view lower) {
    return lower == "," || lower == ")" || lower == "—" || lower == "–";
}

// The word with which the bracket that closes at words[close] opens; `close` where there is none.
std::size_t opening(const Scene& scene, std::size_t close) {
    const auto mark = scene.words[close].lower;
    const std::string_view open = mark == ")" ? "(" : mark;
    const auto least = close > kLongestBracket ? close - kLongestBracket : 0;
    for (std::size_t at = close; at-- > least;)
        if (scene.words[at].lower == open) return at;
    return close;
}

// "… on Tuesday", "… last week", "… in 2023": the word before it.
std::size_t before_time(const Scene& scene, std::size_t end) {
    const auto lower = [&](std::size_t at) { return scene.words[at].lower; };
    auto at = end;
    while (at > 0 && (in(kTimeWords, lower(at - 1)) || core::is_digit(lower(at - 1).front()))) --at;
    if (at == end) return end;
    while (at > 0 && in(kBeforeTime, lower(at - 1))) --at;
    return at;
}

}  // namespace

// "Sam Paech, an Australian developer": the name before the comma.
std::optional<Who> Parties::named_by_apposition(const Scene& scene, const Who& noun) const {
    if (noun.begin < 2 || scene.words[noun.begin - 1].lower != ",") return std::nullopt;
    const auto first = scene.words[noun.begin].lower;
    if (first != "a" && first != "an" && first != "the" && first != "one") return std::nullopt;
    return name_at(scene, noun.begin - 2);
}

// "A, B and C": the names before this one; in headlines "A, B".
void Parties::add_conjuncts_before(const Scene& scene, Who& who) const {
    std::vector<Party> found;
    bool has_and = false;
    auto begin = who.begin;
    while (begin > 1) {
        const auto link = scene.words[begin - 1].lower;
        if (link != "and" && link != "," && link != "&") break;
        has_and = has_and || link != ",";
        auto last = begin - 1;
        if (link == "and" && last > 1 && scene.words[last - 1].lower == ",") --last;
        const auto named = name_at(scene, last - 1);
        if (!named) break;
        found.push_back(named->parties.front());
        begin = named->begin;
    }
    // A lone comma before a name is an apposition unless the sentence begins with the list.
    const bool leads = begin == 0 || scene.words[begin - 1].lower == ":";
    if (found.empty() || !(has_and || leads)) return;
    who.begin = begin;
    for (const auto& party : found) add_party(who.parties, party);
}

void Parties::add_conjuncts_after(const Scene& scene, Who& who) const {
    std::vector<Party> found;
    bool closed = false;
    auto end = who.end;
    while (!closed && end + 1 < scene.words.size()) {
        auto next = end;
        if (scene.words[next].lower == "'s" && next + 2 < scene.words.size()) next += 2;
        if (scene.words[next].lower == ",") ++next;
        if (next < scene.words.size() &&
            (scene.words[next].lower == "and" || scene.words[next].lower == "&")) {
            closed = true;
            ++next;
        }
        if (next == end || next >= scene.words.size()) break;
        const auto named = name_at(scene, next);
        if (!named) break;
        found.push_back(named->parties.front());
        end = named->end;
    }
    if (!closed || found.empty()) return;
    who.end = end;
    for (const auto& party : found) add_party(who.parties, party);
}

Who Parties::ending_at(const Scene& scene, std::size_t end) const {
    end = before_time(scene, end);
    const auto least = end > kLongestBracket ? end - kLongestBracket : 0;
    for (auto at = end; at-- > least;) {
        if (closes_bracket(scene.words[at].lower)) {
            const auto open = opening(scene, at);
            if (open == at || open == 0) break;
            // "Trump's AI czar, David Sacks, said": the name is the apposition.
            const auto inside = name_at(scene, at - 1);
            if (inside && inside->begin == open + 1 && scene.words[open - 1].mention < 0)
                return *inside;
            at = open;
            continue;
        }
        if (auto named = name_at(scene, at)) {
            // "researchers at Microsoft": the head stands before the preposition.
            add_conjuncts_before(scene, *named);
            if (named->begin > 1 && in(kPrepositions, scene.words[named->begin - 1].lower)) {
                const auto head =
                    named->begin - (scene.words[named->begin - 2].lower == "," ? 3 : 2);
                auto noun = named->begin > 2 ? noun_at(scene, head) : std::nullopt;
                if (noun && noun->sort == Sort::Companies) return *named;  // "firms like A and B"
                if (noun && !noun->parties.empty()) return *noun;
                at = named->begin;
                continue;
            }
            return *named;
        }
        if (auto noun = noun_at(scene, at)) return *noun;
    }
    return {};
}

Who Parties::before(const Scene& scene, std::size_t verb) const {
    const auto lower = [&](std::size_t at) { return scene.words[at].lower; };
    auto end = verb;
    while (end > 0 &&
           (in(kBetweenSubjectAndVerb, lower(end - 1)) || lower(end - 1).ends_with("ly")))
        --end;
    if (end == 0) return {};
    const auto last = lower(end - 1);
    if (last == "to" || in(kConjunctions, last) || in(kQuoteMarks, last)) return {};
    // "It was revealed that", "there were concerns": nobody in particular.
    if ((last == "it" || last == "there") && end < verb && in(kToBe, lower(end))) return {};
    if (in(kRelatives, last) && end > 1)
        return ending_at(scene, lower(end - 2) == "," ? end - 2 : end - 1);
    if (last == "," || last == ";" || last == ":") {
        const auto open = opening(scene, end - 1);
        return open == end - 1 || open == 0 ? Who() : ending_at(scene, end);
    }
    return ending_at(scene, end);
}

Who Parties::first_in(const Scene& scene, Range range) const {
    for (auto at = range.begin; at < std::min(range.end, scene.words.size()); ++at) {
        if (auto named = name_at(scene, at)) {
            if (auto officer = officer_of(scene, *named)) return *officer;
            add_conjuncts_after(scene, *named);
            return *named;
        }
        auto noun = noun_at(scene, at);
        if (!noun) continue;
        // "authors A and B", "AI company C": the names say it.
        if (noun->end < range.end)
            if (auto named = name_at(scene, noun->end)) {
                add_conjuncts_after(scene, *named);
                return *named;
            }
        if (!noun->parties.empty() || noun->sort == Sort::Suit || noun->sort == Sort::Report)
            return *noun;
    }
    return {};
}

}  // namespace extractor
