// Names that no list knows.
#include <algorithm>

#include "extractor/language/name_known.h"
#include "extractor/language/name_stages.h"

namespace extractor {
namespace {

using enum NameWordClass;
using core::EntityType;

// A telling neighbour.
constexpr double kTelling = 1.5;

struct Candidate {
    std::vector<WordRange> places;
    KindVotes votes;
    bool strong = false;  // a capital where only names have one
    bool acts = false;    // "Vectorwell sued", "Vectorwell's"
    bool prose = false;   // not only in headlines, captions and links
    bool plain = false;   // not only as the whole of a quotation: “Sandman Slim”
};

class Finder {
public:
    Finder(const NameText& text, const Lexicon::Tables& tables, const std::vector<bool>& taken,
           Cast& cast)
        : text_(text), tables_(tables), taken_(taken), cast_(cast) {}

    Unlisted find() {
        for (std::size_t i = 0; i < cast_.entities().size(); ++i)
            known_.add(cast_.entities()[i], i);
        for (const WordRange chunk : find_chunks(text_, taken_)) collect(chunk);
        // Full names first: a lone word may be short for one. What is written so more often is
        // spelled right.
        std::stable_sort(order_.begin(), order_.end(), [&](const auto& a, const auto& b) {
            return candidates_[a].places.size() > candidates_[b].places.size();
        });
        for (const auto& key : order_)
            if (!is_lone(key) && !known_.is_short_form(key)) settle(key, candidates_[key]);
        for (const auto& key : order_)
            if (is_lone(key) && !known_.is_short_form(key)) settle(key, candidates_[key]);
        return std::move(result_);
    }

private:
    const NameWord& word(std::size_t i) const { return text_.words[i]; }
    static bool is_lone(std::string_view key) { return key.find(' ') == std::string_view::npos; }

    std::string_view cut(WordRange range) const {
        return core::cut(text_.text, {word(range.first).span.begin, word(range.last).span.end});
    }

    // Alone they are no names: "Court", "Labs", "AI", "Q3", "U.S.", "District Court".
    bool is_ordinary(WordRange chunk) const {
        const NameWord& w = word(chunk.first);
        if (chunk.first != chunk.last) return is_initials(chunk) || is_generic(chunk);
        const NameWord* before = text_.before(chunk.first);
        if (w.mixed || (before != nullptr && before->classes.has(Honorific))) return false;
        if (w.classes.has(Place)) return false;
        if (w.span.size() == 1 || (w.capitals && w.span.size() == 2)) return true;
        return w.classes.has_any(Common, Role, RoleModifier, OrgTail, OrgHead, AgencyTail,
                                 CourtTail, LawTail, OutletTail, Honorific, Demonym, CompanyCue,
                                 ProductCue, SayVerb, Version, NumberWord, PlaceLead, PlaceHead,
                                 ThingTail);
    }

    bool is_initials(WordRange chunk) const {
        for (std::size_t i = chunk.first; i <= chunk.last; ++i)
            if (word(i).kind == WordKind::Letters && word(i).span.size() > 1) return false;
        return word(chunk.last).kind == WordKind::Letters || chunk.first + 1 == chunk.last;
    }

    bool is_generic(WordRange chunk) const {
        for (std::size_t i = chunk.first; i <= chunk.last; ++i)
            if (!word(i).classes.has_any(PlaceHead, CourtTail, Honorific, Role, RoleModifier))
                return false;
        return true;
    }

    void collect(WordRange chunk) {
        if (is_ordinary(chunk)) return;
        std::string key;
        for (std::size_t i = chunk.first; i <= chunk.last; ++i)
            key += (key.empty() ? "" : " ") + word(i).folded;
        const auto [place, is_new] = candidates_.try_emplace(key);
        if (is_new) order_.push_back(key);
        Candidate& candidate = place->second;
        candidate.places.push_back(chunk);
        candidate.votes.add(kind_votes(text_, chunk));
        candidate.strong |= chunk.first != chunk.last || !word(chunk.first).opens;
        candidate.acts |= acts(chunk);
        candidate.prose |= word(chunk.first).prose;
        candidate.plain |= !is_quoted(chunk);
    }

