// Whom common nouns mean: "the company", "a spokesperson for X", "the complaint".
#include <algorithm>
#include <string>

#include "extractor/claims/parties.h"
#include "extractor/claims/words.h"

namespace extractor {

namespace {

using namespace words;
using Sort = Who::Sort;

constexpr std::string_view kSomeCourt = "court";  // a court that the text does not name
constexpr std::size_t kBeforeNoun = 3;            // words between "a" and what it introduces

}  // namespace

bool says_own_name(PartyNoun kind) {
    return kind == PartyNoun::Group || kind == PartyNoun::Companies ||
           kind == PartyNoun::Plaintiffs;
}

// "a university laboratory", "another firm": one that was not spoken of before.
bool is_new(const Scene& scene, std::size_t noun) {
    for (auto at = noun; at-- > 0 && noun - at <= kBeforeNoun;) {
        const auto& word = scene.words[at];
        if (in(kIndefinite, word.lower)) return true;
        if (word.mention >= 0 || in(kDeterminers, word.lower) || in(kPrepositions, word.lower))
            return false;
    }
    return false;
}

std::vector<Party> Parties::meaning(const Scene& scene, const Who& who, std::size_t noun,
                                    PartyNoun kind, const std::vector<Party>& owners) const {
    const core::Span span = scene.span({who.begin, who.end});
    const auto spoken = [&](const std::vector<Party>& parties) {
        std::vector<Party> all;
        all.reserve(parties.size());
        for (const auto& party : parties) all.push_back({party.name, span});
        return all;
    };
    switch (kind) {
        case PartyNoun::Suit: return !owners.empty() ? spoken(owners) : spoken(memory_.plaintiffs);
        case PartyNoun::Report: return !owners.empty() ? spoken(owners) : spoken(memory_.via);
        case PartyNoun::Defendants: return spoken(memory_.defendants);
        case PartyNoun::Court:
            if (!owners.empty()) return spoken(owners);
            if (memory_.court) return spoken({*memory_.court});
            return {{std::string(kSomeCourt), span}};
        case PartyNoun::Maker:
        case PartyNoun::Owner:
        case PartyNoun::Developer: {
            const auto& side = kind == PartyNoun::Owner ? memory_.accuser : memory_.accused;
            if (owners.empty() && !is_new(scene, noun) && !side.empty()) return spoken(side);
            [[fallthrough]];
        }
        case PartyNoun::Company:
            if (owners.empty() && is_new(scene, noun)) break;
            [[fallthrough]];
        case PartyNoun::Speaker:
            return !owners.empty() && !in(kSetApart, scene.words[who.begin].lower)
                       ? spoken(owners)
                       : spoken(latest_organisations(scene, who));
        case PartyNoun::Plaintiffs:
            if (!memory_.plaintiffs.empty()) return spoken(memory_.plaintiffs);
            return {{std::string(scene.words[noun].lower), span}};
        case PartyNoun::Study: return spoken(owners);
        case PartyNoun::Papers: return {};
        case PartyNoun::Person:
            return memory_.person ? spoken({*memory_.person}) : std::vector<Party>();
        case PartyNoun::Companies:
            if (scene.words[who.begin].lower == "both")
                return spoken(latest_organisations(scene, who));
            if (scene.words[who.begin].lower == "the" && memory_.defendants.size() > 1)
                return spoken(memory_.defendants);
            if (scene.words[who.begin].lower == "the" && memory_.accused.size() > 1)
                return spoken(memory_.accused);
            break;
        case PartyNoun::Group: break;
    }
    if (!owners.empty()) return spoken(owners);  // "Microsoft's security researchers"
    auto first = who.begin;
    while (first < noun &&
           (in(kDeterminers, scene.words[first].lower) || !is_word(scene.words[first].lower) ||
            in(kConjunctions, scene.words[first].lower)))
        ++first;
    const auto described = scene.span({first, noun + 1});
    return {{std::string(reading_.text(described)) + std::string(core::kUnnamedSuffix), span}};
}

bool stands_for_company(PartyNoun kind) {
    return kind == PartyNoun::Company || kind == PartyNoun::Maker || kind == PartyNoun::Owner ||
           kind == PartyNoun::Developer;
}

// "Start-up" may be three words.
std::optional<PartyNoun> Parties::kind_of(const Scene& scene, std::size_t at) {
    const auto is = [&](std::size_t word, std::string_view text) {
        return word < scene.words.size() && scene.words[word].lower == text;
    };
    const bool last = is(at, "up") && at > 1 && is(at - 1, "-") && is(at - 2, "start");
    const bool first = is(at, "start") && is(at + 1, "-") && is(at + 2, "up");
    return last || first ? PartyNoun::Maker : Clues::builtin().nominal(scene.words[at].lower);
}

// "A developer" is anybody, "the developer" one that was spoken of.
PartyNoun Parties::kind_here(const Scene& scene, std::size_t noun, PartyNoun kind) const {
    if (kind != PartyNoun::Developer) return kind;
    const bool is_known = noun > 0 && scene.words[noun - 1].lower == "the";
    return is_known && !memory_.accused.empty() ? kind : PartyNoun::Group;
}

Who::Sort sort_of(PartyNoun kind) {
    switch (kind) {
        case PartyNoun::Suit: return Sort::Suit;
        case PartyNoun::Papers:
        case PartyNoun::Report: return Sort::Report;
        case PartyNoun::Companies: return Sort::Companies;
        case PartyNoun::Plaintiffs: return Sort::Plaintiffs;
        case PartyNoun::Court: return Sort::Court;
        case PartyNoun::Group: return Sort::Group;
        case PartyNoun::Person:
        case PartyNoun::Speaker:
        case PartyNoun::Maker:
        case PartyNoun::Owner:
        case PartyNoun::Developer:
        case PartyNoun::Company: return Sort::Pronoun;
        default: return Sort::Other;
    }
}

Who Parties::nominal(const Scene& scene, std::size_t noun, PartyNoun kind) const {
    Who who{.sort = Sort::Other, .begin = noun, .end = noun + 1, .parties = {}};
    auto owner = owner_before(scene, who);
    if (!owner && !says_own_name(kind)) owner = owner_after(scene, who);
    if (owner && in(kSetApart, scene.words[who.begin].lower)) owner.reset();
    kind = kind_here(scene, noun, kind);
    who.sort =
        stands_for_company(kind) && !owner && is_new(scene, noun) ? Sort::Group : sort_of(kind);
    who.is_guess = stands_for_company(kind) && !owner && who.sort != Sort::Group;
    who.parties =
        meaning(scene, who, noun, kind, owner ? std::vector<Party>{*owner} : std::vector<Party>());
    return who;
}

std::optional<Who> Parties::noun_at(const Scene& scene, std::size_t at) const {
    const auto lower = scene.words[at].lower;
    if (in(kPersonPronouns, lower) || in(kOtherPronouns, lower) || in(kFirstPerson, lower))
        return pronoun(scene, at);
    if (scene.words[at].mention >= 0) return std::nullopt;
    const auto kind = kind_of(scene, at);
    if (!kind) return std::nullopt;
    auto noun = nominal(scene, at, *kind);
    if (auto named = named_by_apposition(scene, noun)) return named;
    return noun;
}

}  // namespace extractor
