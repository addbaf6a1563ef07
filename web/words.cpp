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

// How each kind of event is told: "who VERB whom LINK what".
struct Telling {
    core::EventKind kind;
    std::string_view verb, of;
};
constexpr std::array<Telling, 13> kTellings{
    {{core::EventKind::Accusation, "accuses", "of"},
     {core::EventKind::Evidence, "offers evidence against", "for"},
     {core::EventKind::Investigation, "investigates", "for"},
     {core::EventKind::Denial, "denies", ""},
     {core::EventKind::Response, "responds on", ""},
     {core::EventKind::Admission, "admits", ""},
     {core::EventKind::Countermeasure, "acts against", "to stop"},
     {core::EventKind::Policy, "points to its rules", "on"},
     {core::EventKind::Filing, "sues", "for"},
     {core::EventKind::Ruling, "rules on", "for"},
     {core::EventKind::Settlement, "settles with", "over"},
     {core::EventKind::Withdrawal, "withdraws", ""},
     {core::EventKind::Background, "says of", "about"}}};

std::string conduct_text(const std::vector<core::Conduct>& conduct) {
    return conduct.empty() ? std::string() : std::string(core::term(conduct.front()).label);
}

std::string sentence(core::EventKind kind, const std::vector<std::string>& who,
                     const std::vector<std::string>& whom, const std::vector<core::Conduct>& what) {
    const auto* telling = std::find_if(kTellings.begin(), kTellings.end(),
                                       [&](const Telling& t) { return t.kind == kind; });
    const bool about_itself = who == whom || whom.empty();
    std::string text = parties_text(who) + " " + std::string(telling->verb);
    if (!about_itself && !telling->of.empty()) text += " " + parties_text(whom);
    const auto conduct = conduct_text(what);
    if (!conduct.empty()) {
        if (!telling->of.empty()) text += " " + std::string(telling->of);
        text += " " + conduct;
    }
    return text;
}

core::EventKind as_event(core::ClaimKind kind) {
    using core::ClaimKind;
    using core::EventKind;
    switch (kind) {
        case ClaimKind::Accusation: return EventKind::Accusation;
        case ClaimKind::Observation: return EventKind::Evidence;
        case ClaimKind::Investigation: return EventKind::Investigation;
        case ClaimKind::Denial: return EventKind::Denial;
        case ClaimKind::Response: return EventKind::Response;
        case ClaimKind::Admission: return EventKind::Admission;
        case ClaimKind::Countermeasure: return EventKind::Countermeasure;
        case ClaimKind::Policy: return EventKind::Policy;
        case ClaimKind::Ruling: return EventKind::Ruling;
        case ClaimKind::Settlement: return EventKind::Settlement;
        case ClaimKind::Opinion:
        case ClaimKind::SelfClaim:
        case ClaimKind::Background: return EventKind::Background;
    }
    return EventKind::Background;
}

std::vector<std::string> names(const std::vector<core::Party>& parties) {
    std::vector<std::string> all;
    all.reserve(parties.size());
    for (const auto& party : parties) all.push_back(party.name);
    return all;
}

}  // namespace

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

std::string parties_text(const std::vector<std::string>& names) {
    if (names.empty()) return "somebody not named";
    std::vector<std::string> texts;
    texts.reserve(names.size());
    for (const auto& name : names) texts.push_back(party_text(name));
    return and_list(texts);
}

std::string plural(std::int64_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string event_sentence(const core::Event& event) {
    return sentence(event.kind, event.claimant, event.accused, event.conduct);
}

std::string claim_sentence(const core::Claim& claim) {
    return sentence(as_event(claim.kind), names(claim.claimant), names(claim.accused),
                    claim.conduct);
}

std::string origin_sentence(const std::vector<core::ClaimRecord>& claims) {
    std::set<core::ArticleId> articles;
    struct Rest {
        std::string name;
        std::set<core::ArticleId> articles;
    };
    std::map<std::string, Rest> resting;
    for (const auto& claim : claims) {
        articles.insert(claim.article);
        if (!claim.origin || claim.origin->kind == core::OriginKind::Article) continue;
        auto& rest = resting[core::fold(claim.origin->name)];
        if (rest.name.empty()) rest.name = claim.origin->name;
        rest.articles.insert(claim.article);
    }
    const auto most =
        std::max_element(resting.begin(), resting.end(), [](const auto& a, const auto& b) {
            return a.second.articles.size() < b.second.articles.size();
        });
    if (most == resting.end() || most->second.articles.size() < 2) return {};
    return fmt::format("{} of {} articles rest on one {} report.", most->second.articles.size(),
                       articles.size(), most->second.name);
}

}  // namespace web
