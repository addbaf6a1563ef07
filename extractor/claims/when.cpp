#include "extractor/claims/when.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>

namespace extractor {

namespace {

using core::Edtf;

constexpr auto kMonths =
    std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july",
                                     "august", "september", "october", "november", "december"});

// 1–12; 0: no month. "Nov." and "Sept" too.
int month(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    if (word.size() < 3) return 0;
    for (std::size_t i = 0; i < kMonths.size(); ++i)
        if (kMonths[i] == word ||
            (word.size() <= 4 && word != "mar" && word != "june" && kMonths[i].starts_with(word)))
            return static_cast<int>(i) + 1;
    return 0;
}

int number(std::string_view word) {
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc{} && end == word.data() + word.size() ? value : -1;
}

bool is_year(int value) { return value >= 1990 && value <= 2100; }

struct Season {
    std::string_view word;
    int first, last;  // months; winter runs into the next year
};
constexpr std::array kSeasons{Season{"spring", 3, 5}, Season{"summer", 6, 8}, Season{"fall", 9, 11},
                              Season{"autumn", 9, 11}, Season{"winter", 12, 2}};

const Season* season(std::string_view word) {
    for (const auto& one : kSeasons)
        if (one.word == word) return &one;
    return nullptr;
}

std::optional<Edtf> months(int from_year, int from_month, int to_year, int to_month) {
    return Edtf::between({.year = from_year, .month = from_month},
                         {.year = to_year, .month = to_month});
}

std::optional<Edtf> months(const Season& season, int year) {
    const int last_year = season.last < season.first ? year + 1 : year;
    return months(year, season.first, last_year, season.last);
}

// Reads one expression at the words' beginning.
class TimeReader {
public:
    TimeReader(std::span<const ReadWord> words, const Reading& reading,
               std::optional<core::Days> published)
        : words_(words), reading_(reading) {
        if (published) today_ = std::chrono::year_month_day(*published);
    }

    // Words read and what they mean; no words where this is no expression of time.
    struct Found {
        std::size_t words = 0;
        std::optional<Edtf> edtf;
    };
    Found read() const {
        if (auto found = part_of_year(); found.words != 0) return found;
        if (auto found = day_and_month(); found.words != 0) return found;
        if (auto found = month_and_year(); found.words != 0) return found;
        if (auto found = relative(); found.words != 0) return found;
        // "in a 2023 letter"
        if (in_front("in") && at(1) == "a" && is_year(number(at(2))))
            return {3, Edtf::of({.year = number(at(2))})};
        if (in_front("in") && is_year(number(at(1)))) return {2, Edtf::of({.year = number(at(1))})};
        return {};
    }

private:
    std::string_view at(std::size_t index) const {
        return index < words_.size() ? words_[index].lower : std::string_view();
    }
    // "May", not "may": 0 where the word is no month or has no capital.
    int month_at(std::size_t index) const {
        if (index >= words_.size()) return 0;
        const auto first = reading_.text(words_[index].span).front();
        return first >= 'A' && first <= 'Z' ? month(at(index)) : 0;
    }
    bool in_front(std::string_view word) const { return at(0) == word; }
    int this_year() const { return static_cast<int>(today_->year()); }
    int this_month() const { return static_cast<int>(static_cast<unsigned>(today_->month())); }

    // "late 2024", "early in 2023", "mid-2024"
    Found part_of_year() const {
        auto word = at(0);
        std::size_t next = 1;
        if (at(1) == "-" || at(1) == "in") next = 2;
        const int year = number(at(next));
        if (!is_year(year)) return {};
        if (word == "late") return {next + 1, months(year, 10, year, 12)};
        if (word == "early") return {next + 1, months(year, 1, year, 3)};
        if (word == "mid") return {next + 1, months(year, 5, year, 8)};
        if (const auto* one = season(word)) return {next + 1, months(*one, year)};
        return {};
    }

    // "November 4, 2025", "4 November 2025", "Nov. 4"
    Found day_and_month() const {
        int day = number(at(1)), named = month_at(0);
        if (named == 0) {
            day = number(at(0));
            named = month_at(1);
        }
        if (named == 0 || day < 1 || day > 31) return {};
        const std::size_t next = at(2) == "," ? 3 : 2;
        const int year = number(at(next));
        if (is_year(year)) return {next + 1, Edtf::of({.year = year, .month = named, .day = day})};
        if (!today_) return {2, std::nullopt};
        return {2, Edtf::of({.year = year_before(named), .month = named, .day = day})};
    }

    // "November 2022", "in December", "last July"
    Found month_and_year() const {
        const bool led = in_front("in") || in_front("since") || in_front("last");
        const int named = month_at(led ? 1 : 0);
        if (named == 0) return {};
        const std::size_t next = led ? 2 : 1;
        const int year = number(at(next));
        if (is_year(year)) return {next + 1, Edtf::of({.year = year, .month = named})};
        if (!led) return {};
        if (!today_) return {next, std::nullopt};
        return {next, Edtf::of({.year = year_before(named), .month = named})};
    }

    // "last fall", "last year", "earlier this year", "last month"
    Found relative() const {
        const bool last = in_front("last");
        const bool earlier = in_front("earlier") && at(1) == "this" && at(2) == "year";
        if (earlier) return {3, today_ ? Edtf::of({.year = this_year()}) : std::optional<Edtf>()};
        if (!last) return {};
        const auto* one = season(at(1));
        if (one == nullptr && at(1) != "year" && at(1) != "month") return {};
        if (!today_) return {2, std::nullopt};
        if (one != nullptr) return {2, months(*one, year_before(one->first))};
        if (at(1) == "year") return {2, Edtf::of({.year = this_year() - 1})};
        const auto before =
            std::chrono::year_month(today_->year(), today_->month()) - std::chrono::months(1);
        return {2, Edtf::of({.year = static_cast<int>(before.year()),
                             .month = static_cast<int>(static_cast<unsigned>(before.month()))})};
    }

    // The year of the latest such month that is not after the article.
    int year_before(int month) const {
        return month <= this_month() ? this_year() : this_year() - 1;
    }

    std::span<const ReadWord> words_;
    const Reading& reading_;
    std::optional<std::chrono::year_month_day> today_;
};

constexpr int kSteps = 6;  // up the tree

// Does the word belong to a clause that tells of what will be?
bool is_ahead(const Scene& scene, std::size_t word) {
    const auto& tree = scene.tree;
    if (tree.empty()) return false;
    auto at = std::optional(word);
    for (int step = 0; at && step < kSteps && !tree.is_verb(*at); ++step) at = tree.head(*at);
    if (!at) return false;
    const auto below = tree.dependents(*at);
    return std::any_of(below.begin(), below.end(), [&](std::size_t aux) {
        const auto lower = scene.words[aux].lower;
        return aux < *at && tree.relation(aux) == Relation::Aux &&
               (lower == "will" || lower == "'ll" || lower == "shall");
    });
}

}  // namespace

std::optional<core::ClaimTime> time_in(const Scene& scene, Range range, const Reading& reading,
                                       std::optional<core::Days> published) {
    for (auto at = range.begin; at < range.end; ++at) {
        const auto words = scene.words.subspan(at, range.end - at);
        const auto found = TimeReader(words, reading, published).read();
        if (found.words == 0 || is_ahead(scene, at + found.words - 1)) continue;
        const core::Span span{words.front().span.begin, words[found.words - 1].span.end};
        return core::ClaimTime{std::string(reading.text(span)), found.edtf};
    }
    return std::nullopt;
}

}  // namespace extractor
