// The command line: which command, with what; help with examples for every command.
#pragma once
#include "cli/context.h"

namespace cli {

// The whole program. The one place that catches core::SystemError.
Exit run(int argc, const char* const* argv);

}  // namespace cli
