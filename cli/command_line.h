// What the command line says: the globals, and the command that was chosen with its options.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands.h"

namespace cli {

using Command = std::function<Exit(const Context&)>;

struct Globals {
    std::string home, config;  // "": where they are by default
    bool quiet = false, verbose = false, json = false;

    Format format() const { return json ? Format::Json : Format::Text; }
    Loudness loudness() const {
        return quiet ? Loudness::Quiet : verbose ? Loudness::Verbose : Loudness::Normal;
    }
};

// Everything that the command line can fill. `chosen` looks into the Options it was made for.
struct Options {
    Globals globals;
    CrawlOptions crawl;
    std::vector<std::string> urls;
    InputOptions import;
    ExtractOptions extract;
    SearchOptions search;
    TimelineOptions timeline;
    ExportOptions exporting;
    ExplainOptions explain;
    ShowOptions show;
    DemoOptions demo;
    CorrectOptions correct;
    std::string name, listen;
    bool repair = false;
    std::size_t shards = 0;
    bool makes_config = false;  // the command writes the configuration if there is none yet
    Command chosen;
};

// Fills `options`; the exit where the program ends here: help was printed, a mistake was named.
std::optional<Exit> parse(int argc, const char* const* argv, Options& options);

}  // namespace cli
