#include <algorithm>
#include <array>
#include <cstring>
#include <functional>

#include "core/text.h"
#include "extractor/page/phrases.h"

namespace extractor {

namespace {

constexpr bool is_mark(char c) {
    return !core::is_alpha(c) && !core::is_digit(c) && static_cast<unsigned char>(c) < 0x80;
}

std::string_view without_marks(std::string_view text) {
    while (!text.empty() && is_mark(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_mark(text.back())) text.remove_suffix(1);
    return text;
}

bool begins_with(std::string_view text, std::string_view words) {
    return text.size() >= words.size() &&
           std::equal(words.begin(), words.end(), text.begin(),
                      [](char word, char c) { return word == core::to_lower(c); });
}

// The table, so ordered that a line is looked through once.
class PhraseIndex {
public:
    PhraseIndex() {
        for (const auto& phrase : phrases()) {
            if (phrase.where != Where::Within)
                by_first_byte_[number(phrase.words[0])].push_back(&phrase);
            else if (phrase.words.size() < kKey)
                short_.push_back(&phrase);
            else
                by_key_[key_at(phrase.words.data())].push_back(&phrase);
        }
    }

    std::vector<const Phrase*> in(std::string_view line) const {
        std::vector<const Phrase*> found;
        const auto bare = without_marks(line);
        find_beginnings(line, bare, found);
        if (bare.data() != line.data()) find_beginnings(bare, bare, found);
        for (const auto* phrase : short_)
            if (line.find(phrase->words) != std::string_view::npos) found.push_back(phrase);
        for (std::size_t at = 0; at + kKey <= line.size(); ++at)
            for (const auto* phrase : by_key_[key_at(line.data() + at)])
                if (begins_with(line.substr(at), phrase->words)) found.push_back(phrase);
        if (found.size() > 1) std::sort(found.begin(), found.end(), std::less<>());
        return found;
    }

private:
    static constexpr std::size_t kKey = 4;  // bytes that a phrase within a line is looked up by
    static constexpr std::size_t kKeyBits = 11;
    using Phrases = std::vector<const Phrase*>;

    static std::size_t number(char c) { return static_cast<unsigned char>(core::to_lower(c)); }

    // The same for small and capital letters.
    static std::size_t key_at(const char* bytes) {
        std::uint32_t word = 0;
        std::memcpy(&word, bytes, kKey);
        return ((word | 0x20202020u) * 2654435761u) >> (32 - kKeyBits);
    }

    void find_beginnings(std::string_view text, std::string_view bare, Phrases& found) const {
        if (text.empty()) return;
        for (const auto* phrase : by_first_byte_[number(text[0])]) {
            const bool fits = phrase->where == Where::Begins || bare.size() == phrase->words.size();
            if (fits && begins_with(phrase->where == Where::Begins ? text : bare, phrase->words))
                found.push_back(phrase);
        }
    }

    std::array<Phrases, 256> by_first_byte_;
    std::array<Phrases, std::size_t{1} << kKeyBits> by_key_;
    Phrases short_;
};

}  // namespace

std::vector<const Phrase*> phrases_in(std::string_view line) {
    static const PhraseIndex index;
    return index.in(line);
}

}  // namespace extractor
