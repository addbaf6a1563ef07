#include "web/connections.h"

#include <algorithm>

#include <sys/socket.h>

namespace web {

namespace {

using std::chrono::seconds;

constexpr seconds kToAsk{20};      // from the first byte, or since the last answer
constexpr seconds kToListen{120};  // a big answer over a slow line

}  // namespace

void Connections::opened(const void* connection, int socket) {
    const std::lock_guard lock(mutex_);
    open_[connection] = {.socket = socket, .deadline = Clock::now() + kToAsk};
}

void Connections::answering(const void* connection) {
    const std::lock_guard lock(mutex_);
    const auto found = open_.find(connection);
    if (found == open_.end()) return;
    found->second.busy = true;
    found->second.deadline = Clock::now() + kToListen;
}

void Connections::answered(const void* connection) {
    const std::lock_guard lock(mutex_);
    const auto found = open_.find(connection);
    if (found == open_.end()) return;
    found->second.busy = false;
    found->second.deadline = Clock::now() + kToAsk;
}

void Connections::closing(const void* connection) {
    const std::lock_guard lock(mutex_);
    open_.erase(connection);
}

void Connections::end_overdue(Clock::time_point now) {
    const std::lock_guard lock(mutex_);
    for (const auto& [connection, state] : open_)
        if (state.deadline < now) shutdown(state.socket, SHUT_RDWR);
}

bool Connections::all_idle() const {
    const std::lock_guard lock(mutex_);
    return std::none_of(open_.begin(), open_.end(),
                        [](const auto& entry) { return entry.second.busy; });
}

}  // namespace web
