// What stands in an archive beside the responses: requests, and pages that came again unchanged.
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "crawler/crawler.h"
#include "crawler/gzip.h"
#include "tests/temp_dir.h"

using namespace std::chrono_literals;

namespace {

const core::Instant kThen = core::parse_timestamp("2025-06-03T14:03:00Z")->at;

core::FetchedPage page_at(core::Instant at) {
    core::FetchedPage page;
    page.url = core::Url::parse("https://one.test/a").value();
    page.headers = {{"ETag", "\"1\""}};
    page.body = "<p>text</p>";
    page.fetched_at = at;
    return page;
}

const crawler::Exchange kExchange{.request_head = "GET /a HTTP/1.1\r\nHost: one.test\r\n\r\n",
                                  .server_address = "203.0.113.7"};

std::string unpacked(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return crawler::gunzip(std::string(std::istreambuf_iterator<char>(in), {}), 1 << 20).bytes;
}

// The value of a field of the first record of a type.
std::string field(const std::string& warc, const std::string& type, const std::string& name) {
    const auto record = warc.find("WARC-Type: " + type);
    if (record == warc.npos) return "(no such record)";
    const auto begin = warc.find("\r\n" + name + ": ", record) + name.size() + 4;
    return warc.substr(begin, warc.find("\r\n", begin) - begin);
}

}  // namespace

TEST_CASE("The request is kept behind the response that answers it", "[crawler][warc]") {
    const TempDir dir;
    crawler::WarcWriter writer(dir.path(), "claimtrail/test", kThen);
    const auto kept = writer.write(page_at(kThen), kExchange);
    const auto next = writer.write(page_at(kThen + 1s));
    CHECK(next.offset > kept.offset + kept.length);
    const auto warc = unpacked(dir.path() / kept.file);
    CHECK(field(warc, "response", "WARC-IP-Address") == "203.0.113.7");
    CHECK(field(warc, "request", "WARC-Concurrent-To") ==
          field(warc, "response", "WARC-Record-ID"));
    CHECK(field(warc, "request", "WARC-Target-URI") == "https://one.test/a");
    CHECK(warc.find("msgtype=request\r\nContent-Length: 35\r\n\r\nGET /a HTTP/1.1\r\nHost: "
                    "one.test\r\n\r\n\r\n\r\nWARC/1.1") != warc.npos);
    CHECK(crawler::read_capture(dir.path() / kept.file, next.offset)->body == "<p>text</p>");
}

TEST_CASE("A page that came again unchanged is kept as its head alone", "[crawler][warc]") {
    const TempDir dir;
    crawler::WarcWriter writer(dir.path(), "claimtrail/test", kThen);
    const auto first = writer.write(page_at(kThen));
    const auto again = writer.write_again(page_at(kThen + 1h), kExchange, kThen);
    writer.sync();
    CHECK(again.sha256 == first.sha256);
    const auto warc = unpacked(dir.path() / first.file);
    CHECK(field(warc, "revisit", "WARC-Profile") ==
          "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest");
    CHECK(field(warc, "revisit", "WARC-Refers-To-Target-URI") == "https://one.test/a");
    CHECK(field(warc, "revisit", "WARC-Refers-To-Date") == "2025-06-03T14:03:00Z");
    CHECK(field(warc, "revisit", "WARC-Date") == "2025-06-03T15:03:00Z");
    CHECK(field(warc, "revisit", "WARC-Payload-Digest") == "sha256:" + first.sha256);
    CHECK(warc.find("<p>text</p>") == warc.rfind("<p>text</p>"));

    std::size_t responses = 0;
    const auto read =
        crawler::read_warc(dir.path() / first.file,
                           {.each = [&](const core::FetchedPage&) { ++responses; },
                            .failed = [](const core::Failure& failure) { FAIL(failure.message); }});
    CHECK(read == 1U);
    CHECK(responses == 1);
}
