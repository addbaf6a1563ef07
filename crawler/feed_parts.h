// The readers behind read_feed(). Private to the crawler.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "crawler/feeds.h"
#include "crawler/xml.h"

namespace crawler {

inline constexpr std::size_t kMaxDocument = 16 << 20;
inline constexpr std::size_t kMaxEntries = 50'000;

// Addresses in a document, against the one it came from.
class Base {
public:
    explicit Base(const std::optional<core::Url>& page) : url_(page) {}
    void enter(std::string_view base);                    // an xml:base inside the present one
    std::string resolve(std::string_view address) const;  // absolute ones stay as they are

private:
    std::optional<core::Url> url_;
};

core::Result<Feed> read_xml_feed(std::string_view xml, const Base& base);
core::Result<Feed> read_json_feed(std::string_view json, const Base& base);

// The names of people in one field: "jo@example.org (Jo Lee)" → "Jo Lee".
std::string author_name(std::string_view written);

// Collapsed and not empty, or none.
std::optional<std::string> filled(std::string_view text);

}  // namespace crawler
