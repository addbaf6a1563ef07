// Validators, compression, redirections and parameters: what all answers have in common.
#include <catch2/catch.hpp>

#include <zlib.h>

#include "tests/web_site.h"
#include "web/gzip.h"
#include "web/request.h"

namespace {

std::string header(const web::Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return "";
}

std::string unpacked(const std::string& packed) {
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string bytes(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    const int end = inflate(&stream, Z_FINISH);
    bytes.resize(stream.total_out);
    inflateEnd(&stream);
    CHECK(end == Z_STREAM_END);
    return bytes;
}

}  // namespace

TEST_CASE("A page that has not changed is not sent again", "[web][answers]") {
    site::Site site;
    site::fill(site);
    const auto path = GENERATE(
        values<std::string>({"/", "/disputes/d1", "/claims/c1", "/api/v1/claims/c1", "/about"}));
    const auto first = site.get(path);
    const auto etag = header(first, "ETag");
    REQUIRE_FALSE(etag.empty());
    const auto again = site.get(path, {.if_none_match = "\"other\", " + etag});
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(header(again, "ETag") == etag);
    CHECK(site.get(path, {.if_none_match = "*"}).status == 304);
    CHECK(site.get(path, {.if_none_match = "W/\"0000000000000000\""}).status == 200);
}

TEST_CASE("A page that has changed has another validator", "[web][answers]") {
    site::Site site;
    site::fill(site);
    const auto before = header(site.get("/disputes/d1"), "ETag");
    site::Story story("https://late.example/x", "Late Post", "2026-06-14", "A late report");
    story.paragraph("Quillmark accused Parallax Labs of distilling Heron, again.");
    story.claim(core::ClaimKind::Accusation, "Quillmark", "Parallax Labs",
                core::Conduct::Distillation);
    site.save(story);
    site.conclude();
    const auto after = site.get("/disputes/d1", {.if_none_match = before});
    CHECK(after.status == 200);
    CHECK(header(after, "ETag") != before);
}

TEST_CASE("Pages are packed for those who can unpack them", "[web][answers]") {
    site::Site site;
    site::fill(site);
    const auto plain = site.get("/disputes/d1");
    const auto packed = site.get("/disputes/d1", {.accept_encoding = "br, gzip;q=0.5"});
    CHECK(header(packed, "Content-Encoding") == "gzip");
    CHECK(packed.body.size() < plain.body.size() / 2);
    CHECK(unpacked(packed.body) == plain.body);
    CHECK(header(packed, "ETag") == header(plain, "ETag"));
    CHECK(header(plain, "Content-Encoding").empty());
    CHECK(header(site.get("/healthz", {.accept_encoding = "gzip"}), "Content-Encoding").empty());
}

TEST_CASE("What Accept-Encoding allows", "[web][answers]") {
    const auto [text, allowed] = GENERATE(table<std::string, bool>({{"gzip", true},
                                                                    {"GZIP", true},
                                                                    {"deflate, gzip;q=1.0", true},
                                                                    {"*", true},
                                                                    {"", false},
                                                                    {"br", false},
                                                                    {"gzip;q=0", false},
                                                                    {"gzip; q=0.000", false},
                                                                    {"gzip;q=0.001", true},
                                                                    {"*;q=0", false},
                                                                    {"*, gzip;q=0", false},
                                                                    {"xgzip", false}}));
    CAPTURE(text);
    CHECK(web::accepts_gzip(text) == allowed);
}

TEST_CASE("Every answer forbids scripts, frames and other sites", "[web][answers]") {
    site::Site site;
    site::fill(site);
    const auto path = GENERATE(values<std::string>(
        {"/", "/nothing", "/api/v1/status", "/healthz", "/claims/1", "/robots.txt"}));
    CAPTURE(path);
    const auto answer = site.get(path);
    CHECK(header(answer, "Content-Security-Policy").find("default-src 'none'") == 0);
    CHECK(header(answer, "X-Content-Type-Options") == "nosniff");
    CHECK(header(answer, "Referrer-Policy") == "no-referrer");
    CHECK_FALSE(header(answer, "Cache-Control").empty());
}

TEST_CASE("Pages name their style sheet by its content, and it may be kept for ever",
          "[web][answers]") {
    site::Site site;
    const auto page = site.get("/about").body;
    const auto at = page.find("/style-");
    REQUIRE(at != std::string::npos);
    const auto sheet = site.get(page.substr(at, page.find('"', at) - at));
    CHECK(sheet.status == 200);
    CHECK(sheet.content_type == "text/css; charset=utf-8");
    CHECK(header(sheet, "Cache-Control").find("immutable") != std::string::npos);
    CHECK(web::gzip(sheet.body).size() <= 4096);
    CHECK(sheet.body.find("http") == sheet.body.find("href^=http") + 6);  // nothing from elsewhere
}

TEST_CASE("Ids are led to the spelling of permalinks", "[web][answers]") {
    site::Site site;
    site::fill(site);
    const auto [path, to] =
        GENERATE(table<std::string, std::string>({{"/claims/1", "/claims/c1"},
                                                  {"/disputes/01", "/disputes/d1"},
                                                  {"/articles/a01", "/articles/a1"},
                                                  {"/api/v1/entities/1", "/api/v1/entities/e1"},
                                                  {"/claims/1.json", "/api/v1/claims/c1"}}));
    CAPTURE(path);
    const auto moved = site.get(path);
    CHECK(moved.status == 301);
    CHECK(header(moved, "Location") == to);
}

TEST_CASE("Parameters that make no sense are refused by name", "[web][answers]") {
    site::Site site;
    site::fill(site);
    const auto query = GENERATE(values<std::string>(
        {"in=people", "sort=up", "from=yesterday", "to=2026-13", "page=0", "page=501", "page=-1",
         "page=1x", "limit=101", "page=99999999999999999999"}));
    CAPTURE(query);
    CHECK(site.get("/search?q=x&" + query).status == 400);
    CHECK(site.get("/api/v1/search?q=x&" + query).status == 400);
}

TEST_CASE("Targets are read as browsers write them", "[web][request]") {
    const auto request = web::parse_target("/se%61rch?q=a+b%20%26%C3%BC&q=2&&in&x=50%&=y").value();
    CHECK(request.path == "/search");
    CHECK(request.query.count("q") == 2);
    CHECK(request.query.find("q")->second == "a b &ü");
    CHECK(request.query.find("in")->second.empty());
    CHECK(request.query.find("x")->second == "50%");
    CHECK(web::parse_target("/a+b").value().path == "/a+b");
    CHECK(web::parse_target("http://127.0.0.1:80/a?b=c").value().path == "/a");
}

TEST_CASE("Targets that are none are refused", "[web][request]") {
    const auto target = GENERATE(values<std::string>(
        {"", "*", "a", "?q=x", "/%", "/%4", "/%zz", "/%00", "/\x01", "/%ff", "/\xff", "/a?q=%ff",
         "/a?q=%00", "/a?%80=x", "http://host", "//" + std::string(9000, 'a'), "/%7f"}));
    CAPTURE(target);
    CHECK_FALSE(web::parse_target(target));
    std::string many = "/?";
    for (int i = 0; i < 33; ++i) many += "a=b&";
    CHECK_FALSE(web::parse_target(many));
}

TEST_CASE("The browser's search box is told where to ask, by a host that is one",
          "[web][answers]") {
    site::Site site;
    CHECK(site.get("/opensearch.xml").body.find("http://127.0.0.1:8737/search?q={searchTerms}") !=
          std::string::npos);
}

TEST_CASE("A refusal is UTF-8 whatever bytes a header had", "[web][answers]") {
    site::Site site;
    CHECK_FALSE(core::first_invalid_utf8(site.get("/", {.method = "\xff\xc3"}).body));
    const auto reader = site.index.reader();
    const auto answer = web::respond({.path = "/opensearch.xml", .host = "v\xe0!"},
                                     {.store = site.store, .index = reader, .now = site.now});
    CHECK(answer.status == 400);
    CHECK_FALSE(core::first_invalid_utf8(answer.body));
}
