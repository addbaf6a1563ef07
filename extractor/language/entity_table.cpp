// data/entities.tsv, read.
#include <array>
#include <string>

#include <fmt/format.h>

#include "core/vocabulary.h"
#include "extractor/language/lexicon.h"

namespace extractor {
namespace {

enum Column { kName, kType, kAliases, kParent, kTicker, kWikidata, kDomain, kFlags, kContext };
constexpr std::size_t kColumns = 9;
using Row = std::array<std::string_view, kColumns>;

std::optional<std::string> present(std::string_view field) {
    if (field.empty()) return std::nullopt;
    return std::string(field);
}

std::vector<std::string_view> list_of(std::string_view field) {
    if (field.empty()) return {};
    return core::split(field, ';');
}

ListedEntity::Form form_of(std::string_view alias) {
    const bool conditional = alias.ends_with('?');
    const bool misspelt = alias.ends_with('~');
    if (conditional || misspelt) alias.remove_suffix(1);
    return {std::string(alias), conditional, misspelt};
}

bool has_flag(std::string_view field, std::string_view flag) {
    for (const auto listed : list_of(field))
        if (listed == flag) return true;
    return false;
}

ListedEntity entity_of(const Row& row, core::EntityType type) {
    ListedEntity listed;
    listed.forms.push_back({std::string(row[kName]), has_flag(row[kFlags], "context")});
    for (const auto alias : list_of(row[kAliases])) {
        listed.forms.push_back(form_of(alias));
        listed.entity.aliases.push_back(listed.forms.back().text);
    }
    listed.entity.name = row[kName];
    listed.entity.type = type;
    listed.entity.parent = present(row[kParent]);
    listed.entity.ticker = present(row[kTicker]);
    listed.entity.wikidata = present(row[kWikidata]);
    listed.entity.domain = present(row[kDomain]);
    listed.rules.word = has_flag(row[kFlags], "word");
    for (const auto word : list_of(row[kContext])) listed.rules.context.push_back(fold_word(word));
    return listed;
}

core::Result<ListedEntity> read_row(std::string_view line, std::size_t number) {
    const auto fields = core::split(line, '\t');
    const auto where = fmt::format("entities.tsv:{}", number);
    if (fields.size() < 2 || fields.size() > kColumns || fields[kName].empty())
        return core::fail(core::Failure::Kind::NotReadable,
                          "a row has a name, a type and up to seven more columns", where);
    Row row{};
    for (std::size_t i = 0; i < fields.size(); ++i) row[i] = core::trim(fields[i]);
    const auto type = core::from_code<core::EntityType>(row[kType]);
    if (!type)
        return core::fail(core::Failure::Kind::NotReadable,
                          fmt::format("\"{}\" is no type of entity", row[kType]), where);
    return entity_of(row, *type);
}

}  // namespace

core::Result<std::vector<ListedEntity>> read_entities(std::string_view tsv) {
    std::vector<ListedEntity> entities;
    std::size_t number = 0;
    for (const auto line : core::split(tsv, '\n')) {
        ++number;
        if (line.empty() || line.starts_with('#')) continue;
        auto row = read_row(line, number);
        if (!row) return tl::unexpected(row.error());
        entities.push_back(*std::move(row));
    }
    return entities;
}

}  // namespace extractor
