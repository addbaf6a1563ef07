// Whom a noun phrase means, by the tree: names with those joined to them, appositions, owners.
#include <algorithm>

#include "extractor/claims/parties.h"
#include "extractor/claims/words.h"

namespace extractor {

namespace {

using namespace words;
using Sort = Who::Sort;

bool is_set_apart(const Scene& scene, std::size_t noun) {
    const auto& tree = scene.tree;
    for (const auto below : tree.dependents(noun)) {
        if (in(kSetApart, scene.words[below].lower)) return true;
    }
    return false;
}

// Is the noun led by one of the prepositions?
template <class List>
bool is_case(const Scene& scene, std::size_t noun, const List& prepositions) {
    for (const auto below : scene.tree.dependents(noun))
        if (scene.tree.relation(below) == Relation::Case)
            return in(prepositions, scene.words[below].lower);
    return false;
}

}  // namespace

// "Ingrid Solheim, a developer": the noun is apposed to the name.
bool Parties::tree_gives_name(const Scene& scene, std::size_t head) const {
    if (scene.tree.relation(head) != Relation::Appos) return false;
    return name_at(scene, *scene.tree.head(head)).has_value();
}

// Those joined to a name: "A, B and C".
void Parties::add_conjuncts(const Scene& scene, std::size_t head, Who& who) const {
    for (const auto below : scene.tree.dependents(head)) {
        if (scene.tree.relation(below) != Relation::Conj || scene.tree.is_verb(below)) continue;
        const auto other = phrase(scene, below);
        if (other.sort != Sort::Named && other.sort != Sort::Pronoun) continue;
        if (any_word(scene, {who.begin, below}, kQuoteMarks)) continue;
        for (const auto& party : other.parties) add_party(who.parties, party);
        who.end = std::max(who.end, other.end);
    }
}

// "Tallis’s founder, Ingrid Solheim", "AI company Tallis": the name.
std::optional<Who> Parties::apposed_name(const Scene& scene, std::size_t head) const {
    const auto& tree = scene.tree;
    // "the startup Tallis" in whatever way it was parsed.
    if (head + 1 < scene.words.size() && tree.upos(head) == Upos::Noun)
        if (auto named = name_at(scene, head + 1)) {
            const auto top = tree.top({named->begin, named->end});
            const auto above = tree.head(top);
            if (above == head || above == tree.head(head)) {
                add_conjuncts(scene, top, *named);
                return named;
            }
        }
    for (const auto below : tree.dependents(head)) {
        const bool lists = tree.relation(below) == Relation::Nmod && is_case(scene, below, kSuchAs);
        if (!lists && !tree.is_any(below, {Relation::Appos, Relation::Flat, Relation::NmodDesc}))
            continue;
        if (auto named = name_at(scene, below)) {
            add_conjuncts(scene, below, *named);
            return named;
        }
    }
    return std::nullopt;
}

std::vector<Party> Parties::owners(const Scene& scene, std::size_t noun, PartyNoun kind) const {
    const auto& tree = scene.tree;
    const auto parties_at = [&](std::size_t at) { return phrase(scene, at).parties; };
    for (const auto below : tree.dependents(noun))
        if (tree.is_any(below, {Relation::NmodPoss, Relation::Compound, Relation::Amod,
                                Relation::NmodDesc})) {
            if (tree.relation(below) != Relation::NmodPoss && scene.words[below].mention < 0)
                continue;
            if (auto found = parties_at(below); !found.empty()) return found;
        }
    // "lawyers for X" speak for it, whatever they are.
    for (const auto below : tree.dependents(noun))
        if (tree.relation(below) == Relation::Nmod && is_case(scene, below, kOnBehalf))
            if (auto found = parties_at(below); !found.empty()) return found;
    if (says_own_name(kind)) return {};
    for (const auto below : tree.dependents(noun)) {
        if (tree.is_any(below, {Relation::Acl}) && in(kMade, scene.words[below].lower)) {
            for (const auto by : tree.dependents(below)) {
                // "filed on behalf of X"
                if (scene.words[by].lower == "behalf")
                    if (const auto whose = tree.dependent(by, {Relation::Nmod}))
                        if (auto found = parties_at(*whose); !found.empty()) return found;
                if (tree.is_any(by, {Relation::OblAgent, Relation::Obl}) &&
                    is_case(scene, by, kOwnerLinks))
                    if (auto found = parties_at(by); !found.empty()) return found;
            }
        }
        if (tree.relation(below) == Relation::Nmod && is_case(scene, below, kOwnerLinks))
            if (auto found = parties_at(below); !found.empty()) return found;
    }
    return {};
}

namespace {

// "Tallis, which …": the noun that a relative pronoun stands for.
std::size_t antecedent(const Scene& scene, std::size_t pronoun) {
    if (!in(kRelatives, scene.words[pronoun].lower)) return pronoun;
    auto at = std::optional(pronoun);
    for (int step = 0; at && step < 4; ++step, at = scene.tree.head(*at))
        if (scene.tree.relation(*at) == Relation::AclRelcl) return *scene.tree.head(*at);
    return pronoun;
}

}  // namespace

Who Parties::phrase(const Scene& scene, std::size_t head) const {
    if (scene.tree.empty()) return {};
    head = antecedent(scene, head);
    if (auto named = name_at(scene, head)) {
        add_conjuncts(scene, head, *named);
        add_conjuncts_after(scene, *named);
        const bool owns = named->end < scene.words.size() && scene.words[named->end].lower == "'s";
        if (!owns) add_conjuncts_before(scene, *named);
        named->is_product = is_made(scene.words[head]);
        return *named;
    }
    if (auto named = apposed_name(scene, head)) return *named;
    if (tree_gives_name(scene, head)) return phrase(scene, *scene.tree.head(head));
    const auto lower = scene.words[head].lower;
    if (in(kPersonPronouns, lower) || in(kOtherPronouns, lower) || in(kFirstPerson, lower))
        return pronoun(scene, head);
    // "Inkwell Authors’ League", of which only a part is known as a name.
    if (scene.tree.upos(head) == Upos::Propn && scene.words[head].mention < 0)
        for (const auto below : scene.tree.dependents(head))
            if (scene.tree.is_any(below, {Relation::Compound, Relation::Flat, Relation::NmodPoss}))
                if (auto named = name_at(scene, below)) return *named;
    const auto listed = kind_of(scene, head);
    if (!listed || scene.words[head].mention >= 0) return {};
    const auto kind = kind_here(scene, head, *listed);
    Who who{.sort = sort_of(kind), .begin = head, .end = head + 1, .parties = {}};
    auto owner = owners(scene, head, kind);
    for (const auto below : scene.tree.dependents(head))
        if (below < who.begin &&
            scene.tree.is_any(below, {Relation::Det, Relation::Amod, Relation::Compound,
                                      Relation::Nummod, Relation::NmodPoss, Relation::NmodDesc}))
            who.begin = below;
    if (is_set_apart(scene, head)) owner.clear();
    if (stands_for_company(kind) && owner.empty() && is_new(scene, head)) who.sort = Sort::Group;
    who.is_guess = stands_for_company(kind) && owner.empty() && who.sort != Sort::Group;
    who.parties = meaning(scene, who, head, kind, owner);
    who.is_product = in(kMadeNouns, lower);
    // "Three novelists and the league"
    if (kind == PartyNoun::Plaintiffs) add_conjuncts(scene, head, who);
    return who;
}

}  // namespace extractor
