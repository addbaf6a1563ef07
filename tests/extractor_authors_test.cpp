#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "core/text.h"
#include "extractor/page/authors.h"

using extractor::CreditForm;
using extractor::read_credits;

namespace {

const std::vector<std::string> kOutlet{"morningecho", "echo"};

std::string people(std::string_view text, CreditForm form) {
    return core::join(read_credits(text, form, kOutlet).people, " + ");
}

}  // namespace

TEST_CASE("Names come out of fields and lines alike", "[extractor][authors]") {
    struct Case {
        const char* text;
        const char* names;
    };
    const auto [text, names] = GENERATE(values<Case>({
        {"Jane Doe", "Jane Doe"},
        {"By Jane Doe", "Jane Doe"},
        {"BY JANE DOE AND JOHN ROE", "JANE DOE + JOHN ROE"},
        {"By Jane Doe, John Roe and Ann Lee", "Jane Doe + John Roe + Ann Lee"},
        {"Jane Doe & John Roe", "Jane Doe + John Roe"},
        {"Von Anna Groß und Jörg Weiß", "Anna Groß + Jörg Weiß"},
        {"Par Zoé Lefèvre et Luc Petit", "Zoé Lefèvre + Luc Petit"},
        {"Por María R. Soler y Ana Gil", "María R. Soler + Ana Gil"},
        {"Written by: Jane Doe | Senior Reporter", "Jane Doe"},
        {"Jane Doe, Senior Political Correspondent", "Jane Doe"},
        {"Jane Doe, Senior Editor, John Roe, Reporter", "Jane Doe + John Roe"},
        {"By Jane Doe (she/her)", "Jane Doe"},
        {"By Jane Doe @janedoe", "Jane Doe"},
        {"Jane Doe jane@example.org", "Jane Doe"},
        {"By Jane Doe for the Morning Echo", "Jane Doe"},
        {"Von Max Muster in Kiew", "Max Muster"},
        {"Chief Political Editor Jane Doe", "Jane Doe"},
        {"Jane Doe - Morning Echo", "Jane Doe"},
        {"John Roe Jr.", "John Roe Jr."},
        {"John Roe, Jr., and Jane Doe", "John Roe Jr. + Jane Doe"},
        {"Jane Doe, MD", "Jane Doe"},
        {"Ursula von der Heide", "Ursula von der Heide"},
        {"Текст: Анна Иванова", "Анна Иванова"},
        {"大渡 美咲", "大渡 美咲"},
        {"文・山田太郎", "山田太郎"},
        {"김철수 기자", "김철수"},
        {"Haber: Ayşe Yılmaz", "Ayşe Yılmaz"},
        {"Jane Doe, Jane Doe, JANE DOE", "Jane Doe"},
        {"Jane Doe is a senior reporter at the Echo", "Jane Doe"},
    }));
    CAPTURE(text);
    CHECK(people(text, CreditForm::Field) == names);
    CHECK(people(text, CreditForm::Line) == names);
}

TEST_CASE("What is nobody's name gives none", "[extractor][authors]") {
    const auto* const text =
        GENERATE("", "Staff", "By Echo Staff", "Morning Echo", "The Morning Echo", "admin",
                 "Editorial Board", "News Desk", "Redaktion", "Senior Reporter",
                 "https://example.org/people/jane", "@janedoe", "info@example.org", "Web Desk",
                 "{{ author }}", "example.org", "5 min read", "December 22, 2023", "View all posts",
                 "undefined", "By", "Guest Author", "a b c d e f g h i");
    CAPTURE(text);
    CHECK(people(text, CreditForm::Field).empty());
    CHECK(people(text, CreditForm::Line).empty());
}

TEST_CASE("A wire service is an agency, not a person", "[extractor][authors]") {
    const auto* const text =
        GENERATE("Associated Press", "By The Associated Press", "AFP", "dpa", "Reuters");
    CAPTURE(text);
    const auto credits = read_credits(text, CreditForm::Field, kOutlet);
    CHECK(credits.people.empty());
    CHECK(credits.agencies.size() == 1);
}

TEST_CASE("A surname in front is turned round in fields", "[extractor][authors]") {
    CHECK(people("Doe, Jane", CreditForm::Field) == "Jane Doe");
    CHECK(people("Sweidan", CreditForm::Field) == "Sweidan");
    CHECK(people("Sweidan", CreditForm::Line).empty());
}

TEST_CASE("A line of running text names nobody", "[extractor][authors]") {
    CHECK(people("By the time they came it was all over", CreditForm::Line).empty());
    CHECK(people("Share this story", CreditForm::Line).empty());
    CHECK(people(std::string(100'000, 'A'), CreditForm::Line).empty());
}

TEST_CASE("Outlets are compared by letters and figures alone", "[extractor][authors]") {
    CHECK(extractor::outlet_key("The New York Times") == "newyorktimes");
    CHECK(extractor::outlet_key("t-online.") == "tonline");
    CHECK(extractor::outlet_key("Süd-Kurier") == "südkurier");
}
