// Private to knowledge/.
#pragma once
#include <optional>

#include "knowledge/material.h"

namespace knowledge {

// What is said in several articles, with the end of each item's citation chain.
struct Statement {
    Group items;
    std::vector<core::Origin> origins;      // in parallel
    std::optional<std::size_t> allegation;  // index in the picture, where it is at home there
};

// The quarrels of a topic: one for each accusing party and family of conduct.
std::vector<core::DisputeDraft> disputes_of(const std::vector<Statement>& statements,
                                            const Material& material);

}  // namespace knowledge
