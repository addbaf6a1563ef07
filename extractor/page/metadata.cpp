#include "extractor/page/metadata.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "extractor/page/decide.h"
#include "extractor/page/page_language.h"

namespace extractor {

namespace {

// Where figures alone name a day, these places put it first even in English.
constexpr std::array kDayFirstPlaces = std::to_array<std::string_view>(
    {"uk", "au", "nz", "ie", "in", "za", "ng", "ke", "gh", "sg", "my", "pk", "bd",
     "lk", "mt", "na", "tz", "ug", "zw", "ls", "eu", "ae", "eg", "il", "hk"});

std::string told_language(const Statements& statements) {
    for (const auto witness : {Witness::Markup, Witness::JsonLd, Witness::OpenGraph,
                               Witness::NamedMeta, Witness::DublinCore, Witness::Header})
        for (const auto& statement : statements)
            if (statement.field == Field::Language && statement.witness == witness &&
                language_tag(statement.value))
                return statement.value;
    return "";
}

bool puts_month_first(std::string_view told, std::string_view language,
                      const core::FetchedPage& page) {
    if (language != "en") return false;
    const auto region = core::lower_ascii(told.substr(std::min<std::size_t>(told.size(), 3)));
    if (region == "us") return true;
    const auto is_place = [](std::string_view place) {
        return std::find(kDayFirstPlaces.begin(), kDayFirstPlaces.end(), place) !=
               kDayFirstPlaces.end();
    };
    if (region == "gb" || is_place(region)) return false;
    if (!page.url) return true;
    const auto host = page.url->host();
    return !is_place(host.substr(host.rfind('.') + 1));
}

void decide_language(const Statements& statements, std::string_view text, Metadata& metadata) {
    auto found = find_language(text, told_language(statements));
    metadata.language = std::move(found.language);
    const auto witness = found.witness.empty() ? std::string_view("none") : found.witness;
    metadata.reasons.push_back(
        {"language", witness, metadata.language.value_or(""), std::string(found.why)});
}

}  // namespace

Metadata read_metadata(const Document& document, const core::FetchedPage& page,
                       const MainText& main_text, std::string_view text) {
    Statements statements;
    collect_meta(document, page, statements);
    collect_linked_data(document, page, statements);
    const auto heading = find_heading(document, main_text, statements);
    collect_markup(document, main_text, heading, statements);

    Metadata metadata;
    Metadata with_language;
    decide_language(statements, text, with_language);
    const auto language = with_language.language.value_or("");
    const Evidence evidence{
        .document = document,
        .page = page,
        .statements = statements,
        .heading = heading,
        .outlet_keys = outlet_keys(statements, page),
        .habits = {.language = language,
                   .month_first = puts_month_first(told_language(statements), language, page)}};
    decide_title(evidence, metadata);
    decide_authors(evidence, metadata);
    decide_dates(evidence, metadata);
    Reason reason;
    metadata.outlet = decide_outlet(statements, page, reason);
    metadata.reasons.push_back(std::move(reason));
    decide_address(evidence, metadata);
    metadata.language = std::move(with_language.language);
    metadata.reasons.push_back(std::move(with_language.reasons.front()));
    decide_robots(evidence, metadata);
    return metadata;
}

}  // namespace extractor
