# Every library of the project, found once. What each is for: README, "What it is built from".
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(tl-expected REQUIRED)
find_package(CLI11 REQUIRED)
find_package(ZLIB REQUIRED)

function(library name module)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${module})
  add_library(lib::${name} ALIAS PkgConfig::${name})
endfunction()

library(curl "libcurl>=7.88")
library(gumbo "gumbo>=0.10")
library(sqlite "sqlite3>=3.40")
library(xapian "xapian-core>=1.4")
library(microhttpd "libmicrohttpd>=0.9.75")
library(xml2 "libxml-2.0>=2.9")
library(icu "icu-uc>=72")
library(uchardet "uchardet")
library(psl "libpsl")
library(nettle "nettle")

# CLD2 has no .pc file.
find_library(CLD2_LIBRARY NAMES cld2 REQUIRED)
find_path(CLD2_INCLUDE_DIR NAMES cld2/public/compact_lang_det.h REQUIRED)
add_library(lib::cld2 UNKNOWN IMPORTED)
set_target_properties(lib::cld2 PROPERTIES
  IMPORTED_LOCATION ${CLD2_LIBRARY}
  INTERFACE_INCLUDE_DIRECTORIES ${CLD2_INCLUDE_DIR})
