// How long a client may take. Private to web/.
//
// libmicrohttpd ends connections that are silent; one that drips a byte now and then it keeps for
// ever. Here every connection has a deadline: for the request, and for taking the answer.
#pragma once
#include <chrono>
#include <mutex>
#include <unordered_map>

namespace web {

// Safe to call from several threads at once.
class Connections {
public:
    using Clock = std::chrono::steady_clock;

    void opened(const void* connection, int socket);
    void answering(const void* connection);  // the request is read
    void answered(const void* connection);   // the next one may come
    void closing(const void* connection);    // its socket is still open, and then no longer
    void end_overdue(Clock::time_point now);
    bool all_idle() const;

private:
    struct State {
        int socket;
        Clock::time_point deadline;
        bool busy = false;
    };
    mutable std::mutex mutex_;
    std::unordered_map<const void*, State> open_;
};

}  // namespace web
