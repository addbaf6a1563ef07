#include "extractor/claims/arguments.h"

#include <algorithm>

#include "extractor/claims/words.h"
#include "extractor/language/cues.h"

namespace extractor {

namespace {

using namespace words;

constexpr int kSteps = 8;  // up the tree

// Nouns that tell of something done, by how they end: "scraping", "violation", "infringement".
bool tells_deed(std::string_view noun) {
    return noun.ends_with("ing") || noun.ends_with("ion") || noun.ends_with("ions") ||
           noun.ends_with("ment") || in(kDeeds, noun);
}

// Verbs of saying and knowing: their subject did not do what their content tells.
bool is_attributing(std::string_view verb) {
    const auto* const cue = verb_reading(verb).cue;
    return cue != nullptr && !cue->is_plain() && cue->has(frame::kClause);
}

}  // namespace

std::size_t Arguments::head_of(const Match& match) const {
    if (tree().empty()) return match.begin;
    if (const auto top = tree().top({match.begin, match.end}); tree().is_verb(top)) return top;
    for (auto at = match.begin; at < match.end; ++at)
        if (tree().is_verb(at)) {
            const auto above = tree().head(at);
            if (!above || *above < match.begin || *above >= match.end || !tree().is_verb(*above))
                return at;
        }
    return tree().top({match.begin, match.end});
}

bool Arguments::is_passive(std::size_t verb) const {
    if (tree().empty()) return false;
    if (tree().dependent(verb, {Relation::AuxPass, Relation::OblAgent})) return true;
    // The parser takes "sued" for a participle now and then; an object tells.
    if (tree().dependent(verb, {Relation::Obj, Relation::Ccomp})) return false;
    if (tree().dependent(verb, {Relation::NsubjPass})) return true;
    const auto& token = tree().at(verb);
    return token.xpos == Xpos::Vbn && tree().is_any(verb, {Relation::Acl, Relation::Advcl}) &&
           !tree().dependent(verb, {Relation::Aux, Relation::Nsubj});
}

bool Arguments::is_case(std::size_t word, std::string_view preposition) const {
    if (lower(tree().reach(word).begin) == preposition) return true;
    for (const auto below : tree().dependents(word))
        if (tree().relation(below) == Relation::Case && lower(below) == preposition) return true;
    return false;
}

std::optional<std::size_t> Arguments::own_subject(std::size_t verb) const {
    return tree().dependent(
        verb, {Relation::Nsubj, Relation::NsubjPass, Relation::NsubjOuter, Relation::Csubj});
}

bool Arguments::has_subject(std::size_t verb) const {
    return !tree().empty() && own_subject(verb).has_value();
}

bool Arguments::may_be_subject(std::size_t verb, const Who& who) const {
    if (!has_subject(verb) || who.sort == Who::Sort::Nobody) return true;
    const auto subject = *own_subject(verb);
    if (!tree().reach(subject).holds(who.begin)) return true;  // the parser may be wrong
    for (auto at = std::optional(who.begin); at; at = tree().head(*at)) {
        if (*at == subject) return true;
        if (tree().is_verb(*at)) return false;
    }
    return false;
}

// "X, which …": X.
Who Arguments::subject_phrase(std::size_t verb, std::size_t subject) const {
    if (in(kRelatives, lower(subject)) && tree().relation(verb) == Relation::AclRelcl)
        if (const auto noun = tree().head(verb)) return parties_.phrase(scene_, *noun);
    return parties_.phrase(scene_, subject);
}

// The verb or noun from which a verb without a subject of its own has it.
std::optional<std::size_t> Arguments::controller(std::size_t verb) const {
    if (!tree().is_any(verb, {Relation::Conj, Relation::Advcl, Relation::Xcomp, Relation::Acl,
                              Relation::AclRelcl, Relation::Parataxis, Relation::Ccomp}))
        return std::nullopt;
    return tree().head(verb);
}

// "It was revealed that": nobody in particular.
bool Arguments::is_impersonal(std::size_t verb, std::size_t subject) const {
    return lower(subject) == "there" || (lower(subject) == "it" && is_passive(verb));
}

Who Arguments::subject_of(std::size_t verb) const {
    if (tree().empty()) return {};
    for (int step = 0; step < kSteps; ++step) {
        if (const auto subject = own_subject(verb))
            return is_impersonal(verb, *subject) ? Who() : subject_phrase(verb, *subject);
        auto above = controller(verb);
        if (!above) return {};
        if (!tree().is_verb(*above) && tree().relation(verb) != Relation::Conj) {
            auto who = parties_.phrase(scene_, *above);
            const bool apart = verb > 0 && lower(verb - 1) == "," && tree().head(*above);
            // "X told Y of it, claiming": X claims.
            if (!apart || who.sort != Who::Sort::Named) return who;
            above = tree().head(*above);
        }
        verb = *above;
    }
    return {};
}

// All of its objects: the parser may not see that they are joined.
Who Arguments::object_of(std::size_t verb) const {
    if (tree().empty()) return {};
    Who object;
    for (const auto below : tree().dependents(verb)) {
        if (!tree().is_any(below, {Relation::Obj, Relation::Iobj})) continue;
        auto who = parties_.phrase(scene_, below);
        if (object.parties.empty()) {
            object = std::move(who);
        } else if (who.sort == Who::Sort::Named && object.sort == Who::Sort::Named) {
            for (const auto& party : who.parties) add_party(object.parties, party);
            object.end = who.end;
        }
    }
    return object;
}

Who Arguments::behind(std::size_t word, std::string_view preposition) const {
    if (tree().empty()) return {};
    for (const auto below : tree().dependents(word)) {
        if (!tree().is_any(below, {Relation::Obl, Relation::OblAgent, Relation::Nmod})) continue;
        if (is_case(below, preposition)) return parties_.phrase(scene_, below);
    }
    return {};
}

bool Arguments::has_clause_after(std::size_t verb) const {
    if (tree().empty()) return false;
    const auto below = tree().dependents(verb);
    return std::any_of(below.begin(), below.end(), [&](std::size_t word) {
        return word > verb && tree().relation(word) == Relation::Ccomp;
    });
}

Who Arguments::holder_of(std::size_t noun) const {
    if (tree().empty() || tree().relation(noun) != Relation::Obj) return {};
    const auto verb = *tree().head(noun);
    return in(kHolding, lower(verb)) ? subject_of(verb) : Who();
}

Who Arguments::agent_of(std::size_t word) const {
    if (tree().empty()) return {};
    if (const auto agent = tree().dependent(word, {Relation::OblAgent}))
        return parties_.phrase(scene_, *agent);
    if (auto by = behind(word, "by"); by.sort != Who::Sort::Nobody) return by;
    if (const auto owner = tree().dependent(word, {Relation::NmodPoss}))
        return parties_.phrase(scene_, *owner);
    return {};
}

Who Arguments::source_of(std::size_t noun) const {
    if (tree().empty()) return {};
    if (auto agent = agent_of(noun); !agent.parties.empty()) return agent;
    if (auto from = behind(noun, "from"); !from.parties.empty()) return from;
    for (const auto below : tree().dependents(noun))
        if (tree().relation(below) == Relation::Acl && in(kMade, lower(below)))
            if (auto agent = agent_of(below); !agent.parties.empty()) return agent;
    const auto above = tree().head(noun);
    const bool is_made = above && tree().relation(noun) == Relation::NsubjPass;
    return is_made && in(kMade, lower(*above)) ? agent_of(*above) : Who();
}

// Of a passive: who is behind it, or the product that it was done to ("Plover was trained on …").
Who Arguments::doer_of_verb(std::size_t verb) const {
    if (!is_passive(verb)) {
        const auto subject = own_subject(verb);
        return subject ? subject_phrase(verb, *subject) : Who();
    }
    if (in(kMaking, lower(verb))) return {};  // "answers generated by Merlot"
    if (auto agent = agent_of(verb); !agent.parties.empty()) return agent;
    const auto subject = own_subject(verb);
    if (!subject) return {};
    auto who = subject_phrase(verb, *subject);
    return who.is_product ? who : Who();
}

// "The scraping of the archive by X": wherever the parser hangs "by X".
Who Arguments::doer_of_noun(std::size_t noun) const {
    if (!tells_deed(lower(noun))) return {};
    if (auto agent = agent_of(noun); !agent.parties.empty()) return agent;
    const auto reach = tree().reach(noun);
    for (auto at = noun + 1; at < reach.end; ++at)
        if (is_case(at, "by"))
            if (auto agent = parties_.phrase(scene_, at); !agent.parties.empty()) return agent;
    return {};
}

// The party that an act is about.
Who Arguments::side_of_act(const Match& act) const {
    const auto verb = head_of(act);
    switch (Clues::builtin().act_of[act.rule].frame) {
        case Frame::Accuse:
        case Frame::Rule: return is_passive(verb) ? subject_of(verb) : object_of(verb);
        case Frame::Passive:
        case Frame::Self: return subject_of(verb);
        default: return {};
    }
}

Who Arguments::doer_of(const Match& deed) const {
    if (tree().empty()) return {};
    auto at = head_of(deed);
    for (int step = 0; step < kSteps; ++step) {
        const auto act =
            std::find_if(scene_.acts.begin(), scene_.acts.end(),
                         [&](const Match& match) { return match.begin <= at && at < match.end; });
        const bool is_act = act != scene_.acts.end() && (step > 0 || act->end < deed.end);
        if (is_act) return side_of_act(*act);
        auto who = !tree().is_verb(at)         ? doer_of_noun(at)
                   : is_attributing(lower(at)) ? Who()
                                               : doer_of_verb(at);
        if (who.sort != Who::Sort::Nobody) return who;
        const auto above = tree().head(at);
        // "X knew that the books were pirated": X only knew.
        const bool thinks = tree().is_verb(at) && is_attributing(lower(at));
        if (!above || thinks) return {};
        at = *above;
    }
    return {};
}

}  // namespace extractor
