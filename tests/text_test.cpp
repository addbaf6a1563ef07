#include "core/text.h"

#include <catch2/catch.hpp>

using namespace std::string_literals;

TEST_CASE("Ill-formed UTF-8 is found where it begins", "[core][utf8]") {
    struct Case {
        std::string bytes;
        std::optional<std::size_t> at;
    };
    const auto [bytes, at] = GENERATE(values<Case>({
        {"", std::nullopt},
        {"plain", std::nullopt},
        {"na\xC3\xAFve 深度求索 🙂", std::nullopt},
        {"\0in the middle"s, std::nullopt},
        {"a\x80", 1},             // continuation without a lead
        {"ab\xC3", 2},            // cut off
        {"\xC0\xAF", 0},          // overlong
        {"\xE0\x80\x80", 0},      // overlong
        {"\xED\xA0\x80", 0},      // surrogate
        {"\xF4\x90\x80\x80", 0},  // beyond U+10FFFF
        {"\xFF\xFE", 0},          // never in UTF-8
        {"ok \xE2\x82", 3},       // cut off after two of three
    }));
    CAPTURE(bytes);
    CHECK(core::first_invalid_utf8(bytes) == at);
    CHECK_FALSE(core::first_invalid_utf8(core::repair_utf8(bytes)));
}

TEST_CASE("Each maximal ill-formed part becomes one replacement character", "[core][utf8]") {
    CHECK(core::repair_utf8("a\xE2\x82z") == "a\xEF\xBF\xBDz");
    CHECK(core::repair_utf8("\xF0\x9F\x99") == "\xEF\xBF\xBD");
    CHECK(core::repair_utf8("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(core::repair_utf8("fine") == "fine");
}

TEST_CASE("Byte and code point offsets lead back to one another", "[core][offsets]") {
    std::string text;
    for (int i = 0; i < 200; ++i) text += i % 3 == 0 ? "é" : i % 3 == 1 ? "x" : "🙂";
    const auto sample = GENERATE_COPY(values<std::string>({"", "ascii only", text}));
    const core::CodePoints points(sample);
    CHECK(points.size() == core::count_code_points(sample));
    std::size_t code_point = 0;
    for (std::size_t at = 0; at < sample.size(); core::next_code_point(sample, at), ++code_point) {
        REQUIRE(points.from_byte(at) == code_point);
        REQUIRE(points.to_byte(code_point) == at);
    }
    CHECK(points.from_byte(sample.size()) == points.size());
    CHECK(points.to_byte(points.size() + 5) == sample.size());
}

TEST_CASE("A code point is written as it is read", "[core][utf8]") {
    const char32_t code_point = GENERATE(U'\0', U'a', U'\x7F', U'\x80', U'é', U'\x7FF', U'\x800',
                                         U'深', U'\xFFFD', U'\x10000', U'\x10FFFF');
    std::string text;
    core::append_utf8(text, code_point);
    std::size_t at = 0;
    CHECK(core::next_code_point(text, at) == code_point);
    CHECK(at == text.size());
}

TEST_CASE("What is no character is replaced when it is written", "[core][utf8]") {
    std::string text;
    core::append_utf8(text, 0xD800);
    core::append_utf8(text, 0x110000);
    CHECK(text == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("Names that a reader takes for the same fold to the same text", "[core][fold]") {
    struct Case {
        const char* name;
        const char* folded;
    };
    const auto [name, folded] = GENERATE(values<Case>({
        {"OpenAI", "openai"},
        {"  Open\t AI ", "open ai"},
        {"ＯｐｅｎＡＩ", "openai"},
        {"Straße", "strasse"},
        {"CAFE\xCC\x81", "café"},  // combining accent
        {"深度求索", "深度求索"},
        {"a\xC2\xA0\xE2\x80\x83z", "a z"},  // no-break and em space
        {"", ""},
    }));
    CAPTURE(name);
    CHECK(core::fold(name) == folded);
}

TEST_CASE("White space collapses to single spaces", "[core][text]") {
    CHECK(core::collapse_spaces(" a \n\t b\xC2\xA0"
                                "c ") == "a b c");
    CHECK(core::collapse_spaces(" \n ") == "");
    CHECK(core::trim("\n a b \t") == "a b");
}

TEST_CASE("Splitting keeps empty parts", "[core][text]") {
    CHECK(core::split("a||b|", '|') == std::vector<std::string_view>{"a", "", "b", ""});
    CHECK(core::join(std::vector<std::string>{"a", "", "b"}, ", ") == "a, , b");
}

TEST_CASE("Texts share words whatever their case, marks and order", "[core][text]") {
    CHECK(core::shared_words("The lab denied it.", "IT denied: the Lab") == 1);
    CHECK(core::shared_words("one two three four", "one two five six") == 0.5);
    CHECK(core::shared_words("no no no", "no") == Approx(1.0 / 3));
    CHECK(core::shared_words("Zürich", "zürich") == 1);
    CHECK(core::shared_words("", "…!") == 0);
    CHECK(core::shared_words("", " , ") == 1);
}
