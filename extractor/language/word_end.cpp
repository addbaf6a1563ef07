#include "extractor/language/word_end.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "extractor/language/characters.h"
#include "extractor/language/word_parts.h"

namespace extractor {

namespace {

constexpr std::size_t kShortPart = 12;  // longer parts are in no table

// Letters and digits from `at` on, as far as tables reach.
std::string_view part_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && end - at <= kShortPart &&
           (core::is_alpha(text[end]) || core::is_digit(text[end])))
        ++end;
    return text.substr(at, end - at);
}

// One word while it is read.
class Word {
public:
    Word(std::string_view text, std::size_t begin)
        : text_(text), begin_(begin), part_(begin), at_(begin) {}

    std::size_t end() {
        if (!is_word(char_at(text_, at_).kind)) step();  // "#", "@", "+", "." that belong to it
        for (;;) {
            const Char c = char_at(text_, at_);
            if (c.end == at_ || (!is_word(c.kind) && !connects(c))) return with_full_stop();
            if (!is_word(c.kind)) part_ = c.end;
            before_ = c;
            at_ = c.end;
        }
    }

private:
    void step() {
        before_ = char_at(text_, at_);
        at_ = part_ = before_.end;
    }

    std::string_view part() const { return text_.substr(part_, at_ - part_); }
    std::string_view whole() const { return text_.substr(begin_, at_ - begin_); }
    bool after_digit() const { return before_.kind == CharKind::Digit; }

    // Whether a mark belongs to the word: its neighbours decide.
    bool connects(const Char& c) const {
        const Char next = char_at(text_, c.end);
        switch (c.code) {
            case U'.': return is_word(next.kind) && keeps_stop(next, c.end);
            case U',':
            case U':': return after_digit() && next.kind == CharKind::Digit;
            case U'/': return keeps_slash(next, c.end);
            case U'-': return keeps_hyphen(next, c.end);
            case U'&': return before_.kind == CharKind::Upper && next.kind == CharKind::Upper;
            case U'$': return is_money_prefix();
            case U'_':
            case U'@': return is_word(next.kind);
            default:
                return c.kind == CharKind::Apostrophe && c.code != U'`' && is_letter(next.kind);
        }
    }

    bool keeps_stop(const Char& next, std::size_t after) const {
        if (after_digit() && next.kind == CharKind::Digit) return true;
        const std::string_view rest = part_at(text_, after);
        if (rest.empty()) return false;
        if (part().size() <= 2 && is_letter(before_.kind) && rest.size() <= 2 &&
            is_letter(next.kind))
            return part().size() == 1 || next.kind == CharKind::Upper;  // "U.S.", "Ph.D."
        if (is_name_ending(rest) || is_dotted(rest, after)) return true;
        if (next.kind == CharKind::Digit) return part().size() < 3 && !is_abbreviated();
        return after_digit() && next.kind != CharKind::Upper;  // "3.doc", no "GPT-4.Computer"
    }

    // "alt.animals.cat"
    bool is_dotted(std::string_view rest, std::size_t after) const {
        const std::size_t behind = after + rest.size();
        const bool goes_on = behind + 1 < text_.size() && text_[behind] == '.' &&
                             char_at(text_, behind + 1).kind == CharKind::Lower;
        const bool went_on = part_ > begin_ && text_[part_ - 1] == '.';
        return before_.kind == CharKind::Lower && core::to_lower(rest.front()) == rest.front() &&
               (goes_on || went_on);
    }

    bool keeps_slash(const Char& next, std::size_t after) const {
        if (after_digit() && next.kind == CharKind::Digit) return true;
        return part().size() == 1 && part_at(text_, after).size() == 1;  // "b/c"
    }

    bool keeps_hyphen(const Char& next, std::size_t after) const {
        if (next.kind == CharKind::Space) return is_letter(before_.kind);  // "pre- and"
        if (!is_word(next.kind)) return false;
        if (next.kind == CharKind::Digit) return !is_range(after);  // "GPT-4"
        if (after_digit()) return is_month_or_code(after);
        return part_ == begin_ && is_prefix(part());
    }

