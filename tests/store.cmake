test_room(store
  SOURCES
    store_conclusions_test.cpp
    store_open_test.cpp
    store_plans_test.cpp
    store_save_test.cpp
    store_schedule_test.cpp
  ROOMS store)
