#include "extractor/page/clean.h"

#include <algorithm>
#include <string>

#include "extractor/page/phrases.h"

namespace extractor {

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t kTail = 3;         // kept lines at the end that notes may stand in
constexpr std::uint32_t kLongest = 900;  // of a line that any phrase is looked for in

constexpr bool is_mark(char c) {
    return !core::is_alpha(c) && !core::is_digit(c) && static_cast<unsigned char>(c) < 0x80;
}

std::string_view without_marks(std::string_view text) {
    while (!text.empty() && is_mark(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_mark(text.back())) text.remove_suffix(1);
    return text;
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), core::is_digit);
}

bool reads_so(const Phrase& phrase, std::string_view text, std::string_view bare) {
    switch (phrase.where) {
        case Where::Begins: return text.starts_with(phrase.words) || bare.starts_with(phrase.words);
        case Where::Whole: return bare == phrase.words;
        case Where::Within: return text.find(phrase.words) != npos;
    }
    return false;
}

class Cleaner {
public:
    Cleaner(const Document& document, const std::vector<Line>& lines, std::vector<Fate>& fates)
        : document_(document), lines_(lines), fates_(fates) {}
    void run();

private:
    bool meets(const Phrase& phrase, const Line& line, std::string_view text, bool at_end) const;
    Fate fate_of(const Line& line, bool at_end);

    const Document& document_;
    const std::vector<Line>& lines_;
    std::vector<Fate>& fates_;
    std::string folded_;
};

bool Cleaner::meets(const Phrase& phrase, const Line& line, std::string_view text,
                    bool at_end) const {
    switch (phrase.needs) {
        case Needs::Nothing: return true;
        case Needs::Link: return line.link_share() > 0.25 || line.size < kShort;
        case Needs::Tail: return at_end;
        case Needs::Digit: return has_digit(text);
    }
    return false;
}

Fate Cleaner::fate_of(const Line& line, bool at_end) {
    if (line.size > kLongest) return Fate::Kept;
    folded_ = core::lower_ascii(core::cut(document_.text, line.text));
    const std::string_view text(folded_);
    const auto bare = without_marks(text);
    for (const auto& phrase : phrases())
        if (line.size <= phrase.longest && reads_so(phrase, text, bare) &&
            meets(phrase, line, text, at_end))
            return phrase.fate;
    return Fate::Kept;
}

// Backwards, so that what was a tail note makes the line before it the last one.
void Cleaner::run() {
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
