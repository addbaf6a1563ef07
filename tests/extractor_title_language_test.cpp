#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extractor/page/page_language.h"
#include "extractor/page/page_title.h"

using extractor::find_language;
using extractor::without_outlet;

TEST_CASE("A title loses its outlet's name and nothing else", "[extractor][title]") {
    struct Case {
        const char* title;
        const char* without;
    };
    const auto [title, without] = GENERATE(values<Case>({
        {"Rain expected", "Rain expected"},
        {"Rain expected | Morning Echo", "Rain expected"},
        {"Rain expected - The Morning Echo", "Rain expected"},
        {"Rain expected – Morning Echo Online", "Rain expected"},
        {"Morning Echo: Rain expected for days", "Rain expected for days"},
        {"Morning Echo: Goodbye", "Morning Echo: Goodbye"},
        {"Echo chamber: why rain is expected", "Echo chamber: why rain is expected"},
        {"Morning Echo | Rain expected", "Rain expected"},
        {"Rain expected｜Morning Echo", "Rain expected"},
        {"Rain - and more rain - expected", "Rain - and more rain - expected"},
        {"Rain expected | Weather", "Rain expected | Weather"},
        {"Rain expected | Morning Echo |", "Rain expected"},
        {"Morning Echo", "Morning Echo"},
        {"Echo-friendly packaging is here", "Echo-friendly packaging is here"},
    }));
    CAPTURE(title);
    const std::vector<std::string> outlet{"morningecho"};
    CHECK(without_outlet(title, outlet) == without);
}

TEST_CASE("Titles are compared by their words", "[extractor][title]") {
    const auto likeness = [](const char* a, const char* b) {
        return extractor::TitleWords(a).likeness(extractor::TitleWords(b));
    };
    CHECK(likeness("Rain, expected!", "expected RAIN") == 1);
    CHECK(likeness("Rain expected soon", "Rain expected") == Approx(0.8));
    CHECK(likeness("東京の雨", "東京の雪") == Approx(0.75));
    CHECK(likeness("", "x") == 0);
}

TEST_CASE("A site is called in its titles as in its address", "[extractor][title]") {
    CHECK(extractor::outlet_in_title("Rain - The Morning Echo", "morning-echo") ==
          "The Morning Echo");
    CHECK(extractor::outlet_in_title("Rain - The New York Times", "nytimes") ==
          "The New York Times");
    CHECK(extractor::outlet_in_title("Rain - Weather", "morning-echo").empty());
    CHECK(extractor::outlet_in_title("Rain", "rain").empty());
}

TEST_CASE("The text's language is believed before the markup's", "[extractor][language]") {
    struct Case {
        const char* text;
        const char* markup;
        const char* language;
    };
    const auto [text, markup, language] = GENERATE(values<Case>({
        {"The court heard on Tuesday that the company had copied the books without asking their "
         "authors, and that the judge would rule on the matter before the end of the month.",
         "de", "en"},
        {"Das Gericht hörte am Dienstag, dass das Unternehmen die Bücher kopiert hatte, ohne ihre "
         "Verfasser zu fragen, und dass der Richter noch in diesem Monat entscheiden werde.",
         "en-US", "de"},
        {"O tribunal ouviu na terça-feira que a empresa tinha copiado os livros sem perguntar aos "
         "seus autores, e que o juiz decidiria sobre o assunto antes do final do mês.",
         "pt_BR", "pt-BR"},
        {"法院星期二聽取了該公司在未徵求作者同意的情況下複製書籍的說法，法官將在本月底前就此事作出"
         "裁決。"
         "這家公司否認了所有指控，並表示將會上訴。",
         "zh-TW", "zh-Hant"},
        {"Short.", "fr-FR", "fr"},
        {"", "nb-NO", "no"},
    }));
    CAPTURE(text, markup);
    CHECK(find_language(text, markup).language == language);
}

TEST_CASE("A long text in the markup's language is known by its small words",
          "[extractor][language]") {
    std::string english;
    std::string dutch;
    for (int n = 0; n < 8; ++n) {
        english += "The court heard that the company had copied all of the books for the model. ";
        dutch += "De rechtbank hoorde dat het bedrijf alle boeken voor het model had gekopieerd. ";
    }
    CHECK(find_language(english, "en-GB").language == "en");
    CHECK(find_language(english, "nl").language == "en");
    CHECK(find_language(dutch, "en").language == "nl");
    CHECK(find_language(dutch, "de").language == "nl");
}

TEST_CASE("Without text and markup there is no language", "[extractor][language]") {
    CHECK_FALSE(find_language("", "").language);
    CHECK_FALSE(find_language("", "{{lang}}").language);
    CHECK(find_language("12345 67890", "").witness.empty());
}

TEST_CASE("Language tags are spelt in one way", "[extractor][language]") {
    CHECK(extractor::language_tag("EN_us") == "en");
    CHECK(extractor::language_tag("zh-Hant-HK") == "zh-Hant");
    CHECK(extractor::language_tag("iw") == "he");
    CHECK_FALSE(extractor::language_tag("x"));
}
