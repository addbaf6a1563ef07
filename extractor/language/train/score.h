// How well trees agree with the gold ones.
#pragma once
#include <cstddef>
#include <string>

#include "extractor/language/syntax.h"

namespace training {

// Per cent of tokens. `labelled` counts universal relations, as CoNLL 2018 did; `labelled_fully`
// wants the subtype right, too.
class Score {
public:
    void add(const extractor::ParsedSentence& gold, const extractor::ParsedSentence& parsed);
    double upos() const { return share(upos_); }
    double xpos() const { return share(xpos_); }
    double attached() const { return share(attached_); }
    double labelled() const { return share(labelled_); }
    double labelled_fully() const { return share(labelled_fully_); }
    std::size_t tokens() const { return tokens_; }
    std::string text() const;

private:
    double share(std::size_t right) const;
    std::size_t tokens_ = 0, upos_ = 0, xpos_ = 0, attached_ = 0, labelled_ = 0,
                labelled_fully_ = 0;
};

}  // namespace training
