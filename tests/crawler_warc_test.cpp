#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "crawler/crawler.h"
#include "crawler/gzip.h"

namespace fs = std::filesystem;

namespace {

// A folder of its own for one test, gone afterwards.
class TestFolder {
public:
    TestFolder()
        : path_(fs::temp_directory_path() / ("claimtrail-warc-" + std::to_string(getpid()))) {
        fs::remove_all(path_);
    }
    ~TestFolder() { fs::remove_all(path_); }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;
    const fs::path& path() const { return path_; }
    fs::path write(const std::string& bytes) const {
        fs::create_directories(path_);
        std::ofstream(path_ / "a.warc", std::ios::binary) << bytes;
        return path_ / "a.warc";
    }

private:
    fs::path path_;
};

const core::Instant kStart = core::parse_timestamp("2025-06-03T14:03:00Z")->at;

core::FetchedPage page_of(const std::string& url, std::string body) {
    core::FetchedPage page;
    page.url = core::Url::parse(url).value();
    page.content_type = "text/html; charset=utf-8";
    page.headers = {{"Content-Type", page.content_type},
                    {"content-encoding", "gzip"},
                    {"Content-Length", "7"},
                    {"ETag", "W/\"a b\""}};
    page.body = std::move(body);
    page.fetched_at = kStart;
    return page;
}

std::string record(const std::string& type, const std::string& block,
                   const std::string& more = "WARC-Target-URI: https://a.test/1\r\n") {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\n" + more +
           "WARC-Date: 2025-06-03T14:03:00Z\r\nContent-Type: application/http; msgtype=" + type +
           "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::vector<core::FetchedPage> all_of(const fs::path& file) {
    std::vector<core::FetchedPage> pages;
    const auto count =
        crawler::read_warc(file, [&](core::FetchedPage page) { pages.push_back(std::move(page)); });
    if (!count) FAIL(count.error().message);
    CHECK(*count == pages.size());
    return pages;
}

}  // namespace

TEST_CASE("What was kept is read back as it was", "[crawler][warc]") {
    const TestFolder folder;
    crawler::WarcWriter writer(folder.path(), "claimtrail/test", kStart);
    const auto body = GENERATE(as<std::string>{}, "<p>one</p>", "",
                               std::string("\0\r\n\r\nWARC/", 9), std::string(3'000'000, 'x'));
    auto first = page_of("https://a.test/1?x=%20", body);
    first.requested = core::Url::parse("https://a.test/0").value();
    auto second = page_of("https://a.test/2", "two");
    second.status = 404;
    const auto kept = writer.write(first);
    const auto kept_second = writer.write(second);
    CHECK(kept.file == "claimtrail-20250603T140300Z-00000.warc.gz");
    CHECK(kept.sha256 == crawler::sha256_hex(body));
    CHECK(kept.offset + kept.length == kept_second.offset);
    CHECK(fs::file_size(folder.path() / kept.file) == kept_second.offset + kept_second.length);

    const auto page = crawler::read_capture(folder.path() / kept.file, kept.offset);
    REQUIRE(page);
    CHECK(page->url == first.url);
    CHECK(page->requested == first.requested);
    CHECK(page->status == 200);
    CHECK(page->headers == first.headers);
    CHECK(page->content_type == first.content_type);
    CHECK(page->body == body);
    CHECK(page->fetched_at == kStart);
    CHECK(crawler::read_capture(folder.path() / kept.file, kept_second.offset)->status == 404);
    const auto pages = all_of(folder.path() / kept.file);
    REQUIRE(pages.size() == 2);
    CHECK(pages[1].body == "two");
}

