// Published and modified: by the most trusted witness whom the address does not contradict.
#include <algorithm>
#include <array>

#include "core/text.h"
#include "extractor/page/byline_words.h"
#include "extractor/page/decide.h"

namespace extractor {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr core::Days kFirstWebPage{std::chrono::year{1995} / 1 / 1};

struct Candidate {
    Field field;
    Witness witness;
    FoundDate date;
    core::Days day() const { return date.stamp.day(); }
};

int rank(const Candidate& candidate) {
    const int dated = candidate.field == Field::Dated ? 1 : 0;
    switch (candidate.witness) {
        case Witness::JsonLd: return 0;
        case Witness::ArticleMeta: return 2;
        case Witness::Microdata: return 4;
        case Witness::NamedMeta: return 6 + dated;
        case Witness::DublinCore: return 8 + dated;
        case Witness::TimeElement: return 10;
        case Witness::TextDate: return 12;
        case Witness::JsonLdOther: return 14;
        default: return 20;
    }
}

class DateDecision {
public:
    explicit DateDecision(const Evidence& evidence) : evidence_(evidence) {
        if (evidence.page.url) in_address_ = date_in_url(evidence.page.url->path());
        for (const auto& statement : evidence.statements) {
            if (statement.witness == Witness::TextDate)
                read_line(statement);
            else if (statement.field == Field::Published || statement.field == Field::Modified ||
                     statement.field == Field::Dated)
                read_value(statement);
        }
        swap_by_others();
        std::stable_sort(candidates_.begin(), candidates_.end(),
                         [](const Candidate& a, const Candidate& b) { return rank(a) < rank(b); });
    }

    void decide(Metadata& metadata) {
        decide_published(metadata);
        decide_modified(metadata);
    }

private:
    void read_value(const Statement& statement) {
        if (const auto date = read_date(statement.value, evidence_.habits))
            add(statement.field, statement.witness, *date);
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
            add(is_update ? Field::Modified : Field::Dated, statement.witness, date);
            begin = date.end;
        }
    }

    bool is_possible(core::Instant at) const {
        return at >= kFirstWebPage && at <= evidence_.page.fetched_at + hours{26};
    }

    void add(Field field, Witness witness, FoundDate date) {
        if (date.swapped) {
            const bool is_refuted = !is_possible(date.stamp.at) ||
                                    (in_address_ && !in_address_->agrees(date.stamp.day()) &&
                                     in_address_->agrees(*date.swapped));
            if (is_refuted) swap(date);
        }
        if (!is_possible(date.stamp.at)) {
            ++refused_;
            return;
        }
        candidates_.push_back({field, witness, date});
    }

    static void swap(FoundDate& date) {
        const auto day = date.stamp.day();
        date.stamp.at += *date.swapped - day;
        date.swapped = day;
    }