    // Titles of works are, names of parties seldom.
    bool is_quoted(WordRange chunk) const {
        const auto before = text_.text.substr(0, word(chunk.first).span.begin);
        const auto after = text_.text.substr(word(chunk.last).span.end);
        const bool closed = after.starts_with("”") || after.starts_with(",”") ||
                            after.starts_with('"') || after.starts_with(",\"");
        return closed && (before.ends_with("“") || before.ends_with('"') ||
                          before.ends_with("“The ") || before.ends_with("\"The "));
    }

    bool acts(WordRange chunk) const {
        const NameWord* after = text_.after(chunk.last);
        if (text_.possessive(chunk.last)) return true;
        if (after == nullptr || !is_blank(text_.gap(chunk.last))) return false;
        return after->classes.has(SayVerb) ||
               (!after->capital && after->folded.ends_with("ed") && looks_like_name(chunk));
    }

    // "Rafferty recorded", but not "Scraping happened", "Scrapers copied".
    bool looks_like_name(WordRange chunk) const {
        static constexpr std::array<std::string_view, 12> kOrdinaryEnds{
            "s", "ing", "ed", "ly", "ion", "ment", "ness", "ity", "ism", "able", "ous", "ive"};
        const NameWord& last = word(chunk.last);
        return last.classes.none() &&
               std::none_of(kOrdinaryEnds.begin(), kOrdinaryEnds.end(),
                            [&](auto end) { return last.folded.ends_with(end); });
    }

    void settle(const std::string& key, const Candidate& candidate) {
        const std::size_t kind = candidate.votes.best();
        if (kind == KindVotes::kPlace)
            return void(result_.places.insert(result_.places.end(), candidate.places.begin(),
                                              candidate.places.end()));
        const bool telling = candidate.votes.votes[kind] >= kTelling;
        if (!candidate.strong && !telling && !candidate.acts) return;
        if (!candidate.plain && !telling) return;
        if (!candidate.prose && text_.prose_sentences > 0) return;
        if (const auto entity = misspelt(key, candidate)) return add_all(candidate, *entity, 0.7);
        add_all(candidate, entity_of(candidate, static_cast<EntityType>(kind)),
                telling ? 0.7 : 0.5);
    }

    // Somebody of this text rather than of the list.
    std::optional<std::size_t> misspelt(const std::string& key, const Candidate& candidate) {
        const bool owns =
            std::all_of(candidate.places.begin(), candidate.places.end(),
                        [&](WordRange place) { return text_.possessive(place.last); });
        if (owns)
            if (const auto name = known_.without_s(key)) return name;  // "Sack's" of Sacks
        if (const auto name = known_.misspelt(key)) return name;
        if (const auto listed = tables_.spellings.near(key)) return cast_.of_listed(*listed);
        return std::nullopt;
    }

    std::size_t entity_of(const Candidate& candidate, EntityType type) {
        core::Entity entity{.name = core::collapse_spaces(cut(candidate.places.front())),
                            .type = type};
        if (const auto same = known_.same_person(entity)) return *same;
        known_.add(entity, cast_.entities().size());
        return cast_.add(std::move(entity));
    }

    void add_all(const Candidate& candidate, std::size_t entity, double confidence) {
        for (const WordRange range : candidate.places) {
            result_.found.push_back({range, entity, confidence});
            note_acronym(range, entity);
        }
    }

    // "Open Letters Guild (OLG)"
    void note_acronym(WordRange range, std::size_t entity) {
        const std::size_t next = range.last + 1;
        if (range.first == range.last || next >= text_.words.size() ||
            text_.gap(range.last) != " (" || !word(next).capitals)
            return;
        const auto acronym = text_.cut(word(next));
        const std::size_t words = range.last - range.first + 1;
        if (acronym.size() < 2 || acronym.size() > words + 1) return;
        if (acronym.front() != cut(range).front()) return;
        result_.acronyms.emplace_back(std::string(acronym), entity);
        known_.add_form(fold_word(acronym), entity);
    }

    const NameText& text_;
    const Lexicon::Tables& tables_;
    const std::vector<bool>& taken_;
    Cast& cast_;
    KnownNames known_;
    std::unordered_map<std::string, Candidate> candidates_;
    std::vector<std::string> order_;
    Unlisted result_;
};

}  // namespace

Unlisted find_unlisted(const NameText& text, const Lexicon::Tables& tables,
                       const std::vector<bool>& taken, Cast& cast) {
    return Finder(text, tables, taken, cast).find();
}

}  // namespace extractor
