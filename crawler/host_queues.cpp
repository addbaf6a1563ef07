#include "crawler/host_queues.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace crawler {

HostQueues::Hosts::iterator HostQueues::at(const std::string& host) {
    const auto [found, added] = hosts_.try_emplace(host);
    if (added) found->second.gap = gap_;
    return found;
}

void HostQueues::line_up(Hosts::iterator host) {
    Host& my = host->second;
    if (my.busy || my.jobs.empty() || my.place) return;
    my.place = next_number_++;
    line_.insert({my.free_at, *my.place, &host->first});
}

void HostQueues::step_out(Hosts::iterator host) {
    Host& my = host->second;
    if (my.place) line_.erase({my.free_at, *my.place, nullptr});
    my.place.reset();
}

// A host that has been silent for long gets no head start by it: it lines up as of now.
void HostQueues::push(const std::string& host, Job job, Time now, Rank rank) {
    const auto found = at(host);
    auto& jobs = found->second.jobs;
    jobs.insert(rank == Rank::First ? jobs.begin() : jobs.end(), job);
    ++waiting_;
    if (!found->second.place && !found->second.busy)
        found->second.free_at = std::max(found->second.free_at, now);
    line_up(found);
}

std::optional<HostQueues::Turn> HostQueues::take(Time now) {
    if (running_ >= hosts_at_once_ || line_.empty() || line_.begin()->at > now) return std::nullopt;
    const auto host = hosts_.find(*line_.begin()->host);
    step_out(host);
    Host& my = host->second;
    const Turn turn{host->first, my.jobs.front()};
    my.jobs.pop_front();
    my.busy = true;
    --waiting_;
    ++running_;
    return turn;
}

void HostQueues::finished(const std::string& host, Asked asked, Time now) {
    const auto found = at(host);
    Host& my = found->second;
    assert(my.busy);
    my.busy = false;
    --running_;
    if (asked == Asked::Yes) my.asked_until = now;
    my.free_at = std::max(my.free_at, asked == Asked::Yes ? now + my.gap : now);
    line_up(found);
}

void HostQueues::set_gap(const std::string& host, Gap gap) {
    const auto found = at(host);
    Host& my = found->second;
    my.gap = gap;
    if (!my.asked_until) return;
    step_out(found);
    my.free_at = std::max(my.free_at, *my.asked_until + gap);
    line_up(found);
}

void HostQueues::hold(const std::string& host, Time until) {
    const auto found = at(host);
    step_out(found);
    found->second.free_at = std::max(found->second.free_at, until);
    found->second.held = until;
    line_up(found);
}

std::optional<HostQueues::Time> HostQueues::held_until(const std::string& host) const {
    const auto found = hosts_.find(host);
    return found == hosts_.end() ? std::nullopt : found->second.held;
}

std::vector<HostQueues::Job> HostQueues::take_all(const std::string& host) {
    const auto found = at(host);
    step_out(found);
    const auto jobs = std::exchange(found->second.jobs, {});
    waiting_ -= jobs.size();
    return {jobs.begin(), jobs.end()};
}

std::optional<HostQueues::Time> HostQueues::next_turn() const {
    if (running_ >= hosts_at_once_ || line_.empty()) return std::nullopt;
    return line_.begin()->at;
}

}  // namespace crawler
