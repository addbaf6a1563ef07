// Whose quarrel a statement belongs to. Private to knowledge/.
#pragma once
#include <string>
#include <vector>

#include "knowledge/disputes.h"

namespace knowledge {

struct Quarrel {
    std::string accuser;  // as it is first written; "" where nobody is named
    std::string accused;
    core::ConductFamily family = core::ConductFamily::Other;
    std::vector<const Statement*> statements;
};

// By folded accuser and family.
std::vector<Quarrel> quarrels_of(const std::vector<Statement>& statements,
                                 const core::Topic& topic);

}  // namespace knowledge
