// By what else a text may call whom it has named: short forms and slips. Private to extractor/.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/entity.h"
#include "extractor/language/spelling.h"

namespace extractor {

class KnownNames {
public:
    void add(const core::Entity& entity, std::size_t index);
    void add_form(const std::string& folded, std::size_t index);

    // "roe" where "Jane Roe" was named, folded.
    bool is_short_form(const std::string& folded) const { return forms_.count(folded) > 0; }
    // "Jane Roe" where "Jane Q. Roe" was named.
    std::optional<std::size_t> same_person(const core::Entity& entity) const;
    // "Jane Rowe" where "Jane Roe" was, or "Sack's" where "David Sacks" was.
    std::optional<std::size_t> misspelt(const std::string& folded) const;
    std::optional<std::size_t> without_s(const std::string& folded) const;

private:
    std::unordered_map<std::string, std::size_t> forms_;
    std::unordered_map<std::string, std::size_t> people_;  // by first and last word
    SpellingIndex spellings_{5};
};

}  // namespace extractor
