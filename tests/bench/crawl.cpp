// How fast a whole crawl is: 2,000 pages of 13 kB from eight hosts on loopback, politeness off,
// against wget, Scrapy and a bare libcurl loop that keeps nothing, each in a process of its own.
//   bench_crawl [ROUNDS]     what is not installed is left out: apt-get install wget python3-scrapy
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <curl/curl.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/crawl_site.h"
#include "tests/temp_dir.h"

namespace {

using std::chrono::steady_clock;
using Strings = std::vector<std::string>;

using crawl_site::kHosts;
using crawl_site::kPages;
using crawl_site::Server;

// ── a bare loop ──

std::size_t scan(char* bytes, std::size_t, std::size_t size, void* links) {
    const std::string_view text(bytes, size);
    for (auto at = text.find("href="); at != text.npos; at = text.find("href=", at + 5))
        ++*static_cast<std::size_t*>(links);
    return size;
}

[[noreturn]] void bare_loop(const Strings& urls) {
    auto* multi = curl_multi_init();
    std::size_t links = 0, next = 0, done = 0;
    const auto start = [&](CURL* easy) {
        if (next == urls.size()) return;
        curl_easy_setopt(easy, CURLOPT_URL, urls[next++].c_str());
        curl_multi_add_handle(multi, easy);
    };
    for (int n = 0; n < kHosts; ++n) {
        auto* easy = curl_easy_init();
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, scan);
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, &links);
        curl_easy_setopt(easy, CURLOPT_PROXY, "");
        start(easy);
    }
    for (int running = 1; running > 0 || next < urls.size();) {
        curl_multi_perform(multi, &running);
        int left = 0;
        while (const auto* message = curl_multi_info_read(multi, &left)) {
            auto* easy = message->easy_handle;
            done += message->data.result == CURLE_OK ? 1 : 0;
            curl_multi_remove_handle(multi, easy);
            start(easy);
        }
        curl_multi_poll(multi, nullptr, 0, 100, nullptr);
    }
    std::_Exit(done == urls.size() && links > 0 ? 0 : 1);
}

// ── runs ──

struct Figures {
    double wall = 0, cpu = 0, rss = 0;  // seconds, seconds, MiB
    bool failed = false;
};

double seconds_in(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Figures run(const std::function<void()>& in_child) {
    const auto begin = steady_clock::now();
    const pid_t pid = fork();
    if (pid == 0) {
        in_child();
        std::_Exit(127);
    }
    int status = 0;
    rusage used{};
    wait4(pid, &status, 0, &used);
    return {.wall = std::chrono::duration<double>(steady_clock::now() - begin).count(),
            .cpu = seconds_in(used.ru_utime) + seconds_in(used.ru_stime),
            .rss = static_cast<double>(used.ru_maxrss) / 1024,
            .failed = !WIFEXITED(status) || WEXITSTATUS(status) != 0};
}

void become(Strings words) {
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    if (std::getenv("BENCH_LOUD") == nullptr) dup2(nowhere, STDERR_FILENO);
    execvp(arguments[0], arguments.data());
}

std::string config_of(const Strings& sitemaps) {
    std::string config =
        "[crawl]\ncontact = \"https://bench.test/\"\ndelay = \"0s\"\n"
        "allow_private = [\"127.0.0.1\"]\n";
    for (const auto& url : sitemaps)
        config += "[[source]]\nurl = \"" + url + "\"\nkind = \"sitemap\"\nevery = \"1h\"\n";
    return config;
}

Figures crawl(const Server& server, const std::string& below) {
    const TempDir dir;
    Strings maps;
    for (int n = 0; n < kHosts; ++n)
        maps.push_back("http://" + server.hosts[static_cast<std::size_t>(n)] + "/map" + below +
                       std::to_string(n));
    const auto config = dir.put("config.toml", config_of(maps)).string();
    const auto home = (dir.path() / "home").string();
    return run([&] {
        become({CLAIMTRAIL_BINARY, "--home", home, "--config", config, "--quiet", "crawl"});
    });
}

// Of 100,000 pages that wait, 2,000 are fetched.
Figures crawl_large_frontier(const Server& server) {
    const TempDir dir;
    const auto host = "http://" + server.hosts[0];
    const auto config =
        dir.put("config.toml", config_of({host + "/many/0", host + "/many/1"})).string();
    const auto home = (dir.path() / "home").string();
    return run([&] {
        become({CLAIMTRAIL_BINARY, "--home", home, "--config", config, "--quiet", "crawl",
                "--max-pages", std::to_string(kPages)});
    });
}

Figures wget(const Server& server) {
    const TempDir dir;
    std::string list;
    auto urls = server.urls();
    std::sort(urls.begin(), urls.end());  // a host after the other: its connection can be kept
    for (const auto& url : urls) list += url + '\n';
    const auto file = dir.put("urls.txt", list).string();
    return run([&] {
        become({"wget", "-q", "--no-proxy", "-x", "-P", dir.path().string(), "-i", file});
    });
}

constexpr std::string_view kSpider = R"(import hashlib, scrapy
class Bench(scrapy.Spider):
    name = "bench"
    custom_settings = {"ROBOTSTXT_OBEY": True, "LOG_ENABLED": False, "DOWNLOAD_DELAY": 0,
                       "TELNETCONSOLE_ENABLED": False, "CONCURRENT_REQUESTS": 8,
                       "COOKIES_ENABLED": False}
    def start_requests(self):
        for url in open("urls.txt"):
            yield scrapy.Request(url.strip())
    def parse(self, response):
        name = hashlib.sha256(response.url.encode()).hexdigest()
        with open("got-" + name, "wb") as out:
            out.write(response.body)
)";

