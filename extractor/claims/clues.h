// The tables in data/ by which claims are found, read once. Private to extractor/.
#pragma once
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/vocabulary.h"
#include "extractor/claims/patterns.h"

namespace extractor {

// Who stands where around the words of an act (data/acts.tsv). X: claimant, Y: accused.
enum class Frame {
    Accuse,   // X accuses Y of …; X investigates whether Y …
    Passive,  // Y is accused of … (by X)
    Noun,     // (X’s) allegation that Y …; (X’s) lawsuit against Y
    Say,      // X says (that) Y …; "Y …", says X
    Source,   // according to X, Y …
    Self,     // X denies, answers, admits: X is also whose conduct it is about
    Rule,     // court X rules on Y
    Own,      // X blocks, X’s terms forbid
    Proof,    // X’s evidence is …, the case against Y rests on …
    Bare      // no act: the article says what Y did
};

struct Act {
    Frame frame;
    core::ClaimKind kind;
    core::Certainty certainty;
};

// What a common noun stands for (data/nominals.tsv).
enum class PartyNoun {
    Group,       // researchers
    Companies,   // AI firms: a group that may be accused
    Plaintiffs,  // the authors
    Person,      // the actress
    Defendants,
    Speaker,  // a spokesperson: speaks for an organisation
    Suit,     // the complaint: speaks for who filed it
    Report,   // the article: speaks for its outlet
    Papers,   // court documents, e-mails: nobody speaks
    Court,
    Company,    // the company
    Maker,      // the lab, the start-up: of models, mostly the one that is accused
    Owner,      // the publisher: of works, mostly the one that accuses
    Developer,  // a maker with "the", else a group
    Study       // an analysis: speaks for who made it
};

// How a word credits an outlet beside it (data/reporting.tsv); a word may do so in several ways.
struct Reporting {
    bool teller = false;   // "the Gazette revealed"
    bool carried = false;  // "appeared in the Gazette"
    bool report = false;   // "the Gazette’s story"
};

struct Clues {
    static const Clues& builtin();

    // Rules of the patterns are indices into the vectors beside them.
    Patterns acts, conducts, hedges, evidence, credits;
    std::vector<Act> act_of;
    std::vector<core::Conduct> conduct_of;
    std::vector<core::Certainty> hedge_of;
    std::vector<core::EvidenceType> evidence_of;
    std::unordered_map<std::string_view, PartyNoun> nominals;
    std::unordered_map<std::string_view, Reporting> reporting;

    std::optional<PartyNoun> nominal(std::string_view word) const;
    Reporting how_it_reports(std::string_view word) const;
};

}  // namespace extractor
