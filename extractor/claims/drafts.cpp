#include "extractor/claims/drafts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extractor/claims/sides.h"
#include "extractor/claims/words.h"

namespace extractor {

namespace {

using namespace words;
using core::ClaimKind;
using core::Conduct;

// What was done comes first, the particular before the general; then what it breaks, by name.
constexpr std::array kBreaches{Conduct::CopyrightInfringement, Conduct::TermsOfServiceViolation,
                               Conduct::LicenceViolation, Conduct::PrivacyViolation};

constexpr std::array kGeneric{Conduct::UnlicensedTrainingData, Conduct::UnauthorizedDataUse,
                              Conduct::Other};

int place(Conduct conduct) {
    if (std::find(kBreaches.begin(), kBreaches.end(), conduct) != kBreaches.end()) return 2;
    return std::find(kGeneric.begin(), kGeneric.end(), conduct) != kGeneric.end() ? 1 : 0;
}

// Reads one sentence.
class Drafter {
public:
    Drafter(const Scene& scene, const Parties& parties)
        : scene_(scene), parties_(parties), sides_(scene, parties) {}

    std::vector<Draft> all() {
        for (std::size_t i = 0; i < scene_.acts.size(); ++i) {
            read_bare({free_from_, scene_.acts[i].begin});
            read(i);
        }
        read_bare({free_from_, size()});
        return std::move(drafts_);
    }

private:
    std::size_t size() const { return scene_.words.size(); }
    std::string_view lower(std::size_t at) const { return scene_.words[at].lower; }
    const Act& act(std::size_t index) const {
        return Clues::builtin().act_of[scene_.acts[index].rule];
    }

    // What an act is about: up to where the next act with a subject of its own begins.
    Range content_after(std::size_t index) const {
        const auto begin = scene_.acts[index].end;
        for (auto next = index + 1; next < scene_.acts.size(); ++next) {
            const auto subject = parties_.before(scene_, scene_.acts[next].begin);
            if (subject.sort == Who::Sort::Nobody || subject.begin <= begin) continue;
            if (in(kClauseStarts, lower(subject.begin - 1))) return {begin, subject.begin};
        }
        return {begin, size()};
    }

    void read(std::size_t index) {
        switch (act(index).frame) {
            case Frame::Accuse:
            case Frame::Rule: return read_active(index);
            case Frame::Passive: return read_passive(index);
            case Frame::Noun: return read_noun(index);
            case Frame::Say: return read_say(index);
            case Frame::Source: return read_source(index);
            case Frame::Self:
            case Frame::Own: return read_self(index);
            case Frame::Bare: return;
        }
    }

    Draft draft(std::size_t index, Range content) const {
        const auto& match = scene_.acts[index];
        return {.kind = act(index).kind,
                .frame = act(index).frame,
                .quote = {std::min(match.begin, content.begin), std::max(match.end, content.end)},
                .content = content,
                .claimant = {},
                .accused = {},
                .conduct = conducts_in(scene_, content),
                .certainty = act(index).certainty};
    }

    // The subject of an act; that of the act before where it has none.
    Who subject(std::size_t index) const {
        auto who = parties_.before(scene_, scene_.acts[index].begin);
        const bool follows = !drafts_.empty() && drafts_.back().frame != Frame::Bare &&
                             drafts_.back().claimant.sort != Who::Sort::Nobody;
        // "… has responded, stating that they disagree"
        const bool refers = who.sort == Who::Sort::Pronoun && who.end == who.begin + 1 &&
                            in(kOtherPronouns, lower(who.begin));
        if (follows && (refers || who.sort == Who::Sort::Nobody)) return drafts_.back().claimant;
        if (who.sort != Who::Sort::Nobody) return who;
        // ", calling out Meta": what the sentence began with.
        const auto begin = scene_.acts[index].begin;
        if (!lower(begin).ends_with("ing") || begin == 0) return who;
        return parties_.first_in(scene_, {0, begin});
    }

    void read_active(std::size_t index) {
        // "before anybody sued us": no charge of the speaker's.
        const auto behind = scene_.acts[index].end;
        if (behind < size() && in(kSpeakers, lower(behind))) return;
        auto made = draft(index, content_after(index));
        made.claimant = subject(index);
        made.accused = sides_.doer_in(made.content);
        if (made.accused.parties.empty() || is_only(made.accused, made.claimant.parties))
            made.accused = sides_.accused_in(made.content, made.claimant.parties);
        keep(std::move(made));
    }

    void read_passive(std::size_t index) {
        auto made = draft(index, content_after(index));
        made.accused = parties_.before(scene_, scene_.acts[index].begin);
        made.claimant = sides_.behind("by", made.content);
        keep(std::move(made));
    }

