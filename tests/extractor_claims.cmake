test_room(extractor_claims
  SOURCES
    extractor_claims_test.cpp
    extractor_credits_test.cpp
    extractor_patterns_test.cpp
    extractor_summary_test.cpp
    extractor_when_test.cpp
  ROOMS extractor)

fuzz_target(claims extractor)
