// What a /search address asks for.
#include <charconv>

#include "core/text.h"
#include "web/pages.h"

namespace web {

namespace {

using core::Failure;

constexpr std::size_t kLastPage = 500;
constexpr std::size_t kMostHits = 100;

// A number from 1 to `most`; the default where it is not given.
core::Result<std::size_t> number(const Request& request, std::string_view name,
                                 std::size_t otherwise, std::size_t most) {
    const auto text = parameter(request, name);
    if (text.empty()) return otherwise;
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value == 0 || value > most)
        return core::fail(Failure::Kind::BadQuery,
                          std::string(name) + " is a number from 1 to " + std::to_string(most),
                          text);
    return value;
}

core::Result<std::optional<core::DayRange>> days(const Request& request, std::string_view name) {
    const auto text = parameter(request, name);
    if (text.empty()) return std::nullopt;
    const auto range = core::parse_day_range(text);
    if (!range)
        return core::fail(Failure::Kind::BadDate,
                          std::string(name) + " is a day, month or year as in 2025-06", text);
    return range;
}

}  // namespace

std::string parameter(const Request& request, std::string_view name) {
    const auto found = request.query.find(std::string(name));
    return found == request.query.end() ? "" : std::string(core::trim(found->second));
}

core::Result<search::Search> search_of(const Request& request) {
    search::Search search{.words = parameter(request, "q")};
    const auto in = parameter(request, "in");
    if (in == "claims") search.in = search::DocKind::Claim;
    if (in == "articles") search.in = search::DocKind::Article;
    if (in == "entities") search.in = search::DocKind::Entity;
    if (!in.empty() && in != "everything" && !search.in)
        return core::fail(Failure::Kind::BadQuery, "in is claims, articles, entities or everything",
                          in);
    const auto sort = parameter(request, "sort");
    if (!sort.empty() && sort != "rank" && sort != "date")
        return core::fail(Failure::Kind::BadQuery, "sort is rank or date", sort);
    if (sort == "date") search.sort = search::Sort::Date;

    const auto from = days(request, "from");
    if (!from) return tl::unexpected(from.error());
    if (*from) search.from = (*from)->first;
    const auto to = days(request, "to");
    if (!to) return tl::unexpected(to.error());
    if (*to) search.to = (*to)->last;

    const auto limit = number(request, "limit", kHitsAPage, kMostHits);
    if (!limit) return tl::unexpected(limit.error());
    search.limit = *limit;
    const auto page = number(request, "page", 1, kLastPage);
    if (!page) return tl::unexpected(page.error());
    search.offset = (*page - 1) * search.limit;
    return search;
}

}  // namespace web