    void read_noun(std::size_t index) {
        auto made = draft(index, content_after(index));
        const auto& match = scene_.acts[index];
        const auto owner = parties_.ending_at(scene_, match.begin);
        const bool owns = owner.sort == Who::Sort::Named && owner.end + 1 >= match.begin;
        if (owns) made.claimant = owner;
        for (const auto* const link : {"by", "from"})
            if (made.claimant.parties.empty())
                made.claimant = sides_.behind(link, {match.begin, made.content.end});
        made.accused = sides_.accused_in(made.content, made.claimant.parties);
        keep(std::move(made));
    }

    // "X says that Y …"; and "…, X said" or "… said X", where what is said stands before.
    void read_say(std::size_t index) {
        const auto& match = scene_.acts[index];
        auto content = content_after(index);
        auto claimant = subject(index);
        if (is_inverted(match, content, claimant)) {
            const bool before = claimant.sort != Who::Sort::Nobody && claimant.end <= match.begin;
            content = {free_from_, std::max(free_from_, before ? claimant.begin : match.begin)};
            if (!before)
                claimant =
                    parties_.first_in(scene_, {match.end, std::min(size(), match.end + kNear)});
            if (gave_voice(claimant, match)) return;
        }
        if (in(kTelling, lower(match.end - 1))) content.begin = sides_.behind_addressee(content);
        auto made = draft(index, content);
        made.claimant = std::move(claimant);
        made.accused = sides_.doer_in(content);
        if (made.accused.parties.empty())
            made.accused = sides_.accused_in(content, made.claimant.parties);
        keep(std::move(made));
    }

    // A quotation that was read already is now given to its speaker.
    bool gave_voice(const Who& claimant, const Match& match) {
        if (drafts_.empty() || claimant.parties.empty()) return false;
        auto& last = drafts_.back();
        const bool is_own = last.frame == Frame::Bare || last.claimant.parties.empty() ||
                            last.claimant.sort == Who::Sort::Pronoun;
        if (!is_own) return false;
        last.claimant = claimant;
        if (last.frame == Frame::Bare) last.frame = Frame::Say;
        if (is_only(last.accused, claimant.parties)) last.accused = {};
        last.quote.end = std::max({last.quote.end, match.end, claimant.end});
        last.by_judge = parties_.is_judge(scene_, claimant);
        free_from_ = std::max(free_from_, last.quote.end);
        return true;
    }

    // What is said stands before who says it: nothing of the matter follows, and the words before
    // end with a comma or a quotation mark.
    bool is_inverted(const Match& match, Range content, const Who& claimant) const {
        const auto edge = claimant.sort != Who::Sort::Nobody && claimant.end <= match.begin
                              ? claimant.begin
                              : match.begin;
        if (edge < 3) return false;
        const auto mark = lower(edge - 1);
        if (mark != "," && !in(kQuoteMarks, mark)) return false;
        return conducts_in(scene_, content).empty() || in(kQuoteMarks, mark);
    }

    void read_source(std::size_t index) {
        const auto& match = scene_.acts[index];
        auto source =
            parties_.first_in(scene_, {match.end, std::min(size(), match.end + kNear + 4)});
        if (source.sort == Who::Sort::Report || source.sort == Who::Sort::Nobody) return;
        if (is_credit(match)) return;
        const bool leads = match.begin < 2;
        const Range content =
            leads ? Range{std::max(source.end, match.end), size()} : Range{free_from_, match.begin};
        auto made = draft(index, content);
        made.quote = leads ? Range{match.begin, size()}
                           : Range{content.begin, std::max(source.end, match.end)};
        made.claimant = std::move(source);
        made.accused = sides_.accused_in(content, made.claimant.parties);
        keep(std::move(made));
    }

    // "According to Bloomberg": where it comes from, not who claims it.
    bool is_credit(const Match& match) const {
        return std::any_of(scene_.credits.begin(), scene_.credits.end(), [&](const Match& credit) {
            return credit.begin < match.end && match.begin < credit.end;
        });
    }

    // What a rule forbids: breaking it comes first.
    std::vector<Conduct> forbidden_in(Range range) const {
        auto conducts = conducts_in(scene_, range);
        const auto breach =
            std::find(conducts.begin(), conducts.end(), Conduct::TermsOfServiceViolation);
        if (breach != conducts.end()) std::rotate(conducts.begin(), breach, breach + 1);
        return conducts;
    }

    void read_self(std::size_t index) {
        auto made = draft(index, content_after(index));
        made.claimant = subject(index);
        if (made.kind == ClaimKind::Policy) made.conduct = forbidden_in({free_from_, size()});
        if (made.claimant.parties.empty())  // "no response from Meta", "breaks Meta's rules"
            made.claimant = parties_.first_in(scene_, {scene_.acts[index].begin, size()});
        keep(std::move(made));
    }

