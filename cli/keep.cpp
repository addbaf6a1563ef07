// check, reindex, reextract, backup: keeping what is stored sound.
#include <cerrno>
#include <cstdio>
#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <fmt/format.h>

#include "cli/check_index.h"
#include "cli/commands.h"
#include "cli/home.h"
#include "cli/known_names.h"
#include "cli/pipeline.h"
#include "cli/stop.h"

namespace cli {

namespace {

namespace fs = std::filesystem;
using json = nlohmann::ordered_json;

constexpr std::size_t kPage = 500;  // articles looked at together

template <class Each>
void each_article(const store::Reader& store, Each each) {
    for (std::size_t offset = 0; !stop_requested(); offset += kPage) {
        const auto ids = store.articles({.limit = kPage, .offset = offset});
        for (const auto id : ids) each(id);
        if (ids.size() < kPage) return;
    }
}

// Every capture that an article came from must be readable and be the bytes it was.
std::vector<std::string> problems_of_captures(const Context& context, const store::Reader& store) {
    std::vector<std::string> problems;
    each_article(store, [&](core::ArticleId id) {
        const auto article = store.article(id);
        const auto capture =
            article && article->capture ? store.capture(*article->capture) : std::nullopt;
        if (!capture) return;
        const auto page =
            crawler::read_capture(context.home.captures() / capture->warc_file, capture->offset);
        if (!page)
            problems.push_back(
                fmt::format("captures: {}: {}", capture->warc_file, page.error().message));
        else if (crawler::sha256_hex(page->body) != capture->sha256)
            problems.push_back(fmt::format("captures: {} at {}: not the bytes that were fetched",
                                           capture->warc_file, capture->offset));
    });
    return problems;
}

// Two folders change their names at once, so that a reader always finds one of them whole.
void exchange(const fs::path& fresh, const fs::path& old) {
    if (!fs::exists(old)) return fs::rename(fresh, old);
    if (renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, old.c_str(), RENAME_EXCHANGE) != 0)
        throw core::SystemError(fmt::format("{}: cannot be replaced: {}", old.string(),
                                            std::generic_category().message(errno)));
    fs::remove_all(fresh);
}

// Made beside the old one, which answers until the new one is whole. Whoever holds the store for
// writing is the only one to write the index: an old one that is broken stands in nobody's way.
std::vector<std::string> problems_of_home(const Context& context) {
    const auto store = open_for_reading(context.home);
    auto problems = store.problems();
    for (auto& problem : problems_of_captures(context, store))
        problems.push_back(std::move(problem));
    for (auto& problem : problems_of_index(context.home, store))
        problems.push_back(std::move(problem));
    return problems;
}

void print_problems(const Context& context, const std::vector<std::string>& problems) {
    if (context.json()) return print_line(json{{"problems", problems}}.dump());
    for (const auto& problem : problems) print_line(problem);
}

void build_index(const fs::path& folder, const store::Store& store, Share share) {
    const fs::path grown = folder.string() + ".grown";
    const fs::path fresh = folder.string() + ".new";
    fs::remove_all(grown);
    fs::remove_all(fresh);
    {
        auto index = search::IndexWriter::open(grown, store.uuid());
        catch_up(store, index, share);
        index.copy_compacted(fresh);
    }
    fs::remove_all(grown);
    exchange(fresh, folder);
}

void rebuild_index(const Context& context, const store::Store& store) {
    build_index(context.home.index(), store, {});
}

// shards/1, shards/2 …
Exit build_shards(const Context& context, const store::Store& store, std::size_t count) {
    const auto folder = context.home.dir / "shards";
    fs::create_directories(folder);
    std::int64_t documents = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto shard = folder / std::to_string(i + 1);
        build_index(shard, store, {static_cast<std::int64_t>(i), static_cast<std::int64_t>(count)});
        const auto held = search::Index::open(shard).documents();
        tell(context, fmt::format("reindex: {}: {} documents", shard.string(), held));
        documents += held;
    }
    if (context.json()) print_line(json{{"documents", documents}, {"shards", count}}.dump());
    return Exit::Done;
}

// The article as it was read, from its capture where there is one, else from its stored text.
core::Result<core::Article> read_again(const Context& context, const store::Store& store,
                                       const core::ArticleRecord& record) {
    const auto capture = record.capture ? store.capture(*record.capture) : std::nullopt;
    if (!capture) return record.article;
    const auto page =
        crawler::read_capture(context.home.captures() / capture->warc_file, capture->offset);
    if (!page) return tl::unexpected(page.error());
    return extractor::read_article(*page);
}

}  // namespace

Exit check(const Context& context, Repair repair) {
    const auto problems = problems_of_home(context);
    print_problems(context, problems);
    if (problems.empty()) {
        tell(context, "check: store, index and captures agree");
        return Exit::Done;
    }
    if (repair == Repair::No) return Exit::SomeFailed;
    rebuild_index(context, open_for_writing(context.home));
    const auto left = problems_of_home(context);
    for (const auto& problem : left) tell(context, "check: still there: " + problem);
    tell(context, fmt::format("check: index rebuilt; {} problems are left", left.size()));
    return left.empty() ? Exit::Done : Exit::SomeFailed;
}

Exit reindex(const Context& context, std::size_t shards) {
    open_for_reading(context.home);  // says what to do where nothing is stored
    const auto store = open_for_writing(context.home);
    if (shards > 0) return build_shards(context, store, shards);
    rebuild_index(context, store);
    const auto documents = open_index(context.home).documents();
    if (context.json()) print_line(json{{"documents", documents}}.dump());
    tell(context, fmt::format("reindex: {} documents", documents));
    return Exit::Done;
}

Exit reextract(const Context& context) {
    open_for_reading(context.home);
    auto store = open_for_writing(context.home);
    auto index = open_index_for_writing(context.home, store);
    const auto lexicon = lexicon_of(context.config);
    Pipeline pipeline(store, index, lexicon, outlet_names(context.config.sources));
    std::size_t failures = 0;
    each_article(store, [&](core::ArticleId id) {
        const auto record = store.article(id);
        if (!record) return;
        auto article = read_again(context, store, *record);
        if (!article) {
            complain(context.format,
                     {article.error().kind, article.error().message, core::to_text(id)});
            ++failures;
            return;
        }
        article->input_id = record->article.input_id;
        pipeline.ingest_again(*article, *record);
    });
    pipeline.conclude();
    if (context.json())
        print_line(json{{"articles", pipeline.articles()}, {"claims", pipeline.claims()}}.dump());
    tell(context,
         fmt::format("reextract: {} articles, {} claims", pipeline.articles(), pipeline.claims()));
    if (stop_requested()) return Exit::Interrupted;
    return failures == 0 ? Exit::Done : Exit::SomeFailed;
}

Exit backup(const Context& context, const std::string& file) {
    if (fs::exists(file))
        return refuse(context, {core::Failure::Kind::BadConfiguration,
                                "is there already; name a new file", file});
    open_for_reading(context.home).backup(file);
    if (context.json()) print_line(json{{"file", file}}.dump());
    tell(context, fmt::format("backup: {} written; captures and index are not in it", file));
    return Exit::Done;
}

}  // namespace cli
