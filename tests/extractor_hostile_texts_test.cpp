// Texts made to break the reading of a text. How long they take is measured elsewhere; one that
// takes its time for ever ends with the test's own limit, which is minutes away.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "core/text.h"
#include "extractor/extractor.h"
#include "extractor/language/coreference.h"
#include "extractor/language/parser.h"

namespace {

using extractor::Segments;

std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    text.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
}

// The same every time, whatever the machine.
std::string any_bytes(std::size_t size) {
    std::string bytes;
    std::uint64_t state = 0x9E3779B97F4A7C15;
    while (bytes.size() < size) {
        state = state * 6364136223846793005 + 1442695040888963407;
        bytes += static_cast<char>(state >> 56);
    }
    return bytes;
}

// Letters only, another one for each number.
std::string made_up_name(std::size_t number) {
    std::string name = "V";
    for (int i = 0; i < 5; ++i, number /= 20) name += "abcdefghijklmnopqrst"[number % 20];
    return name;
}

std::string new_names(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += made_up_name(i) + " Labs sued " + made_up_name(i + count) + " Corp. ";
    return text;
}

// The surname alone is short for all of them.
std::string one_family(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += made_up_name(i) + " Quarmby sued. ";
    return text + repeated("Then Quarmby said no. ", count);
}

std::string makers(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += made_up_name(i) + " Labs sued. ";
    return text + repeated("The ChatGPT maker said no. ", count);
}

struct Case {
    const char* what;
    std::string (*make)(std::size_t times);
    std::size_t times;
};

const Case& one_of_them() {
    static const std::vector<Case> cases{
        {"any bytes", any_bytes, 50'000},
        {"NUL",
         [](std::size_t n) {
             return repeated({"OpenAI\0sued\0it. ", 16}, n);
         },
         2'000},
        {"nothing but NUL", [](std::size_t n) { return std::string(n, '\0'); }, 50'000},
        {"one word", [](std::size_t n) { return std::string(n, 'a'); }, 250'000},
        {"one sentence", [](std::size_t n) { return repeated("the lab took more and grew, ", n); },
         9'000},
        {"straight quotation marks", [](std::size_t n) { return repeated("\" ", n); }, 25'000},
        {"quotation marks without a space", [](std::size_t n) { return repeated("\"", n); },
         25'000},
        {"marks that only open", [](std::size_t n) { return repeated("“We did\n", n); }, 10'000},
        {"words from right to left",
         [](std::size_t n) { return repeated("\u202E\u05D0\u05D1 accused \u0627\u0644. ", n); },
         2'000},
        {"combining marks",
         [](std::size_t n) { return "OpenAI" + repeated("\u0301", n) + " sued."; }, 50'000},
        {"he", [](std::size_t n) { return "Jane Roe sued. " + repeated("he ", n); }, 25'000},
        {"pronouns without a verb",
         [](std::size_t n) { return "Jane Roe sued. " + repeated("he she it they ", n); }, 10'000},
        {"it", [](std::size_t n) { return "Jane Roe sued. " + repeated("it ", n); }, 25'000},
        {"adverbs that may be verbs", [](std::size_t n) { return "not " + repeated("apply ", n); },
         25'000},
        {"accused accused",
         [](std::size_t n) { return repeated("said accused that according to ", n); }, 2'000},
        {"new names", new_names, 1'500},
        {"one family", one_family, 2'000},
        {"new names and definite nouns", makers, 2'000},
    };
    const auto at = GENERATE_COPY(range(std::size_t{0}, cases.size()));
    return cases[at];
}

core::Article article_of(const std::string& bytes) {
    return extractor::read_text({.text = core::repair_utf8(bytes)});
}

struct Read {
    core::Article article;
    Segments segments;
    extractor::Names names;
    std::vector<extractor::Referent> referents;
    std::vector<extractor::Attribution> attributions;
};

Read read(const std::string& bytes) {
    const auto& lexicon = extractor::Lexicon::builtin();
    Read read{.article = article_of(bytes)};
    read.segments = extractor::segment(read.article);
    read.names = extractor::find_names(read.article, read.segments, lexicon);
    read.referents = extractor::resolve(read.article, read.segments, read.names);
    read.attributions = extractor::find_attributions(read.article, lexicon);
    return read;
}

// Ascending, disjoint, not empty, and cutting no character.
template <class Things, class SpanOf>
bool are_in_order(std::string_view text, const Things& things, SpanOf span_of) {
    std::size_t at = 0;
    return std::ranges::all_of(things, [&](const auto& thing) {
        const core::Span span = span_of(thing);
        const bool good = span.begin >= at && span.end > span.begin && span.end <= text.size() &&
                          !core::first_invalid_utf8(core::cut(text, span));
        at = span.end;
        return good;
    });
}

bool lie_within(std::string_view text, const std::vector<core::Span>& spans) {
    return std::ranges::all_of(spans, [&](const core::Span span) {
        return span.end > span.begin && span.end <= text.size();
    });
}

}  // namespace

TEST_CASE("whatever a text is made of, what is found in it lies within it, in order",
          "[extractor][language][hostile]") {
    const Case& hostile = one_of_them();
    CAPTURE(hostile.what);
    const Read found = read(hostile.make(hostile.times));
    const auto& text = found.article.text;
    CHECK(are_in_order(text, found.segments.tokens, [](core::Span span) { return span; }));
    CHECK(are_in_order(text, found.names.mentions, [](const auto& one) { return one.span; }));
    CHECK(are_in_order(text, found.referents, [](const auto& one) { return one.span; }));
    CHECK(found.names.entities.size() <= found.names.mentions.size());
    CHECK(found.attributions.size() <= found.segments.tokens.size());
    for (const auto& mention : found.names.mentions)
        if (mention.entity >= found.names.entities.size()) FAIL("a mention of nobody");
    for (const auto& one : found.attributions)
        if (!lie_within(text, one.source) || !lie_within(text, one.cue) ||
            !lie_within(text, one.content))
            FAIL("an attribution outside the text");
}

TEST_CASE("a sentence of a megabyte is one tree, found window by window",
          "[extractor][language][parser][hostile]") {
    const auto article = article_of(repeated("the lab took more and grew ", 1'000'000 / 27));
    const auto segments = extractor::segment(article);
    REQUIRE(segments.sentences.size() == 1);
    extractor::ParsedSentence parsed;
    extractor::Parser::builtin().parse(article.text, segments.tokens, parsed);
    REQUIRE(parsed.size() == segments.tokens.size());
    CHECK(std::ranges::count(parsed, extractor::kNoHead, &extractor::ParsedToken::head) == 1);
    CHECK(std::ranges::all_of(parsed, [&](const auto& token) {
        return token.head == extractor::kNoHead ||
               (token.head >= 0 && static_cast<std::size_t>(token.head) < parsed.size());
    }));
}

TEST_CASE("100,000 quotation marks, and 100,000 times he, are read to their end",
          "[extractor][language][hostile]") {
    const auto [part, tokens] = GENERATE(table<std::string, std::size_t>({
        {"\" ", 100'000},
        {"“ ", 100'000},
        {"he ", 100'000},
        {"it ", 100'000},
    }));
    CAPTURE(part);
    const Read found = read(repeated(part, 100'000));
    CHECK(found.segments.tokens.size() == tokens);
    CHECK(found.attributions.empty());
    CHECK(
        std::ranges::all_of(found.referents, [](const auto& one) { return one.entities.empty(); }));
}
