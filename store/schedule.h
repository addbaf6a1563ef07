// What is to be fetched, when, and how it went. Part of the store's door.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "store/schedule_rows.h"

namespace store {

namespace sqlite {
class Database;
}

class ScheduleReader {
public:
    std::vector<SourceRow> sources() const;
    std::optional<FrontierRow> page(const core::Url& url) const;
    std::optional<core::Instant> next_due() const;  // of anything
    std::vector<FrontierRow> pages_due(core::Instant now, std::size_t limit) const;
    std::int64_t pages_waiting() const;
    // How each source, and the pages it named, fared in the newest fetches.
    std::vector<SourceFigures> source_figures(std::int64_t newest_fetches) const;
    std::vector<RunRow> last_runs(std::size_t limit) const;
    std::vector<FetchLogRow> last_fetches(std::size_t limit) const;
    std::vector<FetchLogRow> last_failures(std::size_t limit) const;

protected:
    friend class Reader;
    explicit ScheduleReader(sqlite::Database& db) : db_(db) {}
    sqlite::Database& db_;  // the Reader's own; a schedule must not outlive it
};

class Schedule : public ScheduleReader {
public:
    // Makes the stored sources those of the configuration; ones no longer named rest, not vanish.
    void set_sources(const std::vector<SourceSpec>& specs, core::Instant now);
    std::vector<SourceRow> sources_due(core::Instant now) const;

    // What an index names now, and how deep below its source that is. Whoever is named for the
    // first time, or with another lastmod, is due; at most `most` are kept for a source. Returns
    // how many became due.
    struct Naming {
        core::SourceId source;
        core::Url index;
        int depth = 1;
        enum class List { Whole, Cut } list = List::Whole;  // of one that was cut off, none vanish
        std::size_t most = 1000;
    };
    std::size_t set_children(const Naming& naming, const std::vector<NamedSitemap>& named,
                             core::Instant now);
    // Of active sources, the longest due first.
    std::vector<ChildSitemap> children_due(core::Instant now, std::size_t limit) const;
    std::vector<ChildSitemap> children(core::SourceId source) const;
    void visited_child(const core::Url& url, const Visit& visit);

    // Adds pages that are not known yet; returns how many were new.
    std::size_t enqueue(const std::vector<FrontierRow>& pages);
    void visited(core::SourceId source, const Visit& visit);
    void visited(const core::Url& page, const Visit& visit);
    void forget(const core::Url& page);  // never to be fetched again: refused, gone, redirected

    core::RunId begin_run(std::string_view command, core::Instant now);
    void end_run(const RunRow& run);
    void log(const FetchLogRow& fetch);

private:
    friend class Store;
    using ScheduleReader::ScheduleReader;
};

}  // namespace store
