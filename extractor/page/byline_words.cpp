#include "extractor/page/byline_words.h"

#include <array>
#include <string>
#include <unordered_set>

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

class Words {
public:
    Words() {
        for (const auto line : core::split(embedded::extractor::byline_words_tsv(), '\n')) {
            const auto cells = core::split(line, '\t');
            for (const auto& known : kKinds)
                if (known.name == cells[0]) read(set(known.kind), cells);
        }
    }
    const std::unordered_set<std::string>& of(BylineWord kind) const {
        return sets_[static_cast<std::size_t>(kind)];
    }

private:
    std::unordered_set<std::string>& set(BylineWord kind) {
        return sets_[static_cast<std::size_t>(kind)];
    }
    static void read(std::unordered_set<std::string>& words,
                     const std::vector<std::string_view>& cells) {
        for (std::size_t n = 1; n < cells.size(); ++n) words.insert(core::fold(cells[n]));
    }

    std::array<std::unordered_set<std::string>, kKinds.size()> sets_;
};

const Words& words() {
    static const Words all;
    return all;
}

}  // namespace

bool is_byline_word(BylineWord kind, std::string_view folded) {
    return words().of(kind).contains(std::string(folded));
}

bool has_byline_word(BylineWord kind, std::string_view folded) {
    for (const auto& phrase : words().of(kind)) {
        const auto at = folded.find(phrase);
        if (at == std::string_view::npos) continue;
        const auto is_letter = [&](std::size_t n) {
            return n < folded.size() && core::is_alpha(folded[n]);
        };
        const auto end = at + phrase.size();
        if (!(at > 0 && is_letter(at - 1)) && !is_letter(end)) return true;
    }
    return false;
}

std::size_t byline_words_at(BylineWord kind, std::string_view folded) {
    std::size_t longest = 0;
    std::size_t end = 0;
    for (std::size_t count = 0; count < kLongestPhrase && end < folded.size(); ++count) {
        end = std::min(folded.find_first_of(" :", end + (count == 0 ? 0 : 1)), folded.size());
        if (is_byline_word(kind, folded.substr(0, end))) longest = end;
    }
    return longest;
}

}  // namespace extractor
