// Killed at random moments. More of them: ./dev bench crash
#include <catch2/catch.hpp>

#include "tests/crash_driver.h"

TEST_CASE("Whatever is killed loses nothing that was there, and can be done again",
          "[cli][store][crash]") {
    CrashDriver driver(20261125);
    for (int i = 0; i < 8; ++i) {
        const auto wrong = driver.crash();
        CAPTURE(i, driver.last_job(), wrong);
        CHECK(wrong.empty());
    }
    CHECK(driver.killed() > 0);
}
