// What an index is made of, for its reader and its writer. Private to search/;
// include <xapian.h> before it.
#pragma once
#include <string>
#include <vector>

#include "search/day_terms.h"
#include "search/search.h"
#include "search/shards.h"
#include "search/spelling.h"

namespace search {

inline constexpr const char* kAppliedKey = "applied";  // of metadata
inline constexpr const char* kStoreKey = "store";
inline constexpr const char* kAnalyserKey = "analyser";

// Throws core::SystemError: what happened to which index, and what to do.
[[noreturn]] void broken(const std::string& folder, const Xapian::Error& error);
std::int64_t number(const std::string& text);

struct Index::Impl {
    static constexpr int kRetries = 100;  // a writer may commit while we read

    Xapian::Database db;
    std::string folder;
    std::vector<std::string> shards = {};  // none: db is the index in the folder
    Opened opened = {};

    // Runs a read again where a writer has moved on beneath it.
    template <class Read>
    auto read(Read read_once) -> decltype(read_once(db)) {
        for (int attempt = 1;; ++attempt) {
            try {
                if (attempt > 1) db.reopen();  // may itself be overtaken
                return read_once(db);
            } catch (const Xapian::DatabaseModifiedError& error) {
                if (attempt == kRetries) broken(folder, error);
            } catch (const Xapian::NetworkError& error) {
                if (attempt > 2) broken(folder, error);
                opened = open_shards(shards, db);  // without those that are gone
            } catch (const Xapian::Error& error) {
                broken(folder, error);
            }
        }
    }
    // What was missing may be back.
    void look_for_missing() {
        if (!opened.missing.empty()) opened = open_shards(shards, db);
    }
    Reading reading(const Xapian::Database& of) const {
        return {.db = of,
                .is_remote = opened.is_remote,
                .published = days_in(kPublished, of),
                .happened = days_in(kHappened, of)};
    }
    void tell_missing(Found& found) const {
        found.partial = !opened.missing.empty();
        for (const auto& shard : opened.missing)
            found.notes.push_back("a shard is missing, so that not all is found: " + shard);
    }
};

}  // namespace search
