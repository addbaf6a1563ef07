test_room(cli
  SOURCES
    cli_config_test.cpp
    cli_inputs_test.cpp
  ROOMS cli)
