test_room(search
  SOURCES search_query_test.cpp search_terms_test.cpp search_find_test.cpp search_index_test.cpp
          search_snippet_test.cpp search_like_test.cpp search_stream_test.cpp
  ROOMS search core)

fuzz_target(query search core)

bench_target(relevance search core nlohmann_json::nlohmann_json)
bench_target(index search core)
bench_target(search search core lib::sqlite)
