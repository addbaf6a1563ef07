#include "extractor/claims/parties.h"

#include <algorithm>
#include <string>

#include "extractor/claims/words.h"

namespace extractor {

namespace {

using namespace words;
using Sort = Who::Sort;

constexpr std::size_t kLongestPhrase = 9;  // words looked at on either side of a head

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
std::optional<Party> Parties::maker_of(std::size_t index, core::Span span) const {
    const auto& entity = reading_.names().entities[index];
    if (entity.type == core::EntityType::Law) return std::nullopt;
    const bool made =
        entity.type == core::EntityType::Product || entity.type == core::EntityType::Dataset;
    if (entity.type == core::EntityType::Dataset && !entity.parent) return std::nullopt;
    return Party{made && entity.parent ? *entity.parent : entity.name, span};
}

std::optional<Party> Parties::party(const ReadWord& word) const {
    if (word.mention < 0) return std::nullopt;
    const auto& mention = reading_.mention_of(word);
    return maker_of(mention.entity, mention.span);
}

// Whom "it" or "the company" means, where that is clear.
std::vector<Party> Parties::referents(const ReadWord& word) const {
    if (word.referent < 0) return {};
    const auto& referent = reading_.referents()[static_cast<std::size_t>(word.referent)];
    std::vector<Party> parties;
    for (const auto entity : referent.entities)
        if (auto party = maker_of(entity, referent.span)) parties.push_back(std::move(*party));
    return parties;
}

bool Parties::is_product(const ReadWord& word) const {
    return is_made(word) && !reading_.entity_of(word).parent;
}

bool Parties::is_person(const ReadWord& word) const {
    return word.mention >= 0 && reading_.entity_of(word).type == core::EntityType::Person;
}

bool Parties::is_outlet(const ReadWord& word) const {
    return word.mention >= 0 && reading_.entity_of(word).type == core::EntityType::Outlet;
}

bool Parties::is_made(const ReadWord& word) const {
    return word.mention >= 0 && reading_.entity_of(word).type == core::EntityType::Product;
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
    if (who.sort != Sort::Named && who.sort != Sort::Pronoun) return false;
    if (meet(who.parties, memory_.judges)) return true;
    if (who.sort == Sort::Pronoun) return false;
    if (who.begin == 0) return false;
    return in(kJudges, scene.words[who.begin - 1].lower);
}

Who Parties::pronoun(const Scene& scene, std::size_t at) const {
    Who who{.sort = Sort::Pronoun, .begin = at, .end = at + 1, .parties = {}};
    const auto lower = scene.words[at].lower;
    const auto means = [&](const Party& party) {
        who.parties.push_back({party.name, scene.words[at].span});
    };
    if (in(kFirstPerson, lower)) {
        who.sort = Sort::Speaker;
    } else if (in(kPersonPronouns, lower)) {
        who.parties = referents(scene.words[at]);
        if (who.parties.empty() && memory_.person) means(*memory_.person);
    } else if ((lower == "they" || lower == "them") && !memory_.claimant.empty()) {
        for (const auto& party : memory_.claimant) means(party);
    } else if (!memory_.organisations.empty()) {
        means(memory_.organisations.front());
        who.is_guess = true;
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
        if (in(kDeterminers, word.lower) || in(kSetApart, word.lower)) break;
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
