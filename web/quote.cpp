#include "web/quote.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/text.h"
#include "web/words.h"

namespace web {

namespace {

enum class Role { Quote, Who, Whom, Credit, Evidence, Hedge };

struct RoleRow {
    Role role;
    std::string_view css;
    std::string_view label;
};
constexpr std::array<RoleRow, 6> kRoles{{{Role::Quote, "quoted", "the claim"},
                                         {Role::Who, "who", "who says it"},
                                         {Role::Whom, "whom", "of whom"},
                                         {Role::Credit, "credit", "who is credited"},
                                         {Role::Evidence, "evidence", "evidence"},
                                         {Role::Hedge, "hedge", "how surely"}}};

struct Mark {
    core::Span span;
    Role role;
};

bool begins_character(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

bool lies_in(std::string_view text, core::Span span) {
    return span.begin < span.end && span.end <= text.size() && begins_character(text, span.begin) &&
           begins_character(text, span.end);
}

void add(std::vector<Mark>& marks, const std::vector<core::Party>& parties, Role role) {
    for (const auto& party : parties)
        if (party.span) marks.push_back({*party.span, role});
}

std::vector<Mark> slots_of(const core::Claim& claim) {
    std::vector<Mark> marks;
    add(marks, claim.claimant, Role::Who);
    add(marks, claim.accused, Role::Whom);
    add(marks, claim.via, Role::Credit);
    for (const auto& one : claim.evidence) marks.push_back({one.span, Role::Evidence});
    if (claim.hedge) marks.push_back({*claim.hedge, Role::Hedge});
    return marks;
}

// Where anything begins or ends between two places, both included.
std::set<std::size_t> edges(core::Span within, const std::vector<Mark>& marks) {
    std::set<std::size_t> all{within.begin, within.end};
    for (const auto& mark : marks)
        for (const auto edge : {mark.span.begin, mark.span.end})
            if (edge > within.begin && edge < within.end) all.insert(edge);
    return all;
}

std::string classes_at(core::Span piece, const std::vector<Mark>& marks) {
    std::string classes;
    for (const auto& row : kRoles) {
        const bool covered = std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) {
            return mark.role == row.role && mark.span.contains(piece);
        });
        if (!covered) continue;
        if (!classes.empty()) classes += ' ';
        classes += row.css;
    }
    return classes;
}

// Marks may overlap in any way: the text is written in pieces between their ends.
Html marked(std::string_view text, core::Span within, const std::vector<Mark>& marks) {
    Html html;
    const auto all = edges(within, marks);
    for (auto edge = all.begin(); std::next(edge) != all.end(); ++edge) {
        const core::Span piece{*edge, *std::next(edge)};
        const auto classes = classes_at(piece, marks);
        if (classes.empty())
            html << core::cut(text, piece);
        else
            html << "<span class=\""_html << classes << "\">"_html << core::cut(text, piece)
                 << "</span>"_html;
    }
    return html;
}

std::vector<core::Span> paragraphs(std::string_view text) {
    std::vector<core::Span> all;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        all.push_back({begin, end});
        begin = end + 1;
    }
    return all;
}

}  // namespace

Html quote_html(const core::ClaimRecord& record) {
    std::vector<Mark> marks;
    const auto origin = record.claim.quote.begin;
    for (auto mark : slots_of(record.claim)) {
        if (mark.role == Role::Who || mark.role == Role::Whom || mark.span.begin < origin) continue;
        mark.span = {mark.span.begin - origin, mark.span.end - origin};
        if (lies_in(record.quote, mark.span)) marks.push_back(mark);
    }
    return marked(record.quote, {0, record.quote.size()}, marks);
}

Html context_html(std::string_view text, const core::Claim& claim) {
    auto marks = slots_of(claim);
    marks.push_back({claim.quote, Role::Quote});
    std::erase_if(marks, [&](const Mark& mark) { return !lies_in(text, mark.span); });
    Html html;
    bool gap = false;
    bool first = true;
    for (const auto& paragraph : paragraphs(text)) {
        const bool shown = std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) {
            return mark.span.overlaps(paragraph);
        });
        if (shown && gap && !first) html << "<p class=\"gap\">⋯</p>\n"_html;
        if (shown) html << "<p>"_html << marked(text, paragraph, marks) << "</p>\n"_html;
        first = first && !shown;
        gap = !shown;
    }
    return html;
}

Html legend_html(const core::Claim& claim) {
    auto marks = slots_of(claim);
    marks.push_back({claim.quote, Role::Quote});
    Html html;
    html << "<p class=\"legend\">Marked: "_html;
    for (const auto& row : kRoles) {
        const bool used = std::any_of(marks.begin(), marks.end(),
                                      [&](const Mark& mark) { return mark.role == row.role; });
        if (used)
            html << "<span class=\""_html << row.css << "\">"_html << row.label << "</span> "_html;
    }
    return html << "</p>\n"_html;
}

Html quote_legend() {
    Html html;
    html << "<p class=\"legend\">Marked in quotes: "_html;
    for (const auto& row : kRoles)
        if (row.role >= Role::Credit)
            html << "<span class=\""_html << row.css << "\">"_html << row.label << "</span> "_html;
    return html << "</p>\n"_html;
}

Html claims_marked(std::string_view text, core::Span within,
                   const std::vector<core::ClaimRecord>& claims) {
    Html html;
    std::size_t at = within.begin;
    for (const auto& record : claims) {
        const auto& quote = record.claim.quote;
        const core::Span part{std::max(quote.begin, at), std::min(quote.end, within.end)};
        if (part.begin >= part.end || !lies_in(text, part)) continue;
        html << core::cut(text, {at, part.begin}) << "<mark"_html;
        if (part.begin == quote.begin)
            html << " id=\""_html << core::to_text(record.id) << "\""_html;
        html << "><a href=\""_html << Href::path("/claims/"_html, core::to_text(record.id))
             << "\" title=\""_html << claim_sentence(record.claim) << "\">"_html
             << core::cut(text, part) << "</a></mark>"_html;
        at = part.end;
    }
    return html << core::cut(text, {at, within.end});
}

}  // namespace web
