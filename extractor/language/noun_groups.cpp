#include "extractor/language/noun_groups.h"

#include <algorithm>
#include <array>

namespace extractor {

namespace {

bool is_nominal(WordClass tag) {
    return tag == WordClass::Noun || tag == WordClass::Proper || tag == WordClass::Number ||
           tag == WordClass::Determiner || tag == WordClass::Possessive;
}

bool is_head(WordClass tag) {
    return tag == WordClass::Noun || tag == WordClass::Proper || tag == WordClass::Number;
}

constexpr std::size_t kLongestGroup = 40;

class Before {
public:
    Before(const Passage& passage, std::size_t floor) : passage_(passage), floor_(floor) {}

    std::optional<TokenRange> find(std::size_t end) {
        if (end <= floor_) return std::nullopt;
        floor_ = std::max(floor_, end > kLongestGroup ? end - kLongestGroup : 0);
        singular_ = end < passage_.segments.tokens.size() && is_singular_verb(end);
        const WordClass last = tag(end - 1);
        const bool governed = end > floor_ + 1 && tag(end - 2) == WordClass::Preposition;
        if ((last == WordClass::Pronoun && !governed) || last == WordClass::Relative)
            return TokenRange{end - 1, end};
        if (is_bare_demonstrative(end - 1)) return TokenRange{end - 1, end};
        if (last == WordClass::Comma || last == WordClass::Dash) return with_insertion(end);
        return plain(end);
    }

private:
    WordClass tag(std::size_t i) const { return passage_.tag(i); }
    std::string_view lower(std::size_t i) const { return passage_.lower(i); }

    bool is_bare_demonstrative(std::size_t i) const {
        constexpr std::array<std::string_view, 11> words{"this", "that", "these",  "those",
                                                         "some", "many", "others", "most",
                                                         "few",  "both", "all"};
        return std::find(words.begin(), words.end(), lower(i)) != words.end() &&
               tag(i) != WordClass::Noun;
    }

    // "NAME, who …," and "NAME, the …,": the group before the insertion, and the insertion.
    std::optional<TokenRange> with_insertion(std::size_t end) const {
        const WordClass mark = tag(end - 1);
        std::size_t open = end - 1;
        for (int commas = 0; open > floor_ && commas < 3;) {
            --open;
            if (passage_.quoted(open) || tag(open) == WordClass::Colon) return std::nullopt;
            if (tag(open) != mark || passage_.glued(open + 1)) continue;
            ++commas;
            if (!inserts(open + 1, end - 1)) continue;
            const auto head = plain(open);
            if (!head) return std::nullopt;
            return adverbial(open + 1) ? *head : TokenRange{head->begin, end};
        }
        return std::nullopt;
    }

    bool inserts(std::size_t begin, std::size_t end) const {
        if (begin >= end) return false;
        switch (tag(begin)) {
            case WordClass::Relative:
            case WordClass::Determiner:
            case WordClass::Number:
            case WordClass::Noun:
            case WordClass::Proper:
            case WordClass::Possessive: return true;
            default:
                return adverbial(begin) || tag(begin) == WordClass::Preposition ||
                       tag(begin) == WordClass::Verb;
        }
    }

    bool adverbial(std::size_t begin) const {
        return tag(begin) == WordClass::Adverb || tag(begin) == WordClass::Subordinator ||
               (tag(begin) == WordClass::Preposition && lower(begin) != "of" &&
                lower(begin) != "from");
    }

    std::optional<TokenRange> plain(std::size_t end) const {
        std::size_t begin = end;
        while (begin > floor_ && belongs(begin - 1, end)) --begin;
        if (begin > floor_ && tag(begin - 1) == WordClass::Preposition)
            begin = behind_first_group(begin, end);
        begin = skip_lead(begin, end);
        end = without_time(begin, end);
        if (begin >= end || !has_head(begin, end)) return std::nullopt;
        return TokenRange{begin, end};
    }

    // Whether word i continues the group to the left of i + 1.
    bool belongs(std::size_t i, std::size_t end) const {
        switch (tag(i)) {
            case WordClass::Noun:
            case WordClass::Proper:
            case WordClass::Number:
            case WordClass::Determiner:
            case WordClass::Possessive:
            case WordClass::Bracket: return true;
            case WordClass::Dash: return passage_.glued(i) && i + 1 < end && passage_.glued(i + 1);
            case WordClass::Preposition: return i + 1 < end && i > floor_ && continues(i - 1);
            case WordClass::Coordinator: return i + 1 < end && i > floor_ && joins(i);
            case WordClass::Other: return lower(i) == "&" || lower(i) == "%" || lower(i) == "$";
            case WordClass::Verb: return i > floor_ && reduced(i);
            case WordClass::Subordinator:
                return lower(i) == "as" && i > floor_ && lower(i - 1) == "such";
            case WordClass::Pronoun:
                return i > floor_ && i + 1 == end && tag(i - 1) == WordClass::Preposition;
            default: return false;
        }
    }

