#include "extractor/language/sentence_ends.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "embedded/extractor.h"
#include "extractor/language/characters.h"
#include "extractor/language/tsv.h"
#include "extractor/language/word_parts.h"

namespace extractor {

namespace {

enum class Role { None, Starter, Asked };

Role role_of(std::string_view word) {
    static const auto table = [] {
        std::unordered_map<std::string_view, Role> made;
        for (const auto& row : rows_of(embedded::extractor::sentence_words_tsv()))
            made.emplace(row.at(0), row.at(1) == "starter" ? Role::Starter : Role::Asked);
        return made;
    }();
    const auto found = table.find(word);
    return found == table.end() ? Role::None : found->second;
}

enum class Ending { None, Stop, Strong, Ellipsis, Abbreviated };

class Borders {
public:
    Borders(std::string_view text, std::span<const core::Span> tokens)
        : text_(text), tokens_(tokens) {}

    std::vector<std::size_t> find() const {
        std::vector<std::size_t> ends;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const Ending ending = ending_of(i);
            if (ending == Ending::None) continue;
            const std::size_t next = behind_closers(i);
            const std::size_t begin = ends.empty() ? 0 : ends.back();
            if (next < tokens_.size() && !is_item_number(begin, i) &&
                (parts(ending, i, next) || parts_unlettered(ending, begin, next)))
                ends.push_back(next);
            i = next - 1;
        }
        if (!tokens_.empty()) ends.push_back(tokens_.size());
        return ends;
    }

private:
    std::string_view word(std::size_t i) const { return core::cut(text_, tokens_[i]); }
    Char first(std::size_t i) const { return char_at(text_, tokens_[i].begin); }
    bool spaced(std::size_t i) const { return i == 0 || tokens_[i].begin > tokens_[i - 1].end; }

    Ending ending_of(std::size_t i) const {
        const std::string_view token = word(i);
        const Char c = first(i);
        if (c.kind == CharKind::Stop) {
            if (c.code == U'\u2026' || token.starts_with("..")) return Ending::Ellipsis;
            return token == "." ? Ending::Stop : Ending::Strong;
        }
        return token.size() > 1 && token.back() == '.' ? Ending::Abbreviated : Ending::None;
    }

    // Quotation marks, brackets and notes ("[12]") that belong to the sentence before them.
    std::size_t behind_closers(std::size_t i) const {
        std::size_t next = i + 1;
        while (next < tokens_.size()) {
            const CharKind kind = first(next).kind;
            const bool closes = kind == CharKind::Close || (is_quote(next) && !spaced(next)) ||
                                (is_quote(next) && closes_spaced(next));
            if (closes) {
                ++next;
            } else if (const auto note = behind_note(next); note > next) {
                next = note;
            } else {
                break;
            }
        }
        return next;
    }

    bool is_quote(std::size_t i) const {
        const Char c = first(i);
        return (c.kind == CharKind::Quote || c.kind == CharKind::Apostrophe) &&
               word(i).size() <= 3 && !is_word(char_at(text_, c.end).kind);
    }

    // In text whose tokens are all set apart, "''" and a mark before a small letter close.
    bool closes_spaced(std::size_t i) const {
        if (word(i) == "''") return true;
        return i + 1 < tokens_.size() && spaced(i + 1) && spaced(i) && is_quote(i) &&
               (first(i + 1).kind == CharKind::Lower || first(i + 1).kind == CharKind::Upper);
    }

    std::size_t behind_note(std::size_t i) const {
        if (word(i) == "[" && i + 2 < tokens_.size() && word(i + 2) == "]" &&
            first(i + 1).kind == CharKind::Digit)
            return i + 3;
        if (spaced(i)) return i;
        const bool figure = first(i).kind == CharKind::Digit && word(i).size() <= 3;
        return figure && i + 1 < tokens_.size() && spaced(i + 1) ? i + 1 : i;
    }

    bool parts(Ending ending, std::size_t at, std::size_t next) const {
        switch (ending) {
            case Ending::Stop: return begins(next);
            case Ending::Strong: return begins(next) && !goes_on(at, next);
            case Ending::Ellipsis: return begins(next) && first(next).kind != CharKind::Digit;
            case Ending::Abbreviated: return ends_abbreviated(at, next);
            default: return false;
        }
    }

    // "3. The model": what counts items is no sentence.
    bool is_item_number(std::size_t begin, std::size_t at) const {
        return at == begin + 1 && first(begin).kind == CharKind::Digit && !spaced(at) &&
               word(begin).size() <= 4;
    }

    // Who began a sentence with a small letter will do so again.
    bool parts_unlettered(Ending ending, std::size_t begin, std::size_t next) const {
        return (ending == Ending::Stop || ending == Ending::Strong) && spaced(next) &&
               first(begin).kind == CharKind::Lower && first(next).kind == CharKind::Lower;
    }

    // Whether a sentence may begin with this token.
    bool begins(std::size_t i) const {
        const Char c = first(i);
        if (c.kind == CharKind::Lower) return c.code >= 0x80 || has_capital(word(i));
        if (c.kind == CharKind::Close || c.kind == CharKind::Punct)
            return c.code == U'\u2022' || c.code == U'*';
        if (c.kind == CharKind::Dash)
            return spaced(i) && i + 1 < tokens_.size() && begins_name(i + 1);
        if (c.kind == CharKind::Open || is_quote(i))
            return i + 1 >= tokens_.size() || first(i + 1).kind != CharKind::Lower ||
                   has_capital(word(i + 1));
        return spaced(i) || c.kind == CharKind::Upper;
    }

    bool begins_name(std::size_t i) const { return first(i).kind == CharKind::Upper; }

    static bool has_capital(std::string_view word) {  // "iPhone"
        return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    }

    // "“Why?” Smith asked": a quotation that its sentence embeds.
    bool goes_on(std::size_t at, std::size_t next) const {
        if (next == at + 1) return false;
        const std::size_t last = std::min(tokens_.size(), next + 5);
        for (std::size_t i = next; i < last; ++i) {
            const std::string_view token = word(i);
            if (role_of(token) == Role::Asked) return true;
            if (first(i).kind != CharKind::Upper && token != "the") return false;
        }
        return false;
    }

    bool ends_abbreviated(std::size_t at, std::size_t next) const {
        std::string_view token = word(at);
        token.remove_suffix(1);
        const Abbreviation kind = abbreviation_of(token);
        if (next > at + 1 && first(next - 1).kind != CharKind::Close) return begins(next);
        if (kind == Abbreviation::Title || kind == Abbreviation::Inside) return false;
        if (kind == Abbreviation::Number) return false;
        return (is_quote(next) && begins(next)) || role_of(word(next)) == Role::Starter;
    }

    std::string_view text_;
    std::span<const core::Span> tokens_;
};

}  // namespace

std::vector<std::size_t> sentence_ends(std::string_view text, std::span<const core::Span> tokens) {
    return Borders(text, tokens).find();
}

}  // namespace extractor
