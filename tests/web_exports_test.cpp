// What other programs are given is what they can read.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "tests/golden.h"
#include "tests/web_site.h"

using nlohmann::json;
using web::ExportFormat;
using web::ExportKind;

namespace {

std::string exported(const store::Reader& store, ExportFormat format,
                     ExportKind kind = ExportKind::Claims,
                     std::optional<std::vector<core::ClaimId>> claims = {}) {
    std::string all;
    const auto written =
        web::write_export({.format = format, .kind = kind, .claims = std::move(claims)}, store,
                          [&](std::string_view part) { all += part; });
    REQUIRE(written);
    return all;
}

// RFC 4180, read strictly.
std::vector<std::vector<std::string>> rows_of(const std::string& csv) {
    std::vector<std::vector<std::string>> rows(1, {""});
    bool quoted = false;
    for (std::size_t at = 0; at < csv.size(); ++at) {
        const char c = csv[at];
        auto& cell = rows.back().back();
        if (quoted && c == '"' && at + 1 < csv.size() && csv[at + 1] == '"')
            cell += csv[++at];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == ',')
            rows.back().emplace_back();
        else if (!quoted && c == '\r')
            REQUIRE(csv.at(at + 1) == '\n');
        else if (!quoted && c == '\n')
            rows.push_back({""});
        else
            cell += c;
    }
    REQUIRE_FALSE(quoted);
    REQUIRE(rows.back() == std::vector<std::string>{""});
    rows.pop_back();
    return rows;
}

std::vector<json> lines_of(const std::string& text) {
    std::vector<json> values;
    for (const auto line : core::split(text, '\n'))
        if (!line.empty()) values.push_back(json::parse(line));
    return values;
}

std::size_t elements(xmlNode* node, std::string_view name) {
    std::size_t count = 0;
    for (; node != nullptr; node = node->next) {
        if (node->type == XML_ELEMENT_NODE && name == reinterpret_cast<const char*>(node->name))
            ++count;
        count += elements(node->children, name);
    }
    return count;
}

void save_odd_names(site::Site& site) {
    site::Story story("https://odd.example/a", "=Odd, \"News\"", "2026-06-10", "@title\r\nX");
    story.paragraph("+A & <B> \"accused\" -C\x01 \xEF\xBF\xBF of scraping.");
    story.claim(core::ClaimKind::Accusation, "+A & <B>", "-C\x01 \xEF\xBF\xBF",
                core::Conduct::Scraping);
    site.save(story);
    site.conclude();
}

}  // namespace

TEST_CASE("CSV has one row a thing, and a cell for every column", "[web][export]") {
    site::Site site;
    site::fill(site);
    const auto [kind, rows] = GENERATE(table<ExportKind, std::size_t>(
        {{ExportKind::Claims, 5}, {ExportKind::Articles, 4}, {ExportKind::Disputes, 1}}));
    const auto table = rows_of(exported(site.store, ExportFormat::Csv, kind));
    REQUIRE(table.size() == rows + 1);
    for (const auto& row : table) CHECK(row.size() == table[0].size());
}

TEST_CASE("A spreadsheet takes no cell for a formula", "[web][export]") {
    site::Site site;
    save_odd_names(site);
    const auto format_rows = rows_of(exported(site.store, ExportFormat::Csv));
    const auto articles = rows_of(exported(site.store, ExportFormat::Csv, ExportKind::Articles));
    const auto events = site.store.dispute({1})->events;
    const auto timeline = rows_of(web::as_csv(web::make_timeline("x", events, site.store)));
    for (const auto* table : {&format_rows, &articles, &timeline})
        for (std::size_t row = 1; row < table->size(); ++row)
            for (const auto& cell : (*table)[row]) {
                CAPTURE(cell);
                CHECK((cell.empty() || std::string("=+-@\t\r").find(cell[0]) == std::string::npos));
            }
    CHECK(articles[1][2] == "'=Odd, \"News\"");
}

TEST_CASE("JSON lines hold one object each, of any kind", "[web][export]") {
    site::Site site;
    site::fill(site);
    CHECK(lines_of(exported(site.store, ExportFormat::Jsonl)).size() == 5);
    const auto articles = lines_of(exported(site.store, ExportFormat::Jsonl, ExportKind::Articles));
    REQUIRE(articles.size() == 4);
    CHECK(articles[1].at("cites").at(0).at("outlet") == "The Ledger");
    CHECK(articles[0].at("status") == "ok");
    const auto disputes = lines_of(exported(site.store, ExportFormat::Jsonl, ExportKind::Disputes));
    CHECK(disputes.at(0).at("events").size() == 3);
}

