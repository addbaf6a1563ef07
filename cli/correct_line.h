// The steps of `correct` on the command line.
#pragma once
#include "cli/commands.h"

namespace CLI {
class App;
}

namespace cli {

// Adds them to the command; what is given goes into the options, which must outlive it.
void describe_correct(CLI::App& command, CorrectOptions& options);

}  // namespace cli
