#include <catch2/catch.hpp>
#include <set>

#include "tests/golden.h"
#include "tests/web_site.h"
#include "web/words.h"

using core::ClaimKind;
using core::Conduct;
using core::EventKind;

namespace {

struct Fixture {
    site::Site site;
    Fixture() { site::fill(site); }
    web::TimelineView view() const {
        const auto dispute = *site.store.dispute({1});
        return web::make_timeline(dispute.name, dispute.events, site.store);
    }
};

std::size_t widest(const std::string& text) {
    std::size_t most = 0;
    for (const auto line : core::split(text, '\n'))
        most = std::max(most, core::count_code_points(line));
    return most;
}

core::Event event(EventKind kind, std::vector<std::string> who, std::vector<std::string> whom,
                  std::vector<Conduct> what) {
    return {.date = *core::Edtf::parse("2026-06-10"),
            .kind = kind,
            .claimant = std::move(who),
            .accused = std::move(whom),
            .conduct = std::move(what)};
}

core::ClaimRecord resting_on(std::int64_t article, const std::string& origin,
                             core::OriginKind kind) {
    core::ClaimRecord record{.id = {article}, .article = {article}};
    record.origin = core::Origin{origin, kind, {}};
    return record;
}

}  // namespace

TEST_CASE("A dispute reads the same on the terminal as it did", "[web][timeline]") {
    const Fixture f;
    check_golden("web/timeline.txt", web::as_text(f.view(), 80));
    check_golden("web/timeline.md", web::as_markdown(f.view()));
    check_golden("web/timeline.json", web::as_timelinejs(f.view()) + "\n");
}

TEST_CASE("No line on the terminal is wider than it", "[web][timeline]") {
    const Fixture f;
    const std::size_t width = GENERATE(40, 60, 80, 120);
    CHECK(widest(web::as_text(f.view(), width)) <= width);
}

TEST_CASE("Pages read the same as they did", "[web][pages]") {
    const Fixture f;
    check_golden("web/dispute.html", f.site.get("/disputes/d1").body);
    check_golden("web/claim.html", f.site.get("/claims/c2").body);
    check_golden("web/article.html", f.site.get("/articles/a2").body);
}

TEST_CASE("An event is told in a sentence, whatever is known of it", "[web][words]") {
    const auto [got, expected] = GENERATE(table<core::Event, std::string>({
        {event(EventKind::Accusation, {"A"}, {"B"}, {Conduct::Distillation}),
         "A accuses B of distillation"},
        {event(EventKind::Accusation, {"A", "C"}, {"B"}, {}), "A and C accuse B"},
        {event(EventKind::Accusation, {}, {"B"}, {Conduct::Piracy}),
         "Somebody not named accuses B of piracy"},
        {event(EventKind::Accusation, {"(unnamed)"}, {}, {}),
         "Somebody not named accuses somebody not named"},
        {event(EventKind::Evidence, {"AI researchers (unnamed)"}, {"B"}, {Conduct::Scraping}),
         "AI researchers offer evidence of scraping by B"},
        {event(EventKind::Denial, {"B"}, {"B"}, {Conduct::Distillation}), "B denies distillation"},
        {event(EventKind::Denial, {"B"}, {}, {}), "B denies it"},
        {event(EventKind::Filing, {"A", "C", "D"}, {"B"}, {Conduct::CopyrightInfringement}),
         "A, C and D sue B over copyright infringement"},
        {event(EventKind::Settlement, {"A"}, {"B"}, {}), "A settles with B"},
        {event(EventKind::Countermeasure, {"A"}, {"A"}, {}), "A acts to stop it"},
    }));
    CHECK(web::event_sentence(got) == expected);
}

