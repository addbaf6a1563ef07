#include "cli/stop.h"

#include <csignal>

namespace cli {

namespace {

// The one mutable global of the program: a signal handler can reach nothing else.
std::atomic<bool> stop{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void request_stop(int) { stop.store(true, std::memory_order_relaxed); }

}  // namespace

const std::atomic<bool>& stop_requested() { return stop; }

void install_stop() {
    struct sigaction action {};
    action.sa_handler = request_stop;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    // A reader that goes away (`claimtrail export | head`) is an error of write(), not a death.
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, nullptr);
}

}  // namespace cli
