// How English verbs are inflected. Private to extractor/.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace extractor {

enum class VerbForm : unsigned char { None, Base, Third, Past, Participle, PastOrParticiple, Ing };

struct InflectedForm {
    std::string text;
    VerbForm form = VerbForm::None;
};

// All forms of a verb, from data/irregular_verbs.tsv or by rule; both spellings where English has
// two ("labelled", "labeled").
std::vector<InflectedForm> inflect(std::string_view verb);

std::string plural_of(std::string_view noun);

}  // namespace extractor
