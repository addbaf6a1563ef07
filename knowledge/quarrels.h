// Whose quarrel a statement belongs to. Private to knowledge/.
#pragma once
#include <string>
#include <vector>

#include "knowledge/disputes.h"

namespace knowledge {

struct Quarrel {
    std::string accuser;  // key of the first of them; "" where nobody is named
    core::ConductFamily family = core::ConductFamily::Other;
    std::vector<std::string> accusers;  // keys of all who accuse together
    std::vector<const Statement*> statements;
};

// By accuser and family. A quarrel is between principals: who owns what was taken, who sues, who
// accuses in its own name; what others say of it (an investor, an official, a researcher) belongs
// to theirs.
std::vector<Quarrel> quarrels_of(const std::vector<Statement>& statements,
                                 const Material& material);

}  // namespace knowledge
