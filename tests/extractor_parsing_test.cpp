#include <catch2/catch.hpp>
#include <string>

#include "extractor/extractor.h"
#include "extractor/language/parse_tree.h"
#include "extractor/language/parsing.h"

namespace {

struct Read {
    core::Article article;
    extractor::Segments segments;
    extractor::Tagging tagging;
    extractor::Parses parses;

    explicit Read(const std::string& text)
        : article(extractor::read_text({.text = text})),
          segments(extractor::segment(article)),
          tagging(extractor::tag_words(article, segments)),
          parses(extractor::parse_cue_sentences(article, segments, tagging)) {}
};

std::size_t find(const Read& read, std::string_view word) {
    for (std::size_t i = 0; i < read.segments.tokens.size(); ++i)
        if (core::cut(read.article.text, read.segments.tokens[i]) == word) return i;
    FAIL("no such word: " << word);
    return 0;
}

}  // namespace

TEST_CASE("only sentences with a cue word are parsed", "[extractor][parsing]") {
    const Read read("The model has 70 billion parameters. The lab said it is open.");
    REQUIRE(read.parses.size() == 2);
    CHECK(read.parses[0].empty());
    CHECK(read.parses[1].size() == 7);
}

TEST_CASE("a parse corrects what the light reading took for a noun", "[extractor][parsing]") {
    const Read read("The engineers wondered and fear that the lab will sue.");
    CHECK(read.tagging.words[find(read, "fear")].tag == extractor::WordClass::Verb);
}

TEST_CASE("a verb that is joined to another has its subject", "[extractor][parsing]") {
    Read read("The lab denied the report and, on Monday, accused the rival of theft.");
    const auto verb = find(read, "accused");
    const auto passage =
        extractor::read_passage(read.article, read.segments, read.tagging, std::move(read.parses));
    const auto subject = extractor::parsed_subject(passage, verb);
    REQUIRE(subject);
    CHECK(subject->begin == 0);
    CHECK(subject->end == 2);
}

TEST_CASE("without a parse there is no tree to look at", "[extractor][parsing]") {
    const Read read("The lab said it is open.");
    const auto passage = extractor::read_passage(read.article, read.segments, read.tagging);
    CHECK(!extractor::is_parsed(passage, 0));
    CHECK(extractor::subtree(passage, 0).empty());
    CHECK(!extractor::parsed_subject(passage, find(read, "said")));
}
