#include "extractor/language/coreference_scene.h"

#include <algorithm>

#include "core/text.h"

namespace extractor {

namespace {

// The nouns and adjectives right before a name, at most this many.
constexpr std::size_t kDescription = 5;

bool is_open_class(const TaggedWord& word) {
    return word.tag == WordClass::Noun || word.tag == WordClass::Proper;
}

void describe_before(const Tagging& tagging, const MentionMap& map, std::size_t first,
                     Traits& traits) {
    for (std::size_t i = first; i > 0 && i + kDescription > first; --i) {
        const TaggedWord& word = tagging.words[i - 1];
        if (!is_open_class(word)) return;
        if (gender_of_title(word.lower) != Gender::Unknown)
            traits.gender = gender_of_title(word.lower);
        traits.descriptions.emplace(word.lower);
        if (map.of_token[i - 1] != kNoMention) return;  // "ChatGPT maker OpenAI"
    }
}

// "DeepSeek, a Chinese startup, …", "DeepSeek is a Chinese startup"
void describe_behind(const Tagging& tagging, std::size_t behind, Traits& traits) {
    const auto& words = tagging.words;
    if (behind + 2 >= words.size()) return;
    const bool joined = words[behind].tag == WordClass::Comma || words[behind].lower == "is" ||
                        words[behind].lower == "was";
    if (!joined || words[behind + 1].tag != WordClass::Determiner) return;
    for (std::size_t i = behind + 2; i < std::min(words.size(), behind + 2 + kDescription); ++i) {
        if (!is_open_class(words[i])) return;
        traits.descriptions.emplace(words[i].lower);
    }
}

Gender gender_of(const core::Entity& entity) {
    if (entity.type != core::EntityType::Person) return Gender::Unknown;
    const std::string lower = core::lower_ascii(entity.name);
    return gender_of_name(std::string_view(lower).substr(0, lower.find(' ')));
}

}  // namespace

MentionMap map_mentions(const Segments& segments, const Names& names) {
    MentionMap map;
    map.of_token.assign(segments.tokens.size(), kNoMention);
    std::size_t token = 0;
    for (std::size_t m = 0; m < names.mentions.size(); ++m) {
        const core::Span span = names.mentions[m].span;
        while (token < segments.tokens.size() && segments.tokens[token].end <= span.begin) ++token;
        map.first.push_back(token);
        std::size_t behind = token;
        while (behind < segments.tokens.size() && segments.tokens[behind].begin < span.end)
            map.of_token[behind++] = m;
        map.behind.push_back(behind);
    }
    return map;
}

std::vector<Traits> traits_of(const Names& names, const MentionMap& map, const Tagging& tagging) {
    std::vector<Traits> traits(names.entities.size());
    for (std::size_t e = 0; e < names.entities.size(); ++e)
        traits[e].gender = gender_of(names.entities[e]);
    for (std::size_t m = 0; m < names.mentions.size(); ++m) {
        Traits& of_entity = traits[names.mentions[m].entity];
        describe_before(tagging, map, map.first[m], of_entity);
        describe_behind(tagging, map.behind[m], of_entity);
    }
    return traits;
}

SubjectKind subject_kind(const Tagging& tagging, std::size_t first, std::size_t behind,
                         const Sentence& sentence) {
    const auto tag = [&tagging](std::size_t i) { return tagging.words[i].tag; };
    if (first > sentence.begin && tag(first - 1) == WordClass::Preposition)
        return SubjectKind::None;
    bool people = false;
    std::size_t i = behind;
    if (i < sentence.end && tag(i) == WordClass::Possessive) ++i;
    for (; i < sentence.end && i < behind + 4 && tag(i) == WordClass::Noun; ++i)
        people = nominal_kinds(tagging.words[i].lower).people;
    if (i > behind && !people) return SubjectKind::None;
    while (i < sentence.end && (tag(i) == WordClass::Adverb || tag(i) == WordClass::Negation)) ++i;
    if (i >= sentence.end) return SubjectKind::None;
    const bool verb =
        tag(i) == WordClass::Verb || tag(i) == WordClass::Auxiliary || tag(i) == WordClass::Modal;
    const bool insertion = first == sentence.begin && tag(i) == WordClass::Comma;
    if (!verb && !insertion) return SubjectKind::None;
    return people ? SubjectKind::People : SubjectKind::Entity;
}

}  // namespace extractor
