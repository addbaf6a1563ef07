// Names as one article brings them: "surface=Entity" for each mention.
#include <catch2/catch.hpp>

#include "extractor/language/names.h"

using namespace extractor;

namespace {

Names names_in(const std::string& text) {
    const auto article = read_text({.text = text});
    return find_names(article, segment(article), Lexicon::builtin());
}

std::vector<std::string> mentions(const std::string& text) {
    std::vector<std::string> all;
    const auto names = names_in(text);
    for (const auto& mention : names.mentions) {
        const auto written = std::string(core::cut(text, mention.span));
        const auto& name = names.entities[mention.entity].name;
        all.push_back(written == name ? name : written + "=" + name);
    }
    return all;
}

std::string type_of(const std::string& text, std::string_view name) {
    for (const auto& entity : names_in(text).entities)
        if (entity.name == name) return std::string(core::code(entity.type));
    return "not found";
}

using Case = std::pair<std::string, std::vector<std::string>>;

}  // namespace

TEST_CASE("listed names are found by name and alias, without their possessive",
          "[extractor][names]") {
    const auto [text, expected] = GENERATE(values<Case>({
        {"OpenAI’s ChatGPT was trained on Books3, NYT lawyers say.",
         {"OpenAI", "ChatGPT", "Books3", "NYT=The New York Times"}},
        {"The complaint against Getty's rival cites the GDPR and the DMCA.",
         {"Getty=Getty Images", "GDPR", "DMCA=Digital Millennium Copyright Act"}},
        {"A judge in the Northern District of California sided with Meta Platforms, Inc.",
         {"Northern District of California=US District Court for the Northern District of "
          "California",
          "Meta Platforms=Meta"}},
        {"GPT 4, GPT4 and gpt-4 are one; GPT-4o is another.",
         {"GPT 4=GPT-4", "GPT4=GPT-4", "gpt-4=GPT-4", "GPT-4o"}},
        {"openai and chatgpt in small letters", {"openai=OpenAI", "chatgpt=ChatGPT"}},
        {"字节跳动与深度求索", {"字节跳动=ByteDance", "深度求索=DeepSeek"}},
        {"Junot Diaz and Junot Díaz sued.", {"Junot Diaz=Junot Díaz", "Junot Díaz"}},
    }));
    CAPTURE(text);
    CHECK(mentions(text) == expected);
}

TEST_CASE("a listed name that is also a word is found where it names something",
          "[extractor][names]") {
    const auto [text, expected] = GENERATE(values<Case>({
        {"Authors accuse Apple of piracy.", {"Apple"}},
        {"She ate an apple near the runway, per the scale.", {}},
        {"Apple said it would appeal.", {"Apple"}},
        {"Apple pies were sold.", {}},
        {"The painter Claude Monet is dead.", {"Claude Monet"}},
        {"Its chatbot Claude answered.", {"Claude"}},
        {"A meta-analysis of studies, and Meta-owned apps.", {"Meta"}},
        {"He wrote about it on X.", {"X"}},
        {"It is on X. The curve, however far it may bend, is flat where X ends.", {"X"}},
        {"The letter X marks the spot.", {}},
        {"Nature is healing in time.", {}},
        {"The finding was published in the journal Nature.", {"Nature"}},
        {"The scale of it: Scale AI staff, then Scale itself.", {"Scale AI", "Scale=Scale AI"}},
        {"Speaking of it, Cornell William Brooks agreed.", {"Cornell William Brooks"}},
        {"Cannes gave its Golden Palm (D-Mass.) to it.", {"Golden Palm"}},
        {"Kimbal Musk and Elon Musk met.", {"Kimbal Musk", "Elon Musk"}},
    }));
    CAPTURE(text);
    CHECK(mentions(text) == expected);
}

TEST_CASE("a short alias counts once the text has named whom it means", "[extractor][names]") {
    const auto [text, expected] = GENERATE(values<Case>({
        {"The New York Times sued. The Times wants damages, the Times said.",
         {"The New York Times", "Times=The New York Times", "Times=The New York Times"}},
        {"DeepSeek released R1 after V3.", {"DeepSeek", "R1=DeepSeek R1", "V3=DeepSeek V3"}},
        {"The road R1 was closed.", {}},
        {"The suit by Stability AI names Stability as owner.",
         {"Stability AI", "Stability=Stability AI"}},
    }));
    CAPTURE(text);
    CHECK(mentions(text) == expected);
}

TEST_CASE("versions of a product are products of their own, with its maker", "[extractor][names]") {
    CHECK(mentions("It copied Gemini 2.5 Flash, not Gemini.") ==
          std::vector<std::string>{"Gemini 2.5 Flash", "Gemini"});
    CHECK(mentions("In R1-0528, DeepSeek R1-0601 and Claude Opus 4.7 it is so.") ==
          std::vector<std::string>{"R1-0528=DeepSeek R1-0528", "DeepSeek R1-0601",
                                   "Claude Opus 4.7"});
    CHECK(mentions("ChatGPT 300 million users") == std::vector<std::string>{"ChatGPT"});
    const auto names = names_in("They distilled Claude Opus 4.7.");
    REQUIRE(names.entities.size() == 1);
    CHECK(names.entities[0].parent == "Anthropic");
    CHECK(names.entities[0].type == core::EntityType::Product);
}

