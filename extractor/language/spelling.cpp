#include "extractor/language/spelling.h"

#include <algorithm>
#include <utility>

namespace extractor {
namespace {

constexpr std::size_t kEnd = 3;  // letters of a name's beginning or end
// Names that begin or end alike; a text made of nothing else must not take forever.
constexpr std::size_t kMostAlike = 200;

std::string_view end_of(std::string_view name, bool first) {
    return first ? name.substr(0, kEnd) : name.substr(name.size() - kEnd);
}

std::uint32_t key(std::string_view end, bool first) {
    std::uint32_t bytes = first ? 1 : 0;
    for (const char c : end) bytes = (bytes << 8) | static_cast<unsigned char>(c);
    return bytes;
}

bool is_letters(std::string_view name) {
    return std::none_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool is_one_slip(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    std::size_t same = 0;
    while (same < a.size() && a[same] == b[same]) ++same;
    const auto rest = [](std::string_view text, std::size_t from) {
        return from <= text.size() ? text.substr(from) : std::string_view();
    };
    if (a.size() < b.size()) return rest(a, same) == rest(b, same + 1);
    if (same == a.size()) return false;
    if (rest(a, same + 1) == rest(b, same + 1)) return true;
    return same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] &&
           rest(a, same + 2) == rest(b, same + 2);
}

bool SpellingIndex::is_telling(std::string_view folded) const {
    return folded.size() >= shortest_ && is_letters(folded);
}

void SpellingIndex::add(std::string_view folded, std::size_t value) {
    if (!is_telling(folded)) return;
    const auto entry = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({std::string(folded), value});
    for (const bool first : {true, false}) {
        auto& entries = ends_[key(end_of(folded, first), first)];
        if (entries.size() < kMostAlike) entries.push_back(entry);
    }
}

std::optional<std::size_t> SpellingIndex::near(std::string_view folded) const {
    if (!is_telling(folded)) return std::nullopt;
    std::optional<std::uint32_t> best;
    for (const bool first : {true, false}) {
        const auto entries = ends_.find(key(end_of(folded, first), first));
        if (entries == ends_.end()) continue;
        for (const std::uint32_t entry : entries->second)
            if ((!best || entry < *best) && is_one_slip(entries_[entry].name, folded)) best = entry;
    }
    if (!best) return std::nullopt;
    return entries_[*best].value;
}

}  // namespace extractor
