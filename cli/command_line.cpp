#include "cli/command_line.h"

#include <CLI/CLI.hpp>

#include <fmt/format.h>

#include "cli/correct_line.h"
#include "cli/version.h"

namespace cli {

namespace {

class CommandLine {
public:
    explicit CommandLine(Options& options) : o_(options) {
        app_.set_version_flag("--version", std::string(kProgramVersion));
        app_.require_subcommand(1);
        app_.fallthrough();
        app_.add_option("--home", o_.globals.home, "the folder that holds everything")
            ->type_name("DIR");
        app_.add_option("--config", o_.globals.config, "config.toml")->type_name("FILE");
        app_.add_flag("--quiet,-q", o_.globals.quiet, "results only, no messages");
        app_.add_flag("-v,--verbose", o_.globals.verbose, "more messages");
        app_.add_flag("--json", o_.globals.json, "results and errors as JSON");
        app_.footer(
            "Start with:\n  claimtrail init\n  claimtrail crawl\n  claimtrail disputes\n"
            "  claimtrail serve\nEvery command has examples: claimtrail search --help");
        add_gathering();
        add_asking();
        add_things();
        add_keeping();
        add_correct();
        add_later();
    }
    CLI::App& app() { return app_; }

private:
    CLI::App* command(const char* name, const char* what, const char* examples, Command run) {
        CLI::App* sub = app_.add_subcommand(name, what);
        sub->footer(std::string("Examples:\n") + examples);
        sub->fallthrough();
        sub->callback([this, run = std::move(run)] { o_.chosen = run; });
        return sub;
    }

    void add_gathering() {
        command("init", "write a commented configuration with real feeds, and create the store",
                "  claimtrail init\n  claimtrail --home ./news --config ./news.toml init\n"
                "  claimtrail init --opml feeds-of-my-reader.opml",
                [&o = o_](const Context& c) { return init(c, o.name); })
            ->parse_complete_callback([&o = o_] { o.makes_config = true; })
            ->add_option("--opml", o_.name, "make sources of the feeds in it")
            ->type_name("FILE");
        auto* crawl_command = command(
            "crawl", "fetch what is due, and run the whole pipeline on what arrives",
            "  claimtrail crawl\n  claimtrail crawl --watch\n"
            "  claimtrail crawl https://example.org/feed.xml --since 2025-06-01 --max-pages 50",
            [&o = o_](const Context& c) { return crawl(c, o.crawl); });
        crawl_command->add_option("source", o_.crawl.sources,
                                  "only these sources: URL, outlet or domain");
        auto* watch = crawl_command->add_flag("--watch", o_.crawl.watch, "go on until interrupted");
        crawl_command->add_flag("--dry-run", o_.crawl.dry_run, "only say what is due")
            ->excludes(watch);
        crawl_command->add_option("--since", o_.crawl.since, "no articles published before");
        crawl_command->add_option("--max-pages", o_.crawl.max_pages, "at most so many pages");
        crawl_command->add_option("--resolve", o_.crawl.resolve, "HOST:PORT:ADDRESS, as curl's")
            ->take_all();
        command("add", "fetch single pages and run the pipeline on them",
                "  claimtrail add https://example.org/2025/06/03/story",
                [&o = o_](const Context& c) { return add(c, o.urls); })
            ->add_option("url", o_.urls)
            ->required();
        command("import", "the pipeline without the network: HTML, WARC or JSON lines",
                "  claimtrail import story.html archive.warc.gz articles.jsonl\n"
                "  zcat articles.jsonl.gz | claimtrail import -",
                [&o = o_](const Context& c) { return import(c, o.import); })
            ->add_option("file", o_.import.files, "\"-\" is standard input")
            ->required();
        add_extract();
    }

    void add_extract() {
        auto* sub = command("extract", "the extractor alone, no store: one JSON result per line",
                            "  claimtrail extract story.html\n"
                            "  claimtrail extract --page-only --jsonl - < pages.jsonl",
                            [&o = o_](const Context& c) { return extract(c, o.extract); });
        auto* files = sub->add_option("file", o_.extract.files, "HTML, WARC or JSON lines");
        sub->add_option("--jsonl", o_.extract.jsonl, "JSON lines, \"-\" is standard input")
            ->excludes(files);
        sub->add_flag("--page-only", o_.extract.page_only, "only the article, no claims");
        sub->add_flag("--attributions", o_.extract.attributions, "who said what, of anything");
    }

