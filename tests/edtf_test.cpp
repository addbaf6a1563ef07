#include "core/edtf.h"

#include <catch2/catch.hpp>

using core::Edtf;

TEST_CASE("A date keeps the precision it was given with", "[core][edtf]") {
    struct Case {
        const char* text;
        const char* first;
        const char* last;
    };
    const auto [text, first, last] = GENERATE(values<Case>({
        {"2025", "2025-01-01", "2025-12-31"},
        {"2025-06", "2025-06-01", "2025-06-30"},
        {"2024-02", "2024-02-01", "2024-02-29"},
        {"2025-06-03", "2025-06-03", "2025-06-03"},
        {"2025-21", "2025-03-01", "2025-05-31"},
        {"2025-23", "2025-09-01", "2025-11-30"},
        {"2024-24", "2024-12-01", "2025-02-28"},
        {"2024-10/2024-12", "2024-10-01", "2024-12-31"},
        {"2024-12-30/2025-01-02", "2024-12-30", "2025-01-02"},
        {"2025-05?", "2025-05-01", "2025-05-31"},
        {"2025-05-29~", "2025-05-29", "2025-05-29"},
        {"2025%", "2025-01-01", "2025-12-31"},
    }));
    CAPTURE(text);
    const auto date = Edtf::parse(text);
    REQUIRE(date);
    CHECK(date->text() == text);
    CHECK(core::to_text(date->days().first) == first);
    CHECK(core::to_text(date->days().last) == last);
}

TEST_CASE("What is no EDTF date is refused, not guessed at", "[core][edtf]") {
    const auto text =
        GENERATE("", "25", "2025-1", "2025-13", "2025-00", "2025-02-30", "2025-06-", "2025-21-03",
                 "2025/", "/2025", "2025-06/2025-05", "late 2024", "2025-06-03T10:00:00Z",
                 "20250603", "2025-06-03-01", "+2025", "2025--06", "0999");
    CAPTURE(text);
    CHECK_FALSE(Edtf::parse(text));
}

TEST_CASE("A calendar day is an EDTF date", "[core][edtf]") {
    const auto range = core::parse_day_range("2025-06-03");
    REQUIRE(range);
    CHECK(Edtf::of(range->first).text() == "2025-06-03");
}
