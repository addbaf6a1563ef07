// What every command is given: where the home is, how it is configured, the time, and how to speak.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "cli/clock.h"
#include "cli/config.h"
#include "core/result.h"

namespace cli {

enum class Exit {
    Done = 0,
    SomeFailed = 1,  // done, but some inputs failed, each named on stderr
    Usage = 2,       // usage or configuration
    Broken = 3,      // store or index cannot be opened, read or written
    NothingFound = 4,
    Interrupted = 130  // state saved
};

enum class Loudness { Quiet, Normal, Verbose };
enum class Format { Text, Json };

// The folder that holds everything.
struct Home {
    std::filesystem::path dir;
    std::filesystem::path database() const { return dir / "claimtrail.db"; }
    std::filesystem::path index() const { return dir / "index"; }
    std::filesystem::path captures() const { return dir / "captures"; }
};

struct Context {
    Home home;
    std::filesystem::path config_file;  // where it is, or would be
    Config config;
    Clock clock;
    Format format = Format::Text;
    Loudness loudness = Loudness::Normal;

    bool json() const { return format == Format::Json; }
};

// Results: stdout, one line each.
void print_line(std::string_view text);
void print_text(std::string_view text);  // as it is
// "crawler: connected to …": stderr, unless --quiet.
void tell(const Context& context, std::string_view message);
// Only with -v.
void whisper(const Context& context, std::string_view message);
// What went wrong with which input: stderr, as JSON with --json. Always said.
void complain(Format format, const core::Failure& failure);
// complain() and the exit code that goes with it, for `return refuse(…)`.
Exit refuse(const Context& context, const core::Failure& failure, Exit exit = Exit::Usage);

}  // namespace cli