TEST_CASE("An export of some claims holds what they stand in, and no more", "[web][export]") {
    site::Site site;
    site::fill(site);
    const std::vector<core::ClaimId> some{{3}, {999}};
    const auto lines =
        lines_of(exported(site.store, ExportFormat::Jsonl, ExportKind::Claims, some));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].at("id") == "c3");
    CHECK(lines_of(exported(site.store, ExportFormat::Jsonl, ExportKind::Articles, some)).size() ==
          1);
}

TEST_CASE("TimelineJS gets dated events with escaped texts", "[web][export]") {
    site::Site site;
    save_odd_names(site);
    const auto value = json::parse(exported(site.store, ExportFormat::TimelineJs));
    const auto& event = value.at("events").at(0);
    CHECK(event.at("start_date") == json{{"year", 2026}, {"month", 6}, {"day", 10}});
    CHECK(event.at("group") == "accusation");
    const auto text = event.at("text").dump();
    CHECK(text.find("&lt;B&gt;") != std::string::npos);
    CHECK(text.find("<B>") == std::string::npos);
}

TEST_CASE("TimelineJS says no more of a date than is known", "[web][export]") {
    site::Site site;
    site::fill(site);
    const auto event = json::parse(exported(site.store, ExportFormat::TimelineJs)).at("events")[0];
    CHECK(event.at("start_date") == json{{"year", 2025}, {"month", 10}});
    CHECK(event.at("end_date") == json{{"year", 2025}, {"month", 12}});
    CHECK(event.at("display_date") == "October to December 2025");
}

TEST_CASE("FollowTheMoney entities are lists of strings, and links join what is there",
          "[web][export]") {
    site::Site site;
    site::fill(site);
    std::set<std::string> ids;
    std::size_t links = 0;
    for (const auto& entity : lines_of(exported(site.store, ExportFormat::Ftm))) {
        ids.insert(entity.at("id").get<std::string>());
        for (const auto& [name, values] : entity.at("properties").items())
            for (const auto& value : values) CHECK(value.is_string());
        if (entity.at("schema") != "UnknownLink") continue;
        ++links;
        for (const char* end : {"subject", "object"})
            CHECK(ids.contains(entity.at("properties").at(end).at(0).get<std::string>()));
    }
    CHECK(links == 4);
}

TEST_CASE("schema.org claims name who said it and where it appeared", "[web][export]") {
    site::Site site;
    site::fill(site);
    const auto claim = lines_of(exported(site.store, ExportFormat::JsonLd)).at(0);
    CHECK(claim.at("@context") == "https://schema.org");
    CHECK(claim.at("@type") == "Claim");
    CHECK(claim.at("author").at(0).at("name") == "Quillmark");
    CHECK(claim.at("appearance").at("url") == "https://ledger.example/2026/06/quillmark-parallax");
}

TEST_CASE("The graph is well-formed XML whatever names it holds", "[web][export]") {
    site::Site site;
    site::fill(site);
    save_odd_names(site);
    const auto gexf = exported(site.store, ExportFormat::Gexf);
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        xmlReadMemory(gexf.data(), static_cast<int>(gexf.size()), "", nullptr,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
        xmlFreeDoc);
    REQUIRE(document);
    CHECK(elements(xmlDocGetRootElement(document.get()), "edge") == 2);
    CHECK(elements(xmlDocGetRootElement(document.get()), "node") == 4);
}

TEST_CASE("A format that does not know a kind says so", "[web][export]") {
    site::Site site;
    const auto format = GENERATE(values<ExportFormat>(
        {ExportFormat::Gexf, ExportFormat::Ftm, ExportFormat::JsonLd, ExportFormat::TimelineJs}));
    const auto written = web::write_export({.format = format, .kind = ExportKind::Articles},
                                           site.store, [](std::string_view) {});
    CHECK_FALSE(written);
    CHECK(web::export_format("csv") == ExportFormat::Csv);
    CHECK_FALSE(web::export_format("xls"));
    CHECK_FALSE(web::export_kind("people"));
}
