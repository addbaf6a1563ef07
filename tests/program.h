// The built program, run as a person would.
#pragma once
#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

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
    // All of the input is written to a pipe that stays open, then SIGTERM is sent: the program is
    // reading by then if there is more of it than 64 KiB.
    bool terminated_while_reading = false;
    std::size_t most_memory = 0;   // bytes it may have for data; 0: as many as it likes
    std::size_t largest_file = 0;  // bytes that a file may grow to, as if the disk were full then
    std::atomic<pid_t>* started = nullptr;      // is told the program's process
    std::chrono::microseconds killed_after{0};  // by SIGKILL, if it still runs then; 0: never
    std::vector<std::string> environment = {};  // "NAME=value", beside the usual
};

// Runs build/…/claimtrail with these arguments and an environment without a home or configuration
// of the user's; its clock starts on 15 June 2026, 18:00 UTC.
Ran run_program(const std::vector<std::string>& arguments, const std::string& input = {});
Ran run_program(const std::vector<std::string>& arguments, const Circumstances& circumstances);
