// The built program, run as a person would.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

struct Ran {
    int exit = -1;
    std::string out, err;
};

struct Circumstances {
    std::string input;         // on standard input
    std::filesystem::path to;  // standard output goes there, not into Ran; empty: into Ran
    // Root may write everywhere: with this, the program runs as nobody in particular if the tests
    // run as root, so that permissions count.
    bool without_privileges = false;
};

// Runs build/…/claimtrail with these arguments and an environment without a home or configuration
// of the user's; its clock starts on 15 June 2026, 18:00 UTC.
Ran run_program(const std::vector<std::string>& arguments, const std::string& input = {});
Ran run_program(const std::vector<std::string>& arguments, const Circumstances& circumstances);
