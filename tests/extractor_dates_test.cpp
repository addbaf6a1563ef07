#include <catch2/catch.hpp>
#include <string>

#include "core/text.h"
#include "extractor/page/date_text.h"
#include "extractor/page/month_names.h"

using extractor::DateHabits;
using extractor::read_date;

namespace {

// "2023-12-22", "2023-12-22T20:02:00Z", with " local" where no zone was given, or "none".
std::string read(std::string_view text, const DateHabits& habits = {}) {
    const auto found = read_date(text, habits);
    if (!found) return "none";
    const bool is_local = found->stamp.has_time && !found->has_zone;
    return core::to_text(found->stamp) + (is_local ? " local" : "");
}

}  // namespace

TEST_CASE("A day is read in the order and the words of many languages", "[extractor][dates]") {
    struct Case {
        const char* text;
        const char* day;
    };
    const auto [text, day] = GENERATE(values<Case>({
        {"December 22, 2023", "2023-12-22"},
        {"Published on Fri., Dec. 22nd, 2023", "2023-12-22"},
        {"22nd of December 2023", "2023-12-22"},
        {"22-Dec-23", "2023-12-22"},
        {"Freitag, 22. Dezember 2023", "2023-12-22"},
        {"1. März 2024", "2024-03-01"},
        {"1er décembre 2023", "2023-12-01"},
        {"22 de diciembre de 2023", "2023-12-22"},
        {"dijous, 5 d’octubre de 2023", "2023-10-05"},
        {"5 de março de 2024", "2024-03-05"},
        {"giovedì 5 gennaio 2023", "2023-01-05"},
        {"22 gruodžio 2023", "2023-12-22"},
        {"2024 m. gegužės 6 d.", "2024-05-06"},
        {"2024. gada 6. maijs", "2024-05-06"},
        {"2024. május 6.", "2024-05-06"},
        {"22 grudnia 2023", "2023-12-22"},
        {"6. toukokuuta 2024", "2024-05-06"},
        {"22 декабря 2023 г.", "2023-12-22"},
        {"22 грудня 2023", "2023-12-22"},
        {"22 Δεκεμβρίου 2023", "2023-12-22"},
        {"22 Aralık 2023", "2023-12-22"},
        {"22 كانون الأول 2023", "2023-12-22"},
        {"٢٢ ديسمبر ٢٠٢٣", "2023-12-22"},
        {"22 בדצמבר 2023", "2023-12-22"},
        {"22 दिसंबर 2023", "2023-12-22"},
        {"22 ธันวาคม 2566", "2023-12-22"},
        {"Thứ sáu, 22 Tháng 12, 2023", "2023-12-22"},
        {"ngày 22 tháng 12 năm 2023", "2023-12-22"},
        {"2023年12月22日（金）", "2023-12-22"},
        {"2023년 12월 22일", "2023-12-22"},
        {"22 Desember 2023", "2023-12-22"},
        {"22.12.2023", "2023-12-22"},
        {"22.12.23", "2023-12-22"},
        {"2023/12/22", "2023-12-22"},
        {"12/22/2023", "2023-12-22"},
    }));
    CAPTURE(text);
    CHECK(read(text) == day);
}

TEST_CASE("A time is read with its zone, or said to have none", "[extractor][dates]") {
    struct Case {
        const char* text;
        const char* time;
    };
    const auto [text, time] = GENERATE(values<Case>({
        {"2023-12-22T15:02:11+01:00", "2023-12-22T14:02:11Z"},
        {"2023-12-22T15:02:11", "2023-12-22T15:02:11Z local"},
        {"2023-12-22 15:02 UTC", "2023-12-22T15:02:00Z"},
        {"Fri, 22 Dec 2023 15:02:11 -0500", "2023-12-22T20:02:11Z"},
        {"Dec. 22, 2023, 3:02 p.m. ET", "2023-12-22T20:02:00Z"},
        {"June 22, 2023 at 3:02 PM EDT", "2023-06-22T19:02:00Z"},
        {"June 22, 2023 | 12:30am (PT)", "2023-06-22T07:30:00Z"},
        {"3:02 PM EST, Fri December 22, 2023", "2023-12-22T20:02:00Z"},
        {"22 décembre 2023 à 15h02", "2023-12-22T15:02:00Z local"},
        {"22.12.2023, 15.02 Uhr", "2023-12-22T15:02:00Z local"},
        {"22.12.2023 um 15:02 Uhr MEZ", "2023-12-22T14:02:00Z"},
        {"22/12/2023 09:05 GMT+7", "2023-12-22T02:05:00Z"},
        {"2023年12月22日 15時02分", "2023-12-22T15:02:00Z local"},
        {"1703257320", "2023-12-22T15:02:00Z"},
        {"1703257320000", "2023-12-22T15:02:00Z"},
    }));
    CAPTURE(text);
    CHECK(read(text) == time);
}

TEST_CASE("What is no date is not read as one", "[extractor][dates]") {
    const auto* const text = GENERATE("", "December", "22 December", "2023", "may 2023 be better",
                                      "31.02.2023", "99/99/2023", "1.2.3", "page 12 of 2023",
                                      "0000-00-00", "12345678901", "10 things to do in march");
    CAPTURE(text);
    CHECK(read(text) == "none");
}

TEST_CASE("Habits decide what figures alone cannot", "[extractor][dates]") {
    CHECK(read("05/06/2024", {.month_first = true}) == "2024-05-06");
    CHECK(read("05/06/2024", {.month_first = false}) == "2024-06-05");
    CHECK(read("05.06.2024", {.month_first = true}) == "2024-06-05");
    CHECK(read("5. listopada 2024", {.language = "hr"}) == "2024-10-05");
    CHECK(read("5 listopada 2024", {.language = "pl"}) == "2024-11-05");
}

TEST_CASE("All dates of a line are found", "[extractor][dates]") {
    const auto found = extractor::find_dates(
        core::fold("Published 22 December 2023, updated 24 December 2023 at 10:00 GMT"), {});
    REQUIRE(found.size() == 2);
    CHECK(core::to_text(found[0].stamp) == "2023-12-22");
    CHECK(core::to_text(found[1].stamp) == "2023-12-24T10:00:00Z");
}

TEST_CASE("An address tells its day or its month", "[extractor][dates]") {
    struct Case {
        const char* path;
        int year, month, day;
    };
    const auto [path, year, month, day] = GENERATE(values<Case>({
        {"/2023/12/22/some-story", 2023, 12, 22},
        {"/news/2023-12-22-some-story", 2023, 12, 22},
        {"/news/20231222-some-story", 2023, 12, 22},
        {"/politics/2023/dec/22/some-story", 2023, 12, 22},
        {"/2023/1222/some-story", 2023, 12, 22},
        {"/2023/12/some-story", 2023, 12, 0},
        {"/news/202312/n1007.html", 2023, 12, 0},
    }));
    CAPTURE(path);
    const auto date = extractor::date_in_url(path);
    REQUIRE(date);
    CHECK(date->year == year);
    CHECK(date->month == month);
    CHECK(date->day == day);
}

TEST_CASE("An address without a date tells none", "[extractor][dates]") {
    const auto* const path = GENERATE("/", "/article/1234567", "/story/2023-best-phones",
                                      "/id/20239999", "/a/2023/story", "/v/1234/56/78");
    CAPTURE(path);
    CHECK_FALSE(extractor::date_in_url(path));
}
