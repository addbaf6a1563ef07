// What kind of name words with capitals are, by tables of weights.
#include <algorithm>
#include <array>

#include "extractor/language/name_stages.h"

namespace extractor {
namespace {

using enum NameWordClass;
using core::EntityType;

struct Cue {
    NameWordClass of;
    std::size_t kind;  // EntityType, or KindVotes::kPlace
    double weight;
};

constexpr std::size_t kind(EntityType type) { return static_cast<std::size_t>(type); }

// The name's last word: "Labs", "Court", "Times".
constexpr std::array<Cue, 9> kLastWord{{{OrgTail, kind(EntityType::Organisation), 4},
                                        {OrgHead, kind(EntityType::Organisation), 4},
                                        {OutletTail, kind(EntityType::Outlet), 4},
                                        {CourtTail, kind(EntityType::Court), 6},
                                        {AgencyTail, kind(EntityType::Court), 5},
                                        {LawTail, kind(EntityType::Law), 5},
                                        {DatasetCue, kind(EntityType::Dataset), 3},
                                        {ProductCue, kind(EntityType::Product), 2},
                                        {PlaceHead, KindVotes::kPlace, 4}}};

// The word right before: "startup Vectorwell", "Judge Roe", "in Hollin".
constexpr std::array<Cue, 8> kBefore{{{Honorific, kind(EntityType::Person), 6},
                                      {Role, kind(EntityType::Person), 2},
                                      {CompanyCue, kind(EntityType::Organisation), 2.5},
                                      {OutletCue, kind(EntityType::Outlet), 3},
                                      {ProductCue, kind(EntityType::Product), 2.5},
                                      {DatasetCue, kind(EntityType::Dataset), 2.5},
                                      {PlaceCue, KindVotes::kPlace, 1},
                                      {Demonym, kind(EntityType::Organisation), 0.3}}};

// The word right after: "Vectorwell model", "Hollin corpus", "Vectorwell CEO".
constexpr std::array<Cue, 6> kAfter{{{Role, kind(EntityType::Organisation), 1.5},
                                     {OutletCue, kind(EntityType::Outlet), 1.5},
                                     {ProductCue, kind(EntityType::Product), 2},
                                     {DatasetCue, kind(EntityType::Dataset), 2.5},
                                     {CourtTail, kind(EntityType::Court), 3},
                                     {LawTail, kind(EntityType::Law), 3}}};

// Between commas after the name: ", a researcher at", ", the startup behind".
constexpr std::array<Cue, 5> kApposition{{{Role, kind(EntityType::Person), 2},
                                          {CompanyCue, kind(EntityType::Organisation), 2},
                                          {OutletCue, kind(EntityType::Outlet), 2},
                                          {ProductCue, kind(EntityType::Product), 2},
                                          {DatasetCue, kind(EntityType::Dataset), 2}}};

template <std::size_t N>
void vote_all(KindVotes& votes, const std::array<Cue, N>& cues, WordClasses classes) {
    for (const Cue& cue : cues)
        if (classes.has(cue.of)) votes.votes[cue.kind] += cue.weight;
}

class Voter {
public:
    Voter(const NameText& text, WordRange chunk) : text_(text), chunk_(chunk) {}

    KindVotes votes() {
        vote_shape();
        vote_inside();
        vote_before();
        vote_after();
        return votes_;
    }

private:
    const NameWord& word(std::size_t i) const { return text_.words[i]; }
    std::size_t size() const { return chunk_.last - chunk_.first + 1; }

    bool has_digits() const {
        for (std::size_t i = chunk_.first; i <= chunk_.last; ++i)
            if (word(i).kind == WordKind::Digits) return true;
        return false;
    }

    static bool is_scottish(const NameWord& w) {  // "McLean", "MacLeod", "DeLillo"
        return w.capital && (w.folded.starts_with("mc") || w.folded.starts_with("mac") ||
                             w.folded.starts_with("de"));
    }

    // Two or three plain words, the first of which may be an initial: "Jane Q. Roe".
    bool looks_like_person() const {
        if (size() < 2 || size() > 4) return false;
        for (std::size_t i = chunk_.first; i <= chunk_.last; ++i) {
            const NameWord& w = word(i);
            if (w.kind != WordKind::Letters || (w.mixed && !is_scottish(w))) return false;
            if (w.capitals && w.span.size() > 1) return false;
            if (w.classes.has_any(Tech, OrgHead, AgencyTail, CourtTail)) return false;
            if (w.classes.has_any(Common, Demonym, Place) && !w.classes.has(First) &&
                !word(chunk_.first).classes.has(First))
                return false;
        }
        return true;
    }

