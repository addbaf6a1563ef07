// Acts of saying: before, behind or amid what is said.
#include <algorithm>
#include <utility>

#include "extractor/claims/drafter.h"
#include "extractor/claims/words.h"

namespace extractor {

using namespace words;

namespace {

constexpr std::size_t kLongestTag = 5;    // words of who speaks in "…, X said"
constexpr std::size_t kShortestSaid = 4;  // words with their comma and X before it

}  // namespace

// "X says that Y …"; and "…, X said" or "… said X", where what is said stands before.
void Drafter::read_say(std::size_t index) {
    const auto& match = scene_.acts[index];
    if (auto tag = tag_of(index); tag.sort != Who::Sort::Nobody)
        return read_tagged(index, std::move(tag));
    auto content = content_after(index);
    auto claimant =
        arguments_.is_passive(verb(index)) ? arguments_.agent_of(verb(index)) : subject(index);
    // "In X’s view, …"
    if (lower(match.begin) == "in")
        if (auto named = sides_.named_in({match.begin, match.end}); named.sort != Who::Sort::Nobody)
            claimant = std::move(named);
    if (is_inverted(index, content, claimant)) {
        const bool before = claimant.sort != Who::Sort::Nobody && claimant.end <= match.begin;
        content = {free_from_, std::max(free_from_, before ? claimant.begin : match.begin)};
        if (!before)
            claimant = parties_.first_in(scene_, {match.end, std::min(size(), match.end + kNear)});
        if (gave_voice(index, claimant)) return;
    }
    if (in(kTelling, lower(match.end - 1))) content.begin = sides_.behind_addressee(content);
    auto made = draft(index, content);
    made.claimant = std::move(claimant);
    made.accused = doer_in(index, content, made.claimant);
    keep(std::move(made));
}

// "…, X said." and "…, X says, …": X, who speaks of all that stands around.
Who Drafter::tag_of(std::size_t index) const {
    const auto& match = scene_.acts[index];
    if (match.end - match.begin != 1 || match.begin < kShortestSaid) return {};
    const bool ends = match.end >= size() || in(kTagEnds, lower(match.end));
    if (!ends) return {};
    for (std::size_t length = 1; length <= kLongestTag && length + 2 < match.begin; ++length) {
        if (lower(match.begin - length - 1) != ",") continue;
        auto who = parties_.first_in(scene_, {match.begin - length, match.begin});
        const bool is_known = who.sort == Who::Sort::Named || who.sort == Who::Sort::Suit ||
                              who.sort == Who::Sort::Court;
        return is_known && !who.parties.empty() ? who : Who();
    }
    return {};
}

void Drafter::read_tagged(std::size_t index, Who claimant) {
    const auto end = scene_.acts[index].end;
    const bool goes_on = end + 3 < size() && lower(end) == ",";
    const auto rest = goes_on ? content_after(index).end : end;
    if (gave_voice(index, claimant)) {
        auto& last = drafts_.back();
        last.content.end = std::max(last.content.end, rest);
        last.quote.end = std::max(last.quote.end, rest);
        free_from_ = std::max(free_from_, last.quote.end);
        return;
    }
    if (free_from_ >= claimant.begin) return;  // somebody else's already
    auto made = draft(index, {free_from_, std::max(free_from_, rest)});
    made.claimant = std::move(claimant);
    made.accused = doer_in(index, made.content, made.claimant);
    keep(std::move(made));
}

// What is said stands before who says it: nothing of the matter follows, and the words before
// end with a comma or a quotation mark.
bool Drafter::is_inverted(std::size_t index, Range content, const Who& claimant) const {
    const auto& match = scene_.acts[index];
    if (arguments_.has_clause_after(verb(index))) return false;
    const auto edge = claimant.sort != Who::Sort::Nobody && claimant.end <= match.begin
                          ? claimant.begin
                          : match.begin;
    if (edge < 3) return false;
    const auto mark = lower(edge - 1);
    if (mark != "," && !in(kQuoteMarks, mark)) return false;
    return conducts_in(scene_, content).empty() || in(kQuoteMarks, mark);
}

}  // namespace extractor
