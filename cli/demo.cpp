// demo: a folder's sample news web, served on loopback and crawled like any other web.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/home.h"
#include "cli/sample_web.h"
#include "cli/stop.h"

namespace cli {

namespace {

using core::Failure;

// The sample web has a time of its own, so that what is seen does not depend on when it is run.
core::Result<Clock> evening_of(core::Days day) {
    return Clock::starting_at(fmt::format("{}T20:00:00Z", core::to_text(day)));
}

// Invented claims must not get among real ones.
std::optional<Failure> other_contents(const Home& home, const Config& sample) {
    if (!std::filesystem::exists(home.database())) return std::nullopt;
    const auto store = store::Reader::open(home.database());
    const auto known = store.schedule().sources();
    const bool all_ours =
        std::all_of(known.begin(), known.end(), [&](const store::SourceRow& source) {
            return std::any_of(
                sample.sources.begin(), sample.sources.end(),
                [&](const store::SourceSpec& spec) { return spec.url == source.spec.url; });
        });
    if (all_ours && (!known.empty() || store.counts().articles == 0)) return std::nullopt;
    return Failure{Failure::Kind::BadConfiguration,
                   "holds something other than the demo; give the demo a folder of its own: "
                   "claimtrail --home DIR demo …",
                   home.dir.string()};
}

// Built since the last run: what the articles say is to be read anew, the web need not be.
bool is_older_than_program(const Home& home) {
    std::error_code error;
    const auto stored = std::filesystem::last_write_time(home.database(), error);
    if (error) return false;
    const auto built = std::filesystem::last_write_time("/proc/self/exe", error);
    return !error && stored < built;
}

Context on_day(const Context& context, const Config& sample, const Clock& clock,
               std::uint16_t port) {
    Context that_day = context;
    that_day.clock = clock;
    that_day.config = sample;
    that_day.config.fetch.connect_to = {fmt::format("::127.0.0.1:{}", port)};
    that_day.config.address = context.config.address;
    that_day.config.port = context.config.port;
    return that_day;
}

void tell_outcome(const Context& context, const store::Reader& store) {
    const auto counts = store.counts();
    tell(context, fmt::format("demo: {} articles of {} outlets, {} claims, {} disputes",
                              counts.articles, counts.outlets, counts.claims, counts.disputes));
    for (const auto id : store.articles({.limit = static_cast<std::size_t>(counts.articles)}))
        if (const auto facts = store.article_facts(id); facts && facts->revision > 1)
            tell(context, fmt::format("demo: edited after publication: {}, “{}”, revision {}",
                                      core::to_text(id), facts->title.value_or("(no title)"),
                                      facts->revision));
}

Exit print_first_timeline(const Context& context) {
    const auto first = open_for_reading(context.home).disputes({.limit = 1});
    if (first.empty())
        return refuse(context, {Failure::Kind::NotFound, "no dispute was found", {}},
                      Exit::NothingFound);
    return timeline(context, {.words = {core::to_text(first.front())}});
}

// One crawl a day; the last day's context, or how a crawl ended that did not go well.
tl::expected<Context, Exit> crawl_every_day(const Context& context, const Config& sample,
                                            const SampleWeb& web) {
    const bool outdated = is_older_than_program(context.home);
    SampleServer server(web);
    tell(context, fmt::format("demo: {} invented sites are served on 127.0.0.1:{}", web.hosts(),
                              server.port()));
    std::optional<Context> today;
    for (std::size_t number = 0; number < web.days(); ++number) {
        const auto clock = evening_of(web.day(number));
        if (!clock) return tl::unexpected(refuse(context, clock.error()));
        server.turn_to(number);
        today = on_day(context, sample, *clock, server.port());
        tell(context, fmt::format("demo: on {} in the sample web, what is due is fetched",
                                  core::to_text(web.day(number))));
        if (const Exit exit = crawl(*today, {}); exit != Exit::Done) return tl::unexpected(exit);
    }
    if (outdated)
        if (const Exit exit = reextract(*today); exit != Exit::Done) return tl::unexpected(exit);
    return *today;
}

}  // namespace

Exit demo(const Context& context, const DemoOptions& options) {
    const std::filesystem::path folder = options.folder;
    const auto web = SampleWeb::read(folder);
    if (!web) return refuse(context, web.error());
    const auto sample = read_config(folder / "config.toml");
    if (!sample) return refuse(context, sample.error());
    if (const auto other = other_contents(context.home, *sample)) return refuse(context, *other);

    const auto today = crawl_every_day(context, *sample, *web);
    if (!today) return today.error();
    tell_outcome(*today, open_for_reading(today->home));
    if (options.once) return print_first_timeline(*today);
    tell(context, fmt::format("demo: all of it is in {}; delete the folder to begin again",
                              context.home.dir.string()));
    return serve(*today, {});
}

}  // namespace cli
