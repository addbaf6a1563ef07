#include "crawler/gates.h"

#include <algorithm>
#include <utility>

#include "core/text.h"

namespace crawler {
namespace {

constexpr std::chrono::hours kFresh{12};
constexpr std::chrono::hours kGood{24};            // RFC 9309, 2.4: no longer than that
constexpr std::chrono::minutes kFreshFailure{15};  // then it is worth another try

}  // namespace

Gates::State Gates::state(const std::string& origin, Time now) const {
    const auto found = gates_.find(origin);
    if (found == gates_.end()) return State::Unknown;
    if (!found->second.stale_at) return State::Awaited;
    return *found->second.stale_at > now ? State::Known : State::Unknown;
}

void Gates::await(const std::string& origin, Job job) {
    Gate& gate = gates_[origin];
    gate.stale_at.reset();
    gate.waiting.push_back(job);
}

std::vector<Gates::Job> Gates::open(const std::string& origin, Heard heard, Time now) {
    Gate& gate = gates_[origin];
    if (!heard.verdict.why_not) {
        remember(origin, heard, now);
        gate.stale_at = now + std::max<std::chrono::seconds>(kFresh - heard.age, kFreshFailure);
    } else {
        gate.stale_at = now + kFreshFailure;
        if (gate.last_good && now < gate.good_until)
            heard.verdict = {*gate.last_good, std::nullopt};
    }
    gate.verdict = std::move(heard.verdict);
    return std::exchange(gate.waiting, {});
}

void Gates::remember(const std::string& origin, const Heard& heard, Time now) {
    Gate& gate = gates_[origin];
    gate.last_good = heard.verdict.robots;
    gate.good_until = now + kGood - heard.age;
}

bool Gates::is_fresh(std::chrono::seconds age) { return age >= age.zero() && age < kFresh; }

std::optional<std::string> Gates::objection(const core::Url& url) const {
    const auto found = gates_.find(std::string(url.origin()));
    if (found == gates_.end()) return std::nullopt;
    const auto& verdict = found->second.verdict;
    if (verdict.why_not)
        return "its robots.txt could not be had (" + *verdict.why_not +
               "), so nothing may be fetched";
    const auto answer = verdict.robots.may_fetch(agent_, url.path_and_query());
    if (answer.allowed) return std::nullopt;
    if (!answer.rule) return "robots.txt forbids it";
    return "robots.txt forbids it in line " + std::to_string(answer.line.value_or(0)) + " (" +
           core::repair_utf8(*answer.rule) + ")";
}

std::optional<std::chrono::seconds> Gates::worth_asking_in(const std::string& origin,
                                                           Time now) const {
    const auto found = gates_.find(origin);
    if (found == gates_.end() || !found->second.verdict.why_not || !found->second.stale_at)
        return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(*found->second.stale_at - now);
}

std::optional<std::chrono::milliseconds> Gates::crawl_delay(const std::string& origin) const {
    const auto found = gates_.find(origin);
    if (found == gates_.end()) return std::nullopt;
    return found->second.verdict.robots.crawl_delay(agent_);
}

std::optional<Gates::Heard> heard_before(const RobotsMemory& memory, const core::Url& robots,
                                         core::Instant now) {
    const auto page = memory.recall ? memory.recall(robots) : std::nullopt;
    if (!page) return std::nullopt;
    Gates::Heard heard{.verdict = robots_verdict(*page), .age = now - page->fetched_at};
    if (heard.verdict.why_not || heard.age < heard.age.zero() || heard.age >= kGood)
        return std::nullopt;
    return heard;
}

}  // namespace crawler
