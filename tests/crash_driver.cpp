#include "tests/crash_driver.h"

#include <set>

#include <signal.h>

#include "store/store.h"

namespace {

constexpr int kArticles = 30;  // of a batch

std::set<std::string> lines_of(const std::string& text) {
    std::set<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.insert(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::int64_t articles_in(const std::filesystem::path& database) {
    return std::filesystem::exists(database) ? store::Reader::open(database).counts().articles : 0;
}

}  // namespace

struct CrashDriver::Job {
    const char* name;
    std::chrono::milliseconds longest;  // what it takes, and a little more
};

std::string CrashDriver::lines(int batch) const {
    std::string all;
    for (int n = 0; n < kArticles; ++n) {
        const auto number = std::to_string(batch * kArticles + n);
        all += R"({"id":"i)" + number + R"(","date":"2026-06-10","title":"Story )" + number +
               R"(","text":"Quillmark accused Parallax Labs of distilling its model number )" +
               number + R"( in a letter.\nParallax Labs denied the allegation )" + number +
               R"( on Tuesday and published the )" + number + R"( pages of its own logs."})" + "\n";
    }
    return all;
}

Ran CrashDriver::run(const std::vector<std::string>& words, const Circumstances& circumstances) {
    std::vector<std::string> all{"--home", (dir_.path() / "home").string()};
    all.insert(all.end(), words.begin(), words.end());
    return run_program(all, circumstances);
}

std::vector<std::string> CrashDriver::arguments(const Job& job) {
    const std::string name = job.name;
    if (name == "import") return {"import", "-"};
    if (name == "backup")
        return {"backup", (dir_.path() / ("copy" + std::to_string(round_))).string()};
    return {name};
}

void CrashDriver::complain(const std::string& what, const Ran& ran) {
    wrong_.push_back(what + " (exit " + std::to_string(ran.exit) + "): " + ran.out + ran.err);
}

// What must hold at once, and after the same command has run to its end.
void CrashDriver::look_after(const Job& job, bool was_killed, const std::string& found_before) {
    const std::string name = job.name;
    const auto checked = run({"check"});
    if (was_killed && checked.exit != 3)
        for (const auto& line : lines_of(checked.out))
            if (!line.starts_with("index: "))
                complain("check finds more than a late index", checked);
    if (checked.exit > 1 && round_ > 1) complain("check cannot look", checked);
    if (name == "reindex" && run({"search", "letter", "--limit", "1000"}).out != found_before)
        wrong_.emplace_back("a reindex that was killed changed what is found");
    const auto copy = dir_.path() / ("copy" + std::to_string(round_));
    if (std::filesystem::exists(copy)) {  // whole before the program ended, or not there
        if (!store::Reader::open(copy).problems().empty())
            wrong_.emplace_back("half a backup bears the name of a whole one");
        std::filesystem::remove(copy);
    }
    const auto again = run(arguments(job), {.input = lines(round_)});
    if (again.exit != 0) complain(name + " after the kill", again);
    const auto sound = run({"check"});
    if (sound.exit != 0) complain("check after " + name, sound);
}

std::vector<std::string> CrashDriver::crash() {
    using namespace std::chrono_literals;
    static constexpr Job jobs[] = {
        {"import", 900ms}, {"reextract", 900ms}, {"reindex", 400ms}, {"backup", 250ms}};
    wrong_.clear();
    const auto& job = jobs[static_cast<std::size_t>(round_) % std::size(jobs)];
    ++round_;
    last_job_ = job.name;
    const auto database = dir_.path() / "home" / "claimtrail.db";
    const auto articles = articles_in(database);
    const auto exported = lines_of(run({"export", "--format", "jsonl", "--kind", "articles"}).out);
    const auto found = run({"search", "letter", "--limit", "1000"}).out;
    const std::chrono::microseconds most = job.longest;
    const std::chrono::microseconds after(
        1 + static_cast<long>(random_() % static_cast<unsigned long>(most.count())));
    const auto ran = run(arguments(job), {.input = lines(round_), .killed_after = after});
    const bool was_killed = ran.exit == 128 + SIGKILL;
    killed_ += was_killed ? 1 : 0;
    if (!was_killed && ran.exit != 0) complain(last_job_, ran);
    look_after(job, was_killed, found);
    const auto expected = articles + (last_job_ == "import" ? kArticles : 0);
    if (const auto now = articles_in(database); now != expected)
        wrong_.push_back(std::to_string(now) + " articles instead of " + std::to_string(expected));
    const auto exported_now =
        lines_of(run({"export", "--format", "jsonl", "--kind", "articles"}).out);
    for (const auto& line : exported)
        if (!exported_now.contains(line)) wrong_.push_back("changed or lost: " + line);
    return wrong_;
}
