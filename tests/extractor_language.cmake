test_room(extractor_language
  SOURCES
    extractor_attributions_test.cpp
    extractor_best_tree_test.cpp
    extractor_coreference_test.cpp
    extractor_described_groups_test.cpp
    extractor_entities_test.cpp
    extractor_hostile_texts_test.cpp
    extractor_lexicon_test.cpp
    extractor_makers_test.cpp
    extractor_parsing_test.cpp
    extractor_name_words_test.cpp
    extractor_names_test.cpp
    extractor_parser_test.cpp
    extractor_segment_test.cpp
    extractor_training_test.cpp
    extractor_vector_math_test.cpp
    extractor_word_features_test.cpp
    extractor_words_test.cpp
  ROOMS extractor core
  LIBRARIES training)

fuzz_target(attributions extractor core)
fuzz_target(names extractor core)
fuzz_target(parser extractor core)
fuzz_target(segment extractor core)

bench_target(language training extractor core)
bench_target(names extractor core)
bench_target(segment extractor core)
