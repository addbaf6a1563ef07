#include "extractor/claims/scene.h"

#include <algorithm>

#include "extractor/claims/matter_words.h"
#include "extractor/claims/outlet_credits.h"
#include "extractor/claims/words.h"

namespace extractor {

namespace {

using namespace words;

// Verbs whose form is a noun as often: "the claims", "Reddit's charges", "a ruling".
constexpr auto kAlsoNouns = std::to_array<std::string_view>(
    {"claim",       "claims",   "claimed",   "charge",     "charges", "suit",     "suits",
     "rules",       "rule",     "ruling",    "order",      "orders",  "appeal",   "settlement",
     "settlements", "fine",     "fines",     "fined",      "probe",   "probes",   "question",
     "questions",   "document", "documents", "shows",      "show",    "alleged",  "accused",
     "concern",     "concerns", "block",     "blocks",     "ban",     "bans",     "cut",
     "cuts",        "report",   "reports",   "highlights", "respond", "response", "proposed",
     "reported",    "found",    "finds",     "finding",    "posted",  "states",   "state",
     "notes",       "note",     "worries",   "drop",       "drops",   "notices",  "notice"});

// "Signed copies of her books" tells of no copying.
constexpr auto kAlsoCopies = std::to_array<std::string_view>({"copy", "copies"});

bool is_noun_here(const Scene& scene, const Match& match) {
    const auto words = scene.words;
    if (match.end - match.begin != 1 || !in(kAlsoNouns, words[match.begin].lower)) return false;
    const bool governs_name = match.end < words.size() && words[match.end].mention >= 0;
    if (!scene.tree.empty() && scene.tree.upos(match.begin) == Upos::Noun && !governs_name)
        return true;
    if (match.begin == 0) return false;
    const auto before = words[match.begin - 1].lower;
    return in(kDeterminers, before) || before == "'s" || before == "our" || before == "of" ||
           before == "for" || before == "in" || before == "from" || before == "other" ||
           before == "against" || before == "class" || before == "copyright" || before == "any";
}

// "ZURICH (Kestrel Wire) - ": the words before what the agency tells.
std::size_t behind_dateline(std::span<const ReadWord> words) {
    constexpr std::size_t kLongest = 12;
    std::size_t open = 0, at = 0;
    for (; at < std::min(words.size(), kLongest); ++at) {
        if (words[at].lower == "(") ++open;
        if (words[at].lower == ")" && open > 0) break;
    }
    if (at + 2 >= std::min(words.size(), kLongest) || open == 0) return 0;
    const auto dash = words[at + 1].lower;
    return dash == "-" || dash == "–" || dash == "—" || dash == "--" ? at + 2 : 0;
}

std::vector<Match> longest_disjoint(std::vector<Match> matches) {
    std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    std::vector<Match> kept;
    for (const auto& match : matches)
        if (kept.empty() || match.begin >= kept.back().end) kept.push_back(match);
    return kept;
}

std::vector<Match> ascending(std::vector<Match> matches) {
    std::stable_sort(matches.begin(), matches.end(),
                     [](const Match& a, const Match& b) { return a.begin < b.begin; });
    return matches;
}

// "Bloomberg first reported that …": the outlet tells, somebody else claims.
constexpr auto kReporting = std::to_array<std::string_view>(
    {"reported", "reports", "report", "writes", "reveals", "revealed", "notes", "noted"});

std::vector<Match> reporting(std::span<const ReadWord> words, const Reading& reading) {
    std::vector<Match> found;
    for (std::size_t at = 1; at < words.size(); ++at) {
        if (!in(kReporting, words[at].lower)) continue;
        auto before = at;
        bool is_denied = false;
        while (before > 0 && (in(kBetweenSubjectAndVerb, words[before - 1].lower) ||
                              words[before - 1].lower == "first")) {
            is_denied = is_denied || in(kDenials, words[before - 1].lower);
            --before;
        }
        if (is_denied) continue;
        if (before > 0 && names_outlet(words.subspan(before - 1, 1), reading))
            found.push_back({0, before - 1, at + 1});
    }
    return found;
}

std::vector<std::size_t> credited_words(const Scene& scene) {
    std::vector<std::size_t> credited;
    for (const auto& match : scene.credits)
        for (auto at = match.begin; at < match.end; ++at)
            if (scene.words[at].mention >= 0) credited.push_back(at);
    return credited;
}

// A claim is a noun or a verb; which, the tree tells.
bool is_wrong_class(const Scene& scene, const Match& match) {
    const auto first = match.begin;
    const bool is_noun = Clues::builtin().act_of[match.rule].frame == Frame::Noun;
    if (is_noun) return scene.tree.is_verb(first) && in(kAlsoNouns, scene.words[first].lower);
    return is_noun_here(scene, match);
}

}  // namespace

Scene scene_of(std::span<const ReadWord> words, const Reading& reading) {
    const auto& clues = Clues::builtin();
    words = words.subspan(behind_dateline(words));
    Scene scene{.words = words};
    auto acts = clues.acts.find(words, reading);
    scene.conducts = ascending(clues.conducts.find(words, reading));
    scene.evidence = ascending(clues.evidence.find(words, reading));
    scene.credits = clues.credits.find(words, reading);
    const bool is_empty = acts.empty() && scene.conducts.empty() && scene.evidence.empty();
    if (!is_empty || names_outlet(words, reading)) scene.tree = reading.parse(words);
    std::erase_if(acts, [&](const Match& match) { return is_wrong_class(scene, match); });
    scene.acts = longest_disjoint(std::move(acts));
    for (const auto& match : reporting(words, reading)) {
        scene.credits.push_back(match);
        std::erase_if(scene.acts, [&](const Match& act) {
            return act.begin >= match.begin && act.begin < match.end;
        });
    }
    scene.credits = ascending(std::move(scene.credits));
    scene.credited = credited_words(scene);
    if (is_empty) return scene;
    std::erase_if(scene.conducts, [&](const Match& match) {
        return in(kAlsoCopies, words[match.begin].lower) && scene.tree.is_noun(match.begin);
    });
    const bool has_bots = any_word(scene, {0, words.size()}, kBots);
    std::erase_if(scene.conducts, [&](const Match& match) {
        return has_bots &&
               clues.conduct_of[match.rule] == core::Conduct::SelfIdentificationAsOtherModel;
    });
    scene.hedges = ascending(clues.hedges.find(words, reading));
    return scene;
}

}  // namespace extractor
