test_room(cli
  SOURCES
    cli_bad_input_test.cpp
    cli_config_test.cpp
    cli_inputs_test.cpp
    cli_program_test.cpp
    cli_sample_web_test.cpp
    program.cpp
  ROOMS cli store)
if(TARGET cli_tests)
  target_compile_definitions(cli_tests PRIVATE CLAIMTRAIL_BINARY="$<TARGET_FILE:claimtrail>")
  add_dependencies(cli_tests claimtrail)
endif()
