// Who may be asked what, and when: a queue per host, one request at a time per host, a gap between
// the end of one and the start of the next. Pure: is told the time. Private to the crawler.
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace crawler {

class HostQueues {
public:
    using Time = std::chrono::steady_clock::time_point;
    using Gap = std::chrono::milliseconds;
    using Job = std::int64_t;
    struct Turn {
        std::string host;
        Job job;
    };

    HostQueues(Gap gap, int hosts_at_once) : gap_(gap), hosts_at_once_(hosts_at_once) {}

    // First: what is under way already, such as a redirect's target.
    enum class Rank { First, Last };
    void push(const std::string& host, Job job, Time now, Rank rank = Rank::Last);
    // A job whose host is free and whose gap is over; the host that has waited longest comes first.
    // It is busy until finished().
    std::optional<Turn> take(Time now);
    // `asked`: a request was made, so the gap begins now.
    enum class Asked { Yes, No };
    void finished(const std::string& host, Asked asked, Time now);

    void set_gap(const std::string& host, Gap gap);  // from its next request on
    void hold(const std::string& host, Time until);  // not to be asked before
    std::optional<Time> held_until(const std::string& host) const;
    std::vector<Job> take_all(const std::string& host);  // empties its queue

    // When take() could next give something that it does not give now; none: not by waiting alone.
    std::optional<Time> next_turn() const;
    bool idle() const { return waiting_ == 0 && running_ == 0; }

private:
    struct Host {
        std::deque<Job> jobs;
        Gap gap{0};
        Time free_at{};                   // gap and hold are over
        std::optional<Time> asked_until;  // end of its last request
        std::optional<Time> held;
        bool busy = false;
        std::optional<std::uint64_t> place;  // its number in line, if it stands there
    };
    struct Place {
        Time at;
        std::uint64_t number;
        const std::string* host;  // the map's own key
        bool operator<(const Place& other) const {
            return at != other.at ? at < other.at : number < other.number;
        }
    };
    using Hosts = std::unordered_map<std::string, Host>;

    Hosts::iterator at(const std::string& host);
    void line_up(Hosts::iterator host);
    void step_out(Hosts::iterator host);

    Gap gap_;
    int hosts_at_once_;
    Hosts hosts_;
    std::set<Place> line_;
    std::uint64_t next_number_ = 0;
    std::size_t waiting_ = 0;
    int running_ = 0;
};

}  // namespace crawler
