#include "extractor/language/verb_forms.h"

#include <unordered_map>

#include "embedded/extractor.h"
#include "extractor/language/tsv.h"

namespace extractor {

namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_in_consonant_y(std::string_view word) {
    return word.size() > 1 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

bool hisses(std::string_view word) {
    return word.ends_with('s') || word.ends_with('x') || word.ends_with('z') ||
           word.ends_with("ch") || word.ends_with("sh");
}

// "slam", "bet": one vowel before one consonant, no other vowel.
bool is_short(std::string_view verb) {
    if (verb.size() < 3) return false;
    const char last = verb.back();
    if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
    if (!is_vowel(verb[verb.size() - 2])) return false;
    for (const char c : verb.substr(0, verb.size() - 2))
        if (is_vowel(c)) return false;
    return true;
}

bool may_double(std::string_view verb) {
    return verb.size() > 3 && verb.back() == 'l' && is_vowel(verb[verb.size() - 2]) &&
           !is_vowel(verb[verb.size() - 3]);
}

std::string with_s(std::string_view word) {
    std::string stem(word);
    if (ends_in_consonant_y(word)) return stem.substr(0, stem.size() - 1) + "ies";
    return stem + (hisses(word) || (word.ends_with('o') && word.size() > 1) ? "es" : "s");
}

std::string with_ed(std::string_view verb) {
    std::string stem(verb);
    if (verb.ends_with('e')) return stem + "d";
    if (ends_in_consonant_y(verb)) return stem.substr(0, stem.size() - 1) + "ied";
    return is_short(verb) ? stem + stem.back() + "ed" : stem + "ed";
}

std::string with_ing(std::string_view verb, bool doubles) {
    std::string stem(verb);
    if (verb.ends_with("ie")) return stem.substr(0, stem.size() - 2) + "ying";
    if (verb.ends_with('e') && !verb.ends_with("ee") && verb.size() > 2)
        return stem.substr(0, stem.size() - 1) + "ing";
    return doubles || is_short(verb) ? stem + stem.back() + "ing" : stem + "ing";
}

using Row = std::vector<std::string_view>;

const Row* irregular(std::string_view verb) {
    static const auto table = [] {
        std::unordered_map<std::string_view, Row> made;
        for (auto& row : rows_of(embedded::extractor::irregular_verbs_tsv()))
            made.emplace(row.at(0), row);
        return made;
    }();
    const auto found = table.find(verb);
    return found == table.end() ? nullptr : &found->second;
}

// "admitted" tells that "admitting" doubles its consonant too.
bool doubles(std::string_view verb, const Row* row) {
    if (row == nullptr) return false;
    const std::string doubled = std::string(verb) + verb.back() + "ed";
    return row->at(1) == doubled;
}

}  // namespace

std::vector<InflectedForm> inflect(std::string_view verb) {
    std::vector<InflectedForm> forms{{std::string(verb), VerbForm::Base},
                                     {with_s(verb), VerbForm::Third}};
    const Row* row = irregular(verb);
    forms.push_back({with_ing(verb, doubles(verb, row)), VerbForm::Ing});
    if (row == nullptr) {
        forms.push_back({with_ed(verb), VerbForm::PastOrParticiple});
        if (may_double(verb)) {
            forms.push_back({std::string(verb) + "led", VerbForm::PastOrParticiple});
            forms.push_back({std::string(verb) + "ling", VerbForm::Ing});
        }
    } else if (row->size() > 2) {
        forms.push_back({std::string(row->at(1)), VerbForm::Past});
        forms.push_back({std::string(row->at(2)), VerbForm::Participle});
    } else {
        forms.push_back({std::string(row->at(1)), VerbForm::PastOrParticiple});
    }
    return forms;
}

std::string plural_of(std::string_view noun) { return with_s(noun); }

}  // namespace extractor
