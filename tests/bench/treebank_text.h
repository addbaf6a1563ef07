// The text of a CoNLL-U file, put together again, and where in it are its words and sentences.
#pragma once
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "core/article.h"
#include "core/text.h"

namespace bench {

struct TreebankText {
    core::Article article;
    std::set<core::Span> tokens, sentences;
    std::vector<std::vector<core::Span>> words;  // of each sentence, as its lines have them
};

class TreebankTextReader {
public:
    void line(const std::string& line) {
        if (line.empty()) return end_sentence();
        if (line.starts_with("# newpar") || line.starts_with("# newdoc")) return end_block();
        if (line.front() != '#') word(core::split(line, '\t'));
    }

    TreebankText finish() {
        end_sentence();
        end_block();
        return std::move(treebank_);
    }

private:
    std::string& text() { return treebank_.article.text; }

    void word(const std::vector<std::string_view>& fields) {
        const std::string id(fields.at(0));
        if (id.find('.') != std::string::npos) return;
        const bool spaced = fields.at(9).find("SpaceAfter=No") == std::string_view::npos;
        if (const auto range = id.find('-'); range != std::string::npos) {
            joined_ = fields.at(1);
            last_joined_ = std::stoi(id.substr(range + 1));
            joined_spaced_ = spaced;
            return;
        }
        words_.emplace_back(fields.at(1));
        if (last_joined_ == 0) return put({words_.back()}, words_.back(), spaced);
        parts_.push_back(words_.back());
        if (std::stoi(id) < last_joined_) return;
        put(parts_, joined_, joined_spaced_);
        parts_.clear();
        last_joined_ = 0;
    }

    // Words that together spell what is written are tokens, others count as one.
    void put(const std::vector<std::string>& words, const std::string& written, bool spaced) {
        if (space_ && text().size() > block_) text() += ' ';
        const std::size_t begin = text().size();
        if (sentence_ == kNone) sentence_ = begin;
        text() += written;
        std::size_t at = begin;
        const bool spelt = core::join(words, "") == written;
        for (const auto& word : words) {
            const auto end = spelt ? at + word.size() : text().size();
            treebank_.tokens.insert({at, end});
            sentence_words_.push_back({at, end});
            if (spelt) at = end;
        }
        space_ = spaced;
    }

    void end_sentence() {
        if (sentence_ == kNone) return;
        treebank_.sentences.insert({sentence_, text().size()});
        treebank_.words.push_back(std::move(sentence_words_));
        sentence_words_.clear();
        sentence_ = kNone;
    }

    void end_block() {
        if (text().size() > block_) {
            treebank_.article.blocks.push_back(
                {core::BlockKind::Paragraph, {block_, text().size()}});
            text() += '\n';
        }
        block_ = text().size();
        space_ = false;
    }

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    TreebankText treebank_;
    std::vector<core::Span> sentence_words_;
    std::vector<std::string> words_, parts_;
    std::string joined_;
    int last_joined_ = 0;
    bool joined_spaced_ = false, space_ = false;
    std::size_t block_ = 0, sentence_ = kNone;
};

inline TreebankText read_treebank_text(const std::string& file) {
    std::ifstream in(file);
    TreebankTextReader reader;
    for (std::string line; std::getline(in, line);) reader.line(line);
    return reader.finish();
}

}  // namespace bench
