// The frame that every page stands in. Private to web/.
#pragma once
#include <optional>
#include <string>

#include "web/html.h"
#include "web/web.h"

namespace web {

struct PageParts {
    std::string title;         // before " · claimtrail"
    Html main;                 // inside <main>
    std::optional<Href> json;  // the JSON twin
    std::string query;         // in the search box
    int status = 200;
};

Response page(PageParts parts);
Response json_answer(std::string body, int status = 200);

std::string style_path();  // "/style-1a2b3c4d.css", by its content
std::string_view style_sheet();

// What a client wants of a thing: the page, or its JSON twin.
enum class Form { Page, Json };

// 400, 404, 405, 413, 503 …
Response problem(int status, std::string_view what, std::string_view about, Form form);

}  // namespace web
