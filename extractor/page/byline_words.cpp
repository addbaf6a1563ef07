#include "extractor/page/byline_words.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/text.h"
#include "embedded/extractor.h"

namespace extractor {

namespace {

struct KindName {
    std::string_view name;
    BylineWord kind;
};
constexpr std::array kKinds = std::to_array<KindName>({
    {"lead", BylineWord::Lead},
    {"label", BylineWord::Label},
    {"and", BylineWord::And},
    {"cut", BylineWord::Cut},
    {"role", BylineWord::Role},
    {"collective", BylineWord::Collective},
    {"agency", BylineWord::Agency},
    {"nobody", BylineWord::Nobody},
    {"updated", BylineWord::Updated},
    {"place", BylineWord::Place},  // of an address in which people's pages lie
    {"other", BylineWord::Other},
    {"degree", BylineWord::Degree},
    {"picture", BylineWord::Picture},
    {"town", BylineWord::Town},
});
constexpr std::size_t kLongestPhrase = 4;  // words

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>{}(text);
    }
};
using WordSet = std::unordered_set<std::string, Hash, std::equal_to<>>;

// Written without spaces between words: Thai, kana, Han, Hangul.
bool is_dense(std::string_view phrase) {
    std::size_t at = 0;
    const auto c = core::next_code_point(phrase, at);
    return c >= 0x0E00 && !(c >= 0x1000 && c < 0x3040);
}

class Words {
public:
    Words() {
        for (const auto line : core::split(embedded::extractor::byline_words_tsv(), '\n')) {
            const auto cells = core::split(line, '\t');
            for (const auto& known : kKinds)
                if (known.name == cells[0]) read(known.kind, cells);
        }
    }
    const WordSet& of(BylineWord kind) const { return sets_[static_cast<std::size_t>(kind)]; }
    const std::vector<std::string>& dense(BylineWord kind) const {
        return dense_[static_cast<std::size_t>(kind)];
    }

private:
    void read(BylineWord kind, const std::vector<std::string_view>& cells) {
        const auto at = static_cast<std::size_t>(kind);
        for (std::size_t n = 1; n < cells.size(); ++n) {
            auto phrase = core::fold(cells[n]);
            if (is_dense(phrase)) dense_[at].push_back(phrase);
            sets_[at].insert(std::move(phrase));
        }
    }

    std::array<WordSet, kKinds.size()> sets_;
    std::array<std::vector<std::string>, kKinds.size()> dense_;
};

const Words& words() {
    static const Words all;
    return all;
}

}  // namespace

bool is_byline_word(BylineWord kind, std::string_view folded) {
    return words().of(kind).contains(folded);
}

bool has_byline_word(BylineWord kind, std::string_view folded) {
    for (const auto& phrase : words().dense(kind))
        if (folded.find(phrase) != std::string_view::npos) return true;
    constexpr std::string_view marks = " |/,;:()[]-–—.";
    for (std::size_t at = 0; at < folded.size();) {
        const auto begin = folded.find_first_not_of(marks, at);
        if (begin == std::string_view::npos) return false;
        if (byline_words_at(kind, folded.substr(begin)) > 0) return true;
        at = std::min(folded.find_first_of(marks, begin), folded.size());
    }
    return false;
}

std::size_t byline_words_at(BylineWord kind, std::string_view folded) {
    std::size_t longest = 0;
    std::size_t end = 0;
    for (std::size_t count = 0; count < kLongestPhrase && end < folded.size(); ++count) {
        end = std::min(folded.find_first_of(" :|/,;)", end + (count == 0 ? 0 : 1)), folded.size());
        if (is_byline_word(kind, folded.substr(0, end))) longest = end;
    }
    return longest;
}

bool begins_byline(std::string_view folded) {
    if (const auto lead = byline_words_at(BylineWord::Lead, folded); lead > 0)
        return lead < folded.size();
    const auto label = byline_words_at(BylineWord::Label, folded);
    if (label == 0) return false;
    const auto rest = folded.substr(label);
    constexpr std::array marks = std::to_array<std::string_view>({":", " :", " |", "・"});
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return rest.starts_with(mark); });
}

}  // namespace extractor
