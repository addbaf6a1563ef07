#include <catch2/catch.hpp>

#include "crawler/answer.h"
#include "crawler/gzip.h"
#include "crawler/transfer.h"

using crawler::Delivery;
using crawler::Gathering;
using End = Delivery::End;
using namespace std::chrono_literals;

namespace {

Delivery deliver(const std::string& head, const std::string& body, crawler::Order order = {},
                 Gathering::Protocol protocol = Gathering::Protocol::Complete) {
    if (order.max_body == 0) order.max_body = 1000;
    Gathering gathering(order);
    std::string_view lines = head;
    auto go = Gathering::Go::On;
    while (!lines.empty() && go == Gathering::Go::On) {
        const auto end = std::min(lines.find('\n'), lines.size() - 1) + 1;
        go = gathering.header_line(lines.substr(0, end));
        lines.remove_prefix(end);
    }
    if (go == Gathering::Go::On && !body.empty()) go = gathering.body_bytes(body);
    return gathering.finish(go == Gathering::Go::On ? protocol : Gathering::Protocol::Broken);
}

const std::string kOk = "HTTP/1.1 200 OK\r\n";

}  // namespace

TEST_CASE("Headers are gathered from the last head", "[crawler][transfer]") {
    const auto delivery = deliver("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + kOk +
                                      "X-A: 1\r\nX-Long: a\r\n\tb\r\nno colon\r\n\r\n",
                                  "hello");
    CHECK(delivery.end == End::Whole);
    CHECK(delivery.status == 200);
    CHECK(delivery.headers == crawler::Headers{{"X-A", "1"}, {"X-Long", "a b"}});
    CHECK(delivery.body == "hello");
    CHECK(delivery.bytes == 5);
}

TEST_CASE("A transfer that goes wrong says how", "[crawler][transfer]") {
    const auto packed = crawler::gzip_member("hello");
    crawler::Order documents;
    documents.media = crawler::Order::Media::Documents;
    CHECK(deliver("", "", {}, Gathering::Protocol::Broken).end == End::NoAnswer);
    CHECK(deliver(kOk + "\r\n", "half", {}, Gathering::Protocol::Broken).end == End::CutOff);
    CHECK(deliver(kOk + "X-A: 1\r\n", "", {}, Gathering::Protocol::Broken).end == End::CutOff);
    CHECK(deliver(kOk + "\r\n", std::string(1001, 'x')).end == End::TooLarge);
    CHECK(deliver(kOk + "X: " + std::string(200'000, 'x') + "\r\n\r\n", "").end ==
          End::TooManyHeaders);
    CHECK(deliver(kOk + "Content-Encoding: gzip\r\n\r\n", packed.substr(0, 12)).end == End::CutOff);
    CHECK(deliver(kOk + "Content-Encoding: gzip\r\n\r\n", "plain").end == End::Damaged);
    CHECK(deliver(kOk + "Content-Encoding: br\r\n\r\n", "x").end == End::UnknownCoding);
    CHECK(deliver(kOk + "Content-Type: Video/mp4\r\n\r\n", "x", documents).end == End::WrongMedia);
    CHECK(deliver(kOk + "Content-Type: text/html\r\n\r\n", "x", documents).end == End::Whole);
}

TEST_CASE("Of errors and redirects no more than 64 KiB is kept", "[crawler][transfer]") {
    crawler::Order order;
    order.max_body = 1 << 20;
    const auto delivery = deliver("HTTP/1.1 404 Gone\r\n\r\n", std::string(100'000, 'x'), order);
    CHECK(delivery.end == End::Cut);
    CHECK(delivery.body.size() <= 64 * 1024);
}

TEST_CASE("Retry-After is read as seconds or a date, within two days", "[crawler][transfer]") {
    const core::Instant now = core::parse_timestamp("2025-06-03T14:03:00Z")->at;
    struct Case {
        const char* value;
        std::optional<std::chrono::seconds> wait;
    };
    const auto [value, wait] = GENERATE(values<Case>({
        {"120", 120s},
        {"0", 0s},
        {"99999999999", 48h},
        {"99999999999999999999999", 48h},
        {"-5", std::nullopt},
        {"soon", std::nullopt},
        {"", std::nullopt},
        {"Tue, 03 Jun 2025 14:04:00 GMT", 60s},
        {"Tue, 03 Jun 2025 14:00:00 GMT", 0s},
        {"Tue, 03 Jun 2036 14:00:00 GMT", 48h},
    }));
    CAPTURE(value);
    CHECK(crawler::retry_after({{"retry-after", value}}, now) == wait);
}

TEST_CASE("Hosts are allowed by name or suffix", "[crawler][transfer]") {
    const std::vector<std::string> allowed{"one.test", "*.two.test", "::1"};
    CHECK(crawler::host_matches(allowed, "ONE.test"));
    CHECK(crawler::host_matches(allowed, "a.b.two.test"));
    CHECK(crawler::host_matches(allowed, "[::1]"));
    CHECK_FALSE(crawler::host_matches(allowed, "a.one.test"));
    CHECK_FALSE(crawler::host_matches(allowed, "two.test"));
    CHECK_FALSE(crawler::host_matches(allowed, "notwo.test"));
    CHECK_FALSE(crawler::host_matches({}, "one.test"));
}