    // 05/06/2024 is the day that another witness tells plainly, if one does.
    void swap_by_others() {
        const auto is_told = [&](core::Days day) {
            return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
                return !other.date.swapped && other.day() == day;
            });
        };
        for (auto& candidate : candidates_)
            if (candidate.date.swapped && !is_told(candidate.day()) &&
                is_told(*candidate.date.swapped))
                swap(candidate.date);
    }

    bool agrees_with_address(core::Days day) const {
        if (!in_address_) return true;
        if (in_address_->day == 0) return in_address_->agrees(day);
        // Addresses are made in the office's zone, which the page need not tell.
        return in_address_->agrees(day) || in_address_->agrees(day - days{1}) ||
               in_address_->agrees(day + days{1});
    }

    static bool is_publication(const Candidate& candidate) {
        return candidate.field != Field::Modified;
    }

    void decide_published(Metadata& metadata) {
        const Candidate* first = nullptr;
        const Candidate* best = nullptr;
        for (const auto& candidate : candidates_) {
            if (!is_publication(candidate)) continue;
            if (first == nullptr) first = &candidate;
            if (best == nullptr && agrees_with_address(candidate.day())) best = &candidate;
        }
        if (best == nullptr) best = first;
        if (best == nullptr && in_address_ && in_address_->day != 0 && take_address(metadata))
            return;
        if (best == nullptr) return take_modified(metadata);
        std::string why =
            best == first ? "first in trust" : "the address contradicts the more trusted";
        if (in_address_ && agrees_with_address(best->day())) why += ", the address agrees";
        if (refused_ > 0) why += ", impossible dates refused";
        metadata.published = sharpened(*best);
        tell(metadata, "published", best->witness, *metadata.published, why);
    }

    bool take_address(Metadata& metadata) const {
        const std::chrono::year_month_day day{
            std::chrono::year{in_address_->year},
            std::chrono::month{static_cast<unsigned>(in_address_->month)},
            std::chrono::day{static_cast<unsigned>(in_address_->day)}};
        if (!day.ok() || core::Instant{core::Days{day}} > evidence_.page.fetched_at + hours{26})
            return false;
        metadata.published = core::Timestamp{.at = core::Days{day}, .has_time = false};
        tell(metadata, "published", Witness::Address, *metadata.published,
             "nothing else tells a date");
        return true;
    }

    void take_modified(Metadata& metadata) {
        const auto found =
            std::find_if(candidates_.begin(), candidates_.end(),
                         [](const Candidate& candidate) { return !is_publication(candidate); });
        if (found == candidates_.end()) {
            metadata.reasons.push_back({"published", "none", "", "no witness tells a date"});
            return;
        }
        metadata.published = sharpened(*found);
        tell(metadata, "published", found->witness, *metadata.published,
             "only a date of change is told");
    }

    // What another witness knows better: the zone of the same moment, or the time of the same day.
    core::Timestamp sharpened(const Candidate& best) const {
        for (const auto& other : candidates_) {
            const auto& ours = best.date;
            const auto& theirs = other.date;
            if (!theirs.has_zone && ours.has_zone && ours.stamp.offset.count() == 0) {
                if (const auto local = local_time(ours.stamp, theirs.stamp)) return *local;
            }
            if (!theirs.has_zone || !theirs.stamp.has_time) continue;
            const bool is_same_moment = ours.has_zone && ours.stamp.has_time &&
                                        ours.stamp.offset.count() == 0 &&
                                        abs(ours.stamp.at - theirs.stamp.at) < minutes{2};
            const bool is_same_clock = !ours.has_zone && ours.stamp.has_time &&
                                       theirs.stamp.at + theirs.stamp.offset == ours.stamp.at;
            const bool is_same_day = !ours.stamp.has_time && theirs.stamp.day() == best.day();
            if (is_same_moment && theirs.stamp.offset.count() != 0)
                return {.at = ours.stamp.at, .has_time = true, .offset = theirs.stamp.offset};
            if (is_same_clock || is_same_day) return theirs.stamp;
        }
        if (best.witness == Witness::TextDate && !best.date.has_zone)
            return {.at = best.day(), .has_time = false};  // a clock nobody knows the place of
        return best.date.stamp;
    }

    // A clock on the page that is a whole number of half hours away from the moment in UTC shows
    // the zone that it was written in.
    static std::optional<core::Timestamp> local_time(const core::Timestamp& moment,
                                                     const core::Timestamp& clock) {
        if (!moment.has_time || !clock.has_time) return std::nullopt;
        const auto exact = clock.at - moment.at;
        const auto halves = std::chrono::round<std::chrono::duration<int, std::ratio<1800>>>(exact);
        if (halves.count() == 0 || abs(halves) > hours{14} || abs(exact - halves) >= minutes{1})
            return std::nullopt;
        return core::Timestamp{.at = moment.at,
                               .has_time = true,
                               .offset = std::chrono::duration_cast<minutes>(halves)};
    }

    void decide_modified(Metadata& metadata) const {
        for (const auto& candidate : candidates_) {
            if (candidate.field != Field::Modified) continue;
            const auto stamp = sharpened(candidate);
            if (metadata.published &&
                (stamp.at <= metadata.published->at ||
                 (!stamp.has_time && stamp.day() <= metadata.published->day())))
                continue;
            metadata.modified = stamp;
            return tell(metadata, "modified", candidate.witness, stamp,
                        "first in trust that is later");
        }
    }

    static void tell(Metadata& metadata, std::string_view field, Witness witness,
                     const core::Timestamp& stamp, std::string why) {
        metadata.reasons.push_back(
            {field, words_for(witness), core::to_text(stamp), std::move(why)});
    }

    const Evidence& evidence_;
    std::vector<Candidate> candidates_;
    std::optional<UrlDate> in_address_;
    int refused_ = 0;
};

}  // namespace

void decide_dates(const Evidence& evidence, Metadata& metadata) {
    DateDecision(evidence).decide(metadata);
}

}  // namespace extractor
