#include "cli/options.h"

#include <cstdlib>
#include <new>

#include <fmt/format.h>

#include "cli/command_line.h"
#include "cli/stop.h"

namespace cli {

namespace {

namespace fs = std::filesystem;

std::optional<std::string> environment(const char* name) {
    const char* const value = std::getenv(name);
    if (value == nullptr || *value == '\0') return std::nullopt;
    return value;
}

fs::path below(const char* variable, const char* fallback) {
    if (const auto base = environment(variable)) return fs::path(*base) / "claimtrail";
    return fs::path(environment("HOME").value_or("/")) / fallback / "claimtrail";
}

Home home_of(const Globals& globals) {
    if (!globals.home.empty()) return {globals.home};
    if (const auto named = environment("CLAIMTRAIL_HOME")) return {*named};
    return {below("XDG_DATA_HOME", ".local/share")};
}

fs::path config_file_of(const Globals& globals) {
    return globals.config.empty() ? below("XDG_CONFIG_HOME", ".config") / "config.toml"
                                  : fs::path(globals.config);
}

core::Result<Context> context_of(const Options& options) {
    const auto& globals = options.globals;
    const auto file = config_file_of(globals);
    // One that may not even be looked for is read, and so named as what cannot be read.
    std::error_code error;
    const bool absent = !fs::exists(file, error) && !error;
    const bool may_be_absent = globals.config.empty() || options.makes_config;
    auto config =
        may_be_absent && absent ? core::Result<Config>(default_config()) : read_config(file);
    if (!config) return tl::unexpected(config.error());
    auto clock = core::Result<Clock>(Clock::system());
    if (const auto now = environment("CLAIMTRAIL_NOW")) clock = Clock::starting_at(*now);
    if (!clock) return tl::unexpected(clock.error());
    return Context{.home = home_of(globals),
                   .config_file = file,
                   .config = std::move(*config),
                   .clock = *clock,
                   .format = globals.format(),
                   .loudness = globals.loudness()};
}

Exit run_chosen(const Options& options) {
    const auto context = context_of(options);
    if (!context) {
        complain(options.globals.format(), context.error());
        return Exit::Usage;
    }
    return options.chosen(*context);
}

}  // namespace

Exit run(int argc, const char* const* argv) {
    Options options;
    if (const auto ended = parse(argc, argv, options)) return *ended;
    install_stop();
    const auto broken = [&](const std::string& message) {
        complain(options.globals.format(),
                 {.kind = core::Failure::Kind::System, .message = message, .input = {}});
        return Exit::Broken;
    };
    try {
        const Exit exit = run_chosen(options);
        if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
            return broken("standard output cannot be written");
        return exit;
    } catch (const core::SystemError& error) {
        return broken(error.what());
    } catch (const std::filesystem::filesystem_error& error) {
        return broken(error.what());
    } catch (const std::bad_alloc&) {
        return broken("out of memory");
    }
}

}  // namespace cli