Figures scrapy(const Server& server) {
    const TempDir dir;
    std::string list;
    for (const auto& url : server.urls()) list += url + '\n';
    dir.put("urls.txt", list);
    dir.put("spider.py", std::string(kSpider));
    return run([&] {
        if (chdir(dir.path().c_str()) == 0) become({"scrapy", "runspider", "spider.py"});
    });
}

void report(const char* name, std::vector<Figures> rounds, const Figures* bare = nullptr) {
    std::sort(rounds.begin(), rounds.end(),
              [](const Figures& a, const Figures& b) { return a.wall < b.wall; });
    const auto& middle = rounds[rounds.size() / 2];
    const bool failed = std::any_of(rounds.begin(), rounds.end(),
                                    [](const Figures& figures) { return figures.failed; });
    if (failed) return static_cast<void>(std::printf("%-26s failed, or is not here\n", name));
    std::printf("%-26s %8.0f pages/s (%.0f to %.0f) %8.2f ms CPU a page %7.1f MiB", name,
                kPages / middle.wall, kPages / rounds.back().wall, kPages / rounds.front().wall,
                middle.cpu * 1e3 / kPages, middle.rss);
    if (bare != nullptr) std::printf("   %.2f of the bare loop", bare->wall / middle.wall);
    std::printf("\n");
}

}  // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::max(std::atoi(argv[1]), 1) : 3;
    const Server server;
    std::map<std::string, std::vector<Figures>> all;
    const auto urls = server.urls();
    for (int n = 0; n < rounds; ++n) {  // in turns, so that a busy machine is busy for all
        all["bare"].push_back(run([&] { bare_loop(urls); }));
        all["ours"].push_back(crawl(server, "/b/"));
        all["wget"].push_back(wget(server));
        all["scrapy"].push_back(scrapy(server));
        all["extracting"].push_back(crawl(server, "/p/"));
    }
    std::sort(all["bare"].begin(), all["bare"].end(),
              [](const Figures& a, const Figures& b) { return a.wall < b.wall; });
    const auto bare = all["bare"][all["bare"].size() / 2];
    report("bare libcurl loop", all["bare"]);
    report("claimtrail, no extraction", all["ours"], &bare);
    report("claimtrail", all["extracting"], &bare);
    report("wget", all["wget"], &bare);
    report("Scrapy", all["scrapy"], &bare);
    report("with 100,000 waiting", {crawl_large_frontier(server)}, &bare);
}
