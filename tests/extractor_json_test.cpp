#include <catch2/catch.hpp>
#include <string>

#include "extractor/page/json.h"

using extractor::Json;

namespace {

// The text of a member of the first object.
std::string member(const Json& json, std::string_view key) {
    return json.nodes().size() < 2 ? "" : json.text(json.member(1, key));
}

}  // namespace

TEST_CASE("Broken JSON is read as far as it makes sense", "[extractor][json]") {
    struct Case {
        const char* text;
        const char* why;
    };
    const auto [text, why] = GENERATE(values<Case>({
        {R"({"a": "x", "b": "y"})", "sound"},
        {R"({"a": "x", "b": "y",})", "a comma too many"},
        {"{\"a\": \"x\"\n\"b\": \"y\"}", "a comma missing"},
        {R"({"a": "x",, "b": "y"})", "two commas"},
        {R"({"z": "he said "no", twice", "a": "x", "b": "y"})", "quotes not escaped"},
        {"{\"z\": \"one\ntwo\", \"a\": \"x\", \"b\": \"y\"}", "a raw line end"},
        {R"(<!-- {"a": "x", "b": "y"} -->)", "in an HTML comment"},
        {"//<![CDATA[\n{\"a\": \"x\", \"b\": \"y\"}\n//]]>", "in CDATA"},
        {R"(/* note */ {"a": "x", /* more */ "b": "y"})", "comments"},
        {R"({"a": "x", "b": "y", "c": {"d": [1, 2)", "cut off"},
        {R"({"a": "x", "b": "y)", "cut off in a string"},
        {R"({"a": "x", "b": "y"}}}])", "brackets too many"},
        {R"({"a": "x", "b": "y"};)", "a statement"},
    }));
    CAPTURE(text, why);
    const Json json(text);
    CHECK(member(json, "a") == "x");
    CHECK(member(json, "b") == "y");
}

TEST_CASE("Escapes and entities become characters", "[extractor][json]") {
    struct Case {
        const char* written;
        const char* read;
    };
    const auto [written, read] = GENERATE(values<Case>({
        {R"({"a": "caf\u00e9"})", "café"},
        {R"({"a": "\ud83d\ude00"})", "😀"},
        {R"({"a": "\ud83d"})", "\xEF\xBF\xBD"},
        {R"({"a": "a\/b \"c\" \\d"})", R"(a/b "c" \d)"},
        {R"({"a": "R&amp;D, it&#8217;s &quot;so&quot;"})", "R&D, it’s \"so\""},
        {R"({"a": "it&amp;#x2019;s"})", "it’s"},
        {R"({"a": "AT&T; &unknown; &"})", "AT&T; &unknown; &"},
        {R"({"a": 1703257320})", "1703257320"},
        {R"({"a": null})", ""},
        {R"({"a": "\u12"})", "u12"},
        {R"({"a": "x\"})", "x\"}"},
    }));
    CAPTURE(written);
    CHECK(member(Json(written), "a") == read);
}

TEST_CASE("Members and elements are found in the flat array", "[extractor][json]") {
    const Json json(R"([{"k": {"k": "inner"}, "l": ["p", {"q": "r"}]}, {"k": "second"}])");
    const auto list = json.nodes()[0].end > 1 ? 1u : 0u;
    REQUIRE(json.is(list, extractor::JsonNode::Kind::Array));
    const auto first = list + 1;
    const auto inner = json.member(first, "k");
    REQUIRE(inner);
    CHECK(json.text(json.member(*inner, "k")) == "inner");
    const auto second = json.end(first);
    CHECK(json.text(json.member(second, "k")) == "second");
    CHECK_FALSE(json.member(second, "l"));
}

TEST_CASE("Depth and number of values are bounded", "[extractor][json]") {
    std::string deep(100'000, '[');
    deep += R"({"a": "x"})";
    CHECK(Json(deep).nodes().size() < 100);
    std::string wide = "[";
    for (int n = 0; n < 300'000; ++n) wide += "1,";
    CHECK(Json(wide).nodes().size() <= 100'000);
    std::string behind = R"({"deep": )";
    behind.append(1'000, '[').append(1'000, ']').append(R"(, "a": "x"})");
    CHECK(member(Json(behind), "a") == "x");
}
