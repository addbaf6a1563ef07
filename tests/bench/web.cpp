// How fast pages are made: each kind of page from a generated store, on one thread, without socket.
//   bench_web [ARTICLES]
#include "web/web.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"
#include "tests/web_site.h"
#include "web/request.h"

namespace {

using std::chrono::steady_clock;

constexpr int kClaims = 5;             // an article
constexpr int kArticlesOfATopic = 40;  // reporting on one quarrel
constexpr int kRounds = 200;

std::string party(int number) { return "Laboratory " + std::to_string(number); }

void write_article(site::Site& site, int number) {
    const int topic = number / kArticlesOfATopic;
    const auto day = core::parse_day_range("2025-01-01")->first + std::chrono::days(number % 365);
    site::Story story(
        "https://outlet" + std::to_string(number % 97) + ".example/" + std::to_string(number),
        "Outlet " + std::to_string(number % 97), core::to_text(day), "A report");
    for (int i = 0; i < kClaims; ++i) {
        story.paragraph("In paragraph " + std::to_string(i) + " of story " +
                        std::to_string(number * 7919) + ", " + party(topic + 1000) + " accused " +
                        party(topic) + " of copying what its model had answered.");
        auto& claim = story.claim(i == 4 ? core::ClaimKind::Denial : core::ClaimKind::Accusation,
                                  i == 4 ? party(topic) : party(topic + 1000), party(topic),
                                  core::Conduct::Distillation);
        claim.certainty = core::Certainty::Alleged;
        if (number % 3 != 0) claim.via = {{.name = "Outlet " + std::to_string(topic % 97)}};
        story.paragraph(
            "Nothing else is known of it, and nobody who was asked wanted to say more.");
    }
    store::Saving saving{.retrieved = site.now, .extractor = "bench"};
    saving.topics = knowledge::topics_of(story.findings.claims, knowledge::Parties());
    site.store.save(story.article, story.findings, saving);
}

void conclude(site::Site& site) {
    for (const auto& topic : site.store.topics_to_redo())
        site.store.put(knowledge::assemble(site.store.dossier(topic)));
    site.conclude();  // the index
}

// Wall clock as a client sees it; processor time as it is on a machine with other work, too.
void report(const std::string& target, const web::Desk& desk) {
    auto request = web::parse_target(target).value();
    std::vector<double> times;
    std::size_t bytes = 0;
    const auto ticks = std::clock();
    for (int round = 0; round < kRounds; ++round) {
        const auto begin = steady_clock::now();
        bytes = web::respond(request, desk).body.size();
        times.push_back(
            std::chrono::duration<double, std::milli>(steady_clock::now() - begin).count());
    }
    const double cpu = 1000.0 * static_cast<double>(std::clock() - ticks) / CLOCKS_PER_SEC;
    std::sort(times.begin(), times.end());
    request.accept_encoding = "gzip";
    const auto packed = web::respond(request, desk).body.size();
    std::printf("%-34s %7.3f ms CPU %8.3f ms median %8.3f ms p99 %8zu bytes %6zu packed\n",
                target.c_str(), cpu / kRounds, times[times.size() / 2],
                times[times.size() * 99 / 100], bytes, packed);
}

}  // namespace

int main(int argc, char** argv) {
    const int articles = argc > 1 ? std::atoi(argv[1]) : 2000;
    site::Site site;
    const auto begin = steady_clock::now();
    for (int number = 0; number < articles; ++number) write_article(site, number);
    conclude(site);
    const auto counts = site.store.counts();
    std::printf("%lld articles, %lld claims, %lld disputes made in %.1f s\n",
                static_cast<long long>(counts.articles), static_cast<long long>(counts.claims),
                static_cast<long long>(counts.disputes),
                std::chrono::duration<double>(steady_clock::now() - begin).count());
    const auto reader = store::Reader::open(site.home.path() / "claimtrail.db");
    const auto index = search::Index::open(site.home.path() / "index");
    const web::Desk desk{.store = reader, .index = index, .now = site.now};
    for (const char* target : {"/", "/disputes/d1", "/claims/c1", "/articles/a1", "/allegations/g1",
                               "/outlets/outlet1.example", "/search?q=copying+answered",
                               "/search?q=by:%22Laboratory+1000%22", "/status",
                               "/api/v1/disputes/d1", "/api/v1/claims/c1", "/healthz"})
        report(target, desk);
}
