#include <catch2/catch.hpp>

#include "crawler/body.h"
#include "crawler/gzip.h"

using crawler::BodyReader;
using State = BodyReader::State;

TEST_CASE("A body comes out of its codings", "[crawler][body]") {
    const std::string text(5000, 'x');
    struct Case {
        const char* coding;
        int times;
    };
    const auto [coding, times] = GENERATE(
        values<Case>({{"", 0}, {"identity", 0}, {"gzip", 1}, {"X-GZIP", 1}, {"gzip, gzip", 2}}));
    std::string packed = text;
    for (int n = 0; n < times; ++n) packed = crawler::gzip_member(packed);
    const std::size_t piece = GENERATE(1, 7, 100000);
    CAPTURE(coding, piece);
    BodyReader reader(coding, 5000);
    for (std::size_t at = 0; at < packed.size(); at += piece)
        REQUIRE(reader.feed(std::string_view(packed).substr(at, piece)) == State::Fine);
    CHECK(reader.whole());
    CHECK(reader.received() == packed.size());
    CHECK(reader.take() == text);
}

TEST_CASE("A body in trouble says which", "[crawler][body]") {
    const auto packed = crawler::gzip_member(std::string(5000, 'x'));
    SECTION("too large, plain") {
        BodyReader reader("", 10);
        CHECK(reader.feed("0123456789") == State::Fine);
        CHECK(reader.feed("0") == State::TooLarge);
    }
    SECTION("too large, unpacked") {
        BodyReader reader("gzip", 4999);
        CHECK(reader.feed(packed) == State::TooLarge);
        CHECK(reader.take().size() <= 4999);
    }
    SECTION("cut off") {
        BodyReader reader("gzip", 5000);
        CHECK(reader.feed(packed.substr(0, packed.size() - 9)) == State::Fine);
        CHECK_FALSE(reader.whole());
    }
    SECTION("not packed at all") {
        BodyReader reader("gzip", 5000);
        CHECK(reader.feed("<html>") == State::Broken);
    }
    SECTION("a coding we know nothing of") {
        BodyReader reader("br", 5000);
        CHECK(reader.feed("<html>") == State::UnknownCoding);
    }
    SECTION("codings without end") {
        BodyReader reader("gzip,gzip,gzip,gzip", 5000);
        CHECK(reader.feed(packed) == State::UnknownCoding);
    }
    SECTION("nothing at all is whole") { CHECK(BodyReader("gzip", 5000).whole()); }
}

TEST_CASE("Several gzip members make one body, what follows is passed over", "[crawler][body]") {
    const auto both = crawler::gzip_member("a") + crawler::gzip_member("b") + "padding";
    const auto unpacked = crawler::gunzip(both, 100);
    CHECK(unpacked.end == crawler::Unpacked::Whole);
    CHECK(unpacked.bytes == "ab");
}
