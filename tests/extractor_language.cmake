test_room(extractor_language
  SOURCES
    extractor_attributions_test.cpp
    extractor_coreference_test.cpp
    extractor_described_groups_test.cpp
    extractor_entities_test.cpp
    extractor_lexicon_test.cpp
    extractor_name_words_test.cpp
    extractor_names_test.cpp
    extractor_segment_test.cpp
    extractor_words_test.cpp
  ROOMS extractor core)

fuzz_target(attributions extractor core)
fuzz_target(names extractor core)
fuzz_target(segment extractor core)

bench_target(names extractor core)
bench_target(segment extractor core)
