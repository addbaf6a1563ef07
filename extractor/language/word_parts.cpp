#include "extractor/language/word_parts.h"

#include <array>
#include <optional>
#include <unordered_map>

#include "core/text.h"
#include "embedded/extractor.h"
#include "extractor/language/tsv.h"

namespace extractor {

namespace {

constexpr std::size_t kLongest = 12;

struct PartKinds {
    bool prefix = false, ending = false, unit = false, aphesis = false;
    std::size_t split = 0;
};

// A word in lower case, without an allocation.
class Lowered {
public:
    explicit Lowered(std::string_view word) : size_(word.size()) {
        for (std::size_t i = 0; i < size_; ++i) letters_[i] = core::to_lower(word[i]);
    }
    std::string_view text() const { return {letters_.data(), size_}; }

private:
    std::array<char, kLongest> letters_{};
    std::size_t size_;
};

void add(PartKinds& part, std::string_view kind) {
    constexpr std::string_view split = "split-";
    if (kind == "prefix") part.prefix = true;
    if (kind == "ending") part.ending = true;
    if (kind == "unit") part.unit = true;
    if (kind == "aphesis") part.aphesis = true;
    if (kind.starts_with(split)) part.split = static_cast<std::size_t>(kind[split.size()] - '0');
}

const std::unordered_map<std::string_view, PartKinds>& parts() {
    static const auto table = [] {
        std::unordered_map<std::string_view, PartKinds> made;
        for (const auto& row : rows_of(embedded::extractor::word_parts_tsv()))
            add(made[row.at(0)], row.at(1));
        return made;
    }();
    return table;
}

Abbreviation abbreviation_named(std::string_view name) {
    if (name == "title") return Abbreviation::Title;
    if (name == "number") return Abbreviation::Number;
    return name == "inside" ? Abbreviation::Inside : Abbreviation::Either;
}

const std::unordered_map<std::string_view, Abbreviation>& abbreviations() {
    static const auto table = [] {
        std::unordered_map<std::string_view, Abbreviation> made;
        for (const auto& row : rows_of(embedded::extractor::abbreviations_tsv()))
            made.emplace(row.at(0), abbreviation_named(row.at(1)));
        return made;
    }();
    return table;
}

const PartKinds* find(std::string_view part) {
    if (part.empty() || part.size() > kLongest) return nullptr;
    const auto found = parts().find(Lowered(part).text());
    return found == parts().end() ? nullptr : &found->second;
}

}  // namespace

Abbreviation abbreviation_of(std::string_view word) {
    if (word.empty() || word.size() > kLongest) return Abbreviation::None;
    const auto found = abbreviations().find(Lowered(word).text());
    return found == abbreviations().end() ? Abbreviation::None : found->second;
}

bool is_prefix(std::string_view part) {
    const auto* kinds = find(part);
    return kinds && kinds->prefix;
}

bool is_name_ending(std::string_view part) {
    const auto* kinds = find(part);
    return kinds && kinds->ending;
}

bool is_unit(std::string_view part) {
    const auto* kinds = find(part);
    return kinds && kinds->unit;
}

bool is_aphesis(std::string_view part) {
    const auto* kinds = find(part);
    return kinds && kinds->aphesis;
}

std::size_t split_point(std::string_view word) {
    const auto* kinds = find(word);
    return kinds ? kinds->split : 0;
}

}  // namespace extractor
