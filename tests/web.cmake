test_room(web
  SOURCES
    web_routes_test.cpp
    web_site.cpp
  ROOMS web
  LIBRARIES Threads::Threads)
