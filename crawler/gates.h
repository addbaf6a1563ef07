// What robots.txt said at each origin, and who waits to hear it. Pure: is told the time. Private to
// the crawler.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/url.h"
#include "crawler/answer.h"

namespace crawler {

class Gates {
public:
    using Time = std::chrono::steady_clock::time_point;
    using Job = std::int64_t;

    explicit Gates(std::string agent) : agent_(std::move(agent)) {}

    enum class State { Unknown, Awaited, Known };
    State state(const std::string& origin, Time now) const;
    // Puts a job in line until the file is here.
    void await(const std::string& origin, Job job);
    // The file is here, or could not be had; returns who waited. One that could not be had leaves
    // the last good one in force until that is a day old (RFC 9309, 2.4).
    struct Heard {
        RobotsVerdict verdict;
        std::chrono::seconds age{0};
    };
    std::vector<Job> open(const std::string& origin, Heard heard, Time now);
    // One that was heard earlier: in force if the file cannot be had now.
    void remember(const std::string& origin, const Heard& heard, Time now);
    // Whether one of that age still stands for the file.
    static bool is_fresh(std::chrono::seconds age);

    // Why the page may not be fetched, in words; none if it may. The origin must be known.
    std::optional<std::string> objection(const core::Url& url) const;
    // When a file that could not be had is worth another try; none if it could.
    std::optional<std::chrono::seconds> worth_asking_in(const std::string& origin, Time now) const;
    std::optional<std::chrono::milliseconds> crawl_delay(const std::string& origin) const;

private:
    struct Gate {
        RobotsVerdict verdict;
        std::vector<Job> waiting;
        std::optional<Time> stale_at;  // none: the file is awaited
        std::optional<Robots> last_good;
        Time good_until{};
    };
    std::string agent_;
    std::unordered_map<std::string, Gate> gates_;
};

// What an earlier run heard; none if that is no use any more.
std::optional<Gates::Heard> heard_before(const RobotsMemory& memory, const core::Url& robots,
                                         core::Instant now);

}  // namespace crawler
