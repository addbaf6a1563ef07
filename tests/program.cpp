#include "tests/program.h"

#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/temp_dir.h"

namespace {

constexpr uid_t kNobody = 65534;
constexpr int kNotStarted = 127;

std::string read_all(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

struct Child {
    int program, in, out, err;
    char* const* arguments;
    char* const* environment;
    bool drop_privileges;
    std::size_t most_memory, largest_file;
};

// Sanitizers keep books of their own, far beyond any limit.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kMayLimitMemory = false;
#else
constexpr bool kMayLimitMemory = true;
#endif

// In the child, after fork: system calls only. The program was opened before, because nobody may
// not be allowed into the folder that it lies in.
[[noreturn]] void become(const Child& child) {
    dup2(child.in, STDIN_FILENO);
    dup2(child.out, STDOUT_FILENO);
    dup2(child.err, STDERR_FILENO);
    if (child.drop_privileges &&
        (setgroups(0, nullptr) != 0 || setgid(kNobody) != 0 || setuid(kNobody) != 0))
        _exit(kNotStarted);
    if (kMayLimitMemory && child.most_memory > 0) {
        const rlimit limit{child.most_memory, child.most_memory};
        if (setrlimit(RLIMIT_DATA, &limit) != 0) _exit(kNotStarted);
    }
    if (child.largest_file > 0) {
        signal(SIGXFSZ, SIG_IGN);  // so that it is an error of write()
        const rlimit limit{child.largest_file, child.largest_file};
        if (setrlimit(RLIMIT_FSIZE, &limit) != 0) _exit(kNotStarted);
    }
    fexecve(child.program, child.arguments, child.environment);
    _exit(kNotStarted);
}

void feed_and_terminate(pid_t program, int pipe, std::string_view input) {
    signal(SIGPIPE, SIG_IGN);
    while (!input.empty()) {
        const auto written = write(pipe, input.data(), input.size());
        if (written <= 0) break;
        input.remove_prefix(static_cast<std::size_t>(written));
    }
    kill(program, SIGTERM);
}

// It stays a zombie until waitpid(), so that its number is nobody else's.
void kill_later(pid_t program, std::chrono::microseconds time) {
    const auto until = std::chrono::steady_clock::now() + time;
    siginfo_t info{};
    while (std::chrono::steady_clock::now() < until) {
        info.si_pid = 0;
        waitid(P_PID, static_cast<id_t>(program), &info, WEXITED | WNOHANG | WNOWAIT);
        if (info.si_pid == program) return;
        usleep(300);
    }
    kill(program, SIGKILL);
}

}  // namespace

Ran run_program(const std::vector<std::string>& arguments, const std::string& input) {
    return run_program(arguments, Circumstances{.input = input});
}

Ran run_program(const std::vector<std::string>& arguments, const Circumstances& circumstances) {
    const TempDir dir;
    std::filesystem::permissions(dir.path(), std::filesystem::perms{0755});
    const auto in = dir.put("in", circumstances.input);
    const auto out = circumstances.to.empty() ? dir.path() / "out" : circumstances.to;
    const auto err = dir.path() / "err";
    std::vector<std::string> words{CLAIMTRAIL_BINARY};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto settings = circumstances.environment;  // the first of a name counts
    settings.insert(settings.end(),
                    {"HOME=" + dir.path().string(), "CLAIMTRAIL_NOW=2026-06-15T18:00:00Z"});
    const auto argv = pointers(words);
    const auto environment = pointers(settings);
    int feed[2] = {-1, -1};
    if (circumstances.terminated_while_reading && pipe2(feed, O_CLOEXEC) != 0) return {};
    const Child child{
        .program = open(CLAIMTRAIL_BINARY, O_RDONLY | O_CLOEXEC),
        .in = feed[0] >= 0 ? feed[0] : open(in.c_str(), O_RDONLY | O_CLOEXEC),
        .out = open(out.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600),
        .err = open(err.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600),
        .arguments = argv.data(),
        .environment = environment.data(),
        .drop_privileges = circumstances.without_privileges && geteuid() == 0,
        .most_memory = circumstances.most_memory,
        .largest_file = circumstances.largest_file,
    };
    const pid_t pid = fork();
    if (pid == 0) become(child);
    if (circumstances.started != nullptr) *circumstances.started = pid;
    for (const int file : {child.program, child.in, child.out, child.err}) close(file);
    if (feed[1] >= 0) feed_and_terminate(pid, feed[1], circumstances.input);
    int status = 0;
    if (circumstances.killed_after.count() > 0) kill_later(pid, circumstances.killed_after);
    const bool ended = pid > 0 && waitpid(pid, &status, 0) == pid;
    if (feed[1] >= 0) close(feed[1]);
    if (!ended) return {};
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
            circumstances.to.empty() ? read_all(out) : std::string(), read_all(err)};
}
