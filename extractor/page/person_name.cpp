#include "extractor/page/person_name.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "core/text.h"
#include "extractor/page/byline_words.h"

namespace extractor {

namespace {

constexpr std::size_t kLongestName = 90;  // bytes
constexpr std::size_t kWordsInLine = 5;
constexpr std::size_t kWordsInField = 7;

// Small words inside of names, which stay in lower case.
constexpr std::array kParticles = std::to_array<std::string_view>(
    {"de",  "del", "della", "der", "den", "di",  "da",   "do",  "dos", "das", "du",
     "des", "la",  "le",    "van", "von", "vom", "zu",   "zum", "zur", "ter", "ten",
     "te",  "af",  "av",    "al",  "el",  "bin", "bint", "ben", "ibn", "y",   "e",
     "i",   "san", "st",    "d",   "l",   "o",   "abu",  "ul",  "ud",  "und"});
// Of these, what may only stand between two others.
constexpr std::array kInner = std::to_array<std::string_view>({"y", "e", "i", "und", "o"});

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_particle(std::string_view word) {
    return is_one_of(kParticles, word.substr(0, word.find_first_of("'-")));
}

char32_t first_letter(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const auto c = core::next_code_point(word, at);
        if (u_isUAlphabetic(static_cast<UChar32>(c)) != 0) return c;
    }
    return 0;
}

bool holds(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

bool is_address(std::string_view word) {
    return holds(word, '@') || word.find("://") != std::string_view::npos ||
           word.starts_with("www.") || word.starts_with("#");
}

bool is_lead(std::string_view folded) {
    return is_byline_word(BylineWord::Lead, folded) || is_byline_word(BylineWord::Label, folded);
}

// "文・山田太郎": where no spaces part words, a mark does.
std::string_view without_marked_lead(std::string_view text) {
    for (const std::string_view mark : {"・", "：", "＝", "／"}) {
        const auto at = text.find(mark);
        if (at != std::string_view::npos && is_lead(core::fold(text.substr(0, at))))
            return text.substr(at + mark.size());
    }
    return text;
}

// Behind `count` words, the last of which may end with a colon.
std::string_view behind_words(std::string_view text, std::ptrdiff_t count) {
    for (; count > 0; --count) {
        const auto end = text.find_first_of(count > 1 ? " " : " :");
        if (end == std::string_view::npos) return {};
        text = text.substr(end + 1);
    }
    return text;
}

std::string_view without_lead(std::string_view text) {
    text = without_marked_lead(text);
    for (int times = 0; times < 3; ++times) {
        while (!text.empty() && holds(":-,.; ", text.front())) text.remove_prefix(1);
        const auto folded = core::fold(text);
        const auto lead = std::max(byline_words_at(BylineWord::Lead, folded),
                                   byline_words_at(BylineWord::Label, folded));
        if (lead == 0) return text;
        // Folding changes the number of bytes, not of words.
        const auto end = folded.begin() + static_cast<std::ptrdiff_t>(lead);
        text = behind_words(text, 1 + std::count(folded.begin(), end, ' '));
    }
    return text;
}

bool is_role(std::string_view word) {
    auto folded = core::fold(word);
    while (!folded.empty() && holds(",:.", folded.back())) folded.pop_back();
    return is_byline_word(BylineWord::Role, folded);
}

// A word that is a mark alone, or nothing.
bool is_bare_mark(std::string_view word) {
    return word.empty() || std::string_view(".,:;-–—\"'“”‘’()[]|").find(word) != std::string::npos;
}

}  // namespace

bool begins_lower(std::string_view word) {
    return u_islower(static_cast<UChar32>(first_letter(word))) != 0;
}

bool is_caseless(std::string_view word) {
    const auto c = static_cast<UChar32>(first_letter(word));
    return c >= 0x250 && u_toupper(c) == c && u_tolower(c) == c;
}

PersonName::PersonName(std::string_view text, CreditForm form, std::span<const std::string> outlet)
    : form_(form), outlet_(outlet) {
    for (const auto word : core::split(core::trim(without_lead(text)), ' '))
        if (!word.empty() && !is_address(word)) words_.push_back(word);
    cut_tail();
    strip_marks();
    strip_degrees();
    strip_outlet();
    strip_roles();
    strip_marks();
}

std::string PersonName::text() const {
    std::string text;
    for (const auto word : words_) {
        if (!text.empty()) text += ' ';
        text += word;
    }
    return text;
}

bool PersonName::is_person() const {
    const auto most = form_ == CreditForm::Line ? kWordsInLine : kWordsInField;
    if (words_.empty() || words_.size() > most) return false;
    const auto name = text();
    if (name.size() > kLongestName || std::any_of(name.begin(), name.end(), core::is_digit))
        return false;
    if (name.find_first_of("{}<>=!?:$#_\"|*+[]%^~") != std::string::npos) return false;
    if (name.find("...") != std::string::npos || name.find("…") != std::string::npos) return false;
    if (is_group() || !is_spelt_like_a_name()) return false;
    return std::find(outlet_.begin(), outlet_.end(), outlet_key(name)) == outlet_.end();
}

// "Jane Doe for The Hill", "Max Muster in Berlin", "Jane Doe (AP)"
void PersonName::cut_tail() {
    for (std::size_t n = 1; n < words_.size(); ++n) {
        const auto word = words_[n];
        const bool may_cut = begins_lower(word) || is_caseless(word) || first_letter(word) == 0;
        if (word.front() == '(' || word.front() == '[' ||
            (may_cut && is_byline_word(BylineWord::Cut, core::fold(word))))
            return words_.resize(n);
    }
}

// At least two words must stay, or one of a script that puts no spaces into names.
bool PersonName::may_lose(std::string_view rest) const {
    return words_.size() > 2 || (words_.size() == 2 && is_caseless(rest));
}

void PersonName::strip_roles() {
    const auto before = words_.size();
    while (words_.size() > 1 && is_role(words_.front()) && may_lose(words_.back()))
        words_.erase(words_.begin());
    while (words_.size() > 1 && is_role(words_.back()) && may_lose(words_.front()))
        words_.pop_back();
    has_role_ = std::any_of(words_.begin(), words_.end(), is_role);
    had_role_ = has_role_ || words_.size() < before;
}

// "Jane Doe MS, RD"
void PersonName::strip_degrees() {
    while (words_.size() > 2 && !begins_lower(words_.back()) &&
           is_byline_word(BylineWord::Degree, core::fold(words_.back())))
        words_.pop_back();
}

// "Jane Doe The Associated Press", "Jane Doe Morning Echo"
void PersonName::strip_outlet() {
    std::string tail;
    for (auto n = words_.size(); n-- > 2;) {
        if (!tail.empty()) tail.insert(0, 1, ' ');
        tail.insert(0, words_[n]);
        auto folded = core::fold(tail);
        if (folded.starts_with("the ")) folded.erase(0, 4);
        const bool is_agency = is_byline_word(BylineWord::Agency, folded);
        if (!is_agency &&
            std::find(outlet_.begin(), outlet_.end(), outlet_key(tail)) == outlet_.end())
            continue;
        if (is_agency) agency_ = tail;
        had_outlet_ = !is_agency;
        words_.resize(n);
        if (words_.size() > 2 && core::equals_ignoring_case(words_.back(), "the"))
            words_.pop_back();
        return strip_marks();
    }
}

void PersonName::strip_marks() {
    while (!words_.empty()) {
        auto& last = words_.back();
        while (!last.empty() && holds(",:;-\"()[]|*", last.back())) last.remove_suffix(1);
        if (last.ends_with('.') && last.size() > 4) last.remove_suffix(1);  // not of "Jr."
        if (!is_bare_mark(last)) break;
        words_.pop_back();
    }
    while (!words_.empty()) {
        auto& first = words_.front();
        while (!first.empty() && holds(",:;-.\"()[]|*", first.front())) first.remove_prefix(1);
        if (!is_bare_mark(first)) break;
        words_.erase(words_.begin());
    }
}

bool PersonName::is_group() const {
    if (is_byline_word(BylineWord::Nobody, core::fold(text()))) return true;
    if (words_.size() > 1 && core::equals_ignoring_case(words_.front(), "the")) return true;
    if (words_.size() == 1 && holds(words_[0].substr(0, words_[0].size() - 1), '.')) return true;
    for (const auto word : words_)
        if (is_byline_word(BylineWord::Collective, core::fold(word))) return true;
    return std::all_of(words_.begin(), words_.end(), is_role);
}

bool PersonName::is_spelt_like_a_name() const {
    if (words_.size() == 1) return is_lone_name(words_.front());
    if (begins_lower(words_.front()) && is_one_of(kInner, words_.front())) return false;
    if (begins_lower(words_.back())) {
        if (form_ == CreditForm::Line || words_.size() > 2) return false;
    }
    const auto lower = static_cast<std::size_t>(std::count_if(
        words_.begin(), words_.end(),
        [](std::string_view word) { return begins_lower(word) && !is_particle(word); }));
    if (form_ == CreditForm::Line)
        return lower == 0 && !is_byline_word(BylineWord::Town, core::fold(words_.front()));
    return lower == 0 || lower == words_.size();
}

bool PersonName::is_lone_name(std::string_view word) const {
    if (first_letter(word) == 0) return false;
    if (is_caseless(word)) {
        const auto letters = core::count_code_points(word);
        return letters >= 2 && letters <= 12;
    }
    return form_ == CreditForm::Field && !begins_lower(word) && word.size() >= 4;
}

}  // namespace extractor
