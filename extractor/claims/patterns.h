// Phrases as an editor writes them in data/*.tsv, found among a sentence's words. Private to
// extractor/. How a pattern is written stands at the head of each table.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractor/claims/reading.h"

namespace extractor {

struct Match {
    std::size_t rule = 0;            // as given to add()
    std::size_t begin = 0, end = 0;  // words of the sentence: [begin, end)
};

class Patterns {
public:
    // Throws std::invalid_argument naming what is wrong: our tables are checked when they are read.
    void add(std::string_view pattern, std::size_t rule);

    // Every place where a pattern fits, by its first word. Of one rule at one place: the shortest.
    std::vector<Match> find(std::span<const ReadWord> words, const Reading& reading) const;

private:
    struct Alternative {
        std::string text;
        bool is_prefix = false;  // written "text*"
    };
    enum class Kind { Words, Any, Gap, Name };
    struct Element {
        Kind kind = Kind::Words;
        std::vector<Alternative> alternatives;
        std::size_t gap = 0;
        std::uint8_t types = 0;  // of entities, a bit each
    };
    struct Pattern {
        std::size_t rule = 0;
        std::vector<Element> elements;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    using ByWord = std::unordered_map<std::string, std::vector<std::size_t>, Hash, std::equal_to<>>;

    static Element element(std::string_view text);
    static bool fits(const Element& element, const ReadWord& word, const Reading& reading);
    static std::size_t name_end(const Element& element, std::span<const ReadWord> words,
                                std::size_t at, const Reading& reading);
    std::size_t end_of(const Pattern& pattern, std::size_t element, std::span<const ReadWord> words,
                       std::size_t at, const Reading& reading) const;

    std::vector<Pattern> patterns_;
    ByWord by_word_;                         // first words written whole
    ByWord by_prefix_;                       // first words written "text*"
    std::vector<std::size_t> prefix_sizes_;  // ascending
};

}  // namespace extractor
