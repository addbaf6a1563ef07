// Claims, articles and disputes for other programs. Part of the web's door.
#pragma once
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "core/ids.h"
#include "core/result.h"
#include "store/store.h"

namespace web {

// Csv: RFC 4180. Jsonl: see the interfaces. TimelineJs: Knight Lab's TimelineJS 3. JsonLd:
// schema.org Claim. Ftm: FollowTheMoney entities. Gexf: GEXF 1.3, who accuses whom.
enum class ExportFormat { Csv, Jsonl, TimelineJs, JsonLd, Ftm, Gexf };
enum class ExportKind { Claims, Articles, Disputes };

std::optional<ExportFormat> export_format(std::string_view name);  // "csv", "jsonl", …
std::optional<ExportKind> export_kind(std::string_view name);      // "claims", …

struct ExportSpec {
    ExportFormat format = ExportFormat::Jsonl;
    ExportKind kind = ExportKind::Claims;
    std::optional<std::vector<core::ClaimId>> claims;  // only these and what they stand in
};

// Writes in pieces, article by article; returns how many things were written. BadConfiguration
// where a format has no such kind (a graph of articles).
core::Result<std::size_t> write_export(const ExportSpec& spec, const store::Reader& store,
                                       const std::function<void(std::string_view)>& write);

}  // namespace web
