#include "web/dispute_view.h"

#include <algorithm>
#include <set>

#include "core/text.h"
#include "web/words.h"

namespace web {

namespace {

using core::EventKind;

struct RungOf {
    std::string_view name;
    std::array<std::optional<EventKind>, 3> kinds;
};
constexpr std::array<RungOf, 7> kLadder{
    {{"Accusation", {EventKind::Accusation}},
     {"Evidence", {EventKind::Evidence}},
     {"Investigation", {EventKind::Investigation}},
     {"Response", {EventKind::Denial, EventKind::Response, EventKind::Admission}},
     {"Countermeasure", {EventKind::Countermeasure, EventKind::Policy}},
     {"In court", {EventKind::Filing}},
     {"Outcome", {EventKind::Ruling, EventKind::Settlement, EventKind::Withdrawal}}}};

bool is_reply(EventKind kind) {
    return kind == EventKind::Denial || kind == EventKind::Response || kind == EventKind::Admission;
}

bool accuses(EventKind kind) {
    return kind == EventKind::Accusation || kind == EventKind::Evidence ||
           kind == EventKind::Investigation || kind == EventKind::Filing;
}

std::array<DisputeView::Rung, 7> ladder_of(const core::DisputeRecord& dispute) {
    std::array<DisputeView::Rung, 7> ladder;
    for (std::size_t i = 0; i < kLadder.size(); ++i) {
        auto& rung = ladder[i];
        const auto& kinds = kLadder[i].kinds;
        rung.name = kLadder[i].name;
        for (const auto& event : dispute.events) {
            if (std::find(kinds.begin(), kinds.end(), event.kind) == kinds.end()) continue;
            ++rung.times;
            if (rung.first == nullptr) rung.first = &event;
        }
    }
    return ladder;
}

// Parties that are accused, the most often accused first.
std::vector<std::string> accused_of(const core::DisputeRecord& dispute) {
    constexpr std::size_t most = 4;
    std::vector<std::pair<std::string, int>> counts;
    for (const auto& event : dispute.events) {
        if (!accuses(event.kind)) continue;
        for (const auto& name : event.accused) {
            if (!core::is_named(name)) continue;
            auto known = std::find_if(counts.begin(), counts.end(),
                                      [&](const auto& c) { return c.first == name; });
            if (known == counts.end()) known = counts.insert(counts.end(), {name, 0});
            ++known->second;
        }
    }
    std::stable_sort(counts.begin(), counts.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(most, counts.size()); ++i)
        names.push_back(std::move(counts[i].first));
    return names;
}

// How much a reply says: a denial before "declined to comment".
int weight(EventKind kind) {
    return kind == EventKind::Admission ? 2 : kind == EventKind::Denial ? 1 : 0;
}

// The most telling reply by a party, of those the first.
const core::Event* reply_by(const std::string& name, const core::DisputeRecord& dispute) {
    const core::Event* best = nullptr;
    for (const auto& event : dispute.events) {
        const auto& by = event.claimant;
        if (!is_reply(event.kind) || std::find(by.begin(), by.end(), name) == by.end()) continue;
        if (best == nullptr || weight(event.kind) > weight(best->kind)) best = &event;
    }
    return best;
}

std::vector<DisputeView::Reply> replies_in(const core::DisputeRecord& dispute,
                                           const TimelineView& timeline) {
    std::vector<DisputeView::Reply> replies;
    for (auto& name : accused_of(dispute)) {
        DisputeView::Reply reply{.by = name, .event = reply_by(name, dispute)};
        for (const auto& entry : timeline.entries)
            if (reply.event != nullptr && entry.event.id == reply.event->id &&
                !entry.passages.empty())
                reply.passage = &entry.passages.front();
        replies.push_back(std::move(reply));
    }
    return replies;
}

// When the sources were last asked; without any crawl, when the newest article came in.
core::Days last_looked(const TimelineView& timeline, const store::Reader& store,
                       core::Instant now) {
    const auto runs = store.schedule().last_runs(1);
    auto last = runs.empty() ? core::Instant{} : runs.front().started;
    for (const auto& entry : timeline.entries)
        for (const auto& passage : entry.passages) last = std::max(last, passage.article.retrieved);
    return std::chrono::floor<std::chrono::days>(last == core::Instant{} ? now : last);
}

// Whether it shows better who began: earlier, and on one day the accusation itself.
bool goes_before(const TimelineEntry::Passage& passage, const TimelineEntry::Passage* other) {
    if (other == nullptr) return true;
    const auto rank = [](const TimelineEntry::Passage& one) {
        return std::pair(one.article.day(), one.claim.claim.kind != core::ClaimKind::Accusation);
    };
    return rank(passage) < rank(*other);
}

// Every claim and article of the timeline once.
class Gatherer {
public:
    explicit Gatherer(DisputeView& view) : view_(view) {}

