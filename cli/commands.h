// The commands, one function each; what they take is what the command line gave them.
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "core/vocabulary.h"
#include "search/search.h"

namespace cli {

// ── getting articles in ──

struct CrawlOptions {
    std::vector<std::string> sources;  // URLs, outlets or domains; empty: all
    bool watch = false, dry_run = false;
    std::string since;          // "2025-06-01"; "" none
    std::size_t max_pages = 0;  // 0: no limit
    std::vector<std::string> resolve;
};
struct InputOptions {
    std::vector<std::string> files;
};
struct ExtractOptions {
    std::vector<std::string> files;
    std::string jsonl;  // a file, or "-"
    bool page_only = false;
    bool attributions = false;
};
Exit init(const Context& context, const std::string& opml);  // feeds to add, "" none
Exit crawl(const Context& context, const CrawlOptions& options);
Exit preview_crawl(const Context& context, const CrawlOptions& options);
Exit add(const Context& context, const std::vector<std::string>& urls);
Exit import(const Context& context, const InputOptions& options);
Exit extract(const Context& context, const ExtractOptions& options);

// ── asking ──

struct SearchOptions {
    std::vector<std::string> words;
    std::string in, from, to, sort = "rank", queries;
    std::size_t limit = 20, offset = 0;
    bool explain = false;
};
struct TimelineOptions {
    std::vector<std::string> words;
    std::string format = "text";
};
struct ExportOptions {
    std::string format = "jsonl";
    std::string kind = "claims";
    std::vector<std::string> words;
};
enum class Thing { Dispute, Claim, Allegation, Article, Entity, Outlet };
Exit search_for(const Context& context, const SearchOptions& options);
Exit timeline(const Context& context, const TimelineOptions& options);
Exit disputes(const Context& context);
Exit show_thing(const Context& context, Thing thing, const std::string& name);
Exit export_all(const Context& context, const ExportOptions& options);
Exit stats(const Context& context);

// ── understanding and keeping it sound ──

struct ExplainOptions {
    std::string kind;   // robots, feed, sitemap, url, charset, date, address
    std::string input;  // a file or a URL, "" with jsonl
    std::string jsonl;
    std::string agent = "claimtrail", url, base, content_type;
};
struct ShowOptions {
    std::string stage;  // page, article, sentences, claims
    std::string file;
};
Exit explain(const Context& context, const ExplainOptions& options);
Exit show_stage(const Context& context, const ShowOptions& options);
enum class Repair { No, Yes };
Exit check(const Context& context, Repair repair);
Exit reindex(const Context& context, std::size_t shards);  // 0: the home's own index
Exit reextract(const Context& context);
Exit backup(const Context& context, const std::string& file);

// ── correcting ──

struct CorrectOptions {
    enum class What { Claim, Merge, Undo, List } what = What::List;
    std::string first, second;  // the ids or names that it is about
    bool reject = false;
    std::map<core::ClaimSlot, std::vector<std::string>> slots;  // "none" alone: nobody
    std::string editor, reason;
    bool all = false;  // undone ones too
};
Exit correct(const Context& context, const CorrectOptions& options);

// ── serving ──

Exit serve(const Context& context, const std::string& listen);
struct DemoOptions {
    std::string folder;  // of the sample news web
    bool once = false;
};
Exit demo(const Context& context, const DemoOptions& options);

}  // namespace cli
