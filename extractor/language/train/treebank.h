// Sentences of CoNLL-U files.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/language/syntax.h"

namespace training {

struct Sentence {
    std::vector<std::string> words;
    extractor::ParsedSentence gold;  // as many tokens
};

// Syntactic words only. Left out are documents whose id names one of `without`: "GUM_court_carpet"
// names "court", "carpet" and "court_carpet". Throws std::runtime_error naming file and line if
// there is something that it cannot read.
std::vector<Sentence> read_treebank(const std::string& file,
                                    std::span<const std::string> without = {});

}  // namespace training
