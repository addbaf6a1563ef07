// Which words of a sentence name a party, and whom. Private to extractor/.
//
// A shallow reading without syntax: noun phrases are found from their heads (names, pronouns, and
// the nouns of data/nominals.tsv); appositions and relative clauses between commas are stepped
// over.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "core/claim.h"
#include "extractor/claims/scene.h"

namespace extractor {

using Party = core::Party;

// What the article has told up to here: what "the company", "the suit" and "she" may mean.
struct Memory {
    std::vector<Party> plaintiffs, defendants;  // of the suit spoken of last
    std::vector<Party> claimant, accused;       // of the claim before
    std::vector<Party> accuser;                 // of the accusation before
    std::vector<core::Conduct> conduct;
    std::vector<Party> via;
    std::vector<Party> organisations;  // the two named last, the latest first
    std::vector<Party> judges;
    std::optional<Party> person, court;
};

// A noun phrase and whom it means.
struct Who {
    enum class Sort {
        Nobody,
        Named,
        Pronoun,
        Speaker,  // "we": whoever is quoted
        Group,
        Companies,
        Plaintiffs,
        Suit,
        Report,
        Court,
        Other
    };
    Sort sort = Sort::Nobody;
    std::size_t begin = 0, end = 0;  // words
    std::vector<Party> parties;      // empty: a phrase that names nobody we know
    bool is_product = false;         // what they make: "Plover", "the model"
    bool is_guess = false;           // "the company": the one named last
};

class Parties {
public:
    Parties(const Reading& reading, const Memory& memory) : reading_(reading), memory_(memory) {}

    // The subject of the verb at words[verb]; Nobody where the verb has none of its own (a
    // participle, an infinitive, a second verb of the same subject).
    Who before(const Scene& scene, std::size_t verb) const;

    // The first noun phrase in the range that names somebody.
    Who first_in(const Scene& scene, Range range) const;

    // The phrase that ends before words[end], and the one that has its head at words[at].
    Who ending_at(const Scene& scene, std::size_t end) const;
    std::optional<Who> name_at(const Scene& scene, std::size_t at) const;

    const Memory& memory() const { return memory_; }

    // The phrase whose head, in the sentence's tree, is words[head]; with those joined to it.
    Who phrase(const Scene& scene, std::size_t head) const;

    bool is_person(const ReadWord& word) const;
    bool is_outlet(const ReadWord& word) const;
    bool is_product(const ReadWord& word) const;  // whose maker is not known
    // A court, or a person introduced as its judge.
    bool is_judge(const Scene& scene, const Who& who) const;

private:
    std::optional<Who> noun_at(const Scene& scene, std::size_t at) const;
    Who pronoun(const Scene& scene, std::size_t at) const;
    Who nominal(const Scene& scene, std::size_t noun, PartyNoun kind) const;
    std::optional<Party> owner_before(const Scene& scene, Who& who) const;
    std::vector<Party> owners(const Scene& scene, std::size_t noun, PartyNoun kind) const;
    std::optional<Who> apposed_name(const Scene& scene, std::size_t head) const;
    void add_conjuncts(const Scene& scene, std::size_t head, Who& who) const;
    bool tree_gives_name(const Scene& scene, std::size_t head) const;
    bool is_made(const ReadWord& word) const;
    std::vector<Party> latest_organisations(const Scene& scene, const Who& who) const;
    static std::optional<PartyNoun> kind_of(const Scene& scene, std::size_t at);
    PartyNoun kind_here(const Scene& scene, std::size_t noun, PartyNoun kind) const;
    std::optional<Party> owner_after(const Scene& scene, Who& who) const;
    std::vector<Party> meaning(const Scene& scene, const Who& who, std::size_t noun, PartyNoun kind,
                               const std::vector<Party>& owners) const;
    std::optional<Who> named_by_apposition(const Scene& scene, const Who& noun) const;
    std::optional<Who> officer_of(const Scene& scene, const Who& owner) const;
    void add_conjuncts_before(const Scene& scene, Who& who) const;
    void add_conjuncts_after(const Scene& scene, Who& who) const;
    std::optional<Party> party(const ReadWord& word) const;
    std::optional<Party> maker_of(std::size_t entity, core::Span span) const;
    std::vector<Party> referents(const ReadWord& word) const;

    const Reading& reading_;
    const Memory& memory_;
};

Who::Sort sort_of(PartyNoun kind);
bool stands_for_company(PartyNoun kind);
bool says_own_name(PartyNoun kind);                 // "researchers": whoever they work for
bool is_new(const Scene& scene, std::size_t noun);  // "another firm": not spoken of before
std::vector<Party> without_spans(std::vector<Party> parties);
bool same_parties(const std::vector<Party>& a, const std::vector<Party>& b);
bool meet(const std::vector<Party>& a, const std::vector<Party>& b);  // have one in common
void add_party(std::vector<Party>& parties, const Party& party);      // unless it is there already

}  // namespace extractor
