#include <catch2/catch.hpp>

#include "tests/site.h"
#include "tests/temp_dir.h"
#include "tests/tls_server.h"

namespace {

crawler::Outcome fetch_from(const TlsServer& server, const TempDir& dir) {
    server.write_authority(dir.path() / "authority.pem");
    crawler::FetchOptions options;
    options.delay = std::chrono::milliseconds(0);
    options.allow_private = {"one.test"};
    options.connect_to = {"::127.0.0.1:" + std::to_string(server.port())};
    options.ca_file = (dir.path() / "authority.pem").string();
    return fetch(options, request("https://one.test/a"));
}

}  // namespace

TEST_CASE("A page comes over TLS from who can prove to be its host", "[crawler][tls]") {
    const TempDir dir;
    const TlsServer server("one.test", TlsServer::Flaw::None);
    CHECK(page_of(fetch_from(server, dir)).body == "secret");
}

TEST_CASE("Who cannot prove to be the host is asked for nothing", "[crawler][tls]") {
    const TempDir dir;
    using Flaw = TlsServer::Flaw;
    const auto flaw = GENERATE(Flaw::Expired, Flaw::WrongName, Flaw::SelfSigned, Flaw::OldProtocol);
    const TlsServer server("one.test", flaw);
    const auto outcome = fetch_from(server, dir);
    CAPTURE(static_cast<int>(flaw));
    CHECK(kind_of(outcome) == core::Failure::Kind::Refused);  // by what its robots.txt would say
    CHECK_THAT(message_of(outcome), Catch::Contains("SSL") || Catch::Contains("TLS"));
    CHECK(server.requests() == 0);
}
