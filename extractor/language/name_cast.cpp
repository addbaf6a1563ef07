// The entities of one article, as they are found.
#include "extractor/language/name_stages.h"

namespace extractor {

std::size_t Cast::of_listed(std::size_t listed) {
    const auto [place, is_new] = listed_.try_emplace(listed, entities_.size());
    if (is_new) {
        entities_.push_back(tables_.entities[listed]);
        is_listed_.push_back(true);
    }
    return place->second;
}

std::optional<std::size_t> Cast::find_listed(std::size_t listed) const {
    const auto found = listed_.find(listed);
    if (found == listed_.end()) return std::nullopt;
    return found->second;
}

std::size_t Cast::add(core::Entity entity) {
    entities_.push_back(std::move(entity));
    is_listed_.push_back(false);
    return entities_.size() - 1;
}

}  // namespace extractor
