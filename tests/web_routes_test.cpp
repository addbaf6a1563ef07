#include <catch2/catch.hpp>

#include "tests/web_site.h"

using Catch::Matchers::Contains;

namespace {

std::string header(const web::Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return "";
}

}  // namespace

TEST_CASE("Every route answers with a page and with its JSON twin", "[web][routes]") {
    site::Site site;
    site::fill(site);
    const auto path = GENERATE(values<std::string>(
        {"/disputes", "/search?q=distilling", "/disputes/d1", "/claims/c1", "/articles/a1",
         "/allegations/g1", "/entities/e1", "/outlets/ledger.example", "/status"}));
    CAPTURE(path);
    const auto page = site.get(path);
    CHECK(page.status == 200);
    CHECK(page.content_type == "text/html; charset=utf-8");
    CHECK_THAT(page.body, Contains("</html>"));
    const auto api = site.get("/api/v1" + path);
    CHECK(api.status == 200);
    CHECK(api.content_type == "application/json; charset=utf-8");
    const auto accepted = site.get(path, {.accept = "application/json"});
    if (path != "/status") CHECK(accepted.body == api.body);
    if (path.find('?') == std::string::npos) CHECK(site.get(path + ".json").body == api.body);
}

TEST_CASE("What is not there is 404 in the form that was asked for", "[web][routes]") {
    site::Site site;
    site::fill(site);
    const auto path = GENERATE(values<std::string>(
        {"/disputes/d99", "/claims/c99", "/articles/a99", "/allegations/g99", "/entities/e99",
         "/outlets/nowhere.example", "/nothing", "/claims/", "/claims/c1/x", "/claims/d1",
         "/claims/c99999999999999999999", "/style-00000000.css", "//", "/timeline"}));
    CAPTURE(path);
    CHECK(site.get(path).status == 404);
    CHECK_THAT(site.get(path).body, Contains("</html>"));
    if (path == "/timeline") return;
    const auto api = site.get("/api/v1" + path);
    CHECK(api.status == 404);
    CHECK_THAT(api.body, Contains("\"code\":\"not-found\""));
}

TEST_CASE("Only GET and HEAD are answered", "[web][routes]") {
    site::Site site;
    const auto method = GENERATE(values<std::string>({"POST", "PUT", "DELETE", "OPTIONS", "x"}));
    const auto refused = site.get("/", {.method = method});
    CHECK(refused.status == 405);
    CHECK(header(refused, "Allow") == "GET, HEAD");
    CHECK(site.get("/", {.method = "HEAD"}).status == 200);
}
