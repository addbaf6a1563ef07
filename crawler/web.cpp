#include "crawler/web.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <unordered_map>

#include "crawler/answer.h"
#include "crawler/gates.h"
#include "crawler/host_queues.h"
#include "crawler/job.h"
#include "crawler/moods.h"
#include "crawler/robots_text.h"
#include "crawler/transfers.h"

namespace crawler {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;
using Kind = core::Failure::Kind;

constexpr int kMaxRobotsRedirects = 5;  // RFC 9309, 2.3.1.2
constexpr std::uint64_t kMaxRobots = 500 << 10;
constexpr milliseconds kLongestNap{200};  // how late an interrupt may be noticed

class PoliteWeb : public Web {
public:
    PoliteWeb(const FetchOptions& options, std::function<core::Instant()> now, RobotsMemory memory)
        : options_(options),
          now_(std::move(now)),
          memory_(std::move(memory)),
          gates_(agent_token(options.user_agent)),
          queues_(options.delay, std::max(options.hosts_at_once, 1)),
          transfers_(options) {}

    void add(Request request) override {
        const auto url = request.url;
        admit(keep({.purpose = Job::For::Page, .request = std::move(request), .at = url}));
    }

    std::optional<Outcome> next() override {
        while (!interrupted_.load(std::memory_order_relaxed)) {
            if (!done_.empty()) {
                auto outcome = std::move(done_.front());
                done_.pop_front();
                return outcome;
            }
            if (queues_.idle()) return std::nullopt;
            start_what_may();
            if (done_.empty())
                for (auto& delivery : transfers_.wait(nap())) deliver(delivery);
        }
        return std::nullopt;
    }

    void interrupt() noexcept override { interrupted_.store(true, std::memory_order_relaxed); }

private:
    using Id = HostQueues::Job;

    Id keep(Job job) {
        jobs_.emplace(next_id_, std::move(job));
        return next_id_++;
    }

    // ── before a request ──

    // Leads a page to its host's queue, past the address check and robots.txt.
    void admit(Id id) {
        const auto& url = jobs_.at(id).at;
        const std::string origin(url.origin());
        if (is_private_literal(url, options_.allow_private))
            return refuse(id, "no public address; allow_private can permit it");
        switch (gates_.state(origin, steady_clock::now())) {
            case Gates::State::Known:
                if (const auto objection = gates_.objection(url)) {
                    jobs_.at(id).retry_after = gates_.worth_asking_in(origin, steady_clock::now());
                    return refuse(id, *objection);
                }
                return line_up(id);
            case Gates::State::Awaited: return gates_.await(origin, id);
            case Gates::State::Unknown: gates_.await(origin, id); return ask_for_robots(url);
        }
    }

    void ask_for_robots(const core::Url& page) {
        const std::string origin(page.origin());
        auto url = core::Url::parse(origin + "/robots.txt");
        if (!url) return open_gate(origin, {{Robots::allow_all(), std::nullopt}});
        if (auto heard = heard_before(memory_, *url, now_())) {
            if (Gates::is_fresh(heard->age)) return open_gate(origin, std::move(*heard));
            gates_.remember(origin, *heard, steady_clock::now());
        }
        line_up(keep({.purpose = Job::For::Robots,
                      .request = {.url = *url, .memory = {}},
                      .at = *url,
                      .origin = origin}));
    }

    // A host that wants to be left alone for longer than we ever wait between two requests is left
    // alone; what is asked of it meanwhile is answered at once.
    void line_up(Id id) {
        const auto host = host_key(jobs_.at(id).at);
        const auto now = steady_clock::now();
        const auto held = queues_.held_until(host);
        if (held && *held - now > options_.max_crawl_delay)
            turn_away(id, std::chrono::ceil<seconds>(*held - now));
        else
            queues_.push(host, id, now, rank_of(jobs_.at(id)));
    }

    void turn_away(Id id, seconds wait) {
        auto& job = jobs_.at(id);
        job.retry_after = wait;
        const auto why = moods_.why(host_key(job.at));
        if (job.purpose == Job::For::Page) return refuse(id, why);
        close_robots(id, {Robots::disallow_all(), why});
    }

    void start_what_may() {
        while (const auto turn = queues_.take(steady_clock::now())) {
            const auto& job = jobs_.at(turn->job);
            const bool page = job.purpose == Job::For::Page;
            const auto state = gates_.state(std::string(job.at.origin()), steady_clock::now());
            if (page && state != Gates::State::Known) {  // robots.txt has aged while it waited
                queues_.finished(turn->host, HostQueues::Asked::No, steady_clock::now());
                admit(turn->job);
                continue;
            }
            transfers_.start({.job = turn->job,
                              .url = bare(job.at).text(),
                              .host = std::string(job.at.host()),
                              .memory = job.request.memory,
                              .max_body = page ? options_.max_body : kMaxRobots,
                              .longer = page ? Order::Longer::Fail : Order::Longer::Cut,
                              .media = page ? Order::Media::Documents : Order::Media::Any});
        }
    }

    milliseconds nap() const {
        const auto turn = queues_.next_turn();
        if (!turn) return kLongestNap;
        const auto wait = std::chrono::ceil<milliseconds>(*turn - steady_clock::now());
        return std::clamp(wait, milliseconds(0), kLongestNap);
    }

    // ── after it ──

