#include "extractor/language/train/examples.h"

#include <algorithm>
#include <map>

#include "core/text.h"

namespace training {

namespace {

constexpr std::size_t kLeastFrequency = 2;
constexpr std::size_t kLeastPairs = 3;

}  // namespace

Vocabulary::Vocabulary(std::span<const Sentence> sentences) {
    std::map<std::uint32_t, std::size_t> counts;
    for (const auto& sentence : sentences)
        for (const auto& word : sentence.words) ++counts[extractor::word_features(word).word];
    frequencies_.push_back(0);
    for (const auto& [fingerprint, count] : counts) {
        if (count < kLeastFrequency) continue;
        fingerprints_.push_back(fingerprint);
        frequencies_.push_back(count);
    }
}

std::size_t Vocabulary::row(std::uint32_t fingerprint) const {
    const auto at = std::lower_bound(fingerprints_.begin(), fingerprints_.end(), fingerprint);
    if (at == fingerprints_.end() || *at != fingerprint) return 0;
    return static_cast<std::size_t>(at - fingerprints_.begin()) + 1;
}

TagPairs::TagPairs(std::span<const Sentence> sentences) {
    std::map<Pair, std::size_t> counts;
    for (const auto& sentence : sentences)
        for (const auto& token : sentence.gold) ++counts[{token.upos, token.xpos}];
    for (const auto& [pair, count] : counts)
        if (count >= kLeastPairs) pairs_.push_back(pair);
    std::stable_sort(pairs_.begin(), pairs_.end(),
                     [&](const Pair& a, const Pair& b) { return counts.at(a) > counts.at(b); });
}

std::size_t TagPairs::index(Pair pair) const {
    const auto at = std::find(pairs_.begin(), pairs_.end(), pair);
    return at == pairs_.end() ? 0 : static_cast<std::size_t>(at - pairs_.begin());
}

// ── noise ──

namespace {

enum class Writing { AsItStands, Headline, Shouted, Small };

constexpr float kHeadlines = 0.03F;
constexpr float kShouted = 0.01F;
constexpr float kSmall = 0.02F;
constexpr float kUnstopped = 0.06F;
constexpr float kForgotten = 0.05F;     // words that count as unknown whatever their frequency
constexpr float kForgottenRare = 0.5F;  // kForgottenRare / (kForgottenRare + frequency) do, too

Writing some_writing(Random& random) {
    const float chance = random.uniform();
    if (chance < kHeadlines) return Writing::Headline;
    if (chance < kHeadlines + kShouted) return Writing::Shouted;
    if (chance < kHeadlines + kShouted + kSmall) return Writing::Small;
    return Writing::AsItStands;
}

std::string upper(std::string word) {
    for (char& letter : word)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 32);
    return word;
}

// Headlines keep short words small: "Lab Says Rival Took Data of Users".
std::string written(std::string word, Writing writing, bool first) {
    constexpr std::size_t short_word = 3;
    switch (writing) {
        case Writing::Headline:
            if (first || word.size() > short_word) word = upper(word.substr(0, 1)) + word.substr(1);
            return word;
        case Writing::Shouted: return upper(word);
        case Writing::Small: return core::lower_ascii(word);
        case Writing::AsItStands: break;
    }
    return word;
}

class BatchBuilder {
public:
    explicit BatchBuilder(const Encoding& encoding) : encoding_(encoding) {
        batch_.starts.push_back(0);
    }

    // The first `size` tokens of a sentence.
    template <class WordOf>
    void add(const Sentence& sentence, std::size_t size, const WordOf& word_of) {
        const std::size_t start = batch_.size();
        for (std::size_t at = 0; at < size; ++at) {
            const auto& token = sentence.gold[at];
            batch_.words.push_back(word_of(at));
            batch_.bounds.first.push_back(start);
            batch_.bounds.last.push_back(start + size);
            batch_.tags.push_back(encoding_.tags.index({token.upos, token.xpos}));
            batch_.relations.push_back(static_cast<std::size_t>(token.relation));
            batch_.heads.push_back(token.head == extractor::kNoHead
                                       ? Batch::kRoot
                                       : start + static_cast<std::size_t>(token.head));
        }
        batch_.starts.push_back(start + size);
    }
    Word word(const std::string& text) const {
        Word word{.features = extractor::word_features(text)};
        word.known = encoding_.vocabulary.row(word.features.word);
        return word;
    }
    Batch take() { return std::move(batch_); }

private:
    const Encoding& encoding_;
    Batch batch_;
};

bool ends_in_free_stop(const Sentence& sentence) {
    const auto last = static_cast<std::int32_t>(sentence.words.size()) - 1;
    if (last < 1 || sentence.words.back() != ".") return false;
    return std::none_of(sentence.gold.begin(), sentence.gold.end(),
                        [&](const auto& token) { return token.head == last; });
}

}  // namespace

Batch noisy_batch(std::span<const Sentence* const> sentences, const Encoding& encoding,
                  Random& random) {
    BatchBuilder builder(encoding);
    const auto forgotten = [&](const Word& word) {
        const auto frequency = static_cast<float>(encoding.vocabulary.frequency(word.known));
        return random.uniform() < kForgottenRare / (kForgottenRare + frequency) ||
               random.uniform() < kForgotten;
    };
    for (const Sentence* sentence : sentences) {
        const Writing writing = some_writing(random);
        const bool unstopped = writing == Writing::Headline || random.uniform() < kUnstopped;
        const bool shorter = unstopped && ends_in_free_stop(*sentence);
        builder.add(*sentence, sentence->words.size() - (shorter ? 1 : 0), [&](std::size_t at) {
            Word word = builder.word(written(sentence->words[at], writing, at == 0));
            if (forgotten(word)) word.known = 0;
            return word;
        });
    }
    return builder.take();
}

Batch plain_batch(std::span<const Sentence* const> sentences, const Encoding& encoding) {
    BatchBuilder builder(encoding);
    for (const Sentence* sentence : sentences)
        builder.add(*sentence, sentence->words.size(),
                    [&](std::size_t at) { return builder.word(sentence->words[at]); });
    return builder.take();
}

}  // namespace training
