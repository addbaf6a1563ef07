test_room(core
  SOURCES
    edtf_test.cpp
    ids_test.cpp
    text_test.cpp
    time_test.cpp
    vocabulary_test.cpp
  ROOMS core)
