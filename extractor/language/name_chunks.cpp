// Words with capitals that belong together.
#include <algorithm>

#include "extractor/language/name_stages.h"

namespace extractor {
namespace {

using enum NameWordClass;

constexpr std::size_t kLongestChunk = 12;  // words

bool has_capital(const NameWord& word) { return word.capital || word.mixed; }

bool is_institution(const NameWord& word) {
    return word.classes.has_any(OrgHead, AgencyTail, CourtTail, LawTail);
}

class Chunker {
public:
    Chunker(const NameText& text, const std::vector<bool>& taken) : text_(text), taken_(taken) {}

    std::vector<WordRange> chunks() {
        for (std::size_t i = 0; i < text_.words.size();) {
            if (!begins(i)) {
                ++i;
                continue;
            }
            const WordRange run{i, run_end(i)};
            split(run);
            i = run.last + 1;
        }
        return std::move(chunks_);
    }

private:
    const NameWord& word(std::size_t i) const { return text_.words[i]; }

    bool is_part(std::size_t i) const {
        const NameWord& w = word(i);
        if (taken_[i] || w.headline || w.kind != WordKind::Letters || !has_capital(w)) return false;
        if (w.classes.has(SayVerb) && !w.classes.has(First)) return false;
        if (!w.classes.has_any(Function, Month, Day, Tech)) return true;
        // "Will Smith", "April Kline"
        const NameWord* next = text_.after(i);
        return w.classes.has(First) && next != nullptr && is_blank(text_.gap(i)) && next->capital &&
               !next->classes.has_any(Function, Common, Tech);
    }

    bool begins(std::size_t i) const {
        const bool inside = i > 0 && text_.gap(i - 1).empty() && text_.same_sentence(i - 1, i) &&
                            word(i - 1).kind == WordKind::Letters;
        return !inside && is_part(i);
    }

    std::size_t run_end(std::size_t first) const {
        std::size_t last = first;
        while (last - first < kLongestChunk) {
            const std::size_t next = link(first, last);
            if (next == last) break;
            last = next;
        }
        return last;
    }

    // The word up to which the run goes on behind `last`; `last` itself where it ends.
    std::size_t link(std::size_t first, std::size_t last) const {
        if (text_.after(last) == nullptr || taken_[last + 1]) return last;
        const std::size_t next = last + 1;
        const auto gap = text_.gap(last);
        if (word(next).kind == WordKind::Digits) return is_version(last, gap) ? next : last;
        if (is_tail(next, gap) || is_part(next)) return joins(last, gap) ? next : last;
        return is_blank(gap) ? link_small(first, last) : last;
    }

    // "Gen-3", "Zephyr 7B", "Juniper 7", but neither "Acme 300 times" nor "Section 230".
    bool is_version(std::size_t last, std::string_view gap) const {
        if (gap.empty() || is_hyphen(gap)) return true;
        if (gap == ".") return word(last).kind == WordKind::Digits;
        const std::size_t number = last + 1;
        const NameWord* next = text_.after(number);
        const bool sized = next != nullptr && text_.gap(number).empty();
        if (!is_blank(gap) || !(word(last).classes.none() || word(last).mixed)) return false;
        return sized || (word(number).span.size() <= 2 &&
                         (next == nullptr || !next->classes.has(NumberWord)));
    }

    // "Vectorwell AI", "Quartz-XL": no names by themselves.
    bool is_tail(std::size_t i, std::string_view gap) const {
        const NameWord& w = word(i);
        if (!has_capital(w) || w.headline) return false;
        if (is_hyphen(gap) || gap.empty()) return true;
        const WordClasses before = word(i - 1).classes;
        return is_blank(gap) && w.classes.has(OrgTail) &&
               (!w.classes.has(Tech) || before.none() || before.has(Common));
    }

    bool joins(std::size_t last, std::string_view gap) const {
        if (is_blank(gap) || is_hyphen(gap) || gap.empty()) return true;
        if (is_apostrophe(gap)) return text_.cut(word(last + 1)) != "S";
        if (gap == " & " || gap == "&" || gap == "+") return true;
        if (gap.front() != '.' || (gap.size() > 1 && !is_blank(gap.substr(1)))) return false;
        // "J. Roe", "Mr. Roe", "U.S."
        return word(last).span.size() == 1 || word(last).classes.has(Honorific) ||
               word(last).folded == "st";
    }

