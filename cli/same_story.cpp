#include "cli/same_story.h"

#include <algorithm>
#include <set>

#include "core/text.h"

namespace cli {

namespace {

std::set<std::string> words_of(std::string_view text) {
    const auto folded = core::fold(text);
    std::set<std::string> words;
    for (const auto word : core::split(folded, ' '))
        if (!word.empty()) words.emplace(word);
    return words;
}

bool have_same_title(const core::Article& one, const core::Article& other) {
    return one.title && other.title && core::fold(*one.title) == core::fold(*other.title);
}

}  // namespace

bool is_same_story(const core::Article& one, const core::Article& other) {
    if (have_same_title(one, other)) return true;
    const auto a = words_of(one.text);
    const auto b = words_of(other.text);
    std::size_t shared = 0;
    for (const auto& word : a) shared += b.contains(word) ? 1 : 0;
    const auto different = a.size() + b.size() - shared;
    return different > 0 && shared * 2 >= different;
}

}  // namespace cli
