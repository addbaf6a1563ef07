#include <algorithm>

#include <fmt/format.h>

#include "web/export_formats.h"

namespace web {

namespace {

// XML 1.0 has no control characters but these, and not the last two code points of the plane.
std::string without_forbidden(std::string_view text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        const auto point = core::next_code_point(text, at);
        const bool control = point < 0x20 && point != '\t' && point != '\n';
        if (control || point == 0xFFFE || point == 0xFFFF)
            kept += ' ';
        else
            kept += text.substr(begin, at - begin);
    }
    return kept;
}

std::string xml(std::string_view text) {
    std::string escaped;
    for (const char c : without_forbidden(text)) {
        switch (c) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            default: escaped += c;
        }
    }
    return escaped;
}

bool accuses(core::ClaimKind kind) {
    using core::ClaimKind;
    return kind == ClaimKind::Accusation || kind == ClaimKind::Observation ||
           kind == ClaimKind::Investigation;
}

constexpr std::string_view kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
    "<graph defaultedgetype=\"directed\">\n"
    "<attributes class=\"edge\">\n"
    "<attribute id=\"articles\" title=\"articles\" type=\"integer\"/>\n"
    "<attribute id=\"origins\" title=\"origins\" type=\"integer\"/>\n"
    "<attribute id=\"conduct\" title=\"conduct\" type=\"string\"/>\n"
    "<attribute id=\"first\" title=\"first\" type=\"string\"/>\n"
    "<attribute id=\"last\" title=\"last\" type=\"string\"/>\n"
    "</attributes>\n";

}  // namespace

void AccusationGraph::add(const core::ClaimRecord& record, const core::ArticleFacts& article) {
    if (!accuses(record.claim.kind)) return;
    const auto day = core::to_text(article.day());
    for (const auto& claimant : record.claim.claimant) {
        for (const auto& accused : record.claim.accused) {
            if (!core::is_named(claimant.name) || !core::is_named(accused.name)) continue;
            Edge& edge = edges_[{claimant.name, accused.name}];
            edge.articles.insert(article.id);
            if (record.origin) edge.origins.insert(record.origin->name);
            for (const auto conduct : record.claim.conduct) ++edge.conduct[conduct];
            edge.first = edge.first.empty() ? day : std::min(edge.first, day);
            edge.last = std::max(edge.last, day);
        }
    }
}

std::string AccusationGraph::as_gexf() const {
    std::set<std::string> parties;
    for (const auto& [ends, edge] : edges_) {
        parties.insert(ends.first);
        parties.insert(ends.second);
    }
    std::string gexf(kHead);
    gexf += "<nodes>\n";
    for (const auto& party : parties)
        gexf += fmt::format("<node id=\"{0}\" label=\"{0}\"/>\n", xml(party));
    gexf += "</nodes>\n<edges>\n";
    for (const auto& [ends, edge] : edges_) {
        std::vector<std::string> conduct;
        for (const auto& [what, times] : edge.conduct) conduct.emplace_back(core::code(what));
        const auto value = [](std::string_view name, const auto& what) {
            return fmt::format("<attvalue for=\"{}\" value=\"{}\"/>", name, what);
        };
        gexf += fmt::format("<edge source=\"{}\" target=\"{}\" weight=\"{}\"><attvalues>",
                            xml(ends.first), xml(ends.second), edge.origins.size());
        gexf += value("articles", edge.articles.size()) + value("origins", edge.origins.size()) +
                value("conduct", core::join(conduct, " ")) + value("first", edge.first) +
                value("last", edge.last) + "</attvalues></edge>\n";
    }
    return gexf + "</edges>\n</graph>\n</gexf>\n";
}

}  // namespace web
