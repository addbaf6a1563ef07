#include "extractor/language/cues.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <deque>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/text.h"
#include "embedded/extractor.h"
#include "extractor/language/tsv.h"

namespace extractor {

namespace {

constexpr std::array<std::string_view, 38> class_names{
    "plain",  "say",     "tell",   "write",   "ask",     "report",     "claim",    "accuse",
    "deny",   "admit",   "agree",  "believe", "know",    "doubt",      "feel",     "hope",
    "fear",   "find",    "show",   "suggest", "explain", "argue",      "describe", "criticise",
    "praise", "support", "oppose", "warn",    "predict", "promise",    "threaten", "want",
    "demand", "decide",  "plan",   "discuss", "sue",     "investigate"};

constexpr std::array<std::string_view, 4> kind_names{"verb", "noun", "adjective", "adverb"};

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 8> frame_names{{
    {"clause", frame::kClause},
    {"wh", frame::kWh},
    {"object", frame::kObject},
    {"inf", frame::kInf},
    {"person", frame::kPerson},
    {"objinf", frame::kObjInf},
    {"ing", frame::kIng},
    {"quote", frame::kQuote},
}};

template <std::size_t N>
std::size_t index_in(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    assert(found != names.end() && "data/cues.tsv names a class or kind that is none");
    return static_cast<std::size_t>(found - names.begin());
}

void add_frames(AttributionCue& cue, std::string_view frames) {
    if (frames == "-") return;
    for (const std::string_view name : core::split(frames, ',')) {
        if (name.starts_with('+')) {
            cue.prepositions.push_back(name.substr(1));
            continue;
        }
        for (const auto& [known, bit] : frame_names)
            if (name == known) cue.frames |= bit;
    }
}

class Tables {
public:
    Tables() {
        for (const auto& row : rows_of(embedded::extractor::cues_tsv())) add(row);
        for (const auto& cue : cues_)
            if (cue.kind == CueKind::Verb) add_forms(cue);
    }

    VerbReading verb(std::string_view word) const {
        const auto found = verbs_.find(word);
        if (found != verbs_.end()) return found->second;
        if (word.size() > 4 && word.ends_with("ed"))
            return {&unlisted_, VerbForm::PastOrParticiple};
        if (word.size() > 6 && word.ends_with("ing")) return {&unlisted_, VerbForm::Ing};
        return {};
    }

    const AttributionCue* other(CueKind kind, std::string_view word) const {
        const auto& words = others_.at(static_cast<std::size_t>(kind));
        const auto found = words.find(word);
        return found == words.end() ? nullptr : found->second;
    }

private:
    void add(const std::vector<std::string_view>& row) {
        const auto kind = static_cast<CueKind>(index_in(kind_names, row.at(0)));
        const auto cue_class = static_cast<CueClass>(index_in(class_names, row.at(1)));
        for (const std::string_view word : core::split(row.at(3), ' ')) {
            AttributionCue& cue = entry(kind, word);
            if (std::find(cue.classes.begin(), cue.classes.end(), cue_class) == cue.classes.end())
                cue.classes.push_back(cue_class);
            add_frames(cue, row.at(2));
        }
    }

    AttributionCue& entry(CueKind kind, std::string_view word) {
        auto& words = others_.at(static_cast<std::size_t>(kind));
        if (const auto found = words.find(word); found != words.end()) return *found->second;
        AttributionCue& cue = cues_.emplace_back(AttributionCue{.word = word, .kind = kind});
        words.emplace(word, &cue);
        if (kind == CueKind::Noun) words.emplace(texts_.emplace_back(plural_of(word)), &cue);
        return cue;
    }

    // Where two verbs share a form, the one that is a cue and stands first in the table has it.
    void add_forms(const AttributionCue& cue) {
        for (auto& form : inflect(cue.word)) {
            const auto& text = texts_.emplace_back(std::move(form.text));
            verbs_.emplace(text, VerbReading{&cue, form.form});
        }
    }

    // Words of no list whose form is a verb's.
    AttributionCue unlisted_{.word = "", .classes = {CueClass::Plain}};
    std::deque<AttributionCue> cues_;
    std::deque<std::string> texts_;
    std::unordered_map<std::string_view, VerbReading> verbs_;
    std::array<std::unordered_map<std::string_view, AttributionCue*>, kind_names.size()> others_;
};

const Tables& tables() {
    static const Tables made;
    return made;
}

}  // namespace

bool AttributionCue::takes(std::string_view preposition) const {
    return std::find(prepositions.begin(), prepositions.end(), preposition) != prepositions.end();
}

VerbReading verb_reading(std::string_view word) { return tables().verb(word); }
const AttributionCue* cue_noun(std::string_view word) {
    return tables().other(CueKind::Noun, word);
}
const AttributionCue* cue_adjective(std::string_view word) {
    return tables().other(CueKind::Adjective, word);
}
const AttributionCue* cue_adverb(std::string_view word) {
    return tables().other(CueKind::Adverb, word);
}

}  // namespace extractor