    // "University of Chicago", "Ursula von der Leyen"
    std::size_t link_small(std::size_t first, std::size_t last) const {
        std::size_t next = last + 1;
        const bool institution = has_institution(first, last);
        const auto is_link = [&](std::size_t i) {
            const NameWord& w = word(i);
            if (has_capital(w)) return false;
            return institution ? w.classes.has(NameLink) : w.classes.has(SurnameLink);
        };
        for (int links = 0; links < 3 && is_link(next); ++links) {
            if (text_.after(next) == nullptr || !is_blank(text_.gap(next)) || taken_[next + 1])
                return last;
            ++next;
        }
        if (next == last + 1 || !is_part(next)) return last;
        // "Department of Commerce and Labor", but not "the Civic Party and Acme".
        if (word(next - 1).folded != "and") return next;
        const bool ordinary = word(next).classes.has_any(Common, RoleModifier, Tech);
        return has_link(first, last) && ordinary && !is_institution(word(last)) ? next : last;
    }

    bool has_link(std::size_t first, std::size_t last) const {
        for (std::size_t i = first; i <= last; ++i)
            if (!has_capital(word(i)) && word(i).classes.has(NameLink)) return true;
        return false;
    }

    bool has_institution(std::size_t first, std::size_t last) const {
        for (std::size_t i = first; i <= last; ++i)
            if (is_institution(word(i))) return true;
        return false;
    }

    // ── what of a run is the name ──

    void split(WordRange run) {
        run = trim(run);
        if (run.first > run.last) return;
        if (is_organised(run)) return keep(without_title(run));
        std::size_t first = run.first;
        for (std::size_t i = run.first; i <= run.last; ++i) {
            if (!separates(i, first, run.last)) continue;
            if (i > first) keep_before_title({first, i - 1});
            first = i + 1;
        }
        if (first <= run.last) keep({first, run.last});
    }

    // "Critics Jane Roe": what opens a sentence and is an ordinary word is no part of a name.
    WordRange trim(WordRange run) const {
        const NameWord& first = word(run.first);
        const bool ordinary = first.classes.has_any(Common, Role, RoleModifier) &&
                              !first.classes.has_any(First, PlaceLead);
        const bool joined = run.first < run.last && !is_blank(text_.gap(run.first));
        if (!first.opens || !ordinary || joined) return run;
        // "Open Rights Group", but "Suing Vectorwell Systems"
        const bool organised = is_organised(run);
        if (!organised || (run.last - run.first >= 2 && word(run.first + 1).classes.none()))
            ++run.first;
        return run;
    }

    bool is_organised(WordRange run) const {
        if (run.first == run.last) return false;
        const NameWord& last = word(run.last);
        if (last.classes.has_any(OrgTail, AgencyTail, CourtTail, LawTail, OutletTail, OrgHead))
            return !last.classes.has(First);
        for (std::size_t i = run.first; i < run.last; ++i)
            if (is_institution(word(i)) && !has_capital(word(i + 1))) return true;
        return false;
    }

    WordRange without_title(WordRange run) const {
        while (run.first < run.last && word(run.first).classes.has_any(Honorific, Role) &&
               !word(run.first).classes.has_any(First, RoleModifier, OrgHead) &&
               has_capital(word(run.first + 1)) && run.last - run.first >= 2)
            ++run.first;
        return run;
    }

    // Titles and nationalities stand between names: "OpenAI President Jane Roe".
    bool separates(std::size_t i, std::size_t first, std::size_t last) const {
        const WordClasses classes = word(i).classes;
        if (classes.has_any(Month, Day) && !classes.has(First)) return true;
        if (classes.has(Demonym)) return i == first || i == last;
        // "Matthew Prince" is no prince.
        const bool surname =
            i > first && (word(i - 1).classes.has(First) || word(i - 1).classes.none());
        if (classes.has(Honorific) && i == last && surname) return false;
        // "General John Burgoyne", but "General Motors"
        if (classes.has_any(Honorific, Role)) return !classes.has(First) || i == first;
        return classes.has(RoleModifier) && i == first && i < last &&
               word(i + 1).classes.has(First);
    }

    // "Commerce" of "Commerce Secretary" is no name.
    void keep_before_title(WordRange range) {
        const auto is_modifier = [&](std::size_t i) {
            return word(i).classes.has_any(RoleModifier, Common, Role, Demonym);
        };
        for (std::size_t i = range.first; i <= range.last; ++i)
            if (!is_modifier(i)) return keep(range);
    }

    void keep(WordRange range) {
        if (range.first > range.last || word(range.last).classes.has(ThingTail)) return;
        if (word(range.first).kind == WordKind::Letters) chunks_.push_back(range);
    }

    const NameText& text_;
    const std::vector<bool>& taken_;
    std::vector<WordRange> chunks_;
};

}  // namespace

std::vector<WordRange> find_chunks(const NameText& text, const std::vector<bool>& taken) {
    return Chunker(text, taken).chunks();
}

}  // namespace extractor
