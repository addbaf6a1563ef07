// A request on its way, from add() to its outcome. Private to the crawler; pure.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crawler/host_queues.h"
#include "crawler/web.h"

namespace crawler {

// A page on its way through gates, queues and redirects; or an origin's robots.txt.
struct Job {
    enum class For { Page, Robots } purpose = For::Page;
    Request request;
    core::Url at;        // where it has come to
    std::string origin;  // whose robots.txt it is
    std::optional<int> status;
    std::uint64_t bytes = 0;
    std::chrono::milliseconds took{0};
    int hops = 0, retries = 0;
    std::optional<std::chrono::seconds> retry_after;
    std::vector<core::FetchedPage> redirects;
    Exchange exchange;
};

// Whose queue it stands in: "one.test:443".
std::string host_key(const core::Url& url);

// Whether its host is an address, and one that may not be connected to.
bool is_private_literal(const core::Url& url, const std::vector<std::string>& allowed);

// What has begun comes to its end before anything else of its host begins.
HostQueues::Rank rank_of(const Job& job);

// A host that asks for a pause no longer than those we make anyway is asked once more after it.
bool is_worth_waiting(const Job& job, std::chrono::milliseconds longest);

}  // namespace crawler
