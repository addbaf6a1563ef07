#include <catch2/catch.hpp>

#include "tests/store_records.h"

using core::ClaimKind;
using records::Draft;

namespace {

struct Fixture {
    store::Store store = store::Store::in_memory();
    core::ClaimId claim(const std::string& url) {
        Draft draft{.url = url, .outlet = "O", .published = "2026-06-10"};
        draft.say("Quillmark accused Parallax Labs. " + url, ClaimKind::Accusation, "Quillmark",
                  "Parallax Labs");
        return records::save(store, draft, {{"t"}}).claims[0];
    }
};

core::AllegationDraft allegation(std::vector<core::ClaimId> claims) {
    core::AllegationDraft draft{.claims = std::move(claims)};
    draft.origins = {{.name = "The Ledger", .kind = core::OriginKind::Outlet}};
    draft.origin_of.assign(draft.claims.size(), draft.origins[0]);
    return draft;
}

core::Event event(std::vector<core::ClaimId> claims) {
    return {.date = *core::Edtf::parse("2026-06-10"),
            .kind = core::EventKind::Accusation,
            .claimant = {"Quillmark"},
            .accused = {"Parallax Labs"},
            .conduct = {core::Conduct::Distillation},
            .claims = std::move(claims),
            .origins = 1};
}

core::Picture picture(std::vector<core::ClaimId> claims) {
    core::Picture picture{.topic = "t", .allegations = {allegation(claims)}};
    picture.disputes.push_back({.key = "quillmark|parallax labs",
                                .name = "Quillmark – Parallax Labs: distillation",
                                .parties = {"Quillmark", "Parallax Labs"},
                                .conduct = {core::Conduct::Distillation},
                                .allegations = {0},
                                .claims = claims,
                                .events = {event(claims)},
                                .articles = static_cast<int>(claims.size()),
                                .origins = 1});
    return picture;
}

}  // namespace

TEST_CASE("What is concluded comes back with ids that stay", "[store][conclusions]") {
    Fixture f;
    const auto a = f.claim("http://a.example/");
    const auto b = f.claim("http://b.example/");
    CHECK(f.store.topics_to_redo() == std::vector<core::Topic>{"t"});
    f.store.put(picture({a, b}));
    CHECK(f.store.topics_to_redo().empty());

    const auto disputes = f.store.disputes({});
    REQUIRE(disputes.size() == 1);
    const auto dispute = f.store.dispute(disputes[0]);
    REQUIRE(dispute);
    CHECK(dispute->name == "Quillmark – Parallax Labs: distillation");
    REQUIRE(dispute->events.size() == 1);
    CHECK(dispute->events[0].claims == std::vector{a, b});
    CHECK(dispute->events[0].articles.size() == 2);
    const auto claim = f.store.claim(a);
    REQUIRE(claim->allegation);
    CHECK(claim->origins == 1);
    CHECK(claim->origin->name == "The Ledger");
    CHECK(claim->disputes == disputes);

    const auto c = f.claim("http://c.example/");
    f.store.put(picture({c, b, a}));
    CHECK(f.store.disputes({}) == disputes);
    CHECK(f.store.claim(c)->allegation == claim->allegation);
    CHECK(f.store.dispute(disputes[0])->events[0].id == dispute->events[0].id);
    CHECK(f.store.problems().empty());
}

TEST_CASE("Concluding the same again changes and logs nothing", "[store][conclusions]") {
    Fixture f;
    const auto a = f.claim("http://a.example/");
    f.store.put(picture({a}));
    const auto seq = f.store.last_change();
    f.store.put(picture({a}));
    CHECK(f.store.last_change() == seq);
}

TEST_CASE("An allegation that splits leaves its id to the larger part", "[store][conclusions]") {
    Fixture f;
    const auto a = f.claim("http://a.example/");
    const auto b = f.claim("http://b.example/");
    const auto c = f.claim("http://c.example/");
    core::Picture whole{.topic = "t", .allegations = {allegation({a, b, c})}};
    f.store.put(whole);
    const auto id = f.store.claim(a)->allegation;
    core::Picture split{.topic = "t", .allegations = {allegation({a}), allegation({b, c})}};
    f.store.put(split);
    CHECK(f.store.claim(b)->allegation == id);
    CHECK(f.store.claim(c)->allegation == id);
    CHECK(f.store.claim(a)->allegation != id);
}

TEST_CASE("A dispute that nothing supports any more is retired, not lost", "[store][conclusions]") {
    Fixture f;
    const auto a = f.claim("http://a.example/");
    f.store.put(picture({a}));
    const auto id = f.store.disputes({})[0];
    f.store.put({.topic = "t", .allegations = {allegation({a})}});
    CHECK(f.store.disputes({}).empty());
    CHECK(f.store.dispute(id));
    CHECK(f.store.claim(a)->disputes.empty());
    f.store.put(picture({a}));
    CHECK(f.store.disputes({}) == std::vector{id});
}
