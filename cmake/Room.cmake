# A room is one folder = one static library = one namespace = one include prefix.
# Rooms are added lowest first and may only use rooms that are there already: arrows cannot turn back.
#
#   room(store SOURCES sqlite.cpp store.cpp USES core LIBRARIES SQLite::SQLite3)
add_library(warnings INTERFACE)
target_compile_options(warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Werror
  # Designated initialisers name what differs from the defaults; the rest is meant to be left out.
  -Wno-missing-field-initializers
  # g++ 12 sees ghosts in std::optional and <regex> below -O2 and under sanitizers; valgrind and the
  # sanitizers themselves look for the real thing.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)

function(room name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;LIBRARIES")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "room '${name}': what is '${arg_UNPARSED_ARGUMENTS}'?")
  endif()
  foreach(used IN LISTS arg_USES)
    if(NOT TARGET ${used})
      message(FATAL_ERROR "room '${name}' uses '${used}', which is not below it")
    endif()
  endforeach()
  add_library(${name} STATIC ${arg_SOURCES})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  # tl::expected is part of core's door; every other library stays behind its room's .cpp files.
  target_link_libraries(${name} PUBLIC ${arg_USES} PRIVATE ${arg_LIBRARIES} warnings)
endfunction()
