#include "extractor/language/name_text.h"

#include <algorithm>
#include <array>

namespace extractor {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& all) {
    return std::find(all.begin(), all.end(), text) != all.end();
}

bool ends_like_prose(std::string_view sentence) {
    static constexpr std::array<std::string_view, 4> kClosers{"”", "’", "…", "»"};
    while (!sentence.empty()) {
        const char last = sentence.back();
        if (last == '.' || last == '!' || last == '?') return true;
        if (last == '"' || last == '\'' || last == ')' || last == ']') {
            sentence.remove_suffix(1);
            continue;
        }
        const auto closer = std::find_if(kClosers.begin(), kClosers.end(),
                                         [&](auto mark) { return sentence.ends_with(mark); });
        if (closer == kClosers.end()) return false;
        sentence.remove_suffix(closer->size());
    }
    return false;
}

bool opens_quotation(std::string_view before) {
    static constexpr std::array<std::string_view, 9> kOpeners{"“", "‘", "«", "„", "\"",
                                                              "•", ":", "—", "|"};
    while (!before.empty() && core::is_space(before.back())) before.remove_suffix(1);
    return std::any_of(kOpeners.begin(), kOpeners.end(),
                       [&](auto mark) { return before.ends_with(mark); });
}

// Short words say nothing: "of" stays small in Title Case, and "I" is a capital everywhere.
constexpr std::size_t kTellingSize = 4;

bool is_ordinary(const NameWord& word) {
    using enum NameWordClass;
    return word.classes.has_any(Common, SayVerb) &&
           !word.classes.has_any(Role, RoleModifier, Honorific, First, OrgTail, OrgHead);
}

// Told by the ordinary words, since a sentence of prose may be full of names.
struct TitleCase {
    std::size_t least_words;
    std::size_t least_percent;
};
constexpr TitleCase kOfProse{4, 90};
constexpr TitleCase kOfOthers{2, 70};

bool in_title_case(const NameText& text, std::size_t begin, std::size_t end, TitleCase rule) {
    std::size_t small = 0;
    std::size_t capitals = 0;
    for (std::size_t i = begin + 1; i < end; ++i) {
        const NameWord& word = text.words[i];
        if (word.kind != WordKind::Letters || word.span.size() < kTellingSize) continue;
        if (!word.capital && !word.mixed) ++small;
        if (word.capital && is_ordinary(word)) ++capitals;
    }
    return capitals >= rule.least_words &&
           capitals * 100 >= (small + capitals) * rule.least_percent;
}

void describe(NameText& text, std::size_t begin, std::size_t end, std::string_view sentence) {
    if (begin == end) return;
    const bool prose = ends_like_prose(sentence);
    const bool headline = in_title_case(text, begin, end, prose ? kOfProse : kOfOthers);
    if (prose) ++text.prose_sentences;
    for (std::size_t i = begin; i < end; ++i) {
        text.words[i].prose = prose;
        text.words[i].headline = headline;
        text.words[i].opens = i == begin || opens_quotation(text.gap(i - 1));
    }
}

}  // namespace

bool is_apostrophe(std::string_view gap) { return gap == "'" || gap == "’" || gap == "ʼ"; }

bool is_hyphen(std::string_view gap) {
    static constexpr std::array<std::string_view, 4> kHyphens{"-", "\u2010", "\u2011", "–"};
    return is_one_of(gap, kHyphens);
}

bool is_blank(std::string_view gap) {
    static constexpr std::string_view kNoBreak = "\u00A0";
    if (gap.empty()) return false;
    while (!gap.empty()) {
        if (gap.front() == ' ' || gap.front() == '\t')
            gap.remove_prefix(1);
        else if (gap.starts_with(kNoBreak))
            gap.remove_prefix(kNoBreak.size());
        else
            return false;
    }
    return true;
}

const NameWord* NameText::before(std::size_t word) const {
    return word > 0 && same_sentence(word - 1, word) ? &words[word - 1] : nullptr;
}

const NameWord* NameText::after(std::size_t word) const {
    return word + 1 < words.size() && same_sentence(word, word + 1) ? &words[word + 1] : nullptr;
}

bool NameText::possessive(std::size_t word) const {
    if (word + 1 >= words.size()) return false;
    const auto next = cut(words[word + 1]);
    if (is_apostrophe(gap(word))) return next == "s" || next == "S";
    return text.substr(words[word].span.end).starts_with("’ ") &&
           text[words[word].span.end - 1] == 's';
}

NameText name_text(const core::Article& article, const Segments& segments) {
    NameText result{.text = article.text};
    const NameWords& classes = NameWords::builtin();
    const auto words = words_of(article.text);
    result.words.reserve(words.size());
    std::size_t next = 0;
    for (std::size_t s = 0; s < segments.sentences.size(); ++s) {
        const core::Span sentence = segments.sentences[s].span;
        while (next < words.size() && words[next].span.begin < sentence.begin) ++next;
        const std::size_t begin = result.words.size();
        for (; next < words.size() && words[next].span.end <= sentence.end; ++next) {
            auto folded = fold_word(core::cut(article.text, words[next].span));
            const WordClasses its = classes.of(folded);
            result.words.push_back({words[next], std::move(folded), its, s});
        }
        describe(result, begin, result.words.size(), core::cut(article.text, sentence));
    }
    return result;
}

}  // namespace extractor
