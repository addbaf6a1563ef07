test_room(extractor_page
  SOURCES
    extractor_article_test.cpp
    extractor_authors_test.cpp
    extractor_dates_test.cpp
    extractor_document_test.cpp
    extractor_hostile_pages_test.cpp
    hostile_pages.cpp
    extractor_json_test.cpp
    extractor_links_test.cpp
    extractor_live_test.cpp
    extractor_metadata_test.cpp
    extractor_parts_test.cpp
    extractor_prefilter_test.cpp
    extractor_shapes_test.cpp
    extractor_title_language_test.cpp
  ROOMS extractor core
  LIBRARIES lib::gumbo)

bench_target(page extractor core lib::gumbo nlohmann_json::nlohmann_json)
bench_target(hostile extractor core)
if(TARGET bench_hostile)
  target_sources(bench_hostile PRIVATE hostile_pages.cpp)
endif()

fuzz_target(page extractor core)
fuzz_target(metadata extractor core)
