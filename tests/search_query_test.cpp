#include <catch2/catch.hpp>

#include "search/query.h"
#include "search/query_passage.h"
#include "search/search.h"

using search::parse_query;

namespace {

std::string read_as(std::string_view words) { return print_query(parse_query(words).root); }

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

std::size_t leaves(const search::Node& node) {
    std::size_t count = node.children.empty() ? 1 : 0;
    for (const auto& child : node.children) count += leaves(child);
    return count;
}

std::size_t depth(const search::Node& node) {
    std::size_t deepest = 0;
    for (const auto& child : node.children) deepest = std::max(deepest, depth(child));
    return deepest + 1;
}

struct Case {
    std::string words, understood;
};

}  // namespace

TEST_CASE("A query is read by the language's rules and printed in it", "[search][query]") {
    const auto [words, understood] = GENERATE(values<Case>({
        {"", ""},
        {"   ", ""},
        {"model outputs", "model outputs"},
        {"\"exact phrase\" more", "\"exact phrase\" more"},
        {"a AND b", "a AND b"},
        {"a b OR c AND d", "(a b) OR (c AND d)"},
        {"a (b OR c)", "a (b OR c)"},
        {"((a))", "a"},
        {"-price", "NOT price"},
        {"NOT price", "NOT price"},
        {"NOT NOT price", "price"},
        {"a AND NOT b", "a AND NOT b"},
        {"a -\"b c\"", "a NOT \"b c\""},
        {"GPT-4 - a", "GPT-4 - a"},
        {"leak NEAR/5 account", "leak NEAR/5 account"},
        {"leak NEAR account", "leak NEAR/10 account"},
        {"leak w/3 account", "leak NEAR/3 account"},
        {"\"leaked account\"~4", "leaked NEAR/4 account"},
        {"leak NEAR/900 account", "leak NEAR/50 account"},
        {"\"stock market\" NEAR/3 crash", "\"stock market\" NEAR/3 crash"},
        {"(a OR b) NEAR/5 c", "(a OR b) NEAR/5 c"},
        {"a NEAR/2 b NEAR/3 c", "a NEAR/2 b NEAR/3 c"},
        {"distil*", "distil*"},
        {"by:OpenAI", "by:OpenAI"},
        {"BY:OpenAI", "by:OpenAI"},
        {"about:\"Deep Seek\"", "about:\"Deep Seek\""},
        {"about:Deep*", "about:Deep*"},
        {"about:(Ada OR Bell)", "about:Ada OR about:Bell"},
        {"about:(Ada \"Bell Labs\")", "about:Ada about:\"Bell Labs\""},
        {"-about:Ada", "NOT about:Ada"},
        {"kind:Denial", "kind:denial"},
        {"lang:pt-BR", "lang:pt"},
        {"conduct:scraping", "conduct:scraping"},
        {"evidence:document certainty:alleged", "evidence:document certainty:alleged"},
        {"via:Bloomberg outlet:example.org entity:Gemini",
         "via:Bloomberg outlet:example.org entity:Gemini"},
        {"date:2024-12..2025-02", "date:2024-12-01..2025-02-28"},
        {"date:2025", "date:2025-01-01..2025-12-31"},
        {"date:..2025-06-03", "date:..2025-06-03"},
        {"date:2025-06..", "date:2025-06-01.."},
        {"happened:2024-10", "happened:2024-10-01..2024-10-31"},
        {"origins:2..", "origins:2.."},
        {"origins:..3", "origins:..3"},
        {"origins:2", "origins:2..2"},
        {"\u201Csmart quotes\u201D", "\"smart quotes\""},
        {"a\tb\nc", "a b c"},
    }));
    CAPTURE(words);
    const auto parsed = parse_query(words);
    CHECK(print_query(parsed.root) == understood);
    CHECK(parsed.notes.empty());
}

TEST_CASE("What does not parse is searched as plain words, and says so", "[search][query]") {
    const auto [words, understood] = GENERATE(values<Case>({
        {"date:yesterday", "yesterday"},
        {"date:", "date"},
        {"date:..", ".."},
        {"date:2025-13", "2025-13"},
        {"origins:many", "many"},
        {"origins:-2", "-2"},
        {"kind:gossip", "gossip"},
        {"conduct:theft", "theft"},
        {"a*", "a"},
        {"by:O*", "by:O"},
        {"AND AND", ""},
        {"a AND", "a"},
        {"OR a", "a"},
        {"a NOT", "a"},
        {"NEAR/5 a", "a"},
        {"a NEAR/5", "a"},
        {"a NEAR/5 by:OpenAI", "a by:OpenAI"},
        {"a NEAR/5 NOT b", "a NOT b"},
        {"6\" screen", "6 screen"},
        {"(a b", "a b"},
        {"a) b", "a b"},
        {"aaa* bbb* ccc* ddd*", "aaa* bbb* ccc* ddd"},
    }));
    CAPTURE(words);
    const auto parsed = parse_query(words);
    CHECK(print_query(parsed.root) == understood);
    CHECK(parsed.notes.size() == 1);
}

