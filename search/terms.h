// From text to index terms: the same for documents, queries and snippets. Private to search/.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"

namespace search {

struct Token {
    std::string word;  // lower case, without a trailing 's; at most kMaxTermBytes
    core::Span span;   // where it stands
};

// Xapian's limit is 245 bytes with its prefix, and a NUL counts twice; we keep well below.
inline constexpr std::size_t kMaxTermBytes = 64;

// Words are runs of letters and digits, with what holds them together inside: "don't", "3.5",
// "AT&T". Ideographs and kana are words by themselves, so that phrases of them can be found.
std::vector<Token> tokens_of(std::string_view text);

// Stems one language's words; words of a language that has no stemmer stay as they are.
class Stemmer {
public:
    explicit Stemmer(std::string_view language);  // "en", "pt-BR"; "" is English
    ~Stemmer();
    Stemmer(const Stemmer&) = delete;
    Stemmer& operator=(const Stemmer&) = delete;
    std::string stem(const std::string& word) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

bool is_stop_word(std::string_view word);  // English; too common to say anything

}  // namespace search
