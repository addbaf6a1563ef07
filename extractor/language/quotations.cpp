// Which words stand between quotation marks.
#include <optional>
#include <utility>

#include "extractor/language/passage.h"

namespace extractor {

namespace {

enum class Mark { Opens, Closes, Either };

class Finder {
public:
    explicit Finder(Passage& passage) : passage_(passage) {}

    void run() {
        const auto& sentences = passage_.segments.sentences;
        for (std::size_t s = 0; s < sentences.size();) {
            std::size_t last = s;
            while (last < sentences.size() && sentences[last].block == sentences[s].block) ++last;
            block({sentences[s].begin, sentences[last - 1].end});
            s = last;
        }
    }

private:
    static bool is_double(std::string_view mark) {
        return mark == "\"" || mark == "“" || mark == "”" || mark == "``" || mark == "''" ||
               mark == "«" || mark == "»" || mark == "„";
    }

    Mark side(std::size_t i, const TokenRange& block) const {
        const std::string_view mark = passage_.lower(i);
        if (mark == "“" || mark == "‘" || mark == "``" || mark == "«" || mark == "„" || mark == "`")
            return Mark::Opens;
        if (mark == "”" || mark == "’" || mark == "»") return Mark::Closes;
        const bool before = i > block.begin && passage_.glued(i);
        const bool after = i + 1 < block.end && passage_.glued(i + 1);
        if (before && !after) return Mark::Closes;
        return after && !before ? Mark::Opens : Mark::Either;
    }

    void block(const TokenRange& block) {
        std::optional<std::size_t> opened, single;
        for (std::size_t i = block.begin; i < block.end; ++i) {
            if (passage_.tag(i) != WordClass::QuoteMark) continue;
            const Mark mark = side(i, block);
            if (is_double(passage_.lower(i))) {
                pair_double(opened, i, mark);
                if (!opened) single.reset();
            } else if (!opened) {
                pair_single(single, i, mark);
            }
        }
        if (opened) add({{*opened, block.end}, true, true});
    }

    void pair_double(std::optional<std::size_t>& opened, std::size_t i, Mark mark) {
        if (!opened) {
            if (mark != Mark::Closes) opened = i;
        } else if (mark == Mark::Opens && passage_.lower(i) != "\"") {
            opened = i;  // the one before was never closed
        } else {
            add({{*opened, i + 1}, false, true});
            opened.reset();
        }
    }

    void pair_single(std::optional<std::size_t>& opened, std::size_t i, Mark mark) {
        if (!opened && mark == Mark::Opens) {
            opened = i;
        } else if (opened && mark == Mark::Closes && i > *opened + 1) {
            add({{*opened, i + 1}, false, false});
            opened.reset();
        }
    }

    void add(const Quotation& quotation) {
        while (!passage_.quotations.empty() &&
               passage_.quotations.back().words.end > quotation.words.begin)
            passage_.quotations.pop_back();  // a single one inside
        passage_.quotations.push_back(quotation);
    }

    Passage& passage_;
};

}  // namespace

Passage read_passage(const core::Article& article, const Segments& segments, const Tagging& tagging,
                     std::vector<ParsedSentence> parses) {
    Passage passage{
        .article = article, .segments = segments, .tagging = tagging, .parses = std::move(parses)};
    Finder(passage).run();
    passage.quotation_of.assign(segments.tokens.size(), kNoQuotation);
    for (std::size_t q = 0; q < passage.quotations.size(); ++q)
        for (std::size_t i = passage.quotations[q].words.begin; i < passage.quotations[q].words.end;
             ++i)
            passage.quotation_of[i] = q;
    passage.sentence_of.resize(segments.tokens.size());
    for (std::size_t s = 0; s < segments.sentences.size(); ++s)
        for (std::size_t i = segments.sentences[s].begin; i < segments.sentences[s].end; ++i)
            passage.sentence_of[i] = s;
    return passage;
}

}  // namespace extractor
