// Outlet, address and wishes to robots.
#include <algorithm>
#include <array>

#include "core/text.h"
#include "extractor/page/authors.h"
#include "extractor/page/decide.h"
#include "extractor/page/page_title.h"

namespace extractor {

namespace {

constexpr std::size_t kLongestOutlet = 80;  // bytes
constexpr std::size_t kMostRobots = 32;
constexpr std::size_t kMostKeys = 16;

constexpr std::array kOutletWitnesses =
    std::to_array<Witness>({Witness::OpenGraph, Witness::JsonLd, Witness::JsonLdOther,
                            Witness::NamedMeta, Witness::DublinCore});

bool may_name_outlet(const Statement& statement) {
    return statement.field == Field::Outlet && statement.value.size() <= kLongestOutlet &&
           statement.value.find("://") == std::string::npos && !statement.value.starts_with('@');
}

// "www.morning-echo.co.uk" → "morning-echo"
std::string_view label_of(std::string_view domain) { return domain.substr(0, domain.find('.')); }

void add_key(std::vector<std::string>& keys, std::string_view name) {
    auto key = outlet_key(name);
    if (key.size() < 2 || keys.size() >= kMostKeys) return;
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
}

std::optional<core::Url> resolved(const std::string& address, const core::FetchedPage& page) {
    auto url = page.url ? core::Url::parse(address, *page.url) : core::Url::parse(address);
    if (!url) return std::nullopt;
    return *url;
}

bool is_same_site(const core::Url& a, const core::Url& b) {
    return core::registrable_domain(a.host()) == core::registrable_domain(b.host());
}

// A front page is no address of a story.
bool is_front(const core::Url& url) { return url.path() == "/" && url.query().empty(); }

}  // namespace

core::Outlet decide_outlet(const Statements& statements, const core::FetchedPage& page,
                           Reason& reason) {
    core::Outlet outlet;
    if (page.url) outlet.domain = core::site_of(page.url->host());
    for (const auto witness : kOutletWitnesses)
        for (const auto& statement : statements) {
            if (statement.witness != witness || !may_name_outlet(statement)) continue;
            outlet.name = statement.value;
            reason = {"outlet", words_for(witness), statement.value, "first in trust"};
            return outlet;
        }
    if (page.url && outlet.domain)
        for (const auto& statement : statements) {
            if (statement.witness != Witness::TitleElement) continue;
            auto name = outlet_in_title(statement.value, label_of(*outlet.domain));
            if (name.empty()) continue;
            outlet.name = name;
            reason = {"outlet", words_for(statement.witness), name, "called like the address"};
            return outlet;
        }
    reason = {"outlet", "none", outlet.domain.value_or(""), "the page names no outlet"};
    return outlet;
}

std::vector<std::string> outlet_keys(const Statements& statements, const core::FetchedPage& page) {
    std::vector<std::string> keys;
    if (page.url) {
        const auto domain = core::registrable_domain(page.url->host());
        add_key(keys, domain);
        add_key(keys, label_of(domain));
    }
    for (const auto& statement : statements) {
        if (!may_name_outlet(statement)) continue;
        add_key(keys, statement.value);
        // "Morning Echo (www.morning-echo.example)"
        add_key(keys,
                core::trim(std::string_view(statement.value).substr(0, statement.value.find('('))));
    }
    return keys;
}

void decide_address(const Evidence& evidence, Metadata& metadata) {
    for (const auto witness : {Witness::Link, Witness::OpenGraph, Witness::JsonLd})
        for (const auto& statement : evidence.statements) {
            if (statement.field != Field::Address || statement.witness != witness) continue;
            const auto url = resolved(statement.value, evidence.page);
            if (!url) continue;
            const auto& found = evidence.page.url;
            if (found && (!is_same_site(*url, *found) || (is_front(*url) && !is_front(*found)))) {
                metadata.reasons.push_back({"canonical_url", words_for(witness), statement.value,
                                            "refused: another site, or the front page"});
                continue;
            }
            metadata.canonical_url = core::canonical(*url);
            metadata.reasons.push_back({"canonical_url", words_for(witness),
                                        metadata.canonical_url->text(), "first within the site"});
            return;
        }
}

void decide_robots(const Evidence& evidence, Metadata& metadata) {
    for (const auto& statement : evidence.statements) {
        if (statement.field != Field::Robots) continue;
        for (const auto part : core::split(statement.value, ',')) {
            auto wish = core::lower_ascii(core::trim(part));
            const bool known = std::find(metadata.robots.begin(), metadata.robots.end(), wish) !=
                               metadata.robots.end();
            if (wish.empty() || known || metadata.robots.size() >= kMostRobots) continue;
            metadata.robots.push_back(std::move(wish));
        }
    }
    if (!metadata.robots.empty())
        metadata.reasons.push_back({"robots", "markup", core::join(metadata.robots, ", "),
                                    "meta robots and X-Robots-Tag together"});
}

}  // namespace extractor
