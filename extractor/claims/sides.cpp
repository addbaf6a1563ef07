#include "extractor/claims/sides.h"

#include <algorithm>
#include <utility>

#include "extractor/claims/words.h"

namespace extractor {

using namespace words;

bool is_only(const Who& who, const std::vector<Party>& parties) {
    return std::all_of(who.parties.begin(), who.parties.end(),
                       [&](const Party& party) { return meet({party}, parties); });
}

Who Sides::accused_in(Range range, const std::vector<Party>& except) const {
    Who robbed;
    for (auto at = range.begin; at < range.end;) {
        auto who = parties_.first_in(scene_, {at, range.end});
        if (who.sort == Who::Sort::Nobody) break;
        at = std::max(who.end, at + 1);
        if (who.sort == Who::Sort::Court || who.sort == Who::Sort::Suit ||
            who.sort == Who::Sort::Report || who.sort == Who::Sort::Group ||
            who.sort == Who::Sort::Plaintiffs || is_only(who, except))
            continue;
        const bool taken_from = who.begin > range.begin && lower(who.begin - 1) == "from";
        if (taken_from || parties_.is_product(scene_.words[who.begin])) {
            if (robbed.sort == Who::Sort::Nobody) robbed = std::move(who);
            continue;
        }
        return who;
    }
    return robbed;
}

Who Sides::doer_in(Range range) const {
    for (auto at = range.begin + 1; at + 1 < range.end; ++at) {
        const auto before = lower(at - 1);
        const bool by = lower(at) == "by" && !in(kMaking, before) &&
                        (before.ends_with("ed") || before.ends_with("en") || in(kDeeds, before));
        const bool linked = lower(at) == "to" && in(kLinked, before);
        if (!by && !linked) continue;
        auto who = parties_.first_in(scene_, {at + 1, std::min(range.end, at + 6)});
        if (who.sort == Who::Sort::Named) return who;
    }
    return {};
}

Who Sides::behind(std::string_view preposition, Range range) const {
    for (auto at = range.begin; at < std::min(range.end, range.begin + kNear); ++at)
        if (lower(at) == preposition && at + 1 < range.end && !lower(at + 1).ends_with("ing"))
            return parties_.first_in(scene_, {at + 1, std::min(range.end, at + kNear)});
    return {};
}

Who Sides::named_in(Range range) const {
    for (auto at = range.begin; at < range.end; ++at)
        if (auto named = parties_.name_at(scene_, at)) return *named;
    return {};
}

std::size_t Sides::behind_addressee(Range content) const {
    auto end = content.begin;
    while (end < std::min(content.end, content.begin + 6) && lower(end) != "that") ++end;
    const auto whom = parties_.first_in(scene_, {content.begin, end});
    return whom.sort == Who::Sort::Nobody ? content.begin : std::min(whom.end, content.end);
}

}  // namespace extractor