    void gather() {
        for (const auto& entry : view_.timeline.entries)
            for (const auto& passage : entry.passages) take(entry.event, passage);
        std::stable_sort(view_.articles.begin(), view_.articles.end(),
                         [](const auto* a, const auto* b) { return a->day() < b->day(); });
        std::stable_sort(
            view_.origins.begin(), view_.origins.end(),
            [](const auto& a, const auto& b) { return a.articles.size() > b.articles.size(); });
    }

private:
    void take(const core::Event& event, const TimelineEntry::Passage& passage) {
        if (!claims_.insert(passage.claim.id).second) return;
        const auto& claim = passage.claim.claim;
        if (accuses(event.kind)) ++view_.certainty[claim.certainty];
        std::set<core::EvidenceType> types;
        for (const auto& one : claim.evidence) types.insert(one.type);
        for (const auto type : types) ++view_.evidence[type];
        if (articles_.insert(passage.article.id).second) view_.articles.push_back(&passage.article);
        if (accuses(event.kind) && goes_before(passage, view_.first)) view_.first = &passage;
        if (passage.claim.origin) rest(*passage.claim.origin, passage.article);
    }

    void rest(const core::Origin& origin, const core::ArticleFacts& article) {
        const auto key = core::fold(origin.name);
        auto [at, is_new] = index_.emplace(key, view_.origins.size());
        if (is_new) view_.origins.push_back({origin, {}});
        auto& known = view_.origins[at->second];
        if (known.origin.kind == core::OriginKind::Article) known.origin = origin;
        const bool listed = std::any_of(known.articles.begin(), known.articles.end(),
                                        [&](const auto* other) { return other->id == article.id; });
        if (!listed) known.articles.push_back(&article);
    }

    DisputeView& view_;
    std::set<core::ClaimId> claims_;
    std::set<core::ArticleId> articles_;
    std::map<std::string, std::size_t> index_;
};

std::string origin_sentence_of(const TimelineView& timeline) {
    std::vector<core::ClaimRecord> claims;
    for (const auto& entry : timeline.entries)
        for (const auto& passage : entry.passages) claims.push_back(passage.claim);
    return origin_sentence(claims);
}

}  // namespace

DisputeView::DisputeView(const core::DisputeRecord& of, TimelineView shown, core::Days looked)
    : dispute(of),
      timeline(std::move(shown)),
      origin_sentence(origin_sentence_of(timeline)),
      last_looked(looked),
      ladder(ladder_of(of)),
      replies(replies_in(of, timeline)) {
    Gatherer(*this).gather();
}

DisputeView make_view(const core::DisputeRecord& dispute, const store::Reader& store,
                      core::Instant now, std::size_t most) {
    const std::span<const core::Event> events(dispute.events);
    const auto newest = events.last(std::min(events.size(), most));
    auto timeline = make_timeline(dispute.name, newest, store);
    const auto looked = last_looked(timeline, store, now);
    return DisputeView(dispute, std::move(timeline), looked);
}

std::string_view reply_verb(EventKind kind) {
    switch (kind) {
        case EventKind::Denial: return "denies it";
        case EventKind::Admission: return "admits it";
        default: return "has responded";
    }
}

std::vector<core::Certainty> certainties(const TimelineEntry& entry) {
    std::set<core::Certainty> all;
    for (const auto& passage : entry.passages) all.insert(passage.claim.claim.certainty);
    return {all.begin(), all.end()};
}

std::vector<core::EvidenceType> evidence_types(const TimelineEntry& entry) {
    std::set<core::EvidenceType> all;
    for (const auto& passage : entry.passages)
        for (const auto& one : passage.claim.claim.evidence) all.insert(one.type);
    return {all.begin(), all.end()};
}

std::vector<std::string> origin_names(const TimelineEntry& entry) {
    constexpr std::size_t most = 3;
    std::map<std::string, std::string> all;
    for (const auto& passage : entry.passages)
        if (const auto& origin = passage.claim.origin)
            all.emplace(core::fold(origin->name), origin->name);
    std::vector<std::string> names;
    for (auto& [key, name] : all)
        if (names.size() < most) names.push_back(std::move(name));
    return names;
}

}  // namespace web
