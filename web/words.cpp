#include "web/words.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/text.h"

namespace web {

namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 4> kSeasons{"spring", "summer", "autumn", "winter"};

std::string date_text(const core::EdtfDate& date) {
    std::string text;
    if (date.day != 0) text += fmt::format("{} ", date.day);
    if (date.month > 20)
        text += fmt::format("{} ", kSeasons[static_cast<std::size_t>(date.month - 21)]);
    else if (date.month != 0)
        text += fmt::format("{} ", kMonths[static_cast<std::size_t>(date.month - 1)]);
    text += std::to_string(date.year);
    if (date.uncertain) return text + " (uncertain)";
    return date.approximate ? "about " + text : text;
}

}  // namespace

std::string month_text(core::Days day) {
    const std::chrono::year_month_day ymd(day);
    return date_text({.year = static_cast<int>(ymd.year()),
                      .month = static_cast<int>(static_cast<unsigned>(ymd.month()))});
}

std::string long_day(core::Days day) { return when_text(core::Edtf::of(day)); }

std::string when_text(const core::Edtf& date) {
    if (!date.to()) return date_text(date.from());
    const auto& from = date.from();
    const auto& to = *date.to();
    const bool months = from.day == 0 && to.day == 0 && from.month != 0 && from.month <= 12;
    if (months && from.year == to.year && to.month != 0 && to.month <= 12)
        return fmt::format("{} to {}", kMonths[static_cast<std::size_t>(from.month - 1)],
                           date_text(to));
    return fmt::format("{} to {}", date_text(from), date_text(to));
}

std::string outlet_of(const core::ArticleFacts& facts) {
    return facts.outlet.name.value_or(facts.outlet.domain.value_or("outlet not known"));
}

std::string title_of(const core::ArticleFacts& facts) {
    return facts.title.value_or("Article " + core::to_text(facts.id));
}

std::string and_list(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
        text += names[i];
    }
    return text;
}

std::string party_text(std::string_view name) {
    if (name == core::kUnnamed) return "somebody not named";
    if (name == core::kArticleVoice) return "the article itself";
    if (name.ends_with(core::kUnnamedSuffix))
        return std::string(name.substr(0, name.size() - core::kUnnamedSuffix.size()));
    return std::string(name);
}

std::string in_quotes(std::string_view words) {
    constexpr std::array<std::string_view, 6> marks{"“", "\"", "‘", "'", "«", "„"};
    const bool quoted = std::any_of(marks.begin(), marks.end(),
                                    [&](std::string_view mark) { return words.starts_with(mark); });
    return quoted ? std::string(words) : "“" + std::string(words) + "”";
}

std::string shortened(std::string_view text, std::size_t length) {
    if (core::count_code_points(text) <= length) return std::string(text);
    const core::CodePoints points(text);
    auto end = points.to_byte(length);
    const auto space = text.rfind(' ', end);
    if (space != std::string_view::npos && space > end / 2) end = space;
    return std::string(text.substr(0, end)) + "…";
}

std::string plural(std::int64_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string rests_on(const core::Origin& origin) {
    switch (origin.kind) {
        case core::OriginKind::Document: return "one document, " + origin.name;
        case core::OriginKind::Speaker: return "one statement, " + origin.name;
        case core::OriginKind::Outlet:
        case core::OriginKind::Article: break;
    }
    return "one report by " + origin.name;
}

std::string origin_sentence(const std::vector<core::ClaimRecord>& claims) {
    std::set<core::ArticleId> articles;
    struct Rest {
        core::Origin origin;
        std::set<core::ArticleId> articles;
    };
    std::map<std::string, Rest> resting;
    for (const auto& claim : claims) {
        articles.insert(claim.article);
        if (!claim.origin) continue;
        auto& rest = resting[core::fold(claim.origin->name)];
        // A credit says more of what the origin is than an article that credits nobody.
        if (rest.articles.empty() || rest.origin.kind == core::OriginKind::Article)
            rest.origin = *claim.origin;
        rest.articles.insert(claim.article);
    }
    const auto most =
        std::max_element(resting.begin(), resting.end(), [](const auto& a, const auto& b) {
            return a.second.articles.size() < b.second.articles.size();
        });
    if (most == resting.end() || most->second.articles.size() < 2) return {};
    const auto many = most->second.articles.size();
    const auto all = articles.size();
    return fmt::format("{} {} rest on {}.",
                       many < all ? fmt::format("{} of {}", many, all)
                       : all == 2 ? std::string("Both")
                                  : fmt::format("All {}", all),
                       "articles", rests_on(most->second.origin));
}

}  // namespace web
