#include "extractor/page/clean.h"

#include <algorithm>
#include <array>
#include <string>

#include "extractor/page/phrases.h"

namespace extractor {

namespace {

constexpr std::size_t kTail = 3;  // kept lines at the end that notes may stand in
constexpr std::uint32_t kLongestByline = 60;
constexpr std::uint32_t kLongestDateline = 140;  // of a line that begins with a date
constexpr std::size_t kBylineParagraphs = 2;
constexpr std::uint32_t kLongest = 900;  // of a line that any phrase is looked for in

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), core::is_digit);
}

// A year of the web's days, standing alone.
bool has_year(std::string_view text) {
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        const bool is_year = (text.substr(at, 2) == "19" || text.substr(at, 2) == "20") &&
                             core::is_digit(text[at + 2]) && core::is_digit(text[at + 3]);
        const bool stands_alone = (at == 0 || !core::is_digit(text[at - 1])) &&
                                  (at + 4 == text.size() || !core::is_digit(text[at + 4]));
        if (is_year && stands_alone) return true;
    }
    return false;
}

bool begins_byline(std::string_view folded) {
    static constexpr std::array<std::string_view, 14> words{
        "by ", "by:", "von ",  "par ",    "por ",       "di ",   "door ",
        "av ", "af ", "autor", "author:", "written by", "text:", "reported by"};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return folded.starts_with(word); });
}

class Cleaner {
public:
    Cleaner(const Document& document, const std::vector<Line>& lines, std::vector<Fate>& fates)
        : document_(document), lines_(lines), fates_(fates) {}
    void run();

private:
    bool meets(const Phrase& phrase, const Line& line, std::string_view text, bool at_end) const;
    Fate fate_of(const Line& line, bool at_end) const;
    void drop_bylines();
    bool is_byline(const Line& line) const;

    const Document& document_;
    const std::vector<Line>& lines_;
    std::vector<Fate>& fates_;
};

bool Cleaner::meets(const Phrase& phrase, const Line& line, std::string_view text,
                    bool at_end) const {
    switch (phrase.needs) {
        case Needs::Nothing: return true;
        case Needs::Link: return line.link_share() > 0.25 || line.size < kShort;
        case Needs::Tail: return at_end;
        case Needs::TailNote: return at_end && !line.ends_sentence;
        case Needs::Digit: return has_digit(text);
    }
    return false;
}

Fate Cleaner::fate_of(const Line& line, bool at_end) const {
    if (line.size > kLongest) return Fate::Kept;
    const auto text = core::cut(document_.text, line.text);
    for (const auto* phrase : phrases_in(text))
        if (line.size <= phrase->longest && meets(*phrase, line, text, at_end)) return phrase->fate;
    return Fate::Kept;
}

// Who wrote it, and when: short, no sentence, above the first paragraph or right below it.
bool Cleaner::is_byline(const Line& line) const {
    if (line.size > kLongestDateline || line.ends_sentence) return false;
    if (is_heading(document_.nodes[line.block].tag)) return false;
    const auto folded = core::lower_ascii(core::cut(document_.text, line.text));
    if (line.size > kLongestByline || line.words > 14)
        return core::is_digit(folded.front()) && has_year(std::string_view(folded).substr(0, 24));
    return has_year(folded) || begins_byline(folded);
}

void Cleaner::drop_bylines() {
    std::size_t paragraphs = 0;
    for (std::size_t n = 0; n < lines_.size() && paragraphs < kBylineParagraphs; ++n) {
        if (fates_[n] != Fate::Kept) continue;
        if (is_byline(lines_[n]))
            fates_[n] = Fate::Byline;
        else if (lines_[n].is_good())
            ++paragraphs;
    }
}

// Backwards, so that what was a tail note makes the line before it the last one.
void Cleaner::run() {
    drop_bylines();
    std::size_t kept_behind = 0;
    for (std::size_t n = lines_.size(); n-- > 0;) {
        if (fates_[n] != Fate::Kept) continue;
        fates_[n] = fate_of(lines_[n], kept_behind < kTail);
        if (fates_[n] == Fate::Kept) ++kept_behind;
    }
}

}  // namespace

void clean(const Document& document, const std::vector<Line>& lines, std::vector<Fate>& fates) {
    Cleaner(document, lines, fates).run();
}

}  // namespace extractor