    bool continues(std::size_t i) const {
        return is_head(tag(i)) || tag(i) == WordClass::Bracket || tag(i) == WordClass::QuoteMark ||
               (tag(i) == WordClass::Verb && i > floor_ && reduced(i));
    }

    // "people briefed on it": a participle that belongs to the noun before it.
    bool reduced(std::size_t i) const {
        const VerbForm form = passage_.word(i).verb.form;
        const bool participle = form == VerbForm::PastOrParticiple ||
                                form == VerbForm::Participle || form == VerbForm::Ing;
        return participle && tag(i - 1) == WordClass::Noun;
    }

    bool joins(std::size_t i) const {
        if (singular_) return false;
        return (lower(i) == "and" || lower(i) == "or" || lower(i) == "&") && is_head(tag(i - 1)) &&
               is_nominal(tag(i + 1));
    }

    // A phrase of place or time that opens the sentence: "In the debate Trump said".
    std::size_t skip_lead(std::size_t begin, std::size_t end) const {
        while (begin < end &&
               (tag(begin) == WordClass::Preposition || tag(begin) == WordClass::Coordinator ||
                tag(begin) == WordClass::Bracket || tag(begin) == WordClass::Dash)) {
            const bool opens = tag(begin) == WordClass::Preposition;
            ++begin;
            if (opens) begin = behind_first_group(begin, end);
        }
        return begin;
    }

    std::size_t behind_first_group(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin + 1; i < end; ++i) {
            const bool lower_before =
                tag(i - 1) == WordClass::Noun || tag(i - 1) == WordClass::Number;
            const bool starts = tag(i) == WordClass::Determiner || tag(i) == WordClass::Possessive
                                    ? tag(i) == WordClass::Determiner
                                    : tag(i) == WordClass::Proper;
            if (lower_before && starts) return i;
        }
        return begin;
    }

    // "Trump on Wednesday said"
    std::size_t without_time(std::size_t begin, std::size_t end) const {
        for (std::size_t i = end; i > begin + 1 && i + 4 > end; --i)
            if (tag(i - 1) == WordClass::Preposition && is_time(i, end)) return i - 1;
        return end > begin + 1 && is_time(end - 1, end) ? end - 1 : end;
    }

    bool is_time(std::size_t begin, std::size_t end) const {
        constexpr std::array<std::string_view, 8> days{
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today"};
        return begin < end && std::find(days.begin(), days.end(), lower(begin)) != days.end();
    }

    bool has_head(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i)
            if (is_head(tag(i))) return true;
        return false;
    }

    // "A and B says": only B can be its subject.
    bool is_singular_verb(std::size_t i) const {
        if (tag(i) == WordClass::Auxiliary)
            return lower(i) == "has" || lower(i) == "is" || lower(i) == "was" || lower(i) == "does";
        return tag(i) == WordClass::Verb && passage_.word(i).verb.form == VerbForm::Third;
    }

    const Passage& passage_;
    std::size_t floor_;
    bool singular_ = false;
};

}  // namespace

std::optional<TokenRange> noun_group_before(const Passage& passage, std::size_t end,
                                            std::size_t floor) {
    return Before(passage, floor).find(end);
}

std::optional<TokenRange> noun_group_at(const Passage& passage, std::size_t begin,
                                        std::size_t ceiling) {
    if (begin >= ceiling) return std::nullopt;
    if (passage.tag(begin) == WordClass::Pronoun) return TokenRange{begin, begin + 1};
    std::size_t end = begin;
    bool head = false;
    while (end < ceiling && end < begin + kLongestGroup) {
        const WordClass tag = passage.tag(end);
        if (head && tag == WordClass::Determiner && is_head(passage.tag(end - 1))) break;
        const bool of = head && tag == WordClass::Preposition &&
                        (passage.lower(end) == "of" || passage.lower(end) == "from" ||
                         passage.lower(end) == "at") &&
                        end + 1 < ceiling && is_nominal(passage.tag(end + 1));
        const bool joined = head && tag == WordClass::Coordinator && end + 1 < ceiling &&
                            is_nominal(passage.tag(end + 1)) && passage.lower(end) == "and";
        const bool hyphen = tag == WordClass::Dash && passage.glued(end);
        if (!is_nominal(tag) && !of && !joined && !hyphen) break;
        head = head || is_head(tag);
        ++end;
    }
    while (end > begin && !is_head(passage.tag(end - 1))) --end;
    if (end == begin) return std::nullopt;
    return TokenRange{begin, end};
}

}  // namespace extractor
