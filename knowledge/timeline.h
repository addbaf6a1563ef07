// Private to knowledge/.
#pragma once
#include "knowledge/material.h"

namespace knowledge {

// Dated events of these items, by date; each once, however many articles tell it.
std::vector<core::Event> events_of(const std::vector<const Item*>& items,
                                   const core::Picture& picture);

}  // namespace knowledge
