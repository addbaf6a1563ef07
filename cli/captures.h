// Keeping what came in, byte for byte: first in the WARC files, then in the store's catalogue.
#pragma once
#include <filesystem>
#include <optional>
#include <string_view>

#include "crawler/crawler.h"
#include "store/store.h"

namespace cli {

core::CaptureId keep_response(store::Store& store, crawler::WarcWriter& captures,
                              const core::FetchedPage& page, const crawler::Exchange& exchange);

// The newest that was kept from this address; none if there is none, or it cannot be read any more.
std::optional<core::FetchedPage> recall_response(const store::Store& store,
                                                 const std::filesystem::path& folder,
                                                 const core::Url& url);

// What was imported; the same bytes from the same place are kept once.
core::CaptureId keep_import(store::Store& store, crawler::WarcWriter& captures,
                            const core::FetchedPage& page, std::string_view file);

}  // namespace cli
