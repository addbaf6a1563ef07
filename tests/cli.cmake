test_room(cli
  SOURCES
    cli_bad_input_test.cpp
    cli_config_test.cpp
    cli_correct_test.cpp
    cli_crawl_crash_test.cpp
    cli_crawl_failure_test.cpp
    cli_crawl_gone_test.cpp
    cli_crawl_places_test.cpp
    cli_crawl_sitemap_test.cpp
    cli_crawl_test.cpp
    cli_explain_test.cpp
    cli_import_test.cpp
    cli_init_test.cpp
    cli_inputs_test.cpp
    cli_program_test.cpp
    cli_sample_web_test.cpp
    cli_shards_test.cpp
    cli_store_crash_test.cpp
    cli_store_faults_test.cpp
    cli_whole_file_test.cpp
    crash_driver.cpp
    loopback_server.cpp
    program.cpp
  ROOMS cli store
  LIBRARIES nlohmann_json::nlohmann_json Threads::Threads)
target_compile_definitions(cli_tests PRIVATE CLAIMTRAIL_BINARY="$<TARGET_FILE:claimtrail>")
add_library(faulty_disk MODULE faulty_disk.cpp)
target_link_libraries(faulty_disk PRIVATE warnings ${CMAKE_DL_LIBS})
target_compile_definitions(cli_tests PRIVATE FAULTY_DISK="$<TARGET_FILE:faulty_disk>")
add_dependencies(cli_tests claimtrail faulty_disk)

# One process, so that the sample web is crawled once for all of its tests.
add_executable(demo_tests cli_demo_test.cpp program.cpp)
target_link_libraries(demo_tests PRIVATE catch_main cli store warnings)
target_precompile_headers(demo_tests REUSE_FROM catch_main)
target_compile_definitions(demo_tests PRIVATE CLAIMTRAIL_BINARY="$<TARGET_FILE:claimtrail>")
add_dependencies(demo_tests claimtrail)
add_test(NAME "cli: the whole way, on the sample news web" COMMAND demo_tests)
set_tests_properties("cli: the whole way, on the sample news web" PROPERTIES TIMEOUT 120)

bench_target(crash cli store)
if(TARGET bench_crash)
  target_sources(bench_crash PRIVATE crash_driver.cpp program.cpp)
  target_compile_definitions(bench_crash PRIVATE CLAIMTRAIL_BINARY="$<TARGET_FILE:claimtrail>")
  add_dependencies(bench_crash claimtrail)
endif()

bench_target(crawl core lib::curl lib::microhttpd Threads::Threads)
if(TARGET bench_crawl)
  target_sources(bench_crawl PRIVATE crawl_site.cpp)
  target_compile_definitions(bench_crawl PRIVATE CLAIMTRAIL_BINARY="$<TARGET_FILE:claimtrail>")
  add_dependencies(bench_crawl claimtrail)
endif()
