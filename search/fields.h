// The fields of the query language: one table from which terms, prefixes, query syntax, help and
// the API's documentation come.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace search {

enum class Field { By, About, Conduct, Evidence, Kind, Certainty, Via, Outlet, Entity, Lang };

struct FieldRow {
    Field field;
    std::string_view name;     // in queries: "by:"
    std::string_view prefix;   // of its terms in the index
    std::string_view meaning;  // in help
    std::string_view example;
};

inline constexpr std::array<FieldRow, 10> fields{{
    {Field::By, "by", "XBY", "who makes the claim", "by:OpenAI"},
    {Field::About, "about", "XAB", "who is accused or spoken about", "about:DeepSeek"},
    {Field::Conduct, "conduct", "XCO", "what is said to have been done", "conduct:distillation"},
    {Field::Evidence, "evidence", "XEV", "what it rests on", "evidence:account-activity"},
    {Field::Kind, "kind", "XKI", "the kind of claim", "kind:denial"},
    {Field::Certainty, "certainty", "XCE", "how surely it is said", "certainty:suspected"},
    {Field::Via, "via", "XVI", "the outlet credited for it", "via:Bloomberg"},
    {Field::Outlet, "outlet", "XOU", "the outlet, by name or domain", "outlet:example.org"},
    {Field::Entity, "entity", "XEN", "anybody or anything named in it", "entity:Gemini"},
    {Field::Lang, "lang", "L", "the language", "lang:en"},
}};

constexpr const FieldRow& row(Field field) { return fields[static_cast<std::size_t>(field)]; }
constexpr std::optional<Field> field_named(std::string_view name) {
    for (const FieldRow& entry : fields)
        if (entry.name == name) return entry.field;
    return std::nullopt;
}

}  // namespace search
