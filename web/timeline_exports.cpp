// Knight Lab's TimelineJS 3, whose texts are HTML.
#include <nlohmann/json.hpp>

#include "web/html.h"
#include "web/timeline.h"
#include "web/words.h"

namespace web {

namespace {

using json = nlohmann::ordered_json;

std::string escaped(std::string_view text) {
    Html html;
    return std::move(html << text).take();
}

json date_value(core::Days day, const core::EdtfDate& known) {
    const std::chrono::year_month_day ymd(day);
    json value{{"year", static_cast<int>(ymd.year())}};
    if (known.month != 0) value["month"] = static_cast<unsigned>(ymd.month());
    if (known.day != 0) value["day"] = static_cast<unsigned>(ymd.day());
    return value;
}

json passages_value(const TimelineEntry& entry) {
    Html html;
    for (const auto& passage : entry.passages) {
        html << "<blockquote>"_html << passage.claim.quote << "</blockquote><p>"_html;
        if (passage.article.url)
            html << "<a href=\""_html << Href::to(*passage.article.url) << "\">"_html
                 << outlet_of(passage.article) << "</a>"_html;
        else
            html << outlet_of(passage.article);
        html << ", "_html << long_day(passage.article.day()) << "</p>"_html;
    }
    return std::move(html).take();
}

json event_value(const TimelineEntry& entry) {
    const auto& date = entry.event.date;
    const auto days = date.days();
    json value{{"unique_id", core::to_text(entry.event.id)},
               {"start_date", date_value(days.first, date.from())},
               {"display_date", escaped(entry.when)},
               {"group", core::term(entry.event.kind).label},
               {"text", {{"headline", escaped(entry.sentence)}, {"text", passages_value(entry)}}}};
    if (date.to()) value["end_date"] = date_value(days.last, *date.to());
    return value;
}

}  // namespace

std::string as_timelinejs(const TimelineView& view) {
    json events = json::array();
    for (const auto& entry : view.entries) events.push_back(event_value(entry));
    const json value{
        {"title",
         {{"text", {{"headline", escaped(view.heading)}, {"text", escaped(view.summary)}}}}},
        {"events", std::move(events)}};
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace web
