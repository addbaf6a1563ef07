#include "cli/check_index.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "cli/home.h"

namespace cli {

namespace {

constexpr std::size_t kPage = 500;  // rows looked at together
constexpr std::string_view kRebuild = "`claimtrail reindex` rebuilds it";

using Ids = std::set<std::int64_t>;

struct Expected {
    Ids articles, claims, entities;
};

Expected expected_of(const store::Reader& store) {
    Expected expected;
    for (std::size_t offset = 0;; offset += kPage) {
        const auto ids = store.articles({.limit = kPage, .offset = offset});
        for (const auto id : ids) {
            expected.articles.insert(id.value);
            for (const auto& claim : store.claims_of(id)) expected.claims.insert(claim.id.value);
        }
        if (ids.size() < kPage) break;
    }
    for (std::int64_t seq = 0;;) {
        const auto changes = store.changes_after(seq, kPage);
        if (changes.empty()) return expected;
        for (const auto& change : changes)
            if (change.of == store::Change::Of::Entity && store.entity({change.id}))
                expected.entities.insert(change.id);
        seq = changes.back().seq;
    }
}

void compare(std::string_view what, const Ids& expected, const std::vector<std::int64_t>& indexed,
             std::vector<std::string>& problems) {
    const Ids held(indexed.begin(), indexed.end());
    const auto lacking = [](const Ids& all, const Ids& of) {
        return std::count_if(of.begin(), of.end(), [&](auto id) { return !all.contains(id); });
    };
    if (const auto missing = lacking(held, expected); missing > 0)
        problems.push_back(fmt::format("index: {} {} are missing; {}", missing, what, kRebuild));
    if (const auto extra = lacking(expected, held); extra > 0)
        problems.push_back(
            fmt::format("index: {} {} are not in the store; {}", extra, what, kRebuild));
}

std::vector<std::string> differences(const search::Index& index, const store::Reader& store) {
    using search::DocKind;
    std::vector<std::string> problems;
    const auto expected = expected_of(store);
    compare("articles", expected.articles, index.ids(DocKind::Article), problems);
    compare("claims", expected.claims, index.ids(DocKind::Claim), problems);
    compare("entities", expected.entities, index.ids(DocKind::Entity), problems);
    return problems;
}

}  // namespace

std::vector<std::string> problems_of_index(const Home& home, const store::Reader& store) {
    try {
        const auto index = open_index(home);
        if (index.store_uuid() != store.uuid())
            return {fmt::format("index: made from another store; {}", kRebuild)};
        if (const auto broken = search::Index::faults(home.index()); !broken.empty())
            return {fmt::format("index: damaged ({}); {}", broken, kRebuild)};
        if (index.applied() != store.last_change())
            return {
                fmt::format("index: {} changes behind the store; the next crawl or "
                            "import, or `claimtrail reindex`, catches up",
                            store.last_change() - index.applied())};
        return differences(index, store);
    } catch (const core::SystemError& error) {
        return {fmt::format("index: {}", error.what())};
    }
}

}  // namespace cli