    // No act at all: the article says in its own voice what somebody did.
    void read_bare(Range range) {
        if (range.begin >= range.end) return;
        const auto first = std::find_if(scene_.conducts.begin(), scene_.conducts.end(),
                                        [&](const Match& match) { return range.contains(match); });
        if (first == scene_.conducts.end()) return;
        auto subject = parties_.before(scene_, first->begin);
        if (subject.begin < range.begin || first->begin > subject.end + kNear) subject = {};
        Draft made{.quote = range, .content = range};
        made.conduct = conducts_in(scene_, range);
        made.accused = sides_.doer_in(range);
        if (made.accused.parties.empty()) made.accused = std::move(subject);
        if (made.accused.sort == Who::Sort::Group) made.accused = {};
        if (made.accused.end <= first->begin &&
            any_word(scene_, {made.accused.end, first->begin}, kNegations))
            return;
        free_from_ = range.end;
        drafts_.push_back(std::move(made));
    }

    // Joins what one act adds to the one before: "sued Meta, accusing it of …".
    void keep(Draft made) {
        made.by_judge = parties_.is_judge(scene_, made.claimant);
        free_from_ = std::max(free_from_, made.quote.end);
        if (is_inner(made)) return keep_inner(std::move(made));
        if (!made.claimant.parties.empty() && made.claimant.begin < made.quote.begin)
            made.quote.begin = made.claimant.begin;
        if (drafts_.empty() || !joins(drafts_.back(), made)) {
            drafts_.push_back(std::move(made));
            return;
        }
        auto& last = drafts_.back();
        last.quote.end = std::max(last.quote.end, made.quote.end);
        last.content.end = std::max(last.content.end, made.content.end);
        if (last.accused.parties.empty()) last.accused = made.accused;
        last.certainty = std::min(last.certainty, made.certainty);
        last.conduct = conducts_in(scene_, last.content);
    }

    // "Bloomberg said that X accuses Y" is X's claim; "X said that it found …" stays one of X's.
    void keep_inner(Draft made) {
        auto& outer = drafts_.back();
        const bool is_of_another = made.claimant.sort == Who::Sort::Named &&
                                   !same_parties(outer.claimant.parties, made.claimant.parties);
        if (is_of_another && outer.frame != Frame::Self) {
            made.quote.begin = outer.quote.begin;
            made.by_judge = made.by_judge || outer.by_judge;
            outer = std::move(made);
        } else if (outer.frame != Frame::Self) {
            outer.certainty = std::min(outer.certainty, made.certainty);
            if (outer.accused.parties.empty()) outer.accused = made.accused;
        }
    }

    // "X said that it found …", "X said that Z accuses Y": an act within what another one tells.
    bool is_inner(const Draft& made) const {
        if (drafts_.empty()) return false;
        const auto& outer = drafts_.back();
        const bool tells = outer.frame == Frame::Say || outer.frame == Frame::Source;
        if (!tells && made.frame != Frame::Noun) return false;
        if (made.frame != Frame::Say && made.frame != Frame::Noun && made.frame != Frame::Accuse)
            return false;
        return outer.content.begin <= made.quote.begin && made.quote.begin < outer.content.end &&
               (made.claimant.sort == Who::Sort::Nobody ||
                made.claimant.begin >= outer.content.begin ||
                same_parties(made.claimant.parties, outer.claimant.parties));
    }

    static bool answers(ClaimKind kind) {
        return kind == ClaimKind::Denial || kind == ClaimKind::Response;
    }

    static bool joins(const Draft& last, const Draft& made) {
        const bool alike = last.kind == made.kind || (answers(last.kind) && answers(made.kind));
        if (!alike || last.frame == Frame::Bare) return false;
        if (!same_parties(last.claimant.parties, made.claimant.parties)) return false;
        return made.accused.parties.empty() || last.accused.parties.empty() ||
               same_parties(last.accused.parties, made.accused.parties);
    }

    const Scene& scene_;
    const Parties& parties_;
    Sides sides_;
    std::vector<Draft> drafts_;
    std::size_t free_from_ = 0;  // the first word that belongs to no draft yet
};

}  // namespace

std::vector<Conduct> conducts_in(const Scene& scene, Range range) {
    std::vector<Conduct> done;
    const auto add = [&](Conduct conduct) {
        if (std::find(done.begin(), done.end(), conduct) == done.end()) done.push_back(conduct);
    };
    for (const int wanted : {0, 1, 2})
        for (const auto& match : scene.conducts) {
            const auto conduct = Clues::builtin().conduct_of[match.rule];
            if (range.contains(match) && place(conduct) == wanted) add(conduct);
        }
    return done;
}

std::vector<Draft> drafts_of(const Scene& scene, const Parties& parties) {
    return Drafter(scene, parties).all();
}

}  // namespace extractor
