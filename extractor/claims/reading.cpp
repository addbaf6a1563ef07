#include "extractor/claims/reading.h"

#include <utility>

#include "extractor/language/parser.h"

namespace extractor {

namespace {

// "’" becomes "'", so that one spelling of "’s" and "n’t" does for the tables.
void append_folded(std::string& out, std::string_view token) {
    static constexpr std::string_view kCurly = "\u2019";
    for (std::size_t at = 0; at < token.size();) {
        if (token.substr(at).starts_with(kCurly)) {
            out += '\'';
            at += kCurly.size();
        } else {
            out += core::to_lower(token[at++]);
        }
    }
}

}  // namespace

Reading::Reading(const core::Article& article, const Lexicon& lexicon)
    : article_(article),
      segments_(segment(article)),
      names_(find_names(article, segments_, lexicon)) {
    lower_.reserve(article.text.size());
    words_.reserve(segments_.tokens.size());
    std::vector<std::size_t> ends;
    ends.reserve(segments_.tokens.size());
    for (const auto& token : segments_.tokens) {
        append_folded(lower_, text(token));
        ends.push_back(lower_.size());
    }
    std::size_t begin = 0, mention = 0;
    for (std::size_t i = 0; i < segments_.tokens.size(); ++i) {
        const auto& span = segments_.tokens[i];
        while (mention < names_.mentions.size() && names_.mentions[mention].span.end <= span.begin)
            ++mention;
        const bool named =
            mention < names_.mentions.size() && names_.mentions[mention].span.overlaps(span);
        words_.push_back({std::string_view(lower_).substr(begin, ends[i] - begin), span,
                          named ? static_cast<std::int32_t>(mention) : -1});
        begin = ends[i];
    }
    mark_referents();
}

void Reading::mark_referents() {
    referents_ = resolve(article_, segments_, names_);
    std::erase_if(referents_, [](const Referent& one) { return one.entities.empty(); });
    std::size_t at = 0;
    for (std::size_t i = 0; i < referents_.size(); ++i) {
        const auto& span = referents_[i].span;
        while (at < words_.size() && words_[at].span.end <= span.begin) ++at;
        for (auto in = at; in < words_.size() && words_[in].span.begin < span.end; ++in)
            words_[in].referent = static_cast<std::int32_t>(i);
    }
}

Tree Reading::parse(std::span<const ReadWord> words) const {
    std::vector<core::Span> tokens;
    tokens.reserve(words.size());
    for (const auto& word : words) tokens.push_back(word.span);
    ParsedSentence parsed;
    Parser::builtin().parse(article_.text, tokens, parsed);
    return Tree(std::move(parsed));
}

}  // namespace extractor
