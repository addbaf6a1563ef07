// Private to knowledge/.
#pragma once
#include "knowledge/disputes.h"

namespace knowledge {

// What a claim tells of.
core::EventKind event_kind(const Item& item);

// Dated events of these statements, by date; each once, however many articles tell it.
std::vector<core::Event> events_of(const std::vector<const Statement*>& statements);

}  // namespace knowledge