    void deliver(const Delivery& delivery) {
        auto& job = jobs_.at(delivery.job);
        job.status = delivery.status;
        job.bytes += delivery.bytes;
        job.took += delivery.took;
        job.exchange = delivery.exchange;
        job.retry_after = retry_after(delivery.headers, now_());
        const auto host = host_key(job.at);
        queues_.finished(host, HostQueues::Asked::Yes, steady_clock::now());
        heed(host, delivery, job.retry_after);
        if (job.purpose == Job::For::Page)
            deliver_page(delivery);
        else
            deliver_robots(delivery);
    }

    void heed(const std::string& host, const Delivery& delivery, std::optional<seconds> asked) {
        std::optional<Moods::Hold> wish;
        if (delivery.status)
            wish = moods_.answered(host, *delivery.status, asked);
        else if (delivery.silent)
            wish = moods_.silent(host);
        if (wish) hold(host, wish->wait);
    }

    void hold(const std::string& host, seconds wait) {
        queues_.hold(host, steady_clock::now() + wait);
        if (wait <= options_.max_crawl_delay) return;
        for (const Id id : queues_.take_all(host)) turn_away(id, wait);
    }

    void deliver_page(const Delivery& delivery) {
        auto& job = jobs_.at(delivery.job);
        if (is_worth_waiting(job, options_.max_crawl_delay)) {
            ++job.retries;
            return line_up(delivery.job);
        }
        const auto& memory = job.request.memory;
        const Asked asked{.url = job.at,
                          .conditional = memory.etag || memory.last_modified,
                          .at = now_(),
                          .downgrade = options_.allow_downgrade ? Asked::Downgrade::Allowed
                                                                : Asked::Downgrade::Refused};
        auto meaning = meaning_of(delivery, asked);
        if (auto* page = std::get_if<core::FetchedPage>(&meaning)) {
            if (!job.redirects.empty()) page->requested = job.request.url;
            return finish(delivery.job, std::move(*page));
        }
        if (std::holds_alternative<NotModified>(meaning))
            return finish(delivery.job, NotModified{});
        if (auto* failure = std::get_if<core::Failure>(&meaning))
            return finish(delivery.job, tl::unexpected(std::move(*failure)));
        job.redirects.push_back(page_of(delivery, asked));
        follow(delivery.job, std::get<Redirect>(meaning).to);
    }

    void follow(Id id, const core::Url& to) {
        auto& job = jobs_.at(id);
        const auto next = bare(to);
        const bool circle =
            std::any_of(job.redirects.begin(), job.redirects.end(),
                        [&](const core::FetchedPage& hop) { return hop.url == next; });
        if (circle) return fail(id, Kind::Unreachable, "redirects in a circle");
        if (++job.hops > options_.max_redirects)
            return fail(id, Kind::Unreachable,
                        "more than " + std::to_string(options_.max_redirects) + " redirects");
        job.at = next;
        admit(id);
    }

    void deliver_robots(const Delivery& delivery) {
        auto& job = jobs_.at(delivery.job);
        const Asked asked{.url = job.at, .conditional = false, .at = now_()};
        const auto meaning = meaning_of(delivery, asked);
        const auto* redirect = std::get_if<Redirect>(&meaning);
        if (!redirect || ++job.hops > kMaxRobotsRedirects) {
            auto verdict = robots_verdict(delivery);
            if (memory_.keep && !verdict.why_not)
                memory_.keep(page_of(delivery, asked), delivery.exchange);
            return close_robots(delivery.job, std::move(verdict));
        }
        job.at = bare(redirect->to);
        if (is_private_literal(job.at, options_.allow_private))
            return close_robots(delivery.job,
                                {Robots::disallow_all(), "leads to no public address"});
        line_up(delivery.job);
    }

    void close_robots(Id id, RobotsVerdict verdict) {
        const auto origin = jobs_.at(id).origin;
        jobs_.erase(id);
        open_gate(origin, {std::move(verdict)});
    }

    void open_gate(const std::string& origin, Gates::Heard heard) {
        const auto waiting = gates_.open(origin, std::move(heard), steady_clock::now());
        if (waiting.empty()) return;
        if (const auto delay = gates_.crawl_delay(origin))
            queues_.set_gap(host_key(jobs_.at(waiting.front()).at),
                            std::max(options_.delay, std::min(*delay, options_.max_crawl_delay)));
        for (const Id id : waiting) admit(id);
    }

    // ── the end ──

    void refuse(Id id, const std::string& why) { fail(id, Kind::Refused, why); }

    void fail(Id id, Kind kind, const std::string& why) {
        finish(id, core::fail(kind, why, jobs_.at(id).at.text()));
    }

    void finish(Id id, core::Result<std::variant<core::FetchedPage, NotModified>> result) {
        auto job = jobs_.extract(id);
        Job& my = job.mapped();
        done_.push_back({.request = std::move(my.request),
                         .result = std::move(result),
                         .status = my.status,
                         .bytes = my.bytes,
                         .took = my.took,
                         .retry_after = my.retry_after,
                         .redirects = std::move(my.redirects),
                         .exchange = std::move(my.exchange)});
    }

    FetchOptions options_;
    std::function<core::Instant()> now_;
    RobotsMemory memory_;
    Gates gates_;
    HostQueues queues_;
    Moods moods_;
    Transfers transfers_;
    std::unordered_map<Id, Job> jobs_;
    std::deque<Outcome> done_;
    Id next_id_ = 1;
    std::atomic<bool> interrupted_{false};
    static_assert(std::atomic<bool>::is_always_lock_free, "interrupt() is for signal handlers");
};

}  // namespace

std::unique_ptr<Web> open_web(const FetchOptions& options, std::function<core::Instant()> now,
                              RobotsMemory memory) {
    return std::make_unique<PoliteWeb>(options, std::move(now), std::move(memory));
}

}  // namespace crawler
