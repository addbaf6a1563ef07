test_room(extractor_language
  SOURCES
    extractor_entities_test.cpp
    extractor_lexicon_test.cpp
    extractor_words_test.cpp
  ROOMS extractor)
