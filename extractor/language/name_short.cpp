// Further mentions of whom a text has named: in full, by surname, by the first words of a firm, by
// an acronym it was given, by "the Guild".
#include <algorithm>

#include "extractor/language/name_stages.h"

namespace extractor {
namespace {

using enum NameWordClass;
using core::EntityType;

constexpr std::size_t kShortestName = 2;  // letters of a word that may stand for a name
// Names that share a short form; a text of one family must not take forever.
constexpr std::size_t kMostSharing = 32;

WordClasses classes_of(std::string_view name, const Word& word) {
    return NameWords::builtin().of(fold_word(core::cut(name, word.span)));
}

std::string_view words_of_name(std::string_view name, const std::vector<Word>& words,
                               std::size_t first, std::size_t last) {
    return core::cut(name, {words[first].span.begin, words[last].span.end});
}

// "the Guild", "the Court"
bool is_title(WordClasses classes) {
    return classes.has_any(OrgTail, OrgHead, AgencyTail, CourtTail, OutletTail);
}

bool is_generation(std::string_view word) {
    return word == "Jr" || word == "Sr" || word == "II" || word == "III" || word == "IV";
}

std::vector<std::string> forms_of_person(std::string_view name, const std::vector<Word>& words) {
    std::size_t last = words.size() - 1;
    if (last > 0 && is_generation(core::cut(name, words[last].span))) --last;
    if (last == 0) return {};
    std::size_t surname = last;
    // "von der Leyen", "O'Nan", "Newton-Rex", "Al-Dahle"
    while (
        surname > 1 &&
        (is_hyphen(core::cut(name, {words[surname - 1].span.end, words[surname].span.begin})) ||
         is_apostrophe(core::cut(name, {words[surname - 1].span.end, words[surname].span.begin})) ||
         (classes_of(name, words[surname - 1]).has(SurnameLink) && !words[surname - 1].capital)))
        --surname;
    std::vector<std::string> forms;
    if (!classes_of(name, words[last]).has(Demonym))
        forms.emplace_back(words_of_name(name, words, surname, last));
    if (words.front().span.size() > kShortestName && classes_of(name, words.front()).has(First))
        forms.emplace_back(core::cut(name, words.front().span));
    return forms;
}

std::vector<std::string> forms_of_organisation(std::string_view name,
                                               const std::vector<Word>& words) {
    std::size_t last = words.size() - 1;
    while (last > 0 && classes_of(name, words[last]).has(OrgTail)) --last;
    std::vector<std::string> forms;
    const bool ordinary =
        last == 0 && classes_of(name, words.front())
                         .has_any(Common, Place, PlaceLead, Demonym, First, Function, Role, Tech,
                                  OrgHead, RoleModifier, Version);
    if (last + 1 < words.size() && !ordinary && words.front().span.size() > kShortestName)
        forms.emplace_back(words_of_name(name, words, 0, last));
    return forms;
}

class Repeats {
public:
    Repeats(const NameText& text, const std::vector<bool>& taken, const std::vector<Found>& found,
            const Cast& cast)
        : text_(text), taken_(taken), cast_(cast), latest_(found) {
        std::sort(latest_.begin(), latest_.end(),
                  [](const Found& a, const Found& b) { return a.words.first < b.words.first; });
    }

    std::vector<Found> find(const Unlisted& unlisted) {
        for (std::size_t i = 0; i < cast_.entities().size(); ++i) add_forms(i);
        for (const auto& [acronym, entity] : unlisted.acronyms) add(acronym, entity);
        std::vector<Found> result;
        for (const auto& match : match_names(text_, names_, surfaces_, taken_)) {
            if (!stands_for_name(match.words)) continue;
            result.push_back({match.words, nearest(match), 0.85});
        }
        return result;
    }

private:
    void add(std::string_view form, std::size_t entity) {
        if (++sharing_[fold_words(form)] > kMostSharing) return;
        names_.add(form, surfaces_.size());
        surfaces_.push_back({.entity = entity, .text = std::string(form)});
    }

    void add_forms(std::size_t index) {
        const core::Entity& entity = cast_.entities()[index];
        // What is listed was looked for by rules of its own.
        if (!cast_.is_listed(index)) add(entity.name, index);
        for (const auto& form : short_forms(entity)) add(form, index);
        const auto words = words_of(entity.name);
        const WordClasses last = classes_of(entity.name, words.back());
        const bool titled = words.size() > 1 && is_title(last) && !last.has(Tech);
        if (titled) add(core::cut(entity.name, words.back().span), index);
    }

    // A lone word must have its capital for no other reason; "Post", "Guild" need their article.
    bool stands_for_name(WordRange range) const {
        if (range.first != range.last) return true;
        const NameWord& word = text_.words[range.first];
        const NameWord* before = text_.before(range.first);
        const bool after_the = before != nullptr && before->folded == "the";
        if (word.headline && !word.classes.none()) return false;
        const bool titled = is_title(word.classes);
        if (has_foreign_neighbour(text_, range)) return false;
        if (titled && !word.classes.has(First)) return after_the;
        const bool ordinary = word.classes.has_any(Common, Function, Honorific, Role);
        if (!word.opens || !ordinary) return true;
        const NameWord* after = text_.after(range.last);
        return text_.possessive(range.last) || (after != nullptr && after->classes.has(SayVerb));
    }

    // Of several that share a short form, the one named last before it.
    std::size_t nearest(const ListedMatch& match) const {
        const auto shares = [&](std::size_t entity) {
            return std::any_of(match.surfaces.begin(), match.surfaces.end(),
                               [&](std::size_t s) { return surfaces_[s].entity == entity; });
        };
        if (match.surfaces.size() > 1) {
            auto at = std::lower_bound(
                latest_.begin(), latest_.end(), match.words.first,
                [](const Found& found, std::size_t word) { return found.words.first < word; });
            constexpr int kReach = 200;  // mentions
            for (int i = 0; at != latest_.begin() && i < kReach; ++i)
                if (shares((--at)->entity)) return at->entity;
        }
        return surfaces_[match.surfaces.front()].entity;
    }

    const NameText& text_;
    const std::vector<bool>& taken_;
    const Cast& cast_;
    std::vector<Found> latest_;
    NameTrie names_;
    std::vector<Surface> surfaces_;
    std::unordered_map<std::string, std::size_t> sharing_;  // folded form → how many names
};

}  // namespace

std::vector<std::string> short_forms(const core::Entity& entity) {
    const auto words = words_of(entity.name);
    if (words.size() < 2) return {};
    if (entity.type == EntityType::Person) return forms_of_person(entity.name, words);
    if (entity.type == EntityType::Organisation) return forms_of_organisation(entity.name, words);
    return {};
}

std::vector<Found> find_repeats(const NameText& text, const std::vector<bool>& taken,
                                const std::vector<Found>& found, const Unlisted& unlisted,
                                const Cast& cast) {
    return Repeats(text, taken, found, cast).find(unlisted);
}

}  // namespace extractor
