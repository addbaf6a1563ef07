// The whole program on the sample news web: served, crawled, read, concluded, shown. What is
// compared are facts that a reporter would have noted down, not wording.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "store/store.h"
#include "tests/program.h"
#include "tests/temp_dir.h"

namespace {

using core::Conduct;
using core::EventKind;

// One crawl for all tests of this file: it is only read.
struct Demo {
    TempDir dir;
    std::string home = (dir.path() / "home").string();
    Ran first = run(), again = run();
    store::Reader store = store::Reader::open(home + "/claimtrail.db");

    Ran run() const {
        return run_program({"--home", home, "demo", SOURCE_DIR "/data/sample-web", "--once"});
    }
};

const Demo& demo() {
    static const Demo demo;
    return demo;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const std::string kMemo =
    "http://harbourledger.test/technology/2026/06/quillmark-memo-parallax-heron.html";
const std::string kEdited = "http://patchbay.test/2026/06/09/parallax-heron-answers/";
const std::set<std::string> kPages{
    "http://capitalsentinel.test/technology/2026/jun/05/orrery-admits-crawler-ignored-forum-rules",
    "http://capitalsentinel.test/technology/2026/jun/09/lawmakers-inquiry-parallax-quillmark",
    "http://capitalsentinel.test/technology/live/2026/jun/16/"
    "committee-hearing-quillmark-parallax-live",
    "http://foundryletter.example/what-the-lodestar-transcripts-can-and-cannot-prove/",
    "http://galleyproof.test/news/after-brightwater-ruling-authors-ask-what-a-book-costs",
    "http://galleyproof.test/news/authors-sue-brightwater-pirated-library",
    "http://harbourledger.test/technology/2026/06/brightwater-books-ruling.html",
    "http://harbourledger.test/technology/2026/06/commission-investigates-parallax.html",
    kMemo,
    "http://kestrelwire.test/world/technology/brightwater-appeal-pirated-books-ruling-0616",
    "http://kestrelwire.test/world/technology/"
    "parallax-denies-training-lodestar-rival-outputs-0610",
    "http://kestrelwire.test/world/technology/quillmark-suspects-parallax-copying-heron-0608",
    "http://notebook.ostrander.example/2026/lodestar-says-heron/",
    "http://oldmillgazette.test/2026/0609.htm",
    "http://patchbay.test/2026/06/03/commonplace-orrery-scraping/",
    kEdited,
    "http://quillmark.example/blog/protecting-heron.html",
};

std::vector<core::ArticleFacts> articles() {
    std::vector<core::ArticleFacts> all;
    for (const auto id : demo().store.articles({.limit = 100}))
        all.push_back(demo().store.article_facts(id).value());
    return all;
}

core::ArticleFacts article_at(const std::string& url) {
    const auto all = articles();
    const auto found = std::find_if(all.begin(), all.end(), [&](const core::ArticleFacts& facts) {
        return facts.url && facts.url->text() == url;
    });
    REQUIRE(found != all.end());
    return *found;
}

std::vector<core::DisputeRecord> disputes() {
    std::vector<core::DisputeRecord> all;
    for (const auto id : demo().store.disputes({.limit = 100}))
        all.push_back(demo().store.dispute(id).value());
    return all;
}

bool names(const std::vector<std::string>& parties, const std::string& party) {
    return std::any_of(parties.begin(), parties.end(), [&](const std::string& name) {
        return has(name, party) || has(party, name);
    });
}

core::DisputeRecord dispute_between(const std::string& accuser, const std::string& accused) {
    const auto all = disputes();
    const auto found = std::find_if(all.begin(), all.end(), [&](const core::DisputeRecord& one) {
        return names(one.parties, accuser) && names(one.parties, accused);
    });
    REQUIRE(found != all.end());
    return *found;
}

bool tells(const core::DisputeRecord& dispute, EventKind kind, const std::string& on) {
    const auto day = core::parse_day_range(on)->first;
    return std::any_of(dispute.events.begin(), dispute.events.end(), [&](const core::Event& event) {
        return event.kind == kind &&
               std::any_of(event.articles.begin(), event.articles.end(),
                           [&](auto id) { return demo().store.article_facts(id)->day() == day; });
    });
}

}  // namespace

TEST_CASE("The demo ends well and prints the first dispute's timeline", "[cli][demo]") {
    CAPTURE(demo().first.err);
    CHECK(demo().first.exit == 0);
    CHECK(has(demo().first.out, disputes().front().name));
    CHECK(demo().again.exit == 0);
    CHECK(demo().again.out == demo().first.out);
}

TEST_CASE("The demo reads every page that robots.txt allows, and no other", "[cli][demo]") {
    std::set<std::string> read;
    for (const auto& facts : articles()) read.insert(facts.url->text());
    CHECK(read == kPages);
    for (const auto& fetch : demo().store.schedule().last_fetches(1000))
        if (has(fetch.url.text(), "/print/")) CHECK_FALSE(fetch.status);
}

TEST_CASE("A second run of the demo asks for nothing", "[cli][demo]") {
    const auto runs = demo().store.schedule().last_runs(10);
    REQUIRE(runs.size() == 4);  // two days each, newest first
    for (const std::size_t number : {0, 1}) {
        CHECK(runs[number].fetched + runs[number].not_modified + runs[number].failed == 0);
        CHECK(runs[number].articles == 0);
    }
    CHECK(runs[2].not_modified > 0);
    CHECK(runs[2].fetched < runs[3].fetched);
}

TEST_CASE("Every article of the sample web has its title, outlet and day", "[cli][demo]") {
    struct Case {
        const char* domain;
        const char* outlet;
    };
    const auto [domain, outlet] = GENERATE(values<Case>({
        {"harbourledger.test", "The Harbour Ledger"},
        {"kestrelwire.test", "Kestrel Wire"},
        {"capitalsentinel.test", "The Capital Sentinel"},
        {"patchbay.test", "Patchbay"},
        {"foundryletter.example", "The Foundry Letter"},
        {"quillmark.example", "Quillmark"},
        {"galleyproof.test", "Galley Proof"},
        {"oldmillgazette.test", "The Old Mill Gazette"},
    }));
    std::size_t seen = 0;
    for (const auto& facts : articles()) {
        if (facts.outlet.domain != domain) continue;
        ++seen;
        CAPTURE(facts.url->text());
        CHECK(facts.outlet.name == outlet);
        CHECK(facts.title);
        CHECK(facts.published);
    }
    CHECK(seen > 0);
}

TEST_CASE("The demo finds its disputes, with their parties and what is at issue", "[cli][demo]") {
    struct Case {
        const char* accuser;
        const char* accused;
        std::set<Conduct> conduct;  // one of them at least
    };
    const auto [accuser, accused, conduct] = GENERATE(values<Case>({
        {"Quillmark", "Parallax Labs", {Conduct::Distillation, Conduct::TrainingOnOutputs}},
        {"Inkwell Authors’ League", "Brightwater AI", {Conduct::CopyrightInfringement}},
        {"Commonplace", "Orrery AI", {Conduct::Scraping}},
    }));
    const auto dispute = dispute_between(accuser, accused);
    CAPTURE(dispute.name);
    CHECK(std::any_of(dispute.conduct.begin(), dispute.conduct.end(),
                      [&](Conduct one) { return conduct.contains(one); }));
}

TEST_CASE("The demo knows how far its disputes have come", "[cli][demo]") {
    CHECK(core::code(dispute_between("Quillmark", "Parallax Labs").state) == "denied");
    CHECK(core::code(dispute_between("Inkwell Authors’ League", "Brightwater AI").state) ==
          "ruled");
    CHECK(core::code(dispute_between("Commonplace", "Orrery AI").state) == "answered");
}

TEST_CASE("The timelines of the demo hold what happened", "[cli][demo]") {
    struct Case {
        const char* accuser;
        const char* accused;
        EventKind kind;
        const char* day;  // of an article that tells of it
    };
    const auto [accuser, accused, kind, day] = GENERATE(values<Case>({
        {"Quillmark", "Parallax Labs", EventKind::Accusation, "2026-06-08"},
        {"Quillmark", "Parallax Labs", EventKind::Denial, "2026-06-15"},
        {"Inkwell Authors’ League", "Brightwater AI", EventKind::Filing, "2026-03-04"},
        {"Inkwell Authors’ League", "Brightwater AI", EventKind::Denial, "2026-06-11"},
        {"Commonplace", "Orrery AI", EventKind::Accusation, "2026-06-03"},
        {"Commonplace", "Orrery AI", EventKind::Response, "2026-06-05"},
    }));
    const auto dispute = dispute_between(accuser, accused);
    CAPTURE(dispute.name, core::code(kind), day);
    CHECK(tells(dispute, kind, day));
}

TEST_CASE("Who tells of the memo rests on the report of the Harbour Ledger", "[cli][demo]") {
    const std::set<std::string> crediting{
        kMemo,
        "http://kestrelwire.test/world/technology/"
        "quillmark-suspects-parallax-copying-heron-0608",
        "http://capitalsentinel.test/technology/2026/jun/09/lawmakers-inquiry-parallax-quillmark",
        "http://oldmillgazette.test/2026/0609.htm"};
    std::set<std::string> resting;
    for (const auto& facts : articles())
        for (const auto& record : demo().store.claims_of(facts.id))
            if (record.origin && has(record.origin->name, "Harbour Ledger") &&
                facts.day() <= core::parse_day_range("2026-06-09")->first)
                resting.insert(facts.url->text());
    CHECK(resting == crediting);  // and not the one that dropped the credit
    const auto dispute = dispute_between("Quillmark", "Parallax Labs");
    CHECK(dispute.articles > dispute.origins);
}

TEST_CASE("The article that was edited has a revision that says what changed", "[cli][demo]") {
    const auto facts = article_at(kEdited);
    CHECK(facts.revision == 2);
    CHECK(has(*facts.title, "Parallax says no"));
    const auto revisions = demo().store.revisions(facts.id);
    REQUIRE(revisions.size() == 2);
    CHECK(has(revisions[0].text, "Parallax Labs trained Lodestar"));
    CHECK(has(revisions[1].text, "Quillmark suspects that Parallax Labs trained Lodestar"));
    CHECK(revisions[1].added.size() + revisions[1].removed.size() + revisions[1].changed.size() >
          0);
    for (const auto& other : articles())
        if (other.id != facts.id) CHECK(other.revision == 1);
}

TEST_CASE("What robots.txt, boxes and comments say is in no article", "[cli][demo]") {
    for (const auto& facts : articles()) {
        const auto text = demo().store.article(facts.id)->article.text;
        CAPTURE(facts.url->text());
        CHECK_FALSE(has(text, "sample news web"));
        CHECK_FALSE(has(text, "Solano copied his last model"));
        CHECK_FALSE(has(text, "The Division Bell"));
        CHECK_FALSE(has(text, "Piano tuner"));
    }
}

TEST_CASE("The demo does not mix its claims with real ones", "[cli][demo]") {
    const TempDir dir;
    const auto home = (dir.path() / "home").string();
    REQUIRE(
        run_program({"--home", home, "import", "-"}, "{\"id\":\"a\",\"text\":\"Real.\"}\n").exit ==
        0);
    const auto ran = run_program({"--home", home, "demo", SOURCE_DIR "/data/sample-web", "--once"});
    CHECK(ran.exit == 2);
    CHECK(has(ran.err, home));
    CHECK(store::Reader::open(home + "/claimtrail.db").counts().articles == 1);
}
