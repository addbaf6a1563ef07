#include "core/ids.h"

#include <catch2/catch.hpp>

using core::read_id;

TEST_CASE("An id reads back from its own spelling", "[core][ids]") {
    CHECK(core::to_text(core::ClaimId{17}) == "c17");
    CHECK(read_id<core::ClaimTag>("c17") == core::ClaimId{17});
    CHECK(read_id<core::ClaimTag>("17") == core::ClaimId{17});
    CHECK(core::to_text(core::DisputeId{9223372036854775807}) == "d9223372036854775807");
}

TEST_CASE("An id of another kind, or none at all, is refused", "[core][ids]") {
    const auto text = GENERATE("", "c", "a17", "c0", "c-1", "c1x", "c 1", "cc1", "C17",
                               "c9223372036854775808", "1.0");
    CAPTURE(text);
    CHECK_FALSE(read_id<core::ClaimTag>(text));
}
