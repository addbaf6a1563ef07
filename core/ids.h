// Ids that do not mix, and their spelling outside the program: a letter and a number ("c17").
#pragma once
#include <charconv>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace core {

template <class Tag>
struct Id {
    std::int64_t value;  // > 0; given by the store, never used twice
    auto operator<=>(const Id&) const = default;
};

struct ArticleTag {
    static constexpr char letter = 'a';
};
struct ClaimTag {
    static constexpr char letter = 'c';
};
struct DisputeTag {
    static constexpr char letter = 'd';
};
struct EntityTag {
    static constexpr char letter = 'e';
};
struct AllegationTag {
    static constexpr char letter = 'g';
};  // a group of claims
struct CaptureTag {
    static constexpr char letter = 'k';
};  // a kept response
struct CorrectionTag {
    static constexpr char letter = 'x';
};
struct OutletTag {
    static constexpr char letter = 'o';
};
struct RunTag {
    static constexpr char letter = 'r';
};
struct SourceTag {
    static constexpr char letter = 's';
};
struct EventTag {
    static constexpr char letter = 'v';
};

using ArticleId = Id<ArticleTag>;
using ClaimId = Id<ClaimTag>;
using DisputeId = Id<DisputeTag>;
using EntityId = Id<EntityTag>;
using AllegationId = Id<AllegationTag>;
using CaptureId = Id<CaptureTag>;
using CorrectionId = Id<CorrectionTag>;
using OutletId = Id<OutletTag>;
using RunId = Id<RunTag>;
using SourceId = Id<SourceTag>;
using EventId = Id<EventTag>;

// "c17". In JSON, on the command line and in permalinks; never changes for a thing once shown.
template <class Tag>
std::string to_text(Id<Tag> id) {
    return Tag::letter + std::to_string(id.value);
}

// Reads "c17", and "17" where the kind is already known. Nothing else is an id.
//     read_id<ClaimTag>("c17")
template <class Tag>
std::optional<Id<Tag>> read_id(std::string_view text) {
    if (!text.empty() && text.front() == Tag::letter) text.remove_prefix(1);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value <= 0) return std::nullopt;
    return Id<Tag>{value};
}

}  // namespace core

template <class Tag>
struct std::hash<core::Id<Tag>> {
    std::size_t operator()(core::Id<Tag> id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
