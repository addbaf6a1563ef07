#include "extractor/language/name_known.h"

#include "extractor/language/name_stages.h"

namespace extractor {
namespace {

std::optional<std::size_t> value(const std::unordered_map<std::string, std::size_t>& map,
                                 const std::string& key) {
    const auto found = map.find(key);
    if (found == map.end()) return std::nullopt;
    return found->second;
}

std::string first_and_last(const core::Entity& entity) {
    const auto words = fold_words(entity.name);
    const auto space = words.find(' ');
    if (entity.type != core::EntityType::Person || space == std::string::npos) return {};
    return words.substr(0, space) + words.substr(words.rfind(' '));
}

}  // namespace

void KnownNames::add(const core::Entity& entity, std::size_t index) {
    add_form(fold_words(entity.name), index);
    for (const auto& form : short_forms(entity)) add_form(fold_words(form), index);
    if (const auto key = first_and_last(entity); !key.empty()) people_.try_emplace(key, index);
}

void KnownNames::add_form(const std::string& folded, std::size_t index) {
    if (forms_.try_emplace(folded, index).second) spellings_.add(folded, index);
}

std::optional<std::size_t> KnownNames::same_person(const core::Entity& entity) const {
    return value(people_, first_and_last(entity));
}

std::optional<std::size_t> KnownNames::misspelt(const std::string& folded) const {
    return spellings_.near(folded);
}

std::optional<std::size_t> KnownNames::without_s(const std::string& folded) const {
    return value(forms_, folded + 's');
}

}  // namespace extractor
