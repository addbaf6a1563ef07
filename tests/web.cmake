test_room(web
  SOURCES
    web_answers_test.cpp
    web_exports_test.cpp
    web_hostile_test.cpp
    web_json_test.cpp
    web_routes_test.cpp
    web_server_test.cpp
    web_site.cpp
    web_timeline_test.cpp
  ROOMS web
  LIBRARIES lib::xml2 nlohmann_json::nlohmann_json ZLIB::ZLIB Threads::Threads)

fuzz_target(request web)
if(TARGET fuzz_request)
  target_sources(fuzz_request PRIVATE web_site.cpp)
endif()

bench_target(web web)
if(TARGET bench_web)
  target_sources(bench_web PRIVATE web_site.cpp)
endif()
