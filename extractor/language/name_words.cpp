#include "extractor/language/name_words.h"

#include <array>
#include <cassert>
#include <optional>

#include <fmt/format.h>

#include "core/text.h"
#include "embedded/extractor.h"

namespace extractor {
namespace {

constexpr std::array<std::string_view, 35> kWordClassNames{
    "function",      "common",     "tech",        "month",      "day",         "demonym",
    "place",         "place_head", "place_lead",  "place_cue",  "honorific",   "role",
    "role_modifier", "of_cue",     "company_cue", "outlet_cue", "product_cue", "dataset_cue",
    "org_tail",      "org_head",   "agency_tail", "court_tail", "law_tail",    "outlet_tail",
    "say_verb",      "report_cue", "first",       "version",    "number_word", "name_link",
    "surname_link",  "place_name", "thing_tail",  "group_noun", "source_verb"};

std::optional<NameWordClass> class_named(std::string_view name) {
    for (std::size_t i = 0; i < kWordClassNames.size(); ++i)
        if (kWordClassNames[i] == name) return static_cast<NameWordClass>(i);
    return std::nullopt;
}

}  // namespace

core::Result<NameWords> NameWords::read(std::string_view tsv) {
    NameWords words;
    std::size_t number = 0;
    for (const auto line : core::split(tsv, '\n')) {
        ++number;
        if (line.empty() || line.starts_with('#')) continue;
        const auto tab = line.find('\t');
        const auto listed = class_named(line.substr(0, tab));
        if (tab == std::string_view::npos || !listed)
            return core::fail(core::Failure::Kind::NotReadable,
                              "a row is a known class of words, a tab and the words",
                              fmt::format("name_words.tsv:{}", number));
        for (const auto word : core::split(line.substr(tab + 1), ' '))
            words.classes_[std::string(word)].add(*listed);
    }
    return words;
}

const NameWords& NameWords::builtin() {
    static const NameWords words = [] {
        auto read = NameWords::read(embedded::extractor::name_words_tsv());
        assert(read && "data/name_words.tsv is checked by extractor_name_words_test");
        return *std::move(read);
    }();
    return words;
}

WordClasses NameWords::of(std::string_view folded) const {
    const auto found = classes_.find(folded);
    return found == classes_.end() ? WordClasses() : found->second;
}

}  // namespace extractor
