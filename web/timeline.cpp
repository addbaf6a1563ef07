#include "web/timeline.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/text.h"
#include "web/csv.h"
#include "web/words.h"

namespace web {

namespace {

TimelineEntry entry_of(const core::Event& event, const store::Reader& store,
                       std::vector<core::ClaimRecord>& all) {
    TimelineEntry entry{.event = event,
                        .when = when_text(event.date),
                        .sentence = event_sentence(event),
                        .passages = {}};
    std::set<core::ArticleId> shown;
    for (const auto id : event.claims) {
        auto claim = store.claim(id);
        if (!claim) continue;
        all.push_back(*claim);
        if (!shown.insert(claim->article).second) continue;
        auto facts = store.article_facts(claim->article);
        if (!facts) continue;
        entry.passages.push_back({std::move(*claim), std::move(*facts)});
    }
    std::stable_sort(
        entry.passages.begin(), entry.passages.end(),
        [](const auto& a, const auto& b) { return a.article.day() < b.article.day(); });
    return entry;
}

// Breaks at spaces so that no line is wider than `width` columns, one column a code point.
std::string wrapped(std::string_view text, std::size_t width, std::string_view indent) {
    std::string lines(indent);
    std::size_t column = core::count_code_points(indent);
    bool first = true;
    for (const auto word : core::split(text, ' ')) {
        if (word.empty()) continue;
        const auto length = core::count_code_points(word);
        if (!first && column + 1 + length > width) {
            lines += '\n';
            lines += indent;
            column = core::count_code_points(indent);
            first = true;
        }
        if (!first) {
            lines += ' ';
            ++column;
        }
        lines += word;
        column += length;
        first = false;
    }
    return lines + "\n";
}

std::string counts_text(const core::Event& event) {
    return plural(static_cast<std::int64_t>(event.articles.size()), "article", "articles") + ", " +
           plural(event.origins, "origin", "origins");
}

std::vector<std::string> via_of(const TimelineEntry::Passage& passage) {
    std::vector<std::string> names;
    for (const auto& party : passage.claim.claim.via) names.push_back(party.name);
    return names;
}

std::string source_text(const TimelineEntry::Passage& passage) {
    std::string text =
        fmt::format("{}, {}", outlet_of(passage.article), core::to_text(passage.article.day()));
    if (const auto via = via_of(passage); !via.empty()) text += ", crediting " + and_list(via);
    return text;
}

// Markdown's own characters, so that a quotation cannot become a link or a heading.
std::string markdown(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (std::string_view("\\`*_{}[]<>#|").find(c) != std::string_view::npos) escaped += '\\';
        escaped += c == '\n' ? ' ' : c;
    }
    return escaped;
}

template <class E>
std::string codes(const std::vector<E>& values) {
    std::vector<std::string> all;
    all.reserve(values.size());
    for (const auto value : values) all.emplace_back(core::code(value));
    return core::join(all, "; ");
}

}  // namespace

TimelineView make_timeline(std::string_view heading, std::span<const core::Event> events,
                           const store::Reader& store) {
    TimelineView view{.heading = std::string(heading), .summary = {}, .entries = {}};
    std::vector<core::ClaimRecord> claims;
    std::set<core::ArticleId> articles;
    std::set<std::string> origins;
    for (const auto& event : events) {
        view.entries.push_back(entry_of(event, store, claims));
        articles.insert(event.articles.begin(), event.articles.end());
    }
    for (const auto& claim : claims)
        if (claim.origin) origins.insert(core::fold(claim.origin->name));
    view.summary =
        fmt::format("{} from {}, resting on {}.",
                    plural(static_cast<std::int64_t>(events.size()), "event", "events"),
                    plural(static_cast<std::int64_t>(articles.size()), "article", "articles"),
                    plural(static_cast<std::int64_t>(origins.size()), "independent origin",
                           "independent origins"));
    if (const auto rest = origin_sentence(claims); !rest.empty()) view.summary += " " + rest;
    return view;
}

std::string as_text(const TimelineView& view, std::size_t width) {
    std::string text = view.heading + "\n" + wrapped(view.summary, width, "") + "\n";
    for (const auto& entry : view.entries) {
        text += wrapped(fmt::format("{} · {} · {}", entry.when, core::term(entry.event.kind).label,
                                    entry.sentence),
                        width, "");
        for (const auto& passage : entry.passages) {
            text += wrapped(in_quotes(core::collapse_spaces(passage.claim.quote)), width, "    ");
            text += wrapped(fmt::format("— {} · {} · {}", source_text(passage),
                                        core::term(passage.claim.claim.certainty).label,
                                        core::to_text(passage.claim.id)),
                            width, "      ");
        }
        text += "    " + counts_text(entry.event) + "\n\n";
    }
    return text;
}

std::string as_markdown(const TimelineView& view) {
    std::string text = "# " + markdown(view.heading) + "\n\n" + markdown(view.summary) + "\n";
    for (const auto& entry : view.entries) {
        text += fmt::format("\n## {}: {}\n\n*{}*, {}\n", entry.when, markdown(entry.sentence),
                            core::term(entry.event.kind).label, counts_text(entry.event));
        for (const auto& passage : entry.passages) {
            text += "\n> " + markdown(passage.claim.quote) + "\n>\n> — " +
                    markdown(source_text(passage));
            if (passage.article.url) text += fmt::format(" <{}>", passage.article.url->text());
            text += "\n";
        }
    }
    return text;
}

std::string as_csv(const TimelineView& view) {
    std::string text =
        csv_row({"event", "date", "date_basis", "kind", "claimant", "accused", "conduct", "origins",
                 "claim", "quote", "certainty", "via", "outlet", "title", "published", "url"});
    for (const auto& entry : view.entries) {
        const auto& event = entry.event;
        for (const auto& passage : entry.passages)
            text += csv_row(
                {core::to_text(event.id), event.date.text(), std::string(core::code(event.basis)),
                 std::string(core::code(event.kind)), core::join(event.claimant, "; "),
                 core::join(event.accused, "; "), codes(event.conduct),
                 std::to_string(event.origins), core::to_text(passage.claim.id),
                 passage.claim.quote, std::string(core::code(passage.claim.claim.certainty)),
                 core::join(via_of(passage), "; "), outlet_of(passage.article),
                 title_of(passage.article), core::to_text(passage.article.day()),
                 passage.article.url ? passage.article.url->text() : ""});
    }
    return text;
}

}  // namespace web
