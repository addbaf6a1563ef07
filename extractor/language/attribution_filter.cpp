#include "extractor/language/attribution_filter.h"

#include <algorithm>

namespace extractor {

namespace {

constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

// Per token: the attribution to whose content it belongs; quotations before others.
std::vector<std::size_t> owners_of(const Passage& passage,
                                   const std::vector<AttributedWords>& attributions) {
    std::vector<std::size_t> owners(passage.segments.tokens.size(), kNobody);
    for (std::size_t a = 0; a < attributions.size(); ++a)
        for (const TokenRange& range : attributions[a].content)
            for (std::size_t i = range.begin; i < range.end; ++i)
                if (owners[i] == kNobody || attributions[a].kind == ContentKind::Quotation)
                    owners[i] = a;
    return owners;
}

bool is_speaker_or_hearer(std::string_view word) {
    return word == "i" || word == "we" || word == "you" || word == "us" || word == "me";
}

// Verbs and nouns by which something is said, not only thought or wanted.
bool is_speech(CueClass cue) {
    switch (cue) {
        case CueClass::Say:
        case CueClass::Tell:
        case CueClass::Write:
        case CueClass::Report:
        case CueClass::Claim:
        case CueClass::Accuse:
        case CueClass::Deny:
        case CueClass::Admit:
        case CueClass::Argue:
        case CueClass::Believe:
        case CueClass::Find:
        case CueClass::Warn:
        case CueClass::Suggest: return true;
        default: return false;
    }
}

// In a report somebody is said to have said something every few sentences; in papers, talks and
// guides "supports" and "proposed" are mostly said of things. Short texts are taken for reports.
constexpr std::size_t kShort = 350;      // tokens
constexpr std::size_t kPerSaying = 140;  // tokens

bool is_saying(const Passage& passage, const AttributedWords& attributed) {
    const bool said = attributed.cue_class == CueClass::Say ||
                      attributed.cue_class == CueClass::Tell ||
                      attributed.cue_class == CueClass::Write;
    return said && !attributed.source.empty() && attributed.kind != ContentKind::Phrase &&
           attributed.kind != ContentKind::Infinitive &&
           !is_speaker_or_hearer(passage.lower(attributed.source.front().begin));
}

bool is_report(const Passage& passage, const std::vector<AttributedWords>& attributions) {
    const std::size_t size = passage.segments.tokens.size();
    const auto sayings = static_cast<std::size_t>(std::ranges::count_if(
        attributions,
        [&passage](const AttributedWords& attributed) { return is_saying(passage, attributed); }));
    return size < kShort || sayings * kPerSaying >= size;
}

class Filter {
public:
    Filter(const Passage& passage, const std::vector<AttributedWords>& all)
        : passage_(passage),
          all_(all),
          owners_(owners_of(passage, all)),
          reports_(is_report(passage, all)) {}

    bool keeps(const AttributedWords& attributed) const {
        if (is_attitude(attributed) && (!reports_ || !is_likely_attitude(attributed))) return false;
        const std::size_t owner = owner_of(attributed);
        if (owner == kNobody) return true;
        if (from_speaker(all_[owner]) && all_[owner].kind == ContentKind::Clause)
            return attributed.kind == ContentKind::Clause;
        return names_speaker(attributed) && is_speech(attributed.cue_class) &&
               attributed.kind == ContentKind::Clause;
    }

private:
    std::size_t owner_of(const AttributedWords& attributed) const {
        if (attributed.cue.empty()) return kNobody;
        const std::size_t owner = owners_[attributed.cue.front().begin];
        return owner == kNobody || &all_[owner] == &attributed ? kNobody : owner;
    }

    // Of a thing or a deed, not of what is so: "criticised the plan", "vowed to sue".
    static bool is_attitude(const AttributedWords& attributed) {
        return attributed.kind == ContentKind::Phrase || attributed.kind == ContentKind::Infinitive;
    }

    bool is_likely_attitude(const AttributedWords& attributed) const {
        switch (attributed.cue_class) {
            case CueClass::Know:
            case CueClass::Believe:
            case CueClass::Find:
            case CueClass::Show:
            case CueClass::Decide: return false;
            default: break;
        }
        if (attributed.source.empty()) return is_charge(attributed.cue_class);
        if (!attributed.cue.empty() && passage_.tag(attributed.cue.front().begin) == WordClass::To)
            return false;
        return !is_vague(passage_.lower(attributed.source.front().begin));
    }

    // What is said of somebody though nobody is named who says it.
    static bool is_charge(CueClass cue) {
        return cue == CueClass::Accuse || cue == CueClass::Criticise || cue == CueClass::Sue ||
               cue == CueClass::Investigate || cue == CueClass::Claim || cue == CueClass::Praise;
    }

    static bool is_vague(std::string_view source) {
        return is_speaker_or_hearer(source) || source == "it" || source == "which" ||
               source == "that" || source == "this" || source == "they" || source == "these";
    }

    bool from_speaker(const AttributedWords& attributed) const {
        return !attributed.source.empty() &&
               is_speaker_or_hearer(passage_.lower(attributed.source.front().begin));
    }

    bool names_speaker(const AttributedWords& attributed) const {
        if (attributed.source.empty()) return false;
        const TokenRange& source = attributed.source.front();
        for (std::size_t i = source.begin; i < source.end; ++i)
            if (passage_.tag(i) == WordClass::Proper) return true;
        return false;
    }

    const Passage& passage_;
    const std::vector<AttributedWords>& all_;
    std::vector<std::size_t> owners_;
    bool reports_;
};

}  // namespace

void drop_unlikely(const Passage& passage, std::vector<AttributedWords>& attributions) {
    const Filter filter(passage, attributions);
    std::vector<AttributedWords> kept;
    std::ranges::copy_if(attributions, std::back_inserter(kept),
                         [&filter](const auto& one) { return filter.keeps(one); });
    attributions = std::move(kept);
}

}  // namespace extractor
