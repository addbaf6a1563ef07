#include "extractor/page/cues.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "extractor/page/cue_words.h"
#include "extractor/page/word_table.h"

namespace extractor {

namespace {

constexpr std::size_t count_words(std::string_view words) {
    std::size_t count = 0;
    bool inside = false;
    for (const char c : words) {
        if (c != ' ' && !inside) ++count;
        inside = c != ' ';
    }
    return count;
}

constexpr std::size_t kWords = [] {
    std::size_t count = 0;
    for (const auto& group : cue_words) count += count_words(group.words);
    return count;
}();

constexpr auto cue_entries = [] {
    std::array<WordEntry<Cue>, kWords> entries{};
    std::size_t n = 0;
    for (const auto& group : cue_words) {
        for (std::size_t at = 0; at < group.words.size();) {
            const auto end = std::min(group.words.find(' ', at), group.words.size());
            if (end > at) entries[n++] = {group.words.substr(at, end - at), group.cue};
            at = end + 1;
        }
    }
    return entries;
}();

constexpr WordTable cues_by_word(cue_entries);

constexpr std::size_t kLongestWord = 40;

// The last two words of a class token, in lower case, one behind the other.
class Words {
public:
    void add(char c) {
        if (size_ < buffer_.size()) buffer_[size_++] = core::to_lower(c);
    }
    // A word ends here.
    void end_word(Cues& cues) {
        if (size_ == second_) return;
        // "has-sidebar" says that the sidebar is elsewhere.
        if (!is_preposition({buffer_.data(), second_})) look_up(second_, size_, cues);
        if (second_ > 0) look_up(0, size_, cues);
        std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(second_),
                  buffer_.begin() + static_cast<std::ptrdiff_t>(size_), buffer_.begin());
        size_ -= second_;
        second_ = size_;
    }
    void end_token(Cues& cues) {
        end_word(cues);
        size_ = second_ = 0;
    }

private:
    static bool is_preposition(std::string_view word) {
        return word == "has" || word == "with" || word == "no" || word == "without";
    }
    void look_up(std::size_t begin, std::size_t end, Cues& cues) {
        const std::string_view word(buffer_.data() + begin, end - begin);
        if (word.size() < 2 || word.size() > kLongestWord) return;
        if (const auto* cue = cues_by_word.find(word); cue != nullptr) cues.add(*cue);
    }
    std::array<char, 2 * kLongestWord> buffer_{};
    std::size_t second_ = 0;  // where the word at hand begins; before it the one before
    std::size_t size_ = 0;
};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

Cues cues_in(std::string_view value) {
    Cues cues;
    Words words;
    for (std::size_t at = 0; at < value.size(); ++at) {
        const char c = value[at];
        if (core::is_space(c)) {
            words.end_token(cues);
        } else if (core::is_alpha(c)) {
            if (is_capital(c) && at > 0 && is_small(value[at - 1])) words.end_word(cues);
            words.add(c);
        } else {
            words.end_word(cues);
        }
    }
    words.end_token(cues);
    return cues;
}

}  // namespace extractor
