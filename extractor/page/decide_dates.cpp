// Published and modified: by the most trusted witness whom the address does not contradict.
#include <algorithm>

#include "core/text.h"
#include "extractor/page/date_candidates.h"
#include "extractor/page/decide.h"

namespace extractor {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using Candidate = DateCandidate;

class DateDecision {
public:
    explicit DateDecision(const Evidence& evidence)
        : evidence_(evidence), found_(find_date_candidates(evidence)) {}

    void decide(Metadata& metadata) {
        decide_published(metadata);
        decide_modified(metadata);
    }

private:
    bool agrees_with_address(core::Days day) const {
        if (!found_.in_address) return true;
        if (found_.in_address->day == 0) return found_.in_address->agrees(day);
        // Addresses are made in the office's zone, which the page need not tell.
        return found_.in_address->agrees(day) || found_.in_address->agrees(day - days{1}) ||
               found_.in_address->agrees(day + days{1});
    }

    void decide_published(Metadata& metadata) {
        const Candidate* first = nullptr;
        const Candidate* best = nullptr;
        for (const auto& candidate : found_.all) {
            if (!candidate.is_publication()) continue;
            if (first == nullptr) first = &candidate;
            if (best == nullptr && agrees_with_address(candidate.day())) best = &candidate;
        }
        if (best == nullptr) best = first;
        if (best == nullptr && found_.in_address && found_.in_address->day != 0 &&
            take_address(metadata))
            return;
        if (best == nullptr) return take_modified(metadata);
        std::string why =
            best == first ? "first in trust" : "the address contradicts the more trusted";
        if (const auto* shown = shown_otherwise(*best); shown != nullptr) {
            best = shown;
            why = "what readers are shown, and metadata knows, against JSON-LD";
        }
        if (found_.in_address && agrees_with_address(best->day())) why += ", the address agrees";
        if (found_.refused > 0) why += ", impossible dates refused";
        metadata.published = sharpened(*best);
        tell(metadata, "published", best->witness, *metadata.published, why);
    }

    // JSON-LD may keep the day of a first edition, or of a draft. Against its word stands another
    // day that readers are shown as the day of publication: by an element that is called so, on a
    // day that the metadata has, too; or without a name, on a day that a <meta> gives where none
    // gives JSON-LD's.
    const Candidate* shown_otherwise(const Candidate& best) const {
        if (best.witness != Witness::JsonLd) return nullptr;
        const auto day = sharpened(best).day();
        for (const auto& shown : found_.all) {
            if (!shown.is_shown() || !shown.is_publication()) continue;
            if (shown.day() == day || !agrees_with_address(shown.day())) return nullptr;
            const bool is_named = shown.field == Field::Published;
            const bool is_known = is_named ? is_told(shown.day(), is_in_markup)
                                           : is_told(shown.day(), is_of_meta) &&
                                                 !is_told(day, supports_json_ld) &&
                                                 !is_told(best.day(), supports_json_ld);
            return is_known ? &shown : nullptr;
        }
        return nullptr;
    }
    static bool is_in_markup(const Candidate& candidate) { return !candidate.is_shown(); }
    static bool is_of_meta(const Candidate& candidate) {
        return candidate.is_meta() && candidate.is_publication();
    }
    static bool supports_json_ld(const Candidate& candidate) {
        return is_of_meta(candidate) ||
               (candidate.witness == Witness::Microdata && candidate.is_publication());
    }
    bool is_told(core::Days day, bool (*counts)(const Candidate&)) const {
        return std::any_of(found_.all.begin(), found_.all.end(), [&](const Candidate& candidate) {
            return counts(candidate) && candidate.day() == day;
        });
    }

    bool take_address(Metadata& metadata) const {
        const std::chrono::year_month_day day{
            std::chrono::year{found_.in_address->year},
            std::chrono::month{static_cast<unsigned>(found_.in_address->month)},
            std::chrono::day{static_cast<unsigned>(found_.in_address->day)}};
        if (!day.ok() || core::Instant{core::Days{day}} > evidence_.page.fetched_at + hours{26})
            return false;
        metadata.published = core::Timestamp{.at = core::Days{day}, .has_time = false};
        tell(metadata, "published", Witness::Address, *metadata.published,
             "nothing else tells a date");
        return true;
    }

    void take_modified(Metadata& metadata) {
        const auto found =
            std::find_if(found_.all.begin(), found_.all.end(),
                         [](const Candidate& candidate) { return !candidate.is_publication(); });
        if (found == found_.all.end()) {
            metadata.reasons.push_back({"published", "none", "", "no witness tells a date"});
            return;
        }
        metadata.published = sharpened(*found);
        tell(metadata, "published", found->witness, *metadata.published,
             "only a date of change is told");
    }

    // What another witness knows better: the zone of the same moment, or the time of the same day.
    core::Timestamp sharpened(const Candidate& best) const {
        for (const auto& other : found_.all) {
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
            const bool is_same_day = !ours.stamp.has_time && theirs.stamp.day() == best.day() &&
                                     other.is_publication() == best.is_publication();
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
        for (const auto& candidate : found_.all) {
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
    DateCandidates found_;
};

}  // namespace

void decide_dates(const Evidence& evidence, Metadata& metadata) {
    DateDecision(evidence).decide(metadata);
}

}  // namespace extractor
