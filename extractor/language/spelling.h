// Names one slip of the keyboard away from known ones: "Anthrophic", "Copliot". Private to
// extractor/.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace extractor {

// Names by how they begin and how they end: one slip leaves one of the two as it was.
class SpellingIndex {
public:
    // Shorter names have too many neighbours that are other names.
    explicit SpellingIndex(std::size_t shortest) : shortest_(shortest) {}

    // `folded` words of a name with a space between; what is too short to tell is left out.
    void add(std::string_view folded, std::size_t value);

    // The value of the first name added that is one letter more, less, other or swapped.
    std::optional<std::size_t> near(std::string_view folded) const;

private:
    bool is_telling(std::string_view folded) const;

    struct Entry {
        std::string name;
        std::size_t value = 0;
    };
    std::size_t shortest_;
    std::vector<Entry> entries_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> ends_;  // key → entries
};

// Whether one inserted, deleted, replaced or swapped letter makes one of the other.
bool is_one_slip(std::string_view a, std::string_view b);

}  // namespace extractor
