# embed(TARGET FILE...): compiles files into a room, so that one binary is all there is to deploy.
#
#   embed(extractor ${PROJECT_SOURCE_DIR}/data/cues.tsv)
#   #include "embedded/extractor.h"   →   std::string_view embedded::extractor::cues_tsv();
#
# The header is for the room's own .cpp files. Bytes are taken over as they are.
function(embed target)
  set(dir ${CMAKE_BINARY_DIR}/embedded/embedded)
  set(header "#pragma once\n#include <string_view>\n\nnamespace embedded::${target} {\n")
  set(body "#include \"embedded/${target}.h\"\n\n")
  set(functions "")
  foreach(file IN LISTS ARGN)
    get_filename_component(name ${file} NAME)
    string(MAKE_C_IDENTIFIER ${name} id)
    set(symbol "claimtrail_${target}_${id}")
    string(APPEND header "std::string_view ${id}();\n")
    string(APPEND body
      "__asm__(\".section .rodata\\n.balign 16\\n.global ${symbol}\\n${symbol}:\\n\"\n"
      "        \".incbin \\\"${file}\\\"\\n.global ${symbol}_end\\n${symbol}_end:\\n.byte 0\\n.previous\\n\");\n"
      "extern \"C\" const char ${symbol}[];\nextern \"C\" const char ${symbol}_end[];\n\n")
    string(APPEND functions
      "std::string_view ${id}() {\n    return {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})};\n}\n")
  endforeach()
  string(APPEND header "}  // namespace embedded::${target}\n")
  string(APPEND body "namespace embedded::${target} {\n${functions}}  // namespace embedded::${target}\n")
  file(CONFIGURE OUTPUT ${dir}/${target}.h CONTENT "${header}" @ONLY)
  file(CONFIGURE OUTPUT ${dir}/${target}.cpp CONTENT "${body}" @ONLY)
  # Top-level assembler and link-time optimisation do not go together.
  set_source_files_properties(${dir}/${target}.cpp PROPERTIES
    OBJECT_DEPENDS "${ARGN}" COMPILE_OPTIONS "-fno-lto")
  target_sources(${target} PRIVATE ${dir}/${target}.cpp)
  target_include_directories(${target} PRIVATE ${CMAKE_BINARY_DIR}/embedded)
endfunction()
