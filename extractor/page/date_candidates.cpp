#include "extractor/page/date_candidates.h"

#include <algorithm>

#include "core/text.h"
#include "extractor/page/byline_words.h"

namespace extractor {

namespace {

using std::chrono::hours;

constexpr core::Days kFirstWebPage{std::chrono::year{1995} / 1 / 1};

int rank(const DateCandidate& candidate) {
    const int dated = candidate.field == Field::Dated ? 1 : 0;
    const int above = candidate.place == DateCandidate::Place::AboveHeading ? 1 : 0;
    switch (candidate.witness) {
        case Witness::JsonLd: return 0;
        case Witness::ArticleMeta: return 2;
        case Witness::Microdata: return 4;
        case Witness::NamedMeta: return 6 + dated;
        case Witness::DublinCore: return 8 + dated;
        case Witness::TimeElement: return 10 + above;
        case Witness::TextDate: return 12 + above;
        case Witness::JsonLdOther: return 14;
        default: return 20;
    }
}

class CandidateReader {
public:
    explicit CandidateReader(const Evidence& evidence) : evidence_(evidence) {
        if (evidence.page.url) found_.in_address = date_in_url(evidence.page.url->path());
    }

    DateCandidates run() {
        for (const auto& statement : evidence_.statements) {
            if (statement.witness == Witness::TextDate)
                read_line(statement);
            else if (statement.field == Field::Published || statement.field == Field::Modified ||
                     statement.field == Field::Dated)
                read_value(statement);
        }
        swap_by_others();
        std::stable_sort(found_.all.begin(), found_.all.end(),
                         [](const auto& a, const auto& b) { return rank(a) < rank(b); });
        return std::move(found_);
    }

private:
    void read_value(const Statement& statement) {
        if (const auto date = read_date(statement.value, evidence_.habits))
            add(statement, statement.field, *date);
    }

    // Three figures at least, or figures of another script.
    static bool may_hold_date(std::string_view line) {
        return std::count_if(line.begin(), line.end(), core::is_digit) >= 3 ||
               line.find_first_of("\xD9\xDB\xE0\xE5\xEF") != std::string_view::npos;
    }

    // "Published 1 May 2024, updated 3 May 2024": each date by the words before it.
    void read_line(const Statement& statement) {
        if (!may_hold_date(statement.value)) return;
        const auto folded = core::fold(statement.value);
        std::size_t begin = 0;
        for (const auto& date : find_dates(folded, evidence_.habits)) {
            const auto before = std::string_view(folded).substr(begin, date.begin - begin);
            const bool is_update = has_byline_word(BylineWord::Updated, before);
            add(statement, is_update ? Field::Modified : Field::Dated, date);
            begin = date.end;
        }
    }

    bool is_possible(core::Instant at) const {
        return at >= kFirstWebPage && at <= evidence_.page.fetched_at + hours{26};
    }

    DateCandidate::Place place_of(const Statement& statement) const {
        const bool is_above = evidence_.heading && statement.node < *evidence_.heading;
        return is_above ? DateCandidate::Place::AboveHeading : DateCandidate::Place::Story;
    }

    void add(const Statement& statement, Field field, FoundDate date) {
        if (date.swapped) {
            const bool is_refuted =
                !is_possible(date.stamp.at) ||
                (found_.in_address && !found_.in_address->agrees(date.stamp.day()) &&
                 found_.in_address->agrees(*date.swapped));
            if (is_refuted) swap(date);
        }
        if (!is_possible(date.stamp.at)) {
            ++found_.refused;
            return;
        }
        found_.all.push_back({field, statement.witness, date, place_of(statement)});
    }

    static void swap(FoundDate& date) {
        const auto day = date.stamp.day();
        date.stamp.at += *date.swapped - day;
        date.swapped = day;
    }

    // 05/06/2024 is the day that another witness tells plainly, if one does.
    void swap_by_others() {
        const auto is_told = [&](core::Days day) {
            return std::any_of(found_.all.begin(), found_.all.end(),
                               [&](const DateCandidate& other) {
                                   return !other.date.swapped && other.day() == day;
                               });
        };
        for (auto& candidate : found_.all)
            if (candidate.date.swapped && !is_told(candidate.day()) &&
                is_told(*candidate.date.swapped))
                swap(candidate.date);
    }

    const Evidence& evidence_;
    DateCandidates found_;
};

}  // namespace

DateCandidates find_date_candidates(const Evidence& evidence) {
    return CandidateReader(evidence).run();
}

}  // namespace extractor
