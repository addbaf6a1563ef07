// The built program, run as a person would.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

struct Ran {
    int exit = -1;
    std::string out, err;
};

// Runs build/…/claimtrail with these arguments, nothing on standard input unless given, and an
// environment without a home or configuration of the user's.
Ran run_program(const std::vector<std::string>& arguments, const std::string& input = {});
