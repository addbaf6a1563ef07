// An article made ready for finding claims: words in lower case and the names they belong to.
// Private to extractor/.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"
#include "extractor/claims/tree.h"
#include "extractor/extractor.h"
#include "extractor/language/coreference.h"
#include "extractor/language/names.h"
#include "extractor/language/segment.h"

namespace extractor {

struct ReadWord {
    std::string_view lower;      // ASCII lower case; "’" is "'"; looks into the Reading
    core::Span span;             // of Article::text
    std::int32_t mention = -1;   // index into Reading::names().mentions
    std::int32_t referent = -1;  // of "it", "the company": index into Reading::referents()
};

// Looks into the article, which must outlive it; its own words look into itself, so it stays put.
class Reading {
public:
    Reading(const core::Article& article, const Lexicon& lexicon);
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    const core::Article& article() const { return article_; }
    const Segments& segments() const { return segments_; }
    const Names& names() const { return names_; }
    std::span<const ReadWord> words() const { return words_; }
    std::span<const ReadWord> words_of(const Sentence& sentence) const {
        return words().subspan(sentence.begin, sentence.end - sentence.begin);
    }
    const Mention& mention_of(const ReadWord& word) const {
        return names_.mentions[static_cast<std::size_t>(word.mention)];
    }
    const core::Entity& entity_of(const ReadWord& word) const {
        return names_.entities[mention_of(word).entity];
    }
    // Who is meant by a pronoun or a noun with "the"; only those that are clear.
    const std::vector<Referent>& referents() const { return referents_; }
    Tree parse(std::span<const ReadWord> words) const;  // of one sentence
    std::string_view text(core::Span span) const { return core::cut(article_.text, span); }

private:
    void mark_referents();

    const core::Article& article_;
    Segments segments_;
    Names names_;
    std::vector<Referent> referents_;
    std::string lower_;
    std::vector<ReadWord> words_;
};

}  // namespace extractor