TEST_CASE("names that no list knows are found", "[extractor][names]") {
    const auto [text, expected] = GENERATE(values<Case>({
        {"The startup Vectorwell scraped it, Jane Q. Roe told the Hollin Post.",
         {"Vectorwell", "Jane Q. Roe", "Hollin Post"}},
        {"Critics say Deputy Commerce Secretary Ola Nordmann met Vectorwell CEO Ben Okafor.",
         {"Ola Nordmann", "Vectorwell", "Ben Okafor"}},
        {"The Institute for Fair Models and Brenwick Labs Inc. disagreed.",
         {"Institute for Fair Models", "Brenwick Labs Inc"}},
        {"On Monday in Berlin, Chinese officials met in May.", {}},
        {"Okafor recorded it. Scraping happened. Watermarkers signed.", {"Okafor"}},
        {"However, the API of an AI firm was used.", {}},
        {"Quartzite 7B and Brenwick-XL were copied from it.", {"Quartzite 7B", "Brenwick-XL"}},
        {"He said Ursula von der Lahn and Sean O'Hollin agreed.",
         {"Ursula von der Lahn", "Sean O'Hollin"}},
    }));
    CAPTURE(text);
    CHECK(mentions(text) == expected);
}

TEST_CASE("the words around a name tell what it is", "[extractor][names]") {
    const auto [text, name, type] = GENERATE(table<std::string, std::string, std::string>({
        {"The startup Vectorwell was sued.", "Vectorwell", "organisation"},
        {"They used the chatbot Brindle for it.", "Brindle", "product"},
        {"It was in the Hollin corpus.", "Hollin", "dataset"},
        {"This was told to Judge Okafor.", "Okafor", "person"},
        {"Said Jane Roe, a researcher.", "Jane Roe", "person"},
        {"They cited the Wallgate Times.", "Wallgate Times", "outlet"},
        {"Filed at the Hollin District Court.", "Hollin District Court", "court"},
        {"Under the Fair Models Act it is banned.", "Fair Models Act", "law"},
        {"Zoltan Brindle, who founded it, left.", "Zoltan Brindle", "person"},
        {"Brindle Media Group owns it.", "Brindle Media Group", "organisation"},
    }));
    CAPTURE(text);
    CHECK(type_of(text, name) == type);
}

TEST_CASE("whoever was named in full is known by a shorter name later", "[extractor][names]") {
    const auto [text, expected] = GENERATE(values<Case>({
        {"Howard Lutnick accused it. Lutnick's office agreed.",
         {"Howard Lutnick", "Lutnick=Howard Lutnick"}},
        {"Said Jane Roe of Vectorwell Labs. Roe, once at Vectorwell, left.",
         {"Jane Roe", "Vectorwell Labs", "Roe=Jane Roe", "Vectorwell=Vectorwell Labs"}},
        {"The Open Letters Guild (OLG) sued. OLG wants more, the Guild says.",
         {"Open Letters Guild", "OLG=Open Letters Guild", "OLG=Open Letters Guild",
          "Guild=Open Letters Guild"}},
        {"Jane Roe and Peter Roe wrote it. Roe said so.",
         {"Jane Roe", "Peter Roe", "Roe=Peter Roe"}},
        {"Ed Newton-Rex resigned, and Newton-Rex wrote why.",
         {"Ed Newton-Rex", "Newton-Rex=Ed Newton-Rex"}},
    }));
    CAPTURE(text);
    CHECK(mentions(text) == expected);
}

TEST_CASE("a slip of the keyboard is linked, with less confidence", "[extractor][names]") {
    const auto [text, expected] = GENERATE(values<Case>({
        {"Said developer Sam Paeach of it.", {"Sam Paeach=Sam Paech"}},
        {"They asked Antrhopic for it.", {"Antrhopic=Anthropic"}},
        {"Suing Vectorwell Systems was right, as Vectorwell Systems and Vectorwell Sytsems know.",
         {"Vectorwell Systems", "Vectorwell Systems", "Vectorwell Sytsems=Vectorwell Systems"}},
        {"In an interview, David Sacks spoke. They quote Sack's allegations.",
         {"David Sacks", "Sack=David Sacks"}},
    }));
    CAPTURE(text);
    CHECK(mentions(text) == expected);
    CHECK(names_in(text).mentions.back().confidence < 0.9);
}

TEST_CASE("capitals of a headline prove nothing, names in it are still found",
          "[extractor][names]") {
    CHECK(mentions("Startup Vectorwell Has Blatantly Copied Everything Online\n"
                   "The startup Vectorwell denies it.") ==
          std::vector<std::string>{"Vectorwell", "Vectorwell"});
    CHECK(mentions("OpenAI Has Blatantly Used Anything Online To Train") ==
          std::vector<std::string>{"OpenAI"});
}

TEST_CASE("mentions are in order, disjoint, and of entities that are there", "[extractor][names]") {
    const std::string text =
        "Meta AI chief Yann LeCun told Bloomberg Law that Meta, its owner Mark Zuckerberg and "
        "The New York Times Company met.\nX.\n\nGoogle Gemini 2.5 Pro; “Llama” (Meta).";
    const auto names = names_in(text);
    REQUIRE(names.mentions.size() > 5);
    std::size_t before = 0;
    for (const auto& mention : names.mentions) {
        CHECK(before <= mention.span.begin);
        CHECK(mention.span.begin < mention.span.end);
        CHECK(mention.entity < names.entities.size());
        before = mention.span.end;
    }
}

TEST_CASE("no text is too odd to look for names in", "[extractor][names]") {
    const auto text = GENERATE(values<std::string>({
        "",
        "\n",
        "’",
        "’s",
        "A",
        "The",
        "OpenAI",
        "X",
        "4",
        "Of",
        "O'",
        "U.S.",
        "Jr.",
        "&",
        std::string("OpenAI\0Anthropic", 16),
        "ﷺ العربية OpenAI",
        "J. J. J. J.",
        "St. of the",
    }));
    CAPTURE(text);
    CHECK_NOTHROW(names_in(text));
}
