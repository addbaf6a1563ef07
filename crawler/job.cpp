#include "crawler/job.h"

#include "crawler/transfers.h"

namespace crawler {
namespace {

constexpr int kMaxRetries = 2;

}  // namespace

std::string host_key(const core::Url& url) {
    return std::string(url.host()) + ':' + std::to_string(url.port());
}

bool is_private_literal(const core::Url& url, const std::vector<std::string>& allowed) {
    const auto verdict = core::is_public_address(url.host());
    return verdict && !*verdict && !host_matches(allowed, url.host());
}

HostQueues::Rank rank_of(const Job& job) {
    const bool begun = job.hops > 0 || job.retries > 0;
    return begun ? HostQueues::Rank::First : HostQueues::Rank::Last;
}

bool is_worth_waiting(const Job& job, std::chrono::milliseconds longest) {
    const bool busy = job.status == 429 || job.status == 503;
    return busy && job.retry_after && *job.retry_after <= longest && job.retries < kMaxRetries;
}

}  // namespace crawler
