// Ctrl-C and SIGTERM: the one thing that reaches into a running command from outside.
#pragma once
#include <atomic>

namespace cli {

// True once the process was asked to stop; install_stop() must have been called.
const std::atomic<bool>& stop_requested();
void install_stop();

}  // namespace cli
