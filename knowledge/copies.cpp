// Copies: candidates by MinHash over pairs of long words, which edits and cuts leave alike; then
// the longest sequence of words that both have in the same order. A story told in other words is
// no copy here.
#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "core/text.h"
#include "knowledge/knowledge.h"

namespace knowledge {

namespace {

constexpr std::size_t kBands = 64;
constexpr std::size_t kRows = 3;
constexpr std::size_t kHashes = kBands * kRows;
constexpr std::size_t kLongWord = 4;      // shorter ones are in every text
constexpr std::size_t kFewestPairs = 12;  // fewer agree by chance
constexpr std::size_t kMostPairs = 20'000;
constexpr std::size_t kMostWords = 4'000;  // enough to know any article by
// The share of the shorter text that stands in the longer one in the same order. Copies with a
// fifth of their words changed have 0.74 and more, stories from one set of phrases 0.60 at most.
constexpr double kCopied = 0.68;
// A few sentences that differ in names and numbers alone are what every agency writes.
constexpr std::size_t kShort = 120;
constexpr double kCopiedShort = 0.95;

constexpr std::uint64_t mixed(std::uint64_t value) {  // splitmix64's finisher
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

struct Multipliers {
    std::array<std::uint64_t, kHashes> odd{};
    std::array<std::uint64_t, kHashes> add{};
};
constexpr Multipliers kMultipliers = [] {
    Multipliers made;
    for (std::size_t i = 0; i < kHashes; ++i) {
        made.odd[i] = mixed(2 * i + 1) | 1;
        made.add[i] = mixed(2 * i + 2);
    }
    return made;
}();

// The lowest bit of a word's number says whether it is a long one.
constexpr std::uint64_t kIsLong = 1;

bool is_ascii_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Quotation marks, dashes and spaces differ between editions of one text.
bool is_punctuation(char32_t c) {
    return (c >= 0x80 && c < 0xAA) || (c >= 0x2000 && c < 0x2070) || (c >= 0x3000 && c < 0x3005) ||
           (c >= 0x3008 && c < 0x3012) || c == 0xAB || c == 0xBB || c == 0xFEFF ||
           (c >= 0xFF00 && c < 0xFF10);
}

// Scripts that are written without spaces: each letter with the one before is taken for a word.
bool stands_alone(char32_t c) { return c >= 0x2E80; }

class WordReader {
public:
    explicit WordReader(std::vector<std::uint64_t>& words) : words_(words) {}
    void take(char32_t c) {
        const bool is_letter = c < 0x80 ? is_ascii_letter(c) : !is_punctuation(c);
        if (!is_letter || stands_alone(c)) end();
        if (!is_letter) return;
        const bool is_capital = c >= 'A' && c <= 'Z';
        hash_ = mixed(hash_ + static_cast<std::uint64_t>(is_capital ? c + 32 : c) + 1);
        ++letters_;
        if (stands_alone(c)) end_alone();
    }
    void end() {
        if (letters_ == 0) return;
        words_.push_back(letters_ >= kLongWord ? hash_ | kIsLong : hash_ & ~kIsLong);
        hash_ = 0;
        letters_ = 0;
    }

private:
    void end_alone() {
        words_.push_back(mixed(before_ * 31 + hash_) | kIsLong);
        before_ = hash_;
        hash_ = 0;
        letters_ = 0;
    }

    std::vector<std::uint64_t>& words_;
    std::uint64_t hash_ = 0;
    std::uint64_t before_ = 0;  // the last letter that stood alone
    std::size_t letters_ = 0;
};

std::unordered_set<std::uint64_t> pairs_of(std::span<const std::uint64_t> words) {
    std::unordered_set<std::uint64_t> pairs;
    std::uint64_t last = 0;
    for (const auto word : words) {
        if ((word & kIsLong) == 0) continue;
        if (last != 0) pairs.insert(mixed(last * 31 + word));
        last = word;
        if (pairs.size() == kMostPairs) break;
    }
    return pairs;
}

// Length of the longest common subsequence, 64 words at a time (Hyyrö 2004).
std::size_t common_length(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
    const std::size_t width = (a.size() + 63) / 64;
    std::unordered_map<std::uint64_t, std::vector<std::uint64_t>> places;
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto& bits = places[a[i]];
        bits.resize(width);
        bits[i / 64] |= std::uint64_t{1} << (i % 64);
    }
    std::vector<std::uint64_t> row(width, ~std::uint64_t{0});
    for (const auto word : b) {
        const auto found = places.find(word);
        if (found == places.end()) continue;
        std::uint64_t carry = 0;
        for (std::size_t i = 0; i < width; ++i) {
            const auto both = row[i] & found->second[i];
            const auto partly = row[i] + both;
            const auto sum = partly + carry;
            carry = (partly < row[i] || sum < partly) ? 1 : 0;
            row[i] = sum | (row[i] & ~found->second[i]);
        }
    }
    std::size_t common = 0;
    for (std::size_t i = 0; i < a.size(); ++i) common += (row[i / 64] >> (i % 64) & 1) == 0 ? 1 : 0;
    return common;
}

}  // namespace

std::vector<std::uint64_t> words_of(std::string_view text) {
    std::vector<std::uint64_t> words;
    WordReader reader(words);
    for (std::size_t at = 0; at < text.size() && words.size() < kMostPairs;)
        reader.take(core::next_code_point(text, at));
    reader.end();
    return words;
}

std::vector<std::uint64_t> bands_of(std::span<const std::uint64_t> words) {
    const auto pairs = pairs_of(words);
    std::vector<std::uint64_t> bands;
    if (pairs.size() < kFewestPairs) return bands;
    std::array<std::uint32_t, kHashes> least{};
    least.fill(std::numeric_limits<std::uint32_t>::max());
    for (const auto pair : pairs)
        for (std::size_t i = 0; i < kHashes; ++i)
            least[i] =
                std::min(least[i], static_cast<std::uint32_t>(
                                       (pair * kMultipliers.odd[i] + kMultipliers.add[i]) >> 32));
    for (std::size_t band = 0; band < kBands; ++band) {
        std::uint64_t hash = band;
        for (std::size_t row = 0; row < kRows; ++row)
            hash = mixed(hash * 31 + least[band * kRows + row]);
        bands.push_back(hash);
    }
    return bands;
}

bool are_copies(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
    a = a.first(std::min(a.size(), kMostWords));
    b = b.first(std::min(b.size(), kMostWords));
    const auto least = std::min(a.size(), b.size());
    const auto share = least < kShort ? kCopiedShort : kCopied;
    return least > 0 &&
           static_cast<double>(common_length(a, b)) >= share * static_cast<double>(least);
}

bool precedes(const core::Print& a, const core::Print& b) {
    return std::tie(a.at, a.place, a.article) < std::tie(b.at, b.place, b.article);
}

std::optional<core::ArticleId> original_of(const core::Print& article,
                                           std::span<const core::Print> others) {
    const core::Print* first = nullptr;
    for (const auto& other : others)
        if (other.article != article.article && precedes(other, article) &&
            (first == nullptr || precedes(other, *first)) && are_copies(article.words, other.words))
            first = &other;
    return first == nullptr ? std::nullopt : std::optional(first->article);
}

}  // namespace knowledge