TEST_CASE("Every kind of claim has a sentence of its own", "[web][words]") {
    std::set<std::string> sentences;
    for (const auto& term : core::Vocabulary<ClaimKind>::terms) {
        const core::Claim claim{.kind = term.value,
                                .claimant = {{.name = "A"}},
                                .accused = {{.name = "B"}},
                                .conduct = {Conduct::Scraping}};
        sentences.insert(web::claim_sentence(claim));
    }
    CHECK(sentences.size() == core::Vocabulary<ClaimKind>::terms.size());
}

TEST_CASE("Dates are said with the precision they have", "[web][words]") {
    const auto [edtf, words] = GENERATE(table<std::string, std::string>({
        {"2025-01-29", "29 January 2025"},
        {"2025-01", "January 2025"},
        {"2025", "2025"},
        {"2025-21", "spring 2025"},
        {"2025-05~", "about May 2025"},
        {"2025-05?", "May 2025 (uncertain)"},
        {"2024-10/2024-12", "October to December 2024"},
        {"2024-11/2025-02", "November 2024 to February 2025"},
        {"2024/2025", "2024 to 2025"},
        {"2025-01-29/2025-02-03", "29 January 2025 to 3 February 2025"},
    }));
    CAPTURE(edtf);
    CHECK(web::when_text(*core::Edtf::parse(edtf)) == words);
}

TEST_CASE("It is said when several articles rest on one report", "[web][words]") {
    using core::OriginKind;
    CHECK(web::origin_sentence({resting_on(1, "Bloomberg", OriginKind::Outlet),
                                resting_on(2, "bloomberg ", OriginKind::Article),
                                resting_on(3, "Wired", OriginKind::Article)}) ==
          "2 of 3 articles rest on one report by Bloomberg.");
    CHECK(web::origin_sentence({resting_on(1, "a court filing", OriginKind::Document),
                                resting_on(2, "a court filing", OriginKind::Document)}) ==
          "Both articles rest on one document, a court filing.");
    CHECK(web::origin_sentence(
              {resting_on(1, "A", OriginKind::Article), resting_on(2, "B", OriginKind::Article)})
              .empty());
}

TEST_CASE("No reply is said to be none found, and when it was last looked for", "[web][pages]") {
    site::Site site;
    site::Story story("https://ledger.example/a", "The Ledger", "2026-06-10", "Copied");
    story.paragraph("Quillmark accused Parallax Labs of distilling Heron.");
    story.claim(ClaimKind::Accusation, "Quillmark", "Parallax Labs", Conduct::Distillation);
    site.save(story);
    site.conclude();
    const auto page = site.get("/disputes/d1").body;
    CHECK(page.find("No reply by Parallax Labs found in 1 article, last looked "
                    "<time datetime=\"2026-06-20\">20 June 2026</time>.") != std::string::npos);
    auto schedule = site.store.schedule();
    schedule.begin_run("crawl", site.now);
    CHECK(site.get("/disputes/d1").body.find("last looked <time datetime=\"2026-06-22\">") !=
          std::string::npos);
}

TEST_CASE("A long dispute shows its latest events and says that there are more", "[web][pages]") {
    site::Site site;
    for (int day = 0; day < 250; ++day) {
        const auto date =
            core::to_text(core::parse_day_range("2025-01-01")->first + std::chrono::days(day * 2));
        site::Story story("https://ledger.example/" + std::to_string(day), "The Ledger", date, "T");
        story.paragraph("On day " + std::to_string(day) +
                        " Quillmark accused Parallax Labs of word" + std::to_string(day * 7919) +
                        " and other" + std::to_string(day * 104729) + " distilling.");
        auto& claim =
            story.claim(ClaimKind::Accusation, "Quillmark", "Parallax Labs", Conduct::Distillation);
        claim.time = core::ClaimTime{"then", core::Edtf::parse(date)};
        site.save(story);
    }
    site.conclude();
    const auto events = site.store.dispute({1})->events.size();
    REQUIRE(events > 200);
    const auto page = site.get("/disputes/d1").body;
    CHECK(page.find("The latest 200 of " + std::to_string(events) + " events") !=
          std::string::npos);
}
