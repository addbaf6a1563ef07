test_room(core
  SOURCES
    charset_test.cpp
    edtf_test.cpp
    ids_test.cpp
    text_test.cpp
    time_test.cpp
    url_test.cpp
    vocabulary_test.cpp
  ROOMS core)

fuzz_target(charset core)
fuzz_target(date core)
fuzz_target(url core)
