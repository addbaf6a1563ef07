// A site on loopback for tests of fetching, and the ways to ask it.
#pragma once
#include <catch2/catch.hpp>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "crawler/crawler.h"
#include "tests/loopback_server.h"

inline const core::Instant kNow = core::parse_timestamp("2025-06-03T14:03:00Z")->at;

// Answers by path; robots.txt is missing unless it is put there.
class Site {
public:
    Site() : server([this](const auto& request, const Peer& peer) { answer(request, peer); }) {}
    void put(const std::string& target, std::string bytes) { answers[target] = std::move(bytes); }
    void act(const std::string& target, std::function<void(const Peer&)> action) {
        actions[target] = std::move(action);
    }
    crawler::FetchOptions options() const {
        crawler::FetchOptions options;
        options.user_agent = "claimtrail/test (+https://example.org/bot)";
        options.delay = std::chrono::milliseconds(0);
        options.timeout = std::chrono::seconds(10);
        options.first_byte_timeout = std::chrono::seconds(10);
        options.allow_private = {"*.test", "one.test"};
        options.connect_to = {"::127.0.0.1:" + std::to_string(server.port())};
        return options;
    }

    std::map<std::string, std::string> answers;  // whole responses by target or host+target
    std::map<std::string, std::function<void(const Peer&)>> actions;
    LoopbackServer server;  // last: its threads look into the others

private:
    void answer(const SeenRequest& request, const Peer& peer) const {
        if (const auto action = actions.find(request.target); action != actions.end())
            return action->second(peer);
        for (const auto& key : {request.host + request.target, request.target})
            if (const auto found = answers.find(key); found != answers.end()) {
                peer.send(found->second);
                return;
            }
        peer.send(http_answer(404, "nothing"));
    }
};

inline crawler::Request request(const std::string& url) {
    return {.url = core::Url::parse(url).value(), .memory = {}};
}

inline std::vector<crawler::Outcome> fetch_all(const crawler::FetchOptions& options,
                                               const std::vector<crawler::Request>& requests) {
    const auto web = crawler::open_web(options, [] { return kNow; });
    for (const auto& one : requests) web->add(one);
    std::vector<crawler::Outcome> outcomes;
    while (auto outcome = web->next()) outcomes.push_back(std::move(*outcome));
    return outcomes;
}

inline crawler::Outcome fetch(const crawler::FetchOptions& options, const crawler::Request& one) {
    auto outcomes = fetch_all(options, {one});
    REQUIRE(outcomes.size() == 1);
    return std::move(outcomes.front());
}

inline crawler::Outcome fetch(const Site& site, const std::string& target) {
    return fetch(site.options(), request("http://one.test" + target));
}

inline const core::FetchedPage& page_of(const crawler::Outcome& outcome) {
    if (!outcome.result) FAIL(outcome.result.error().message);
    REQUIRE(std::holds_alternative<core::FetchedPage>(*outcome.result));
    return std::get<core::FetchedPage>(*outcome.result);
}

inline core::Failure::Kind kind_of(const crawler::Outcome& outcome) {
    REQUIRE_FALSE(outcome.result);
    return outcome.result.error().kind;
}

inline std::string message_of(const crawler::Outcome& outcome) {
    REQUIRE_FALSE(outcome.result);
    return outcome.result.error().message;
}

inline std::string redirect_to(const std::string& location) {
    return http_answer(302, "", {{"Location", location}});
}
