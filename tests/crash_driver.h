// Kills the program at random moments of what it does to a home, and says what it finds then.
#pragma once
#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "tests/program.h"
#include "tests/temp_dir.h"

class CrashDriver {
public:
    explicit CrashDriver(unsigned seed) : random_(seed) {}

    // One kill during the next of import, reextract, reindex and backup, and the run after it that
    // makes up for it. What was wrong, in sentences; empty: nothing.
    std::vector<std::string> crash();
    const std::string& last_job() const { return last_job_; }
    int killed() const { return killed_; }  // those that were still running

private:
    struct Job;
    std::vector<std::string> arguments(const Job& job);
    Ran run(const std::vector<std::string>& words, const Circumstances& circumstances = {});
    std::string lines(int batch) const;
    void complain(const std::string& what, const Ran& ran);
    void look_after(const Job& job, bool was_killed, const std::string& found_before);

    TempDir dir_;
    std::mt19937 random_;
    int round_ = 0;
    int killed_ = 0;
    std::string last_job_;
    std::vector<std::string> wrong_;
};
