// A fixed set of words and what each stands for, hashed when the program is compiled.
#pragma once
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace extractor {

constexpr std::uint32_t hash_of(std::string_view word) {
    std::uint32_t hash = 2166136261u;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash ^ (hash >> 15);
}

template <class Value>
struct WordEntry {
    std::string_view word;
    Value value;
};

template <class Value, std::size_t N>
class WordTable {
public:
    explicit constexpr WordTable(const std::array<WordEntry<Value>, N>& entries)
        : entries_(entries) {
        for (std::size_t n = 0; n < N; ++n) {
            auto slot = hash_of(entries[n].word) % kSlots;
            while (slots_[slot] != 0) slot = (slot + 1) % kSlots;
            slots_[slot] = static_cast<std::uint16_t>(n + 1);
        }
    }

    constexpr const Value* find(std::string_view word) const {
        for (auto slot = hash_of(word) % kSlots; slots_[slot] != 0; slot = (slot + 1) % kSlots)
            if (entries_[slots_[slot] - 1u].word == word) return &entries_[slots_[slot] - 1u].value;
        return nullptr;
    }

private:
    static constexpr std::size_t kSlots = std::bit_ceil(N * 4);
    std::array<WordEntry<Value>, N> entries_;
    std::array<std::uint16_t, kSlots> slots_{};
};

}  // namespace extractor