TEST_CASE("A range that ends before it begins is turned round, with a note", "[search][query]") {
    const auto parsed = parse_query("date:2025-06..2025-01");
    CHECK(print_query(parsed.root) == "date:2025-01-01..2025-06-30");
    CHECK(parsed.notes.size() == 1);
}

TEST_CASE("What is found says how it was read", "[search][query]") {
    const auto explained = search::explain("a AND date:soon");
    CHECK(explained.understood == "a AND soon");
    REQUIRE(explained.notes.size() == 1);
    CHECK(explained.notes[0].find("date:soon") != std::string::npos);
}

TEST_CASE("A printed query means the same when it is read again", "[search][query]") {
    const auto words = GENERATE(as<std::string>(), "a b OR c AND d", "a (b -(c OR d)) e",
                                "NOT (a b) \"c d\" OR by:(x OR \"y z\")",
                                "(a NEAR/2 b) NEAR/3 (c NEAR/4 d)", "a (-b) c", "by:\"f(x) y\" g*",
                                "((a OR b) AND (c OR d)) NOT date:2025 origins:..2", "a)) (b) c(");
    CAPTURE(words);
    const auto once = read_as(words);
    CHECK(read_as(once) == once);
    CHECK(parse_query(once).notes.empty());
}

TEST_CASE("A passage of text is words, whatever marks are in it", "[search][query]") {
    const auto parsed = parse_query(
        "Did they REALLY say \u201Cwe scraped it all\u201D (NOT a joke) -- it's from the lab's "
        "own AI: \"everything\" https://t.example/x1 pic.host.example/y2 #OpenWeb");
    CHECK(parsed.passage);
    for (const auto& word : parsed.root.children) CHECK(word.kind == search::Node::Kind::Word);
    CHECK(print_query(parsed.root) ==
          "Did they REALLY say we scraped it all NOT a joke it's from the lab's own AI: everything "
          "#OpenWeb");
}

TEST_CASE("A long query with operators or fields is no passage", "[search][query]") {
    CHECK_FALSE(search::is_passage(
        "(\"training data\" OR dataset OR corpus) AND (scraped OR pirated OR stolen) AND "
        "(a OR b OR c OR d)"));
    CHECK_FALSE(
        search::is_passage("one two three four five six seven eight nine ten eleven "
                           "twelve thirteen about:DeepSeek"));
    CHECK_FALSE(search::is_passage("short words: -they stay \"a query\""));
    CHECK(
        search::is_passage("one two three four five six: seven eight nine ten AND eleven twelve "
                           "thirteen"));
}

TEST_CASE("Hostile queries stay small", "[search][query][hostile]") {
    const auto words =
        GENERATE(repeated("(", 20'000), repeated(")", 20'000), repeated("(a ", 5'000),
                 repeated("a) ", 5'000), repeated("NOT ", 3'000), repeated("-", 9'000),
                 repeated("a OR ", 3'000), repeated("a AND ", 3'000), repeated("a NEAR/5 ", 3'000),
                 repeated("\"a\" ", 4'000), repeated("\"", 9'001), repeated("by:x ", 3'000),
                 repeated("about:(", 3'000), repeated("abc* ", 3'000),
                 repeated("date:2025 ", 3'000), repeated("a-b", 4'000), std::string(9'000, 'x'),
                 repeated("\xC3\xA9", 5'000), repeated("\xFF\xFE", 5'000), std::string(300, '\0'),
                 "\"" + repeated("the ", 3'000) + "\"", repeated("\"a b\"~3 ", 2'000));
    const auto parsed = parse_query(words);
    CHECK(leaves(parsed.root) <= 2 * search::kMaxWords);
    CHECK(depth(parsed.root) <= 4 * search::kMaxDepth + search::kMaxWords);
    CHECK(parsed.notes.size() <= search::kMaxNotes + 1);
    CHECK(print_query(parsed.root).size() <= 4 * search::kMaxQueryBytes);
}
