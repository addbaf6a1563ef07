// Words by which a text says that somebody says, thinks or wants something. Private to extractor/.
//
// From data/cues.tsv, whose head explains the classes and frames.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "extractor/language/verb_forms.h"

namespace extractor {

enum class CueKind : std::uint8_t { Verb, Noun, Adjective, Adverb };

enum class CueClass : std::uint8_t {
    Plain,
    Say,
    Tell,
    Write,
    Ask,
    Report,
    Claim,
    Accuse,
    Deny,
    Admit,
    Agree,
    Believe,
    Know,
    Doubt,
    Feel,
    Hope,
    Fear,
    Find,
    Show,
    Suggest,
    Explain,
    Argue,
    Describe,
    Criticise,
    Praise,
    Support,
    Oppose,
    Warn,
    Predict,
    Promise,
    Threaten,
    Want,
    Demand,
    Decide,
    Plan,
    Discuss,
    Sue,
    Investigate
};

// Where a cue's content stands; a cue may have several frames.
namespace frame {
inline constexpr std::uint32_t kClause = 1, kWh = 2, kObject = 4, kInf = 8, kPerson = 16,
                               kObjInf = 32, kIng = 64, kQuote = 128;
}

struct AttributionCue {
    std::string_view word;  // as the table has it: "accuse", "allegation"
    CueKind kind = CueKind::Verb;
    std::vector<CueClass> classes;  // most telling first
    std::uint32_t frames = 0;
    std::vector<std::string_view> prepositions;  // "for" of "called for"

    bool has(std::uint32_t any_of) const { return (frames & any_of) != 0; }
    bool takes(std::string_view preposition) const;
    CueClass main_class() const { return classes.front(); }
    bool is_plain() const { return main_class() == CueClass::Plain; }
};

struct VerbReading {
    const AttributionCue* cue = nullptr;  // null: the word is no form of a verb we know
    VerbForm form = VerbForm::None;
};

// All take a word in lower case.
VerbReading verb_reading(std::string_view word);
const AttributionCue* cue_noun(std::string_view word);  // singular or plural
const AttributionCue* cue_adjective(std::string_view word);
const AttributionCue* cue_adverb(std::string_view word);

}  // namespace extractor
