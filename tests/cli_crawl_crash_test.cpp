// The built program, crawling a site on loopback: killed, out of disk, and next to another one.
#include <catch2/catch.hpp>
#include <map>

#include <signal.h>

#include "crawler/crawler.h"
#include "store/store.h"
#include "tests/loopback_server.h"
#include "tests/program.h"
#include "tests/temp_dir.h"

namespace {

namespace fs = std::filesystem;

constexpr int kPages = 20;

std::string page(int n) {
    const auto number = std::to_string(n);
    return "<html lang=en><head><title>Story " + number +
           "</title></head><body><article><h1>Story " + number +
           "</h1><p>Quillmark accused Parallax Labs of distilling its model number " + number +
           " in a letter that the company published on its website in the evening.</p>" +
           "<p>Parallax Labs did not answer questions about the letter of " + number +
           " pages, which describes accounts that asked for long "
           "answers.</p></article></body></html>";
}

// Twenty pages and their sitemap; kills whoever asks for the n-th page, if it is told whom.
class Site {
public:
    Site() : server_([this](const auto& request, const Peer& peer) { answer(request, peer); }) {}
    std::string config(const TempDir& dir) const {
        return dir
            .put("config.toml",
                 "[crawl]\ncontact = \"https://example.org/bot\"\ndelay = \"0ms\"\n"
                 "allow_private = [\"one.test\"]\nconnect_to = [\"::127.0.0.1:" +
                     std::to_string(server_.port()) +
                     "\"]\n[[source]]\nurl = \"http://one.test/sitemap.xml\"\nkind = "
                     "\"sitemap\"\n")
            .string();
    }
    std::map<std::string, int> times() const {
        std::map<std::string, int> times;
        for (const auto& target : server_.seen_targets()) ++times[target];
        return times;
    }
    std::atomic<std::atomic<pid_t>*> victim = nullptr;
    std::atomic<int> dies_at = 0;

private:
    void answer(const SeenRequest& request, const Peer& peer) {
        if (request.target == "/sitemap.xml") {
            std::string body = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
            for (int n = 0; n < kPages; ++n)
                body += "<url><loc>http://one.test/" + std::to_string(n) + "</loc></url>";
            peer.send(http_answer(200, body + "</urlset>", {{"Content-Type", "text/xml"}}));
        } else if (request.target == "/robots.txt") {
            peer.send(http_answer(404, ""));
        } else {
            auto* const chosen = victim.load();
            if (chosen != nullptr && ++pages_ == dies_at) kill_victim(*chosen);
            peer.send(http_answer(200, page(std::atoi(request.target.c_str() + 1)),
                                  {{"Content-Type", "text/html"}}));
        }
    }
    static void kill_victim(const std::atomic<pid_t>& process) {
        while (process <= 0) std::this_thread::yield();
        kill(process, SIGKILL);
    }
    std::atomic<int> pages_ = 0;
    LoopbackServer server_;  // last: its threads look into the others
};

}  // namespace

TEST_CASE("A crawl that is killed anywhere loses no page and asks for none again",
          "[cli][crawl][crash]") {
    const int dies_at = GENERATE(range(1, kPages + 1));
    CAPTURE(dies_at);
    const TempDir dir;
    Site site;
    std::atomic<pid_t> program = 0;
    site.victim = &program;
    site.dies_at = dies_at;
    const auto home = (dir.path() / "home").string();
    const std::vector<std::string> crawl{"--home", home, "--config", site.config(dir), "crawl"};
    CHECK(run_program(crawl, Circumstances{.started = &program}).exit == 128 + SIGKILL);
    site.victim = nullptr;
    CHECK(run_program({"--home", home, "check"}).exit <= 1);  // the index may be behind
    CHECK(run_program(crawl).exit == 0);
    CHECK(run_program({"--home", home, "check"}).exit == 0);
    const auto store = store::Reader::open(home + "/claimtrail.db");
    CHECK(store.counts().articles == kPages);
    CHECK(store.problems().empty());
    int twice = 0;
    for (const auto& [target, times] : site.times())
        if (target != "one.test/robots.txt") twice += times - 1;
    CHECK(twice <= 1);  // the one that it was killed over
    for (const auto& file : fs::directory_iterator(home + "/captures"))
        CHECK(crawler::read_warc(file.path(), {.each = [](const core::FetchedPage&) {},
                                               .failed = [](const core::Failure&) {}}));
}

TEST_CASE("A crawl whose disk is full says so and keeps what it has", "[cli][crawl][crash]") {
    const TempDir dir;
    Site site;
    const auto home = (dir.path() / "home").string();
    const std::vector<std::string> crawl{"--home", home, "--config", site.config(dir), "crawl"};
    REQUIRE(run_program({"--home", home, "--config", site.config(dir), "init"}).exit == 0);
    const auto ran = run_program(crawl, Circumstances{.largest_file = 600 << 10});
    CAPTURE(ran.err);
    CHECK(ran.exit == 3);
    CHECK(ran.err.find(home) != std::string::npos);
    CHECK(store::Reader::open(home + "/claimtrail.db").problems().empty());
    CHECK(run_program(crawl).exit == 0);
    CHECK(store::Reader::open(home + "/claimtrail.db").counts().articles == kPages);
    CHECK(run_program({"--home", home, "check"}).exit == 0);
}

TEST_CASE("A second crawl of one home says so and asks for nothing", "[cli][crawl][crash]") {
    const TempDir dir;
    Site site;
    const auto home = (dir.path() / "home").string();
    const std::vector<std::string> crawl{"--home", home, "--config", site.config(dir), "crawl"};
    REQUIRE(run_program({"--home", home, "--config", site.config(dir), "init"}).exit == 0);
    const auto writer = store::Store::open(home + "/claimtrail.db");
    const auto ran = run_program(crawl);
    CHECK(ran.exit == 3);
    CHECK(ran.err.find("in use") != std::string::npos);
    CHECK(site.times().empty());
}
