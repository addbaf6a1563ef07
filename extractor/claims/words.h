// Closed classes of English words that the claims need. Private to extractor/.
#pragma once
#include <algorithm>
#include <array>
#include <string_view>

namespace extractor {

namespace words {

inline constexpr auto kBetweenSubjectAndVerb = std::to_array<std::string_view>(
    {"has",      "have",      "had",        "is",         "are",      "was",          "were",
     "be",       "been",      "being",      "will",       "would",    "also",         "now",
     "recently", "publicly",  "repeatedly", "later",      "then",     "never",        "not",
     "n't",      "strongly",  "flatly",     "firmly",     "once",     "already",      "since",
     "again",    "currently", "further",    "previously", "formally", "specifically", "did",
     "does",     "do",        "jointly"});
inline constexpr auto kPrepositions = std::to_array<std::string_view>(
    {"including", "of", "at", "from", "for", "by", "with", "in", "against", "to", "on", "about",
     "over", "into", "between", "than", "after", "like", "under"});
inline constexpr auto kDeterminers = std::to_array<std::string_view>(
    {"the",  "a",     "an",      "some", "many",  "several", "its",     "their",
     "his",  "her",   "this",    "that", "these", "those",   "two",     "three",
     "both", "other", "another", "one",  "most",  "few",     "various", "multiple"});
inline constexpr auto kIndefinite = std::to_array<std::string_view>({"a", "an", "another"});
inline constexpr auto kPersonPronouns =
    std::to_array<std::string_view>({"he", "she", "him", "her"});
inline constexpr auto kOtherPronouns =
    std::to_array<std::string_view>({"it", "they", "them", "we", "its", "their"});
inline constexpr auto kConjunctions = std::to_array<std::string_view>({"and", "or", "but", "then"});
inline constexpr auto kRelatives = std::to_array<std::string_view>({"who", "which", "that"});
inline constexpr auto kBeforeTime =
    std::to_array<std::string_view>({"last", "late", "early", "this", "in", "on", "next", "that"});
inline constexpr auto kCourts = std::to_array<std::string_view>(
    {"court", "judge", "judges", "jury", "tribunal", "magistrate", "justices", "circuit"});
inline constexpr auto kJudges = std::to_array<std::string_view>({"judge", "justice", "magistrate"});
inline constexpr auto kTelling = std::to_array<std::string_view>(
    {"told", "tells", "telling", "informed", "informs", "warned", "warns", "asked"});
inline constexpr auto kDeeds = std::to_array<std::string_view>(
    {"breach", "use", "theft", "infringement", "scraping", "violation", "violations", "misuse",
     "copying", "training", "leak", "exfiltration", "piracy"});
inline constexpr auto kLinked = std::to_array<std::string_view>(
    {"linked", "tied", "connected", "attributed", "traced", "belonging"});
inline constexpr auto kOwnerLinks =
    std::to_array<std::string_view>({"for", "by", "from", "at", "of"});
inline constexpr auto kMade = std::to_array<std::string_view>(
    {"filed", "lodged", "brought", "submitted", "written", "made", "led", "signed", "released"});
inline constexpr auto kQuoteMarks =
    std::to_array<std::string_view>({"\"", "“", "”", "''", "``", "‘", "«", "»", "„"});
inline constexpr auto kToBe = std::to_array<std::string_view>(
    {"is", "are", "was", "were", "has", "have", "had", "been", "will"});

// What a sentence is about when it belongs to these disputes.
inline constexpr auto kMatter = std::to_array<std::string_view>(
    {"train",      "trained",  "training",     "data",        "dataset",      "datasets",
     "model",      "models",   "copyright",    "copyrighted", "copyrights",   "works",
     "work",       "books",    "images",       "lyrics",      "songs",        "music",
     "code",       "output",   "outputs",      "content",     "articles",     "licence",
     "license",    "licenses", "licensing",    "scraping",    "infringement", "voice",
     "photos",     "claims",   "claim",        "allegations", "allegation",   "accusations",
     "accusation", "lawsuit",  "suit",         "case",        "complaint",    "chatbot",
     "api",        "fair",     "distillation", "piracy",      "pirated",      "decision",
     "ruling"});
inline constexpr auto kNegations = std::to_array<std::string_view>(
    {"not",   "n't",      "never",          "no",      "neither",   "nor",       "without",
     "false", "baseless", "unlawful",       "lawful",  "legal",     "fair",      "misunderstood",
     "wrong", "outside",  "transformative", "scratch", "unfounded", "meritless", "independently"});
inline constexpr auto kNots =
    std::to_array<std::string_view>({"not", "n't", "never", "neither", "nor"});
inline constexpr auto kNotAlone = std::to_array<std::string_view>({"only", "just", "merely"});
inline constexpr auto kClauseStarts =
    std::to_array<std::string_view>({",", "and", "but", ";", "while", "although", "though", ":"});
inline constexpr auto kTimeWords = std::to_array<std::string_view>(
    {"monday",  "tuesday",   "wednesday", "thursday", "friday",   "saturday",  "sunday",
     "january", "february",  "march",     "april",    "may",      "june",      "july",
     "august",  "september", "october",   "november", "december", "week",      "month",
     "year",    "today",     "yesterday", "earlier",  "ago",      "afternoon", "evening"});

template <std::size_t N>
constexpr bool in(const std::array<std::string_view, N>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace words

}  // namespace extractor
