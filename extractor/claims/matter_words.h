// Words by which a sentence belongs to these disputes, and by which it denies. Private to
// extractor/.
#pragma once
#include <array>
#include <string_view>

namespace extractor::words {

inline constexpr auto kLegal = std::to_array<std::string_view>(
    {"lawsuit",    "lawsuits",  "suit",       "case",    "complaint", "motion",
     "injunction", "verdict",   "ruling",     "fine",    "fined",     "regulator",
     "watchdog",   "authority", "commission", "damages", "judgment",  "settlement",
     "appeal",     "copyright", "dpa",        "claims"});
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
inline constexpr auto kNegations =
    std::to_array<std::string_view>({"not",      "n't",           "never",     "no",
                                     "neither",  "nor",           "without",   "false",
                                     "baseless", "unlawful",      "lawful",    "legal",
                                     "fair",     "misunderstood", "wrong",     "nothing",
                                     "none",     "untrue",        "outside",   "transformative",
                                     "scratch",  "unfounded",     "meritless", "independently"});
// How somebody judges what is said of it.
inline constexpr auto kVerdicts = std::to_array<std::string_view>(
    {"true", "untrue", "false", "wrong", "wrongdoing", "happened", "baseless", "query", "misread",
     "misunderstanding", "nonsense", "accused"});
inline constexpr auto kNots =
    std::to_array<std::string_view>({"not", "n't", "never", "neither", "nor"});
inline constexpr auto kNotAlone = std::to_array<std::string_view>({"only", "just", "merely"});
// What is only planned, or asked, was not done.
inline constexpr auto kPlans = std::to_array<std::string_view>(
    {"would", "will", "whether", "plan", "plans", "planned", "decide", "decided", "consider",
     "considering", "threatened", "intends", "may"});
// Bots introduce themselves to servers; that is no mistaken identity.
inline constexpr auto kBots =
    std::to_array<std::string_view>({"crawler", "crawlers", "bot", "bots", "spider", "user-agent"});
inline constexpr auto kPleas = std::to_array<std::string_view>(
    {"fair", "lawful", "lawfully", "transformative", "legal", "permitted", "scratch"});
inline constexpr auto kSuits = std::to_array<std::string_view>(
    {"claim", "claims", "suit", "lawsuit", "lawsuits", "case", "complaint", "allegation",
     "allegations", "action", "apology"});

}  // namespace extractor::words
