// From an address to its answer. Private to web/.
#pragma once
#include <string_view>

#include "web/page.h"
#include "web/web.h"

namespace web {

inline constexpr std::string_view kApi = "/api/v1";

// What is asked for, without the parts of the path that say in which form.
struct Asked {
    const Request& request;
    std::string_view path;
    Form form;
};

Asked what_is_asked(const Request& request);
Response answer(const Asked& asked, const Desk& desk);

// Answers that no store is needed for (web/fixed.cpp).
Response plain(std::string_view body, std::string_view type);
Response style_answer();
Response robots_answer();
Response icon_answer();
Response open_search_answer(std::string_view host);

}  // namespace web