TEST_CASE("Each record is a gzip member of its own", "[crawler][warc]") {
    const TestFolder folder;
    crawler::WarcWriter writer(folder.path(), "claimtrail/test", kStart);
    const auto kept = writer.write(page_of("https://a.test/1", "one"));
    std::ifstream in(folder.path() / kept.file, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    const auto text =
        crawler::gunzip(std::string_view(bytes).substr(kept.offset, kept.length), 10000);
    CHECK(text.end == crawler::Unpacked::Whole);
    CHECK(text.bytes.starts_with("WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:"));
    CHECK(text.bytes.find("WARC-Payload-Digest: sha256:" + kept.sha256) != std::string::npos);
    CHECK(text.bytes.find("\r\nContent-Length: 3\r\n\r\none\r\n\r\n") != std::string::npos);
    CHECK(crawler::gunzip(bytes, 10000).bytes.find("WARC-Type: warcinfo") != std::string::npos);
}

TEST_CASE("Two runs of one second write two files", "[crawler][warc]") {
    const TestFolder folder;
    crawler::WarcWriter one(folder.path(), "claimtrail/test", kStart);
    crawler::WarcWriter two(folder.path(), "claimtrail/test", kStart);
    const auto page = page_of("https://a.test/1", "one");
    CHECK(one.write(page).file != two.write(page).file);
}

TEST_CASE("A folder that cannot be written is a system error", "[crawler][warc]") {
    CHECK_THROWS_AS(crawler::WarcWriter("/dev/null/captures", "claimtrail/test", kStart),
                    core::SystemError);
}

TEST_CASE("Records of other tools are read, plain and gzip", "[crawler][warc]") {
    const TestFolder folder;
    const std::string html = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    const auto plain =
        record("warcinfo", "software: x\r\n") + record("request", "GET / HTTP/1.1\r\n\r\n") +
        record("response", html + "\r\none") +
        record("response", html + "Transfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n") +
        record("response",
               html + "Content-Encoding: gzip\r\n\r\n" + crawler::gzip_member("three")) +
        record("response",
               html + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\nfour",
               "WARC-Target-URI: <https://a.test/4>\r\n") +
        record("response", "not http") + record("response", html + "\r\nx", "") +
        record("revisit", html + "\r\n");
    const bool packed = GENERATE(false, true);
    const auto pages = all_of(folder.write(packed ? crawler::gzip_member(plain) : plain));
    REQUIRE(pages.size() == 4);
    CHECK(pages[0].body == "one");
    CHECK(pages[1].body == "two");
    CHECK(pages[2].body == "three");
    CHECK(pages[3].body == "four");  // its tool had undone what the headers still say
    CHECK(pages[3].url->text() == "https://a.test/4");
    CHECK(pages[0].fetched_at == kStart);
}

TEST_CASE("A damaged WARC gives what stands before the damage, and says so", "[crawler][warc]") {
    const TestFolder folder;
    const auto good = record("response", "HTTP/1.1 200 OK\r\n\r\none");
    struct Case {
        std::string bytes;
        std::size_t before;
    };
    const auto [bytes, before] = GENERATE_COPY(values<Case>({
        {good + good.substr(0, good.size() - 10), 1},
        {good + good.substr(0, 20), 1},
        {good + "no record at all", 1},
        {"<html></html>", 0},
        {crawler::gzip_member(good) + crawler::gzip_member(good).substr(0, 30), 1},
        {"WARC/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n", 0},
        {"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 18446744073709551615\r\n\r\nx", 0},
        {"WARC/1.1\r\nX: " + std::string(100'000, 'x'), 0},
    }));
    std::size_t read = 0;
    const auto result =
        crawler::read_warc(folder.write(bytes), [&](const core::FetchedPage&) { ++read; });
    CHECK_FALSE(result);
    CHECK(read == before);
}

TEST_CASE("Empty and missing files are told apart", "[crawler][warc]") {
    const TestFolder folder;
    CHECK(crawler::read_warc(folder.write(""), [](const core::FetchedPage&) {}) == 0U);
    const auto missing =
        crawler::read_warc(folder.path() / "none.warc", [](const core::FetchedPage&) {});
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == core::Failure::Kind::NotFound);
    CHECK_FALSE(crawler::read_capture(folder.write("WARC"), 1000));
}

TEST_CASE("SHA-256 is what everybody else gets", "[crawler][warc]") {
    CHECK(crawler::sha256_hex("abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
