// What has been named so far while an article is read from its beginning. Private to extractor/.
#pragma once
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/language/coreference_words.h"
#include "extractor/language/names.h"
#include "extractor/language/segment.h"
#include "extractor/language/tagging.h"

namespace extractor {

inline constexpr std::size_t kNoMention = static_cast<std::size_t>(-1);

// Tokens and the mentions on them.
struct MentionMap {
    std::vector<std::size_t> of_token;       // mention that covers it, or kNoMention
    std::vector<std::size_t> first, behind;  // per mention: its token range
};
MentionMap map_mentions(const Segments& segments, const Names& names);

// What an article says of each entity beside its name: "the Chinese AI startup DeepSeek".
struct Traits {
    Gender gender = Gender::Unknown;
    std::set<std::string, std::less<>> descriptions;  // lower case
};
std::vector<Traits> traits_of(const Names& names, const MentionMap& map, const Tagging& tagging);

// Whether the mention is, or owns, the subject of a clause: "OpenAI said", "OpenAI officials said".
enum class SubjectKind : std::uint8_t { None, Entity, People };
SubjectKind subject_kind(const Tagging& tagging, std::size_t first, std::size_t behind,
                         const Sentence& sentence);

}  // namespace extractor
