// What happened, in one sentence: who did what to whom over which conduct.
#include <algorithm>
#include <array>

#include "core/text.h"
#include "web/words.h"

namespace web {

namespace {

// The words behind the claimant. "@" stands for the accused, "#" for the conduct; which of the four
// is used depends on what is known.
struct Telling {
    std::string_view one, many;  // the verb, for one claimant and for several
    std::string_view both, whom, what, nothing;
};

struct EventTelling {
    core::EventKind kind;
    Telling telling;
};
constexpr std::array<EventTelling, 13> kEvents{{
    {core::EventKind::Accusation,
     {"accuses", "accuse", "@ of #", "@", "somebody of #", "somebody not named"}},
    {core::EventKind::Evidence,
     {"offers", "offer", "evidence of # by @", "evidence against @", "evidence of #", "evidence"}},
    {core::EventKind::Investigation,
     {"looks", "look", "into # by @", "into @", "into #", "into it"}},
    {core::EventKind::Denial, {"denies", "deny", "# by @", "it for @", "#", "it"}},
    {core::EventKind::Response,
     {"responds", "respond", "on # by @", "on @", "on #", "without denying"}},
    {core::EventKind::Admission, {"admits", "admit", "# by @", "it for @", "#", "it"}},
    {core::EventKind::Countermeasure,
     {"acts", "act", "against @ over #", "against @", "against #", "to stop it"}},
    {core::EventKind::Policy,
     {"points", "point", "@ to a rule on #", "@ to a rule", "to a rule on #", "to a rule"}},
    {core::EventKind::Filing, {"sues", "sue", "@ over #", "@", "over #", "somebody not named"}},
    {core::EventKind::Ruling, {"rules", "rule", "on # by @", "on @", "on #", "on the case"}},
    {core::EventKind::Settlement,
     {"settles", "settle", "with @ over #", "with @", "over #", "the case"}},
    {core::EventKind::Withdrawal,
     {"withdraws", "withdraw", "the accusation of # against @", "the accusation against @",
      "the accusation of #", "the accusation"}},
    {core::EventKind::Background,
     {"recalls", "recall", "# by @", "what is known of @", "#", "what went before"}},
}};

struct ClaimTelling {
    core::ClaimKind kind;
    Telling telling;
};
// Kinds of claim that are no kind of event.
constexpr std::array<ClaimTelling, 2> kClaims{{
    {core::ClaimKind::Opinion,
     {"comments", "comment", "on # by @", "on @", "on #", "on the dispute"}},
    {core::ClaimKind::SelfClaim,
     {"speaks", "speak", "about @: #", "about @", "of its own work: #", "of its own work"}},
}};

const Telling& telling_of(core::EventKind kind) {
    return std::find_if(kEvents.begin(), kEvents.end(),
                        [&](const EventTelling& row) { return row.kind == kind; })
        ->telling;
}

const Telling& telling_of(core::ClaimKind kind) {
    for (const auto& row : kClaims)
        if (row.kind == kind) return row.telling;
    return telling_of(core::event_kind(kind));
}

std::string filled(std::string_view words, std::string_view whom, std::string_view what) {
    std::string text;
    for (const char c : words) {
        if (c == '@')
            text += whom;
        else if (c == '#')
            text += what;
        else
            text += c;
    }
    return text;
}

std::string parties_text(const std::vector<std::string>& names) {
    if (names.empty()) return "somebody not named";
    std::vector<std::string> texts;
    texts.reserve(names.size());
    for (const auto& name : names) texts.push_back(party_text(name));
    return and_list(texts);
}

// "AI researchers (unnamed)" are several.
bool are_several(const std::vector<std::string>& who) {
    if (who.size() != 1) return who.size() > 1;
    const bool group = who[0].ends_with(core::kUnnamedSuffix);
    return group && party_text(who[0]).ends_with('s');
}

std::string sentence(const Telling& telling, const std::vector<std::string>& who,
                     const std::vector<std::string>& whom, const std::vector<core::Conduct>& what) {
    const bool about_others = !whom.empty() && who != whom;
    const std::string_view conduct =
        what.empty() ? std::string_view() : core::term(what.front()).label;
    const auto words = about_others ? (conduct.empty() ? telling.whom : telling.both)
                                    : (conduct.empty() ? telling.nothing : telling.what);
    auto text = parties_text(who) + ' ' +
                std::string(are_several(who) ? telling.many : telling.one) + ' ' +
                filled(words, about_others ? parties_text(whom) : "", conduct);
    // Only our own stand-ins begin in lower case on purpose.
    if (who.empty() || !core::is_named(who.front()))
        text.front() = text.front() >= 'a' && text.front() <= 'z'
                           ? static_cast<char>(text.front() - 'a' + 'A')
                           : text.front();
    return text;
}

std::vector<std::string> names(const std::vector<core::Party>& parties) {
    std::vector<std::string> all;
    all.reserve(parties.size());
    for (const auto& party : parties) all.push_back(party.name);
    return all;
}

}  // namespace

std::string event_sentence(const core::Event& event) {
    return sentence(telling_of(event.kind), event.claimant, event.accused, event.conduct);
}

std::string claim_sentence(const core::Claim& claim) {
    return sentence(telling_of(claim.kind), names(claim.claimant), names(claim.accused),
                    claim.conduct);
}

}  // namespace web
