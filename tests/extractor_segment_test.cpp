#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extractor/extractor.h"
#include "extractor/language/segment.h"

using namespace std::string_literals;

namespace {

struct Case {
    std::string text, cut;  // with "|" where it is to be cut
};

std::string bar_spans(const std::string& text, const std::vector<core::Span>& spans) {
    std::string joined;
    for (const core::Span span : spans)
        joined += (joined.empty() ? "" : "|") + std::string(core::cut(text, span));
    return joined;
}

std::string tokens_of(const std::string& text) {
    return bar_spans(text, extractor::segment(extractor::read_text({.text = text})).tokens);
}

std::string sentences_of(const std::string& text) {
    return bar_spans(text, extractor::sentences(extractor::read_text({.text = text})));
}

}  // namespace

TEST_CASE("tokens are cut as Universal Dependencies cuts them", "[extractor][segment]") {
    const auto [text, cut] = GENERATE(values<Case>({
        {"They don't.", "They|do|n't|."},
        {"Labs cannot say it isn’t.", "Labs|can|not|say|it|is|n’t|."},
        {"OpenAI's and the labs’ data", "OpenAI|'s|and|the|labs|’|data"},
        {"state-of-the-art pre-training", "state|-|of|-|the|-|art|pre-training"},
        {"GPT-4 and R1-0528", "GPT-4|and|R1-0528"},
        {"about $5.6 million, 40%", "about|$|5.6|million|,|40|%"},
        {"the U.S. (and U.N.) at 5pm", "the|U.S.|(|and|U.N.|)|at|5|pm"},
        {"“No,” he said—twice.", "“|No|,|”|he|said|—|twice|."},
        {"see https://a.test/x?y=1, or a@b.test.", "see|https://a.test/x?y=1|,|or|a@b.test|."},
        {"wait... what?!", "wait|...|what|?!"},
        {"from 2015-2016 and/or 1,000", "from|2015|-|2016|and|/|or|1,000"},
        {"AT&T, O'Brien, '90s", "AT&T|,|O'Brien|,|'90s"},
        {"OpenAI 's do n't `` x ''", "OpenAI|'s|do|n't|``|x|''"},
        {"Character.AI and Booking.com", "Character.AI|and|Booking.com"},
    }));
    CHECK(tokens_of(text) == cut);
}

TEST_CASE("sentences end where a reader ends them", "[extractor][segment]") {
    const auto [text, cut] = GENERATE(values<Case>({
        {"It copied us. We sued.", "It copied us.|We sued."},
        {"Dr. J. Doe of Lab Inc. said so. He left.", "Dr. J. Doe of Lab Inc. said so.|He left."},
        {"It was sold to Lab Inc. The price is secret.",
         "It was sold to Lab Inc.|The price is secret."},
        {"The U.S. President spoke.", "The U.S. President spoke."},
        {"They train GPT-4.Computer scientists doubt it.",
         "They train GPT-4.|Computer scientists doubt it."},
        {"“We did it. We won,” he said. “It is ours.” She left.",
         "“We did it.|We won,” he said.|“It is ours.”|She left."},
        {"\"Why?\" asked Smith. \"Who knows!\" he said.",
         "\"Why?\" asked Smith.|\"Who knows!\" he said."},
        {"It grew by 3.5 percent in Sept. 2024. No. 5 fell.",
         "It grew by 3.5 percent in Sept. 2024.|No. 5 fell."},
        {"It said no. Five left.", "It said no.|Five left."},
        {"1. Labs copy. 2. Labs sue.", "1. Labs copy.|2. Labs sue."},
        {"It is so.[12] They agreed.", "It is so.[12]|They agreed."},
        {"Well ... maybe. Or not...", "Well ... maybe.|Or not..."},
        {"(He had left.) Then she spoke.", "(He had left.)|Then she spoke."},
        {"A lab sues a rival\nThe suit was filed on Monday",  // a headline has no full stop
         "A lab sues a rival|The suit was filed on Monday"},
    }));
    CHECK(sentences_of(text) == cut);
}

TEST_CASE("every sentence knows its tokens and its block", "[extractor][segment]") {
    const auto article = extractor::read_text({.text = "One two. Three.\n\n  Four!  "});
    const auto segments = extractor::segment(article);
    REQUIRE(segments.sentences.size() == 3);
    CHECK(segments.tokens_of(segments.sentences[1]).size() == 2);
    CHECK(segments.sentences[1].block == 0);
    CHECK(segments.sentences[2].block == 1);
    CHECK(core::cut(article.text, segments.sentences[2].span) == "Four!");
}

TEST_CASE("any text is cut into tokens in order", "[extractor][segment]") {
    const auto text = GENERATE(as<std::string>{}, "", " ", "\0\0a\0"s, "\u200f\u05d0\u0301.",
                               "''''", "a.b.c.d.e.", "-----.-.-", "\U0001F600\U0001F600!",
                               "«x» „y“", "don't'", "'s", "n't", ".5", "@", "#", "[", "U.S", "1.");
    const auto segments = extractor::segment(extractor::read_text({.text = text}));
    std::size_t at = 0;
    for (const core::Span token : segments.tokens) {
        CHECK(token.begin >= at);
        CHECK(token.end > token.begin);
        at = token.end;
    }
    CHECK(at <= text.size());
}
