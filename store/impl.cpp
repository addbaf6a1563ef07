#include "store/impl.h"

#include "core/text.h"

namespace store {

std::string lines(const std::vector<std::string>& items) {
    std::string text;
    for (const auto& item : items) {
        // A name never holds a line end; one that did would come back as two.
        for (const char c : item) text += c == '\n' ? ' ' : c;
        text += '\n';
    }
    return text;
}

std::vector<std::string> from_lines(std::string_view text) {
    std::vector<std::string> items;
    for (const auto line : core::split(text, '\n'))
        if (!line.empty()) items.emplace_back(line);
    return items;
}

core::Instant instant(std::int64_t seconds) { return core::Instant{std::chrono::seconds{seconds}}; }
std::int64_t seconds(core::Instant at) { return at.time_since_epoch().count(); }

std::optional<core::Instant> maybe_instant(const sqlite::Query& row, int column) {
    return row.is_null(column) ? std::nullopt : std::optional(instant(row.int64(column)));
}

std::optional<std::int64_t> maybe_seconds(const std::optional<core::Instant>& at) {
    return at ? std::optional(seconds(*at)) : std::nullopt;
}

std::optional<core::Url> maybe_url(const sqlite::Query& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    const auto url = core::Url::parse(row.text(column));
    return url ? std::optional(*url) : std::nullopt;
}

std::optional<core::Timestamp> maybe_timestamp(const sqlite::Query& row, int column) {
    return row.is_null(column) ? std::nullopt : core::parse_timestamp(row.text(column));
}

std::optional<std::string> stamp_text(const std::optional<core::Timestamp>& stamp) {
    if (!stamp) return std::nullopt;
    return core::to_zoned_text(*stamp);
}

void log_change(sqlite::Database& db, std::string_view what, std::int64_t id) {
    sqlite::Query(db, "INSERT INTO change (what, id) VALUES (?, ?)", what, id).done();
}

}  // namespace store
