// A parsed sentence's tree in terms of the article's tokens. Private to extractor/.
#pragma once
#include <cstddef>
#include <optional>

#include "extractor/language/passage.h"

namespace extractor {

bool is_parsed(const Passage& passage, std::size_t token);

// From the first to the last token that depends on this one, itself included. Empty if the
// sentence is not parsed.
TokenRange subtree(const Passage& passage, std::size_t token);

// The first token that depends on `token` by one of the relations.
std::optional<std::size_t> dependent(const Passage& passage, std::size_t token,
                                     std::initializer_list<Relation> relations);

// The subject of a verb: its own, that of the verb it is joined to or depends on, or the noun that
// it describes ("a lawsuit alleging …").
std::optional<TokenRange> parsed_subject(const Passage& passage, std::size_t verb);

}  // namespace extractor
