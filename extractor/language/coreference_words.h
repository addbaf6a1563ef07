// Words that stand for what was named before. Private to extractor/; see data/first_names.tsv and
// data/coreference_nouns.tsv.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace extractor {

enum class Gender : std::uint8_t { Unknown, He, She };

enum class PronounKind : std::uint8_t { He, She, It, They };

struct NominalKinds {
    bool organisation = false, outlet = false, product = false, person = false, people = false;
    bool nationality = false, plural = false;
    bool company = false;  // says nothing but that it is an organisation or outlet
    bool any() const { return organisation || outlet || product || person; }
};

// All take a word in lower case.
std::optional<PronounKind> pronoun_kind(std::string_view word);
Gender gender_of_name(std::string_view first_name);
Gender gender_of_title(std::string_view title);
NominalKinds nominal_kinds(std::string_view noun);

}  // namespace extractor
