#include "extractor/claims/parties.h"

#include <algorithm>
#include <string>

#include "extractor/claims/words.h"

namespace extractor {

namespace {

using namespace words;
using Sort = Who::Sort;

constexpr std::string_view kSomeCourt = "court";  // a court that the text does not name
constexpr std::size_t kLongestPhrase = 9;         // words looked at on either side of a head
constexpr std::size_t kBeforeNoun = 3;            // words between "a" and what it introduces

bool is_word(std::string_view lower) {
    return core::is_alpha(lower.front()) || core::is_digit(lower.front()) ||
           (static_cast<unsigned char>(lower.front()) & 0x80U) != 0;
}

bool says_own_name(PartyNoun kind) {
    return kind == PartyNoun::Group || kind == PartyNoun::Companies ||
           kind == PartyNoun::Plaintiffs;
}

bool is_set_apart(std::string_view lower) {  // a former employee is no voice of the company
    return lower == "former" || lower == "ex" || lower == "rival";
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

}  // namespace

std::vector<Party> without_spans(std::vector<Party> parties) {
    for (auto& party : parties) party.span.reset();
    return parties;
}

bool meet(const std::vector<Party>& a, const std::vector<Party>& b) {
    return std::any_of(a.begin(), a.end(), [&](const Party& one) {
        return std::any_of(b.begin(), b.end(),
                           [&](const Party& other) { return one.name == other.name; });
    });
}

bool same_parties(const std::vector<Party>& a, const std::vector<Party>& b) {
    return a.size() == b.size() &&
           std::all_of(a.begin(), a.end(), [&](const Party& one) { return meet({one}, b); });
}

void add_party(std::vector<Party>& parties, const Party& party) {
    if (!meet({party}, parties)) parties.push_back(party);
}

// Products and data sets stand for who makes them.
std::optional<Party> Parties::party(const ReadWord& word) const {
    if (word.mention < 0) return std::nullopt;
    const auto& entity = reading_.entity_of(word);
    if (entity.type == core::EntityType::Law) return std::nullopt;
    const bool made =
        entity.type == core::EntityType::Product || entity.type == core::EntityType::Dataset;
    if (entity.type == core::EntityType::Dataset && !entity.parent) return std::nullopt;
    return Party{made && entity.parent ? *entity.parent : entity.name,
                 reading_.mention_of(word).span};
}

bool Parties::is_product(const ReadWord& word) const {
    if (word.mention < 0) return false;
    const auto& entity = reading_.entity_of(word);
    return entity.type == core::EntityType::Product && !entity.parent;
}

std::optional<Who> Parties::name_at(const Scene& scene, std::size_t at) const {
    const auto words = scene.words;
    const auto named = party(words[at]);
    if (!named || std::binary_search(scene.credited.begin(), scene.credited.end(), at))
        return std::nullopt;
    Who who{.sort = Sort::Named, .begin = at, .end = at + 1, .parties = {*named}};
    while (who.begin > 0 && words[who.begin - 1].mention == words[at].mention) --who.begin;
    while (who.end < words.size() && words[who.end].mention == words[at].mention) ++who.end;
    if (reading_.entity_of(words[at]).type == core::EntityType::Court) who.sort = Sort::Court;
    return who;
}

bool Parties::is_judge(const Scene& scene, const Who& who) const {
    if (who.sort == Sort::Court) return any_word(scene, {who.begin, who.end}, kCourts);
    if (who.sort != Sort::Named) return false;
    if (meet(who.parties, memory_.judges)) return true;
    if (who.begin == 0) return false;
    return in(kJudges, scene.words[who.begin - 1].lower);
}

Who Parties::pronoun(const Scene& scene, std::size_t at) const {
    Who who{.sort = Sort::Pronoun, .begin = at, .end = at + 1, .parties = {}};
    const auto lower = scene.words[at].lower;
    const auto means = [&](const Party& party) {
        who.parties.push_back({party.name, scene.words[at].span});
    };
    if (in(kPersonPronouns, lower)) {
        if (memory_.person) means(*memory_.person);
    } else if ((lower == "they" || lower == "them") && !memory_.claimant.empty()) {
        for (const auto& party : memory_.claimant) means(party);
    } else if (!memory_.organisations.empty()) {
        means(memory_.organisations.front());
    }
    return who;
}

// "OpenAI's terms", "Reddit lawsuit": whose it is; moves the phrase's beginning back.
std::optional<Party> Parties::owner_before(const Scene& scene, Who& who) const {
    const auto noun = who.begin;
    while (who.begin > 0 && noun - who.begin < kLongestPhrase) {
        const auto& word = scene.words[who.begin - 1];
        if (word.mention >= 0) {
            while (who.begin > 0 && scene.words[who.begin - 1].mention == word.mention) --who.begin;
            return party(word);
        }
        if (word.lower != "'s" && word.lower != "'" && !is_word(word.lower)) break;
        if (in(kPrepositions, word.lower) || in(kConjunctions, word.lower) ||
            in(kBetweenSubjectAndVerb, word.lower) || in(kRelatives, word.lower))
            break;
        --who.begin;
        if (in(kDeterminers, word.lower) || is_set_apart(word.lower)) break;
    }
    return std::nullopt;
}

// "a spokesperson for Meta", "the complaint filed by Reddit"; moves the phrase's end.
std::optional<Party> Parties::owner_after(const Scene& scene, Who& who) const {
    auto link = who.end;
    const auto is = [&](const auto& list) {
        return link < scene.words.size() && in(list, scene.words[link].lower);
    };
    if (link < scene.words.size() && scene.words[link].lower == ",") ++link;
    if (is(kMade)) ++link;
    if (link + 2 < scene.words.size() && scene.words[link].lower == "on" &&
        scene.words[link + 1].lower == "behalf")
        link += 2;
    if (!is(kOwnerLinks) || (link == who.end + 1 && scene.words[link].lower == "of"))
        return std::nullopt;
    for (auto at = link + 1; at < std::min(scene.words.size(), link + 5); ++at)
        if (auto named = name_at(scene, at)) {
            who.end = named->end;
            return named->parties.front();
        }
    return std::nullopt;
}

// "The company": the one named last in this sentence, else in those before; "both companies".
std::vector<Party> Parties::latest_organisations(const Scene& scene, const Who& who) const {
    const std::size_t wanted = scene.words[who.begin].lower == "both" ? 2 : 1;
    std::vector<Party> latest;
    for (auto at = who.begin; at-- > 0 && latest.size() < wanted;) {
        const auto& word = scene.words[at];
        if (word.mention >= 0 && reading_.entity_of(word).type == core::EntityType::Organisation)
            add_party(latest, *party(word));
    }
    for (const auto& party : memory_.organisations)
        if (latest.size() < wanted) add_party(latest, party);
    return latest;
}

std::vector<Party> Parties::meaning(const Scene& scene, const Who& who, std::size_t noun,
                                    PartyNoun kind, const std::optional<Party>& owner) const {
    const core::Span span = scene.span({who.begin, who.end});
    const auto spoken = [&](const std::vector<Party>& parties) {
        std::vector<Party> all;
        all.reserve(parties.size());
        for (const auto& party : parties) all.push_back({party.name, span});
        return all;
    };
    switch (kind) {
        case PartyNoun::Suit: return owner ? spoken({*owner}) : spoken(memory_.plaintiffs);
        case PartyNoun::Report: return owner ? spoken({*owner}) : spoken(memory_.via);
        case PartyNoun::Defendants: return spoken(memory_.defendants);
        case PartyNoun::Court:
            if (owner) return spoken({*owner});
            if (memory_.court) return spoken({*memory_.court});
            return {{std::string(kSomeCourt), span}};
        case PartyNoun::Company:
            if (!owner && is_new(scene, noun)) break;
            [[fallthrough]];
        case PartyNoun::Speaker:
            return owner && !is_set_apart(scene.words[who.begin].lower)
                       ? spoken({*owner})
                       : spoken(latest_organisations(scene, who));
        case PartyNoun::Plaintiffs:
            if (!memory_.plaintiffs.empty()) return spoken(memory_.plaintiffs);
            return {{std::string(scene.words[noun].lower), span}};
        case PartyNoun::Papers: return {};
        case PartyNoun::Person:
            return memory_.person ? spoken({*memory_.person}) : std::vector<Party>();
        case PartyNoun::Companies:
            if (scene.words[who.begin].lower == "both")
                return spoken(latest_organisations(scene, who));
            if (scene.words[who.begin].lower == "the" && memory_.defendants.size() > 1)
                return spoken(memory_.defendants);
            break;
        case PartyNoun::Group: break;
    }
    if (owner) return spoken({*owner});  // "Microsoft's security researchers"
    auto first = who.begin;
    while (first < noun && in(kDeterminers, scene.words[first].lower)) ++first;
    const auto described = scene.span({first, noun + 1});
    return {{std::string(reading_.text(described)) + std::string(core::kUnnamedSuffix), span}};
}

Who Parties::nominal(const Scene& scene, std::size_t noun, PartyNoun kind) const {
    Who who{.sort = Sort::Other, .begin = noun, .end = noun + 1, .parties = {}};
    auto owner = owner_before(scene, who);
    if (!owner && !says_own_name(kind)) owner = owner_after(scene, who);
    if (owner && is_set_apart(scene.words[who.begin].lower)) owner.reset();
    switch (kind) {
        case PartyNoun::Suit: who.sort = Sort::Suit; break;
        case PartyNoun::Papers:
        case PartyNoun::Report: who.sort = Sort::Report; break;
        case PartyNoun::Companies: who.sort = Sort::Companies; break;
        case PartyNoun::Plaintiffs: who.sort = Sort::Plaintiffs; break;
        case PartyNoun::Court: who.sort = Sort::Court; break;
        case PartyNoun::Group: who.sort = Sort::Group; break;
        case PartyNoun::Person:
        case PartyNoun::Speaker: who.sort = Sort::Pronoun; break;
        case PartyNoun::Company:
            who.sort = !owner && is_new(scene, noun) ? Sort::Group : Sort::Pronoun;
            break;
        default: break;
    }
    who.parties = meaning(scene, who, noun, kind, owner);
    return who;
}

std::optional<Who> Parties::noun_at(const Scene& scene, std::size_t at) const {
    const auto lower = scene.words[at].lower;
    if (in(kPersonPronouns, lower) || in(kOtherPronouns, lower)) return pronoun(scene, at);
    if (scene.words[at].mention >= 0) return std::nullopt;
    const auto kind = Clues::builtin().nominal(lower);
    if (!kind) return std::nullopt;
    auto noun = nominal(scene, at, *kind);
    if (auto named = named_by_apposition(scene, noun)) return named;
    return noun;
}

// "Reddit's chief legal officer Ben Lee": the person.
std::optional<Who> Parties::officer_of(const Scene& scene, const Who& owner) const {
    if (owner.end >= scene.words.size() || scene.words[owner.end].lower != "'s")
        return std::nullopt;
    bool has_title = false;
    for (auto at = owner.end + 1; at < std::min(scene.words.size(), owner.end + 8); ++at) {
        const auto& word = scene.words[at];
        if (word.mention >= 0) {
            if (!has_title || reading_.entity_of(word).type != core::EntityType::Person) break;
            return name_at(scene, at);
        }
        if (word.lower != "," && !is_word(word.lower)) break;
        has_title = has_title || Clues::builtin().nominal(word.lower) == PartyNoun::Speaker;
    }
    return std::nullopt;
}

}  // namespace extractor