    void vote_shape() {
        if (has_digits()) votes_.vote(EntityType::Product, 2.5);
        const auto is_camel = [&](std::size_t i) { return word(i).mixed && !is_scottish(word(i)); };
        const bool mixed = is_camel(chunk_.first) || is_camel(chunk_.last);
        if (mixed) votes_.vote(EntityType::Organisation, 1);
        votes_.vote(EntityType::Organisation, 0.2);
        const bool first_name = word(chunk_.first).classes.has(First);
        if (looks_like_person()) votes_.vote(EntityType::Person, first_name ? 3.5 : 1);
        if (size() == 1 && first_name) votes_.vote(EntityType::Person, 1);
    }

    void vote_inside() {
        if (size() > 1) vote_all(votes_, kLastWord, word(chunk_.last).classes);
        for (std::size_t i = chunk_.first; i < chunk_.last; ++i) {
            const WordClasses classes = word(i).classes;
            const bool of = word(i + 1).folded == "of" || word(i + 1).folded == "for";
            if (classes.has(OrgHead)) votes_.vote(EntityType::Organisation, of ? 5 : 2);
            if (classes.has_any(AgencyTail, CourtTail)) votes_.vote(EntityType::Court, of ? 5 : 2);
        }
        vote_place();
    }

    void vote_place() {
        std::string joined;
        for (std::size_t i = chunk_.first; i <= chunk_.last; ++i)
            joined += (joined.empty() ? "" : "_") + word(i).folded;
        const WordClasses whole = NameWords::builtin().of(joined);
        if (whole.has_any(Place, PlaceName)) votes_.vote_place(8);
        const bool lead = size() == 2 && word(chunk_.first).classes.has(PlaceLead);
        if (lead && word(chunk_.last).classes.none()) votes_.vote_place(2.5);
        if (lead && word(chunk_.last).classes.has(Place)) votes_.vote_place(6);
    }

    void vote_before() {
        const NameWord* before = text_.before(chunk_.first);
        if (before == nullptr) return;
        const auto gap = text_.gap(chunk_.first - 1);
        if (is_blank(gap) || gap == ". ") vote_all(votes_, kBefore, before->classes);
        if (before->folded == "of" && chunk_.first >= 2 &&
            text_.same_sentence(chunk_.first - 2, chunk_.first) &&
            word(chunk_.first - 2).classes.has(OfCue))
            votes_.vote(EntityType::Organisation, 2.5);
        if (before->folded == "told" || before->folded == "to")
            votes_.vote(EntityType::Outlet, before->folded == "told" ? 0.6 : 0.1);
    }

    void vote_after() {
        const NameWord* after = text_.after(chunk_.last);
        if (after == nullptr) return;
        const auto gap = text_.gap(chunk_.last);
        if (is_blank(gap)) vote_all(votes_, kAfter, after->classes);
        if (gap == ", ") vote_apposition(chunk_.last + 1);
        if (gap == ", " && after->folded == "who") votes_.vote(EntityType::Person, 3);
        if (is_blank(gap) && after->classes.has(SayVerb)) vote_speaker();
        if (text_.possessive(chunk_.last)) vote_owner(chunk_.last + 1);
    }

    void vote_speaker() {
        votes_.vote(EntityType::Person, 0.3);
        votes_.vote(EntityType::Organisation, 0.3);
    }

    void vote_apposition(std::size_t from) {
        if (word(from).classes.has(Place)) votes_.vote_place(1.5);
        WordClasses seen;
        const std::size_t to = apposition_end(from);
        for (std::size_t i = from; i < to; ++i)
            for (const Cue& cue : kApposition)
                if (word(i).classes.has(cue.of)) seen.add(cue.of);
        // "a company spokesman" is no company: the first row that is there decides.
        for (const Cue& cue : kApposition)
            if (seen.has(cue.of)) return void(votes_.votes[cue.kind] += cue.weight);
    }

    std::size_t apposition_end(std::size_t from) const {
        constexpr std::size_t kReach = 5;
        std::size_t i = from;
        while (i < text_.words.size() && i < from + kReach && text_.same_sentence(i, chunk_.last) &&
               (i == from || !text_.gap(i - 1).starts_with(",")))
            ++i;
        return i;
    }

    // "Vectorwell's chief executive", "Vectorwell's model"
    void vote_owner(std::size_t mark) {
        const std::size_t owned = mark + 1;
        if (owned < text_.words.size() && text_.same_sentence(owned, mark) &&
            word(owned).classes.has_any(Role, ProductCue, RoleModifier))
            votes_.vote(EntityType::Organisation, 1.5);
    }

    const NameText& text_;
    WordRange chunk_;
    KindVotes votes_;
};

}  // namespace

void KindVotes::add(const KindVotes& other) {
    for (std::size_t i = 0; i < votes.size(); ++i) votes[i] += other.votes[i];
}

std::size_t KindVotes::best() const {
    return static_cast<std::size_t>(std::max_element(votes.begin(), votes.end()) - votes.begin());
}

KindVotes kind_votes(const NameText& text, WordRange chunk) { return Voter(text, chunk).votes(); }

}  // namespace extractor
