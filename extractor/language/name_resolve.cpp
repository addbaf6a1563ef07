// Which listed names a text really means: "Apple" the company, "the Times", "X", "R1".
#include <algorithm>
#include <array>

#include "extractor/language/name_stages.h"

namespace extractor {
namespace {

constexpr std::size_t kContext = 6;      // words to either side that may bear a name out
constexpr std::size_t kReportWords = 3;  // an outlet is told, reports and is cited close by

class Resolver {
public:
    Resolver(const NameText& text, const Lexicon::Tables& tables,
             const std::vector<ListedMatch>& matches, Cast& cast)
        : text_(text),
          tables_(tables),
          matches_(matches),
          cast_(cast),
          chosen_(matches.size()),
          child_is_there_(tables.entities.size()) {}

    std::vector<Found> resolve() {
        for (std::size_t i = 0; i < matches_.size(); ++i)
            if (const auto sure = sure_surface(matches_[i])) choose(i, *sure);
        // What the first round found may bear out more.
        for (int round = 0; round < 2; ++round)
            for (std::size_t i = 0; i < matches_.size(); ++i)
                if (!chosen_[i]) choose_supported(i);
        return found();
    }

private:
    const Surface& surface(std::size_t index) const { return tables_.surfaces[index]; }

    std::optional<std::size_t> sure_surface(const ListedMatch& match) const {
        for (const std::size_t index : match.surfaces) {
            const Surface& form = surface(index);
            if (form.conditional || goes_on(match.words, form)) continue;
            if (!is_word(form, match) || !is_weak(match.words)) return index;
        }
        return std::nullopt;
    }

    bool is_word(const Surface& form, const ListedMatch& match) const {
        return tables_.rules[form.entity].word && match.words.first == match.words.last;
    }

    // Where every word has a capital, a capital says nothing.
    bool is_weak(WordRange range) const {
        const NameWord& word = text_.words[range.first];
        return word.opens || word.headline;
    }

    // Only the names that are short enough to be part of another.
    bool goes_on(WordRange range, const Surface& form) const {
        if (range.first != range.last) return false;
        const bool surname = tables_.entities[form.entity].type == core::EntityType::Person;
        const bool fragile = form.conditional || tables_.rules[form.entity].word;
        if (!surname && !fragile) return !form.canonical && first_name_follows(range);
        if (has_foreign_neighbour(text_, range)) return true;
        const NameWord* next = text_.after(range.last);  // "Meta-analysis", but "Meta-owned"
        return fragile && next != nullptr && is_hyphen(text_.gap(range.last)) && !next->capital &&
               !next->folded.ends_with("ed") && next->kind == WordKind::Letters;
    }

    // "Cornell William Brooks"
    bool first_name_follows(WordRange range) const {
        const NameWord* next = text_.after(range.last);
        return next != nullptr && is_blank(text_.gap(range.last)) && next->capital &&
               !next->headline && next->classes.has(NameWordClass::First) &&
               !next->classes.has_any(NameWordClass::Function, NameWordClass::Month);
    }

    void choose(std::size_t match, std::size_t index) {
        chosen_[match] = index;
        const std::size_t entity = surface(index).entity;
        cast_.of_listed(entity);
        const std::size_t parent = tables_.parents[entity];
        if (parent != Lexicon::Tables::kNoParent) child_is_there_[parent] = true;
    }

    // The latest of several that are borne out, for an alias is shared by rivals: "the Times".
    void choose_supported(std::size_t i) {
        const ListedMatch& match = matches_[i];
        for (const std::size_t index : match.surfaces) {
            const Surface& form = surface(index);
            if (goes_on(match.words, form) || !is_supported(match.words, form)) continue;
            return choose(i, index);
        }
    }

    bool is_supported(WordRange range, const Surface& form) const {
        // A letter needs its context each time: "X" on a map.
        if (form.text.size() == 1) return has_context(range, tables_.rules[form.entity].context);
        if (cast_.find_listed(form.entity) || kin_is_there(form.entity)) return true;
        if (has_context(range, tables_.rules[form.entity].context)) return true;
        const NameWord& first = text_.words[range.first];
        if (tables_.entities[form.entity].type == core::EntityType::Outlet)
            return is_told(range) && !(form.conditional && first.opens);
        if (form.conditional) return false;
        const NameWord* next = text_.after(range.last);
        return text_.possessive(range.last) ||
               (next != nullptr && next->classes.has(NameWordClass::SayVerb));
    }

    // A maker bears out its product, a product its maker and what else that makes.
    bool kin_is_there(std::size_t entity) const {
        const std::size_t parent = tables_.parents[entity];
        return child_is_there_[entity] || (parent != Lexicon::Tables::kNoParent &&
                                           (cast_.find_listed(parent) || child_is_there_[parent]));
    }

    bool has_context(WordRange range, const std::vector<std::string>& context) const {
        return any_near(range, kContext, [&](const NameWord& word) {
            return std::find(context.begin(), context.end(), word.folded) != context.end();
        });
    }

    bool is_told(WordRange range) const {
        return any_near(range, kReportWords, [](const NameWord& word) {
            return word.classes.has_any(NameWordClass::ReportCue, NameWordClass::OutletCue);
        });
    }

    template <class Test>
    bool any_near(WordRange range, std::size_t distance, Test test) const {
        for (std::size_t i = range.first; i-- > 0 && range.first - i <= distance;)
            if (text_.same_sentence(i, range.first) && test(text_.words[i])) return true;
        for (std::size_t i = range.last + 1; i < text_.words.size() && i - range.last <= distance;
             ++i)
            if (text_.same_sentence(i, range.last) && test(text_.words[i])) return true;
        return false;
    }

    std::vector<Found> found() {
        std::vector<Found> result;
        for (std::size_t i = 0; i < matches_.size(); ++i) {
            if (!chosen_[i]) continue;
            const Surface& form = surface(*chosen_[i]);
            const double confidence = form.misspelt ? 0.8 : form.conditional ? 0.9 : 1;
            result.push_back({matches_[i].words, cast_.of_listed(form.entity), confidence});
        }
        return result;
    }

    const NameText& text_;
    const Lexicon::Tables& tables_;
    const std::vector<ListedMatch>& matches_;
    Cast& cast_;
    std::vector<std::optional<std::size_t>> chosen_;  // of each match: the surface
    std::vector<bool> child_is_there_;                // of each listed entity
};

}  // namespace

bool is_foreign_part(const NameWord* word) {
    using enum NameWordClass;
    if (word == nullptr || word->kind != WordKind::Letters || !(word->capital || word->mixed))
        return false;
    if (word->headline || word->classes.has(Tech)) return false;
    if (word->opens) return word->classes.none() || word->classes.has(First);
    return word->classes.none() ||
           word->classes.has_any(First, OrgTail, OutletTail, Common, LawTail, PlaceHead);
}

bool has_foreign_neighbour(const NameText& text, WordRange range) {
    const NameWord* before = text.before(range.first);
    const auto gap = before != nullptr ? text.gap(range.first - 1) : std::string_view();
    if (is_blank(gap) && is_foreign_part(before)) return true;
    if (gap == ". " && before->capital && before->span.size() == 1) return true;  // "Joseph R."
    const NameWord* after = text.after(range.last);
    return after != nullptr && is_blank(text.gap(range.last)) && is_foreign_part(after);
}

std::vector<Found> resolve_listed(const NameText& text, const Lexicon::Tables& tables,
                                  const std::vector<ListedMatch>& matches, Cast& cast) {
    return Resolver(text, tables, matches, cast).resolve();
}

}  // namespace extractor
