#include "search/query_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "core/text.h"
#include "core/vocabulary.h"

namespace search {

namespace {

template <class E>
bool is_code(std::string_view value) {
    return core::from_code<E>(value).has_value();
}
template <class E>
std::string known_codes() {
    std::string all;
    for (const auto& term : core::Vocabulary<E>::terms)
        all += (all.empty() ? "" : ", ") + std::string(term.code);
    return all;
}

struct CodedField {
    Field field;
    bool (*knows)(std::string_view);
    std::string (*known)();
};
constexpr std::array<CodedField, 4> kCodedFields{
    {{Field::Conduct, is_code<core::Conduct>, known_codes<core::Conduct>},
     {Field::Evidence, is_code<core::EvidenceType>, known_codes<core::EvidenceType>},
     {Field::Kind, is_code<core::ClaimKind>, known_codes<core::ClaimKind>},
     {Field::Certainty, is_code<core::Certainty>, known_codes<core::Certainty>}}};

const CodedField* coded(Field field) {
    const auto* found = std::find_if(kCodedFields.begin(), kCodedFields.end(),
                                     [&](const CodedField& f) { return f.field == field; });
    return found == kCodedFields.end() ? nullptr : found;
}

// "a..b" → a, b; "a" → a, a.
std::pair<std::string_view, std::string_view> ends_of(std::string_view value) {
    const auto dots = value.find("..");
    if (dots == std::string_view::npos) return {value, value};
    return {value.substr(0, dots), value.substr(dots + 2)};
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

// Whether both ends were read, where an end that is not written is open.
template <class T>
bool is_range(const std::optional<T>& from, std::string_view first, const std::optional<T>& to,
              std::string_view last) {
    return (from || first.empty()) && (to || last.empty()) && (from || to);
}

}  // namespace

ReadValue read_dates(Node::Kind kind, std::string_view value) {
    const auto [first, last] = ends_of(value);
    auto from = core::parse_day_range(first);
    auto to = core::parse_day_range(last);
    if (!is_range(from, first, to, last))
        return tl::unexpected(std::string("is no date as in 2025-01..2025-06"));
    if (from && to && to->last < from->first) std::swap(from, to);
    Node node{.kind = kind};
    if (from) node.from = from->first;
    if (to) node.to = to->last;
    return node;
}

bool turned_round(std::string_view value) {
    const auto [first, last] = ends_of(value);
    const auto from = core::parse_day_range(first);
    const auto to = core::parse_day_range(last);
    return from && to && to->last < from->first;
}

ReadValue read_origins(std::string_view value) {
    const auto [first, last] = ends_of(value);
    Node node{.kind = Node::Kind::Origins, .least = number(first), .most = number(last)};
    if (!is_range(node.least, first, node.most, last))
        return tl::unexpected(std::string("is no number as in origins:2.."));
    return node;
}

bool has_codes(Field field) { return coded(field) != nullptr; }

ReadValue read_code(Field field, std::string_view value) {
    auto code = core::lower_ascii(value);
    if (!coded(field)->knows(code))
        return tl::unexpected(
            fmt::format("is no {}; known are: {}", row(field).name, coded(field)->known()));
    return Node{.kind = Node::Kind::Field, .text = std::move(code), .field = field};
}

}  // namespace search
