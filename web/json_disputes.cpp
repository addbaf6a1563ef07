// Disputes and their events.
#include <nlohmann/json.hpp>

#include "web/json.h"

namespace web {

namespace {

using json = nlohmann::ordered_json;

std::string written(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

template <class Tag>
json ids(const std::vector<core::Id<Tag>>& all) {
    json list = json::array();
    for (const auto id : all) list.push_back(core::to_text(id));
    return list;
}
json codes(const std::vector<core::Conduct>& values) {
    json list = json::array();
    for (const auto value : values) list.push_back(core::code(value));
    return list;
}

json event_value(const core::Event& event) {
    return {{"id", core::to_text(event.id)},
            {"date", event.date.text()},
            {"date_basis", core::code(event.basis)},
            {"kind", core::code(event.kind)},
            {"claimant", event.claimant},
            {"accused", event.accused},
            {"conduct", codes(event.conduct)},
            {"claims", ids(event.claims)},
            {"articles", ids(event.articles)},
            {"origins", event.origins}};
}

json dispute_value(const core::DisputeRecord& dispute) {
    json events = json::array();
    for (const auto& event : dispute.events) events.push_back(event_value(event));
    return {{"id", core::to_text(dispute.id)},    {"name", dispute.name},
            {"parties", dispute.parties},         {"conduct", codes(dispute.conduct)},
            {"state", core::code(dispute.state)}, {"allegations", ids(dispute.allegations)},
            {"articles", dispute.articles},       {"origins", dispute.origins},
            {"events", std::move(events)}};
}

}  // namespace

std::string dispute_json(const core::DisputeRecord& dispute) {
    return written(dispute_value(dispute));
}

std::string timeline_json(const core::DisputeRecord* dispute, std::optional<std::string_view> query,
                          std::span<const core::Event> events) {
    json list = json::array();
    for (const auto& event : events) list.push_back(event_value(event));
    return written({{"dispute", dispute != nullptr ? dispute_value(*dispute) : json()},
                    {"query", query ? json(*query) : json()},
                    {"events", std::move(list)}});
}

}  // namespace web
