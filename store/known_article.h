// Which stored article this is: by its canonical URL, its URL, its input id or its text. Private to
// store/.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "core/article.h"
#include "store/sqlite.h"

namespace store {

std::string article_key(const core::Article& article);
std::optional<std::int64_t> known_article(const sqlite::Database& db, const core::Article& article);

}  // namespace store
