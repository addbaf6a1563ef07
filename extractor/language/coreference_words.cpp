#include "extractor/language/coreference_words.h"

#include <array>
#include <deque>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/text.h"
#include "embedded/extractor.h"
#include "extractor/language/tsv.h"
#include "extractor/language/verb_forms.h"

namespace extractor {

namespace {

constexpr std::array<std::pair<std::string_view, PronounKind>, 16> pronouns{{
    {"he", PronounKind::He},
    {"him", PronounKind::He},
    {"his", PronounKind::He},
    {"himself", PronounKind::He},
    {"she", PronounKind::She},
    {"her", PronounKind::She},
    {"hers", PronounKind::She},
    {"herself", PronounKind::She},
    {"it", PronounKind::It},
    {"its", PronounKind::It},
    {"itself", PronounKind::It},
    {"they", PronounKind::They},
    {"them", PronounKind::They},
    {"their", PronounKind::They},
    {"theirs", PronounKind::They},
    {"themselves", PronounKind::They},
}};

void set(NominalKinds& kinds, std::string_view column) {
    if (column == "organisation") kinds.organisation = true;
    if (column == "company") kinds.company = kinds.organisation = true;
    if (column == "outlet") kinds.company = kinds.outlet = true;
    if (column == "product") kinds.product = true;
    if (column == "person") kinds.person = true;
    if (column == "people") kinds.people = true;
    if (column == "nationality") kinds.nationality = true;
}

class Nominals {
public:
    Nominals() {
        for (const auto& row : rows_of(embedded::extractor::coreference_nouns_tsv()))
            for (const std::string_view word : core::split(row.at(1), ' ')) {
                set(kinds_[word], row.at(0));
                add_plural(word, row.at(0));
            }
    }

    NominalKinds of(std::string_view noun) const {
        const auto found = kinds_.find(noun);
        return found == kinds_.end() ? NominalKinds{} : found->second;
    }

private:
    void add_plural(std::string_view word, std::string_view column) {
        if (column == "nationality" || column == "people") return;
        NominalKinds& plural = kinds_[plurals_.emplace_back(plural_of(word))];
        set(plural, column);
        plural.plural = true;
    }

    std::deque<std::string> plurals_;
    std::unordered_map<std::string_view, NominalKinds> kinds_;
};

}  // namespace

std::optional<PronounKind> pronoun_kind(std::string_view word) {
    for (const auto& [pronoun, kind] : pronouns)
        if (word == pronoun) return kind;
    return std::nullopt;
}

Gender gender_of_name(std::string_view first_name) {
    static const auto table = [] {
        std::unordered_map<std::string_view, Gender> made;
        for (const auto& row : rows_of(embedded::extractor::first_names_tsv()))
            for (const std::string_view name : core::split(row.at(1), ' '))
                made.emplace(name, row.at(0) == "he" ? Gender::He : Gender::She);
        return made;
    }();
    const auto found = table.find(first_name);
    return found == table.end() ? Gender::Unknown : found->second;
}

Gender gender_of_title(std::string_view title) {
    if (title == "mr." || title == "mr" || title == "sir" || title == "lord") return Gender::He;
    if (title == "ms." || title == "mrs." || title == "ms" || title == "mrs" || title == "miss")
        return Gender::She;
    return Gender::Unknown;
}

NominalKinds nominal_kinds(std::string_view noun) {
    static const Nominals nominals;
    return nominals.of(noun);
}

}  // namespace extractor
