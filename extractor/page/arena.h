// Memory for one parse, all given back at once: Gumbo's own way of freeing its tree recurses.
#pragma once
#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace extractor {

// Blocks of up to kLargest bytes are reused by size once given back. Not for several threads.
class Arena {
public:
    explicit Arena(std::size_t limit) : limit_(limit) {}
    void* allocate(std::size_t size);  // null when the limit is reached
    void release(void* block);

private:
    static constexpr std::size_t kStep = 16;
    static constexpr std::size_t kSmall = 1024;  // up to here one class a step, then one a doubling
    static constexpr std::size_t kClasses = kSmall / kStep + 24;
    static constexpr std::size_t kLeastChunk = 32u
                                               << 10;  // the first; each is twice the last, up to
    static constexpr std::size_t kChunk = 512u << 10;

    struct Header {
        std::size_t size_class;
    };
    struct Free {
        Free* next;
    };
    std::byte* carve(std::size_t size);

    std::size_t limit_;
    std::size_t taken_ = 0;
    std::size_t next_chunk_ = kLeastChunk;
    std::vector<std::unique_ptr<std::byte[]>> chunks_;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
    std::array<Free*, kClasses> free_{};
};

}  // namespace extractor
