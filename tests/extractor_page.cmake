test_room(extractor_page
  SOURCES extractor_document_test.cpp extractor_hostile_pages_test.cpp
  ROOMS extractor core
  LIBRARIES lib::gumbo)
