#include "extractor/page/arena.h"

#include <algorithm>
#include <bit>
#include <new>

namespace extractor {

namespace {

constexpr std::size_t class_of(std::size_t size, std::size_t step, std::size_t small) {
    if (size <= small) return size == 0 ? 0 : (size - 1) / step;
    return small / step + static_cast<std::size_t>(std::bit_width((size - 1) / small)) - 1;
}

constexpr std::size_t size_of(std::size_t size_class, std::size_t step, std::size_t small) {
    return size_class < small / step ? (size_class + 1) * step
                                     : small << (size_class - small / step + 1);
}

}  // namespace

void* Arena::allocate(std::size_t size) {
    if (size > limit_) return nullptr;
    const auto size_class = class_of(size, kStep, kSmall);
    if (auto*& free = free_[size_class]; free != nullptr) {
        auto* block = free;
        free = block->next;
        return block;
    }
    auto* block = carve(sizeof(Header) + size_of(size_class, kStep, kSmall));
    if (block == nullptr) return nullptr;
    new (block) Header{size_class};
    return block + sizeof(Header);
}

void Arena::release(void* block) {
    if (block == nullptr) return;
    const auto* header =
        std::launder(reinterpret_cast<Header*>(static_cast<std::byte*>(block) - sizeof(Header)));
    auto*& free = free_[header->size_class];
    free = new (block) Free{free};
}

std::byte* Arena::carve(std::size_t size) {
    if (size > left_) {
        const auto chunk = size > next_chunk_ / 2 ? size : next_chunk_;
        if (chunk > limit_ - taken_) return nullptr;
        next_chunk_ = std::min(2 * next_chunk_, kChunk);
        taken_ += chunk;
        chunks_.emplace_back(new std::byte[chunk]);
        if (chunk == size) return chunks_.back().get();  // on its own: what is left stays in use
        next_ = chunks_.back().get();
        left_ = chunk;
    }
    auto* block = next_;
    next_ += size;
    left_ -= size;
    return block;
}

}  // namespace extractor
