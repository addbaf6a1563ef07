#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extractor/extractor.h"
#include "extractor/language/cues.h"

namespace {

std::string pieces(const std::string& text, const std::vector<core::Span>& spans) {
    std::string joined;
    for (const core::Span span : spans)
        joined += (joined.empty() ? "" : " … ") + std::string(core::cut(text, span));
    return joined;
}

// "source | cue | content" of each attribution.
std::vector<std::string> attributions_of(const std::string& text) {
    const auto article = extractor::read_text({.text = text});
    std::vector<std::string> lines;
    for (const auto& found : extractor::find_attributions(article, extractor::Lexicon::builtin()))
        lines.push_back(pieces(text, found.source) + " | " + pieces(text, found.cue) + " | " +
                        pieces(text, found.content));
    return lines;
}

struct Case {
    std::string text, attribution;
};

void check_one(const Case& expected) {
    CAPTURE(expected.text);
    CHECK(attributions_of(expected.text) == std::vector<std::string>{expected.attribution});
}

void check_among(const Case& expected) {
    const auto found = attributions_of(expected.text);
    CAPTURE(expected.text, found);
    CHECK(std::find(found.begin(), found.end(), expected.attribution) != found.end());
}

}  // namespace

TEST_CASE("a quotation is attributed to its speaker", "[extractor][attributions]") {
    check_one(GENERATE(values<Case>({
        {"“The model is ours,” Ms. Lind said.", "Ms. Lind | said | “The model is ours,”"},
        {"“The model is ours,” said Ada Lind, the lab's founder.",
         "Ada Lind, the lab's founder | said | “The model is ours,”"},
        {"Ada Lind said, \"The model is ours.\"", "Ada Lind | said | \"The model is ours.\""},
        {"“It is ours,” she said. “Nobody else has it. Nobody.” The court adjourned.",
         "she | said | “It is ours,” … “Nobody else has it. Nobody.”"},
        {"The founder added:\n“It is ours.”", "The founder | added | “It is ours.”"},
        {"“We copied nothing,” Mr. Roe said. “Nobody asked us.\n“Nobody will.”",
         "Mr. Roe | said | “We copied nothing,” … “Nobody asked us. … “Nobody will.”"},
        {"\"Who took it?\" asked Lind.", "Lind | asked | \"Who took it?\""},
    })));
}

TEST_CASE("what somebody is said to have said is attributed", "[extractor][attributions]") {
    check_one(GENERATE(values<Case>({
        {"Lind said that the rival copied the model.",
         "Lind | said | that the rival copied the model"},
        {"The lab told Reuters on Monday that its servers were robbed.",
         "The lab | told | that its servers were robbed"},
        {"The rival, which owns two labs, has repeatedly denied copying the model.",
         "The rival, which owns two labs, | has repeatedly denied | copying the model"},
        {"The lab accused a rival of theft, but gave no proof.",
         "The lab | accused | a rival of theft"},
        {"The rival was accused of theft by the lab.",
         "the lab | was accused | The rival … of theft"},
        {"The rival has been accused of theft.", " | has been accused | The rival … of theft"},
        {"The model was copied, the lab said.", "the lab | said | The model was copied"},
        {"According to the lab, the model was copied.",
         "the lab | According to | the model was copied"},
        {"The model was copied, according to court papers.",
         "court papers | according to | The model was copied"},
        {"The lab's allegations that a rival took the model are new.",
         "The lab's | allegations | that a rival took the model are new"},
        {"The rival allegedly took the model.", " | allegedly | The rival … took the model"},
        {"Officials are worried about the model.", "Officials | are worried about | the model"},
        {"The lab vowed to sue.", "The lab | vowed | to sue"},
    })));
}

TEST_CASE("nested attributions are both found", "[extractor][attributions]") {
    const std::string text = "Bloomberg reported that Microsoft believes the data was stolen.";
    check_among({text, "Bloomberg | reported | that Microsoft believes the data was stolen"});
    check_among({text, "Microsoft | believes | the data was stolen"});
}

TEST_CASE("text that reports nobody's words has no attributions", "[extractor][attributions]") {
    const auto text = GENERATE(as<std::string>{}, "", "The model has 70 billion parameters.",
                               "Its so-called “open” weights cost nothing.",
                               "The claims were settled in March.", "Said.", "“”", ": said “");
    CAPTURE(text);
    CHECK(attributions_of(text).empty());
}

TEST_CASE("a cue is known in every form", "[extractor][cues]") {
    const auto [form, verb] = GENERATE(values<std::pair<std::string, std::string>>({
        {"said", "say"},
        {"denies", "deny"},
        {"denied", "deny"},
        {"accusing", "accuse"},
        {"admitted", "admit"},
        {"labelled", "label"},
        {"labeled", "label"},
        {"told", "tell"},
        {"slammed", "slam"},
        {"begun", "begin"},
    }));
    CAPTURE(form);
    const auto reading = extractor::verb_reading(form);
    REQUIRE(reading.cue != nullptr);
    CHECK(reading.cue->word == verb);
}
