#include <algorithm>
#include <unordered_set>

#include "search/search.h"
#include "search/terms.h"

namespace search {

namespace {

constexpr std::string_view kEllipsis = "…";

void append_escaped(std::string& html, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '<': html += "&lt;"; break;
            case '>': html += "&gt;"; break;
            case '&': html += "&amp;"; break;
            case '"': html += "&quot;"; break;
            case '\'': html += "&#39;"; break;
            case '\n': html += ' '; break;
            default: html += c;
        }
    }
}

struct Match {
    core::Span span;
    std::size_t code_point;  // where it begins
    std::string stem;
};

// Terms are stems, English or of the text's language; "distil*" stands for any ending.
class SoughtTerms {
public:
    SoughtTerms(std::span<const std::string> terms, std::string_view language) : local_(language) {
        for (const auto& term : terms) {
            if (term.ends_with('*'))
                beginnings_.push_back(term.substr(0, term.size() - 1));
            else
                stems_.insert(term);
        }
    }
    // The term that this word answers.
    std::optional<std::string> term_of(const std::string& word) const {
        for (const auto* stemmer : {&english_, &local_})
            if (auto stem = stemmer->stem(word); stems_.contains(stem)) return stem;
        if (stems_.contains(word)) return word;
        for (const auto& beginning : beginnings_)
            if (word.starts_with(beginning)) return beginning;
        return std::nullopt;
    }

private:
    std::unordered_set<std::string> stems_;
    std::vector<std::string> beginnings_;
    Stemmer english_{"en"};
    Stemmer local_;
};

std::vector<Match> matches_in(std::string_view text, std::span<const std::string> terms,
                              std::string_view language) {
    std::vector<Match> matches;
    if (terms.empty()) return matches;
    const SoughtTerms sought(terms, language);
    const core::CodePoints points(text);
    for (const auto& token : tokens_of(text))
        if (auto term = sought.term_of(token.word))
            matches.push_back({token.span, points.from_byte(token.span.begin), std::move(*term)});
    return matches;
}

// The first match of the window that holds most different words, then most matches.
std::size_t best_start(const std::vector<Match>& matches, std::size_t length) {
    std::size_t best = 0;
    std::size_t best_score = 0;
    constexpr std::size_t kLookedAt = 2000;  // later matches do not make a better snippet
    for (std::size_t i = 0; i < std::min(matches.size(), kLookedAt); ++i) {
        std::unordered_set<std::string_view> different;
        std::size_t count = 0;
        for (std::size_t j = i; j < matches.size() && count < 40; ++j, ++count) {
            if (matches[j].code_point - matches[i].code_point > length) break;
            different.insert(matches[j].stem);
        }
        const std::size_t score = different.size() * 100 + count;
        if (score <= best_score) continue;
        best = i;
        best_score = score;
    }
    return best;
}

// A place near `byte` where a sentence or at least a word begins.
std::size_t begin_of_passage(std::string_view text, std::size_t byte, std::size_t reach) {
    const std::size_t least = byte > reach ? byte - reach : 0;
    std::size_t word = byte;
    for (std::size_t at = byte; at > least; --at) {
        const char before = text[at - 1];
        if (before == '\n') return at;
        if (core::is_space(before)) {
            word = at;
            if (at >= 2 && (text[at - 2] == '.' || text[at - 2] == '!' || text[at - 2] == '?'))
                return at;
        }
    }
    return least == 0 ? 0 : word;
}

core::Span passage(std::string_view text, std::size_t begin, std::size_t length) {
    std::size_t end = begin;
    std::size_t last_word = begin;
    for (std::size_t taken = 0; taken < length && end < text.size(); ++taken) {
        core::next_code_point(text, end);
        if (end >= text.size() || core::is_space(text[end])) last_word = end;
    }
    return {begin, last_word > begin ? last_word : end};
}

}  // namespace

std::string make_snippet(std::string_view text, std::span<const std::string> terms,
                         std::string_view language, std::size_t length) {
    const auto matches = matches_in(text, terms, language);
    const std::size_t around =
        matches.empty() ? 0 : matches[best_start(matches, length * 2 / 3)].span.begin;
    const bool is_whole = core::count_code_points(text) <= length;
    const auto begin = is_whole ? 0 : begin_of_passage(text, around, length / 3);
    const auto window = passage(text, begin, length);
    std::string html;
    if (window.begin > 0) html += kEllipsis;
    std::size_t at = window.begin;
    for (const auto& match : matches) {
        if (!window.contains(match.span)) continue;
        append_escaped(html, text.substr(at, match.span.begin - at));
        html += "<mark>";
        append_escaped(html, core::cut(text, match.span));
        html += "</mark>";
        at = match.span.end;
    }
    append_escaped(html, text.substr(at, window.end - at));
    if (window.end < text.size()) html += kEllipsis;
    return html;
}

}  // namespace search
