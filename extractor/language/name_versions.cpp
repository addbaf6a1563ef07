// Versions of a listed product: "Gemini 2.5 Flash", "R1-0528", "Claude Opus 4.5".
#include "extractor/language/name_stages.h"

namespace extractor {
namespace {

constexpr std::size_t kLongestVersion = 5;  // words
constexpr std::size_t kYearDigits = 4;

bool is_count(const NameText& text, std::size_t word) {
    const NameWord* next = text.after(word);
    return next != nullptr && is_blank(text.gap(word)) &&
           next->classes.has(NameWordClass::NumberWord);
}

bool continues(const NameText& text, const std::vector<bool>& taken, std::size_t last) {
    const NameWord* next = text.after(last);
    if (next == nullptr || taken[last + 1]) return false;
    const auto gap = text.gap(last);
    const bool close = gap.empty() || is_hyphen(gap) || gap == ".";
    if (!close && !is_blank(gap)) return false;
    if (next->kind == WordKind::Digits) {
        const bool long_number = next->span.size() >= kYearDigits;
        return close || (!long_number && !is_count(text, last + 1));
    }
    if (gap == ".") return false;
    return next->classes.has(NameWordClass::Version) &&
           (next->capital || gap.empty() || is_hyphen(gap));
}

std::size_t version_end(const NameText& text, const std::vector<bool>& taken, WordRange name) {
    std::size_t last = name.last;
    while (last - name.last < kLongestVersion && continues(text, taken, last)) ++last;
    return last;
}

// "R1-0601" after "DeepSeek R1" is DeepSeek R1-0601, "Google Gemini 3" is Gemini 3.
std::string version_name(const NameText& text, const core::Entity& product, WordRange name,
                         std::size_t last) {
    const std::size_t begin = text.words[name.first].span.begin;
    const std::size_t end = text.words[name.last].span.end;
    const auto written = core::cut(text.text, {begin, end});
    const bool short_form = product.name.ends_with(written) || written.ends_with(product.name);
    const auto tail = core::cut(text.text, {end, text.words[last].span.end});
    return core::collapse_spaces((short_form ? product.name : std::string(written)) +
                                 std::string(tail));
}

}  // namespace

void extend_versions(const NameText& text, const Lexicon::Tables& tables,
                     const std::vector<bool>& taken, std::vector<Found>& found, Cast& cast) {
    std::unordered_map<std::string, std::size_t> versions;  // folded name → entity
    for (Found& name : found) {
        const core::Entity product = cast.entities()[name.entity];
        if (product.type != core::EntityType::Product) continue;
        const std::size_t last = version_end(text, taken, name.words);
        if (last == name.words.last) continue;
        const std::string full = version_name(text, product, name.words, last);
        name.words.last = last;
        const auto key = core::fold(full);
        if (const auto listed = tables.by_name.find(key); listed != tables.by_name.end()) {
            name.entity = cast.of_listed(listed->second);
            continue;
        }
        const auto [version, is_new] = versions.try_emplace(key, 0);
        if (is_new)
            version->second = cast.add(
                {.name = full, .type = core::EntityType::Product, .parent = product.parent});
        name.entity = version->second;
    }
}

}  // namespace extractor
