#include "extractor/language/tokenize.h"

#include <algorithm>
#include <array>

#include "extractor/language/characters.h"
#include "extractor/language/word_end.h"
#include "extractor/language/word_parts.h"

namespace extractor {

namespace {

constexpr std::array<std::string_view, 11> clitics{"'s",       "'re",      "'ve",     "'ll",
                                                   "'d",       "'m",       "\u2019s", "\u2019re",
                                                   "\u2019ve", "\u2019ll", "\u2019m"};
constexpr std::array<std::string_view, 3> short_clitics{"\u2019d", "`s", "\u00B4s"};
constexpr std::array<std::string_view, 2> negations{"n't", "n\u2019t"};

bool ends_with(std::string_view word, std::string_view ending) {
    return word.size() >= ending.size() &&
           core::equals_ignoring_case(word.substr(word.size() - ending.size()), ending);
}

template <class Endings>
std::size_t ending_size(std::string_view word, const Endings& endings) {
    const auto found = std::find_if(endings.begin(), endings.end(),
                                    [word](auto ending) { return ends_with(word, ending); });
    return found == endings.end() ? 0 : found->size();
}

// Bytes of the clitic that a word ends in: "’s", "n't"; 0: none.
std::size_t clitic_size(std::string_view word) {
    if (const auto size = ending_size(word, negations)) return size;
    if (const auto size = ending_size(word, clitics)) return size;
    return ending_size(word, short_clitics);
}

class Tokenizer {
public:
    // The text ends where its block does.
    Tokenizer(std::string_view text, std::vector<core::Span>& tokens)
        : text_(text), tokens_(tokens) {}

    // A run of characters without white space.
    void chunk(std::size_t begin, std::size_t end) {
        std::size_t at = begin;
        bool first_word = true;
        while (at < end) {
            const Char c = char_at(text_, at);
            if (!starts_word(at, c)) {
                at = put(at, punctuation_end(at, c));
                continue;
            }
            const auto address = first_word ? address_end(text_.substr(0, end), at) : at;
            first_word = false;
            at = address > at ? put(at, address) : word(at);
        }
    }

private:
    std::size_t put(std::size_t begin, std::size_t end) {
        if (end > begin) tokens_.push_back({begin, end});
        return end;
    }

    bool starts_word(std::size_t at, const Char& c) const {
        if (is_word(c.kind)) return true;
        const Char next = char_at(text_, c.end);
        if (c.code == U'.' || c.code == U'+')
            return next.kind == CharKind::Digit && !follows_word(at);
        return (c.code == U'#' && is_letter(next.kind)) || (c.code == U'@' && is_word(next.kind));
    }

    bool follows_word(std::size_t at) const {
        return at > 0 && (core::is_alpha(text_[at - 1]) || core::is_digit(text_[at - 1]));
    }

    // Marks of one kind that belong together: "...", "?!", "--", "***".
    std::size_t punctuation_end(std::size_t at, const Char& c) const {
        if (c.kind == CharKind::Apostrophe) return apostrophe_end(at, c);
        if (const auto end = face_end(at, c); end > at) return end;
        const bool runs = c.kind == CharKind::Stop || c.code == U'-' || c.code == U'*' ||
                          c.code == U'=' || c.code == U'_' || c.code == U'~' || c.code == U'$' ||
                          c.code == U'<' || c.code == U'>' || c.code == U'+';
        std::size_t end = c.end;
        for (Char next = char_at(text_, end); runs && next.end > end; next = char_at(text_, end)) {
            const bool same =
                c.kind == CharKind::Stop ? next.kind == CharKind::Stop : next.code == c.code;
            if (!same) break;
            end = next.end;
        }
        return end;
    }

    // ":-)" and its like, standing alone.
    std::size_t face_end(std::size_t at, const Char& c) const {
        if (c.code != U':' && c.code != U';') return at;
        std::size_t mouth = c.end;
        if (mouth < text_.size() && text_[mouth] == '-') ++mouth;
        constexpr std::string_view mouths = "()DPp/";
        if (mouth >= text_.size() || mouths.find(text_[mouth]) == std::string_view::npos) return at;
        return char_at(text_, mouth + 1).kind == CharKind::Space ? mouth + 1 : at;
    }

    // "'s", "'90s" and "'em" are tokens; any other apostrophe is a quotation mark.
    std::size_t apostrophe_end(std::size_t at, const Char& c) const {
        if (c.code == U'\'' && char_at(text_, c.end).code == U'\'') return c.end + 1;
        if (c.code == U'`' && char_at(text_, c.end).code == U'`') return c.end + 1;
        std::size_t end = c.end;
        bool digits = true;
        for (Char next = char_at(text_, end); is_word(next.kind); next = char_at(text_, end)) {
            digits = digits && next.kind == CharKind::Digit;
            end = next.end;
            if (end > at + 16) return c.end;
        }
        const std::string_view token = text_.substr(at, end - at);
        if (end > c.end && clitic_size(token) == token.size()) return end;
        const std::string_view rest = text_.substr(c.end, end - c.end);
        const bool decade = rest.size() == 3 && core::is_digit(rest[0]) && rest.ends_with('s');
        const bool year = rest.size() == 2 && digits;
        return decade || year || (c.code != U'`' && is_aphesis(rest)) ? end : c.end;
    }

    std::size_t word(std::size_t begin) {
        const std::size_t end = word_end(text_, begin);
        const std::string_view whole = text_.substr(begin, end - begin);
        std::size_t cut = clitic_size(whole);
        cut = cut > 0 ? whole.size() - cut : split_point(whole);
        if (cut == 0) cut = unit_cut(whole);
        if (cut > 0 && cut < whole.size()) put(begin, begin + cut);
        return put(begin + (cut < whole.size() ? cut : 0), end);
    }

    // "5pm" is two tokens.
    static std::size_t unit_cut(std::string_view word) {
        if (!core::is_digit(word.front())) return 0;
        const auto figure = word.find_first_not_of("0123456789.,:");
        if (figure == std::string_view::npos) return 0;
        std::string_view rest = word.substr(figure);
        if (rest.ends_with('.')) rest.remove_suffix(1);
        return is_unit(rest) ? figure : 0;
    }

    std::string_view text_;
    std::vector<core::Span>& tokens_;
};

}  // namespace

void tokenize(std::string_view text, core::Span block, std::vector<core::Span>& tokens) {
    const std::string_view upto = text.substr(0, block.end);
    Tokenizer tokenizer(upto, tokens);
    for (std::size_t at = block.begin; at < block.end;) {
        const std::size_t begin = at;
        Char c = char_at(upto, at);
        while (at < block.end && c.kind != CharKind::Space) {
            at = c.end;
            c = char_at(upto, at);
        }
        if (at > begin)
            tokenizer.chunk(begin, at);
        else
            at = c.end;
    }
}

}  // namespace extractor
