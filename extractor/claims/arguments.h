// Who does what in a parsed sentence: subjects, objects and agents of verbs and of the nouns that
// tell of a deed. Private to extractor/.
//
// Everything is Nobody where the sentence is not parsed, or where the tree names no party.
#pragma once
#include <cstddef>
#include <optional>

#include "extractor/claims/parties.h"

namespace extractor {

// Looks into the scene and the parties, which must outlive it.
class Arguments {
public:
    Arguments(const Scene& scene, const Parties& parties) : scene_(scene), parties_(parties) {}

    // The verb, or the noun, on which an act's other words depend.
    std::size_t head_of(const Match& match) const;

    // Who does it: the verb's own subject; where it has none, that of the verb it is joined to or
    // depends on, or the noun that it describes ("a lawsuit alleging", "X, which says").
    Who subject_of(std::size_t verb) const;
    bool has_subject(std::size_t verb) const;
    // Is the phrase part of the verb's subject, and not of a clause within it?
    bool may_be_subject(std::size_t verb, const Who& who) const;
    Who object_of(std::size_t verb) const;
    Who agent_of(std::size_t word) const;   // "by X", "X’s"
    Who source_of(std::size_t noun) const;  // also "from X", "made by X"
    bool is_passive(std::size_t verb) const;
    Who behind(std::size_t word, std::string_view preposition) const;
    bool has_clause_after(std::size_t verb) const;  // "said that …"
    Who holder_of(std::size_t noun) const;          // "X has evidence"

    // Who is said to have done what the words tell.
    Who doer_of(const Match& deed) const;

private:
    std::string_view lower(std::size_t at) const { return scene_.words[at].lower; }
    const Tree& tree() const { return scene_.tree; }
    bool is_case(std::size_t word, std::string_view preposition) const;
    std::optional<std::size_t> own_subject(std::size_t verb) const;
    bool is_impersonal(std::size_t verb, std::size_t subject) const;
    Who subject_phrase(std::size_t verb, std::size_t subject) const;
    std::optional<std::size_t> controller(std::size_t verb) const;
    Who doer_of_verb(std::size_t verb) const;
    Who doer_of_noun(std::size_t noun) const;
    Who side_of_act(const Match& act) const;

    const Scene& scene_;
    const Parties& parties_;
};

}  // namespace extractor
