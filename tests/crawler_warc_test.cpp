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

struct Read {
    std::vector<core::FetchedPage> pages;
    std::vector<std::string> problems;  // of single records
    core::Result<std::size_t> end;
};

Read read(const fs::path& file, std::size_t most = 1000) {
    Read read;
    read.end = crawler::read_warc(
        file, {.each = [&](core::FetchedPage page) { read.pages.push_back(std::move(page)); },
               .failed =
                   [&](const core::Failure& failure) {
                       CHECK(failure.input == file.string());
                       read.problems.push_back(failure.message);
                   },
               .stopped = [&] { return read.pages.size() + read.problems.size() >= most; }});
    return read;
}

std::vector<core::FetchedPage> all_of(const fs::path& file) {
    auto all = read(file);
    if (!all.end) FAIL(all.end.error().message);
    CHECK(*all.end == all.pages.size());
    return all.pages;
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
    const auto all = read(folder.write(bytes));
    REQUIRE_FALSE(all.end);
    CHECK_THAT(all.end.error().message,
               Catch::Contains("record " + std::to_string(before + 1) + " at byte "));
    CHECK(all.pages.size() == before);
}

TEST_CASE("Empty and missing files are told apart", "[crawler][warc]") {
    const TestFolder folder;
    CHECK(read(folder.write("")).end == 0U);
    const auto missing = read(folder.path() / "none.warc").end;
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == core::Failure::Kind::NotFound);
    CHECK_FALSE(crawler::read_capture(folder.write("WARC"), 1000));
}

TEST_CASE("SHA-256 is what everybody else gets", "[crawler][warc]") {
    CHECK(crawler::sha256_hex("abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("A record that is of no use is named by its number and offset", "[crawler][warc]") {
    const TestFolder folder;
    const std::string html = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    const auto good = record("response", html + "\r\none");
    const auto bomb = crawler::gzip_member(std::string(40 << 20, 'x'));
    struct Case {
        std::string bad, says;
    };
    const auto [bad, says] = GENERATE_COPY(values<Case>({
        {record("response", "not http"), "not HTTP"},
        {record("response", html + "\r\nx", ""), "https://"},
        {record("response", html + "\r\n" + std::string(18 << 20, 'x')), "more than"},
        {record("response", html + "Content-Encoding: gzip\r\n\r\n" + bomb), "16 MiB"},
        {record("response",
                html + "Content-Encoding: gzip, gzip\r\n\r\n" + crawler::gzip_member(bomb)),
         "16 MiB"},
    }));
    const bool packed = GENERATE(false, true);
    const auto pack = [&](const std::string& text) {
        return packed ? crawler::gzip_member(text) : text;
    };
    const auto all = read(folder.write(pack(good) + pack(bad) + pack(good)));
    CAPTURE(says, packed);
    REQUIRE(all.end);
    CHECK(all.pages.size() == 2);
    REQUIRE(all.problems.size() == 1);
    CHECK_THAT(all.problems[0],
               Catch::StartsWith("record 2 at byte " + std::to_string(pack(good).size())));
    if (says != "https://") CHECK_THAT(all.problems[0], Catch::Contains(says));
}

TEST_CASE("Reading stops where it is told to, also within a record", "[crawler][warc]") {
    const TestFolder folder;
    const auto good = record("response", "HTTP/1.1 200 OK\r\n\r\none");
    CHECK(read(folder.write(good + good + good), 2).pages.size() == 2);
    const auto large = record("response", "HTTP/1.1 200 OK\r\n\r\n" + std::string(20 << 20, 'x'));
    int asked = 0;
    const auto end = crawler::read_warc(
        folder.write(large + good),
        {.each = [](const core::FetchedPage&) { FAIL("there is no page before the large one"); },
         .failed = [](const core::Failure&) {},
         .stopped = [&] { return ++asked > 20; }});
    CHECK(end == 0U);
    CHECK(asked < 30);
}

TEST_CASE("A file is kept as it lay, without an address of its own", "[crawler][warc]") {
    const TestFolder folder;
    crawler::WarcWriter writer(folder.path(), "claimtrail/test", kStart);
    core::FetchedPage file;
    file.body = "<p>saved by hand</p>";
    file.fetched_at = kStart;
    const auto kept = writer.write_file(file, "file:///home/ada/a%20story.html");
    const auto page = crawler::read_capture(folder.path() / kept.file, kept.offset);
    REQUIRE(page);
    CHECK_FALSE(page->url);
    CHECK(page->body == file.body);
    CHECK(page->content_type.empty());
    CHECK(page->fetched_at == kStart);
    CHECK(all_of(folder.path() / kept.file).size() == 1);
}
