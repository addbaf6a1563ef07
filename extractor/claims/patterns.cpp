#include "extractor/claims/patterns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <utility>

namespace extractor {

namespace {

using core::EntityType;

constexpr std::uint8_t bit(EntityType type) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(type));
}

struct NameKind {
    std::string_view written;
    std::uint8_t types;
};
constexpr std::array kNameKinds{
    NameKind{"@party", bit(EntityType::Person) | bit(EntityType::Organisation) |
                           bit(EntityType::Product) | bit(EntityType::Outlet) |
                           bit(EntityType::Court)},
    NameKind{"@outlet", bit(EntityType::Outlet)},
    NameKind{"@product", bit(EntityType::Product)},
    NameKind{"@person", bit(EntityType::Person)},
    NameKind{"@org", bit(EntityType::Organisation)},
    NameKind{"@law", bit(EntityType::Law)},
    NameKind{"@dataset", bit(EntityType::Dataset)},
    NameKind{"@court", bit(EntityType::Court)},
};

constexpr std::size_t kWidestGap = 12;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// A regular verb: "accuse" → accuses, accused, accusing.
std::vector<std::string> forms_of(std::string_view verb) {
    const std::string base(verb);
    const bool has_e = verb.back() == 'e';
    const std::string stem = has_e ? base.substr(0, base.size() - 1) : base;
    const bool hisses = verb.ends_with("s") || verb.ends_with("sh") || verb.ends_with("ch");
    return {base, base + (hisses ? "es" : "s"), stem + "ed", stem + "ing"};
}

[[noreturn]] void wrong(std::string_view what, std::string_view pattern) {
    throw std::invalid_argument(std::string(what) + ": '" + std::string(pattern) + "'");
}

}  // namespace

Patterns::Element Patterns::element(std::string_view text) {
    Element element;
    if (text == "_") {
        element.kind = Kind::Any;
        return element;
    }
    if (text.starts_with('~')) {
        element.kind = Kind::Gap;
        const auto [end, error] =
            std::from_chars(text.data() + 1, text.data() + text.size(), element.gap);
        if (error != std::errc{} || end != text.data() + text.size() || element.gap > kWidestGap)
            wrong("a gap is '~' and a number up to 12", text);
        return element;
    }
    for (const auto word : core::split(text, '|')) {
        if (word.starts_with('@')) {
            const auto* kind = std::find_if(kNameKinds.begin(), kNameKinds.end(),
                                            [&](const NameKind& k) { return k.written == word; });
            if (kind == kNameKinds.end()) wrong("no such kind of name", word);
            element.kind = Kind::Name;
            element.types = static_cast<std::uint8_t>(element.types | kind->types);
        } else if (word.empty() || word == "*") {
            wrong("an empty word", text);
        } else if (word.ends_with('+') && word.size() > 3) {
            for (auto& form : forms_of(word.substr(0, word.size() - 1)))
                element.alternatives.push_back({std::move(form), false});
        } else if (word.ends_with('*')) {
            element.alternatives.push_back({std::string(word.substr(0, word.size() - 1)), true});
        } else {
            element.alternatives.push_back({std::string(word), false});
        }
    }
    return element;
}

void Patterns::add(std::string_view text, std::size_t rule) {
    Pattern pattern{.rule = rule};
    for (const auto word : core::split(text, ' '))
        if (!word.empty()) pattern.elements.push_back(element(word));
    if (pattern.elements.empty() || pattern.elements.front().alternatives.empty())
        wrong("a pattern begins with a word", text);
    const auto index = patterns_.size();
    for (const auto& first : pattern.elements.front().alternatives) {
        auto& places = (first.is_prefix ? by_prefix_ : by_word_)[first.text];
        places.push_back(index);
        if (first.is_prefix) prefix_sizes_.push_back(first.text.size());
    }
    std::sort(prefix_sizes_.begin(), prefix_sizes_.end());
    prefix_sizes_.erase(std::unique(prefix_sizes_.begin(), prefix_sizes_.end()),
                        prefix_sizes_.end());
    patterns_.push_back(std::move(pattern));
}

// A word of the text itself; names are matched by name_end().
bool Patterns::fits(const Element& element, const ReadWord& word, const Reading&) {
    if (element.kind == Kind::Any) return true;
    return std::any_of(
        element.alternatives.begin(), element.alternatives.end(), [&](const Alternative& one) {
            return one.is_prefix ? word.lower.starts_with(one.text) : word.lower == one.text;
        });
}

// The word behind a name of the wanted kind that begins at `at`.
std::size_t Patterns::name_end(const Element& element, std::span<const ReadWord> words,
                               std::size_t at, const Reading& reading) {
    const auto mention = words[at].mention;
    if (mention < 0 || (element.types & bit(reading.entity_of(words[at]).type)) == 0) return kNone;
    while (at < words.size() && words[at].mention == mention) ++at;
    return at;
}

std::size_t Patterns::end_of(const Pattern& pattern, std::size_t element,
                             std::span<const ReadWord> words, std::size_t at,
                             const Reading& reading) const {
    for (; element < pattern.elements.size(); ++element) {
        const auto& wanted = pattern.elements[element];
        if (wanted.kind == Kind::Gap) {
            for (std::size_t skipped = 0; skipped <= wanted.gap; ++skipped) {
                const auto end = end_of(pattern, element + 1, words, at + skipped, reading);
                if (end != kNone) return end;
            }
            return kNone;
        }
        if (at >= words.size()) return kNone;
        if (wanted.kind == Kind::Name) {
            const auto end = name_end(wanted, words, at, reading);
            if (end != kNone) {
                at = end;
                continue;
            }
        }
        if (!fits(wanted, words[at], reading)) return kNone;
        ++at;
    }
    return at <= words.size() ? at : kNone;
}

std::vector<Match> Patterns::find(std::span<const ReadWord> words, const Reading& reading) const {
    std::vector<Match> matches;
    const auto try_all = [&](const ByWord& by_first, std::string_view first, std::size_t at) {
        const auto places = by_first.find(first);
        if (places == by_first.end()) return;
        for (const auto index : places->second) {
            const auto& pattern = patterns_[index];
            const auto end = end_of(pattern, 1, words, at + 1, reading);
            if (end != kNone) matches.push_back({pattern.rule, at, end});
        }
    };
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto word = words[at].lower;
        try_all(by_word_, word, at);
        for (const auto size : prefix_sizes_) {
            if (size > word.size()) break;
            try_all(by_prefix_, word.substr(0, size), at);
        }
    }
    return matches;
}

}  // namespace extractor