    // "13-17" and "2015-16" are three tokens; "646-8420" is one.
    bool is_range(std::size_t after) const {
        const std::string_view low = whole(), high = part_at(text_, after);
        const char behind = after + high.size() < text_.size() ? text_[after + high.size()] : ' ';
        if (behind == '-' || high.size() > low.size() || low.size() > 4) return false;
        if (!std::all_of(low.begin(), low.end(), core::is_digit)) return false;
        return low.size() != 4 || high.size() == 4 || high.size() == 2;
    }

    // "01-Feb-02" and "4-A" stay together, "20-year" does not.
    bool is_month_or_code(std::size_t after) const {
        const std::string_view rest = part_at(text_, after);
        const std::size_t behind = after + rest.size();
        return rest.size() <= 3 && behind + 1 < text_.size() && text_[behind] == '-' &&
               core::is_digit(text_[behind + 1]);
    }

    bool is_money_prefix() const {
        return whole().size() <= 3 && before_.kind == CharKind::Upper;  // "US$"
    }

    bool is_abbreviated() const { return abbreviation_of(whole()) != Abbreviation::None; }

    bool is_initial() const {
        return part_ == begin_ && part().size() == 1 && before_.kind == CharKind::Upper;
    }

    bool is_acronym() const {
        return part_ > begin_ && part().size() <= 2 && is_letter(before_.kind) &&
               text_[part_ - 1] == '.' && whole().size() <= kShortPart;
    }

    // The word's end; behind the full stop if that abbreviates it.
    std::size_t with_full_stop() const {
        if (at_ >= text_.size() || text_[at_] != '.') return at_;
        const Char next = char_at(text_, at_ + 1);
        if (next.code == U'.' && char_at(text_, at_ + 2).code == U'.') return at_;
        if (is_acronym()) return at_ + 1;
        if (is_initial()) return part() == "I" && !is_word(next.kind) ? at_ : at_ + 1;
        const Abbreviation kind = abbreviation_of(whole());
        if (kind == Abbreviation::None) return at_;
        if (kind == Abbreviation::Number) return figure_follows() ? at_ + 1 : at_;
        return at_ + 1;
    }

    bool figure_follows() const {
        const auto at = at_ + 1 < text_.size() && text_[at_ + 1] == ' ' ? at_ + 2 : at_ + 1;
        return char_at(text_, at).kind == CharKind::Digit;
    }

    std::string_view text_;
    std::size_t begin_, part_, at_;
    Char before_;
};

bool is_mail_char(char c) {
    return core::is_alpha(c) || core::is_digit(c) || c == '.' || c == '_' || c == '-' || c == '+' ||
           c == '%';
}

// "name@host.tld" at `begin`.
std::size_t mail_end(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    while (at < text.size() && is_mail_char(text[at])) ++at;
    if (at == begin || at >= text.size() || text[at] != '@') return begin;
    const std::size_t host = at + 1;
    for (at = host; at < text.size() && is_mail_char(text[at]);) ++at;
    return text.substr(host, at - host).find('.') == std::string_view::npos ? begin : at;
}

}  // namespace

std::size_t word_end(std::string_view text, std::size_t begin) { return Word(text, begin).end(); }

std::size_t address_end(std::string_view text, std::size_t begin) {
    constexpr std::array<std::string_view, 5> schemes{"http://", "https://", "ftp://", "www.",
                                                      "mailto:"};
    const std::string_view rest = text.substr(begin);
    const bool web = std::any_of(schemes.begin(), schemes.end(), [rest](auto scheme) {
        return core::equals_ignoring_case(rest.substr(0, scheme.size()), scheme);
    });
    std::size_t end = web ? text.size() : mail_end(text, begin);
    constexpr std::string_view trailing = ".,;:!?)]}>\"'";
    while (end > begin && trailing.find(text[end - 1]) != std::string_view::npos) --end;
    return end;
}

}  // namespace extractor
