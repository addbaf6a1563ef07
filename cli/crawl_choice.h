// Which sources a crawl is about.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "store/store.h"

namespace cli {

// By URL, outlet or registrable domain.
inline bool is_called(const store::SourceSpec& source, const std::string& name) {
    return name == source.url.text() || name == source.outlet ||
           name == core::registrable_domain(source.url.host());
}

// No names: all sources.
inline bool is_chosen(const store::SourceSpec& source, const std::vector<std::string>& names) {
    return names.empty() || std::any_of(names.begin(), names.end(), [&](const std::string& name) {
               return is_called(source, name);
           });
}

}  // namespace cli
