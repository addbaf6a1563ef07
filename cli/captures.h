// Keeping what came in, byte for byte: first in the WARC files, then in the store's catalogue.
#pragma once
#include <string_view>

#include "crawler/crawler.h"
#include "store/store.h"

namespace cli {

core::CaptureId keep_response(store::Store& store, crawler::WarcWriter& captures,
                              const core::FetchedPage& page);

// What was imported; the same bytes from the same place are kept once.
core::CaptureId keep_import(store::Store& store, crawler::WarcWriter& captures,
                            const core::FetchedPage& page, std::string_view file);

}  // namespace cli