    void add_asking() {
        auto* sub = command(
            "search", "ranked search over claims, articles and entities",
            "  claimtrail search distillation by:OpenAI\n"
            "  claimtrail search '\"training data\" -about:Meta date:2025-01..' --sort date\n"
            "  claimtrail search kind:denial --in claims --limit 5 --json",
            [&o = o_](const Context& c) { return search_for(c, o.search); });
        sub->add_option("query", o_.search.words);
        sub->add_option("--in", o_.search.in)
            ->check(CLI::IsMember({"claims", "articles", "entities"}));
        sub->add_option("--from", o_.search.from, "from this day, month or year on");
        sub->add_option("--to", o_.search.to, "up to this day, month or year");
        sub->add_option("--limit", o_.search.limit)->check(CLI::Range(0, 10'000));
        sub->add_option("--offset", o_.search.offset)->check(CLI::Range(0, 1'000'000));
        sub->add_option("--sort", o_.search.sort)
            ->check(CLI::IsMember({"rank", "date", "origins"}));
        sub->add_flag("--explain", o_.search.explain, "how the query is read, and no more");
        sub->add_option("--queries", o_.search.queries, "a file of id<TAB>query lines");
        sub = command("timeline", "dated events of a dispute, or of the claims a query finds",
                      "  claimtrail timeline d1\n  claimtrail timeline about:DeepSeek --format md",
                      [&o = o_](const Context& c) { return timeline(c, o.timeline); });
        sub->add_option("dispute-or-query", o_.timeline.words)->required();
        sub->add_option("--format", o_.timeline.format)
            ->check(CLI::IsMember({"text", "json", "csv", "md", "timelinejs"}));
        sub = command("export", "claims, articles or disputes for other programs",
                      "  claimtrail export --format csv > claims.csv\n"
                      "  claimtrail export --format jsonl --kind articles\n"
                      "  claimtrail export --format gexf about:DeepSeek > who-accuses-whom.gexf",
                      [&o = o_](const Context& c) { return export_all(c, o.exporting); });
        sub->add_option("--format", o_.exporting.format)
            ->required()
            ->check(CLI::IsMember({"csv", "jsonl", "timelinejs", "jsonld", "ftm", "gexf"}));
        sub->add_option("--kind", o_.exporting.kind)
            ->check(CLI::IsMember({"claims", "articles", "disputes"}));
        sub->add_option("query", o_.exporting.words);
    }

    void add_things() {
        command("disputes", "all disputes, those with most articles first",
                "  claimtrail disputes\n  claimtrail disputes --json",
                [](const Context& c) { return disputes(c); });
        struct Row {
            Thing thing;
            const char* name;
            const char* what;
            const char* examples;
        };
        static constexpr Row rows[] = {
            {Thing::Dispute, "dispute", "one dispute with its events", "  claimtrail dispute d1"},
            {Thing::Claim, "claim", "one claim with its slots", "  claimtrail claim c17"},
            {Thing::Allegation, "allegation", "one allegation: the same claim in several articles",
             "  claimtrail allegation g3"},
            {Thing::Article, "article", "one article, by id or URL",
             "  claimtrail article a3\n  claimtrail article https://example.org/story"},
            {Thing::Entity, "entity", "one entity, by name or id",
             "  claimtrail entity DeepSeek\n  claimtrail entity e5"},
            {Thing::Outlet, "outlet", "what one outlet reported",
             "  claimtrail outlet example.org"},
        };
        for (const Row& row : rows)
            command(row.name, row.what, row.examples,
                    [&o = o_, thing = row.thing](const Context& c) {
                        return show_thing(c, thing, o.name);
                    })
                ->add_option("id", o_.name)
                ->required();
    }

    void add_keeping() {
        command("serve", "the web site, feeds and JSON API",
                "  claimtrail serve\n  claimtrail serve --listen 127.0.0.1:9000",
                [&o = o_](const Context& c) { return serve(c, o.listen); })
            ->add_option("--listen", o_.listen)
            ->type_name("ADDRESS:PORT");
        add_explain();
        auto* sub =
            command("show", "one stage's output, to understand a result",
                    "  claimtrail show claims story.html\n  claimtrail show page story.html",
                    [&o = o_](const Context& c) { return show_stage(c, o.show); });
        sub->add_option("stage", o_.show.stage)
            ->required()
            ->check(CLI::IsMember({"page", "article", "sentences", "claims"}));
        sub->add_option("file", o_.show.file)->required();
        command(
            "check", "consistency of store, index and captures",
            "  claimtrail check\n  claimtrail check --repair",
            [&o = o_](const Context& c) { return check(c, o.repair ? Repair::Yes : Repair::No); })
            ->add_flag("--repair", o_.repair, "rebuild what can be rebuilt");
        command("reindex", "rebuild the index from the store",
                "  claimtrail reindex\n  claimtrail reindex --shards 2",
                [&o = o_](const Context& c) { return reindex(c, o.shards); })
            ->add_option("--shards", o_.shards, "so many parts instead, in the home's shards/")
            ->check(CLI::Range(1, 1'000));
        command("reextract", "extract again from the captures, without the network",
                "  claimtrail reextract", [](const Context& c) { return reextract(c); });
        command("backup", "copy the store while it is in use", "  claimtrail backup news.db",
                [&o = o_](const Context& c) { return backup(c, o.name); })
            ->add_option("file", o_.name)
            ->required();
        command("stats", "how much of everything there is", "  claimtrail stats --json",
                [](const Context& c) { return stats(c); });
        sub = command("demo", "crawl a folder's sample news web on loopback, and serve the site",
                      "  claimtrail demo data/sample-web --once",
                      [&o = o_](const Context& c) { return demo(c, o.demo); });
        sub->add_option("folder", o_.demo.folder)->required();
        sub->add_flag("--once", o_.demo.once, "print one dispute's timeline and end");
    }

    void add_explain() {
        auto* sub = command("explain", "what the crawler would make of something, and why",
                            "  claimtrail explain url 'HTTP://Example.org:80/a/../b?utm_source=x'\n"
                            "  claimtrail explain robots robots.txt --url https://example.org/a\n"
                            "  claimtrail explain feed --jsonl - < feeds.jsonl",
                            [&o = o_](const Context& c) { return explain(c, o.explain); });
        sub->add_option("kind", o_.explain.kind)
            ->required()
            ->check(
                CLI::IsMember({"robots", "feed", "sitemap", "url", "charset", "date", "address"}));
        auto* input = sub->add_option("input", o_.explain.input,
                                      "a file; for url, date and address the thing itself");
        sub->add_option("--jsonl", o_.explain.jsonl, "JSON lines, \"-\" is standard input")
            ->excludes(input);
        sub->add_option("--agent", o_.explain.agent, "for robots");
        sub->add_option("--url", o_.explain.url,
                        "for robots: may this be fetched; else where the "
                        "input came from");
        sub->add_option("--base", o_.explain.base, "for url");
        sub->add_option("--content-type", o_.explain.content_type, "the header's value");
    }

    void add_correct() {
        auto* sub =
            command("correct", "an editor's decisions: logged, undoable, lasting",
                    "  claimtrail correct claim c17 --accused DeepSeek --why 'see paragraph 3'\n"
                    "  claimtrail correct claim c18 --reject\n"
                    "  claimtrail correct merge 'Deep Seek' DeepSeek\n"
                    "  claimtrail correct list\n  claimtrail correct undo x2",
                    [&o = o_](const Context& c) { return correct(c, o.correct); });
        describe_correct(*sub, o_.correct);
    }

    // Named in the interfaces, not built yet; they say so and do nothing.
    void add_later() {
        for (const char* name : {"watch", "alerts", "digest"}) {
            auto* sub = command(name, "(not built yet)", "  none yet", [name](const Context& c) {
                return refuse(c, {.kind = core::Failure::Kind::NotBuilt,
                                  .message = fmt::format("not built yet: {}", name),
                                  .input = {}});
            });
            sub->allow_extras();
            sub->fallthrough(false);  // else what stands behind it is an error of the whole
        }
    }

    Options& o_;
    CLI::App app_{
        "claimtrail: who accused whom of what about AI training data, when, on what "
        "evidence, and who said it first",
        "claimtrail"};
};

// CLI11 tells of a missing command before it tells of the word that stands in its place.
std::string what_is_wrong(const CLI::App& app, const CLI::ParseError& error) {
    const auto left = app.remaining(true);
    if (left.empty()) return error.what();
    const bool option = left.front().starts_with('-');
    return fmt::format("there is no {} '{}'", option ? "option" : "command", left.front());
}

Exit usage_error(const CLI::App& app, const CLI::ParseError& error, Format format) {
    if (error.get_exit_code() == 0) {  // --help, --version
        app.exit(error);
        return Exit::Done;
    }
    complain(format,
             {.kind = core::Failure::Kind::BadConfiguration,
              .message = fmt::format("{}; see claimtrail --help", what_is_wrong(app, error)),
              .input = {}});
    return Exit::Usage;
}

}  // namespace

std::optional<Exit> parse(int argc, const char* const* argv, Options& options) {
    CommandLine line(options);
    try {
        line.app().parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return usage_error(line.app(), error, options.globals.format());
    }
    return std::nullopt;
}

}  // namespace cli
