#include "tests/program.h"

#include <cstdio>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include "tests/temp_dir.h"

namespace {

std::string read_all(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Ran run_program(const std::vector<std::string>& arguments, const std::string& input) {
    const TempDir dir;
    const auto in = dir.put("in", input);
    const auto out = dir.path() / "out";
    const auto err = dir.path() / "err";
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, in.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, out.c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&files, 2, err.c_str(), O_WRONLY | O_CREAT, 0600);

    std::vector<std::string> words{CLAIMTRAIL_BINARY};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (auto& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    std::string home = "HOME=" + dir.path().string();
    std::string now = "CLAIMTRAIL_NOW=2026-06-15T18:00:00Z";
    char* const environment[] = {home.data(), now.data(), nullptr};

    pid_t child = 0;
    const int failed =
        posix_spawn(&child, CLAIMTRAIL_BINARY, &files, nullptr, argv.data(), environment);
    posix_spawn_file_actions_destroy(&files);
    if (failed != 0) return {};
    int status = 0;
    waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_all(out),
            read_all(err)};
}
