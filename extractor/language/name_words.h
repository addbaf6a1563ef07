// Classes of words that tell names from other words, and kinds of names apart. Private to
// extractor/.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/result.h"

namespace extractor {

// One bit each, in the order of kWordClassNames.
enum class NameWordClass : std::uint8_t {
    Function,  // "the", "however"
    Common,    // ordinary words that begin sentences: "critics", "training"
    Tech,      // capitals that are no names: "API", "CEO"
    Month,
    Day,
    Demonym,  // "Chinese", "Republican"
    Place,
    PlaceHead,     // "River", "County"
    PlaceLead,     // "New", "San"
    PlaceCue,      // "in", "near"
    Honorific,     // "Judge", "Mr"
    Role,          // "CEO", "researcher"
    RoleModifier,  // "Commerce" of "Commerce Secretary"
    OfCue,         // "founder" of "founder of"
    CompanyCue,    // "startup"
    OutletCue,     // "newspaper"
    ProductCue,    // "model", "chatbot"
    DatasetCue,    // "corpus"
    OrgTail,       // "Labs", "Inc"
    OrgHead,       // "University", "Institute"
    AgencyTail,    // "Commission", "Ministry"
    CourtTail,     // "Court"
    LawTail,       // "Act"
    OutletTail,    // "Times", "Post"
    SayVerb,       // what people and companies do in news: "said", "sued"
    ReportCue,     // "told", "reported": next to an outlet
    First,         // first names
    Version,       // "Pro", "Turbo"
    NumberWord,    // "million", "users": a number before it is no version
    NameLink,      // "of": within "University of Chicago"
    SurnameLink,   // "von": within "Ursula von der Leyen"
    PlaceName,     // whole names of places in several words
    ThingTail,     // "Prize", "War": what it ends is no party to anything
    GroupNoun,     // "companies", "officials"
    SourceVerb,    // what sources do: "say", "noticed"
};

class WordClasses {
public:
    bool has(NameWordClass c) const { return (bits_ & bit(c)) != 0; }
    template <class... Classes>
    bool has_any(Classes... classes) const {
        return (bits_ & (bit(classes) | ...)) != 0;
    }
    bool none() const { return bits_ == 0; }
    void add(NameWordClass c) { bits_ |= bit(c); }

private:
    static constexpr std::uint64_t bit(NameWordClass c) {
        return std::uint64_t{1} << static_cast<std::uint64_t>(c);
    }
    std::uint64_t bits_ = 0;
};

class NameWords {
public:
    // Rows as described at the head of data/name_words.tsv; an error names the line.
    static core::Result<NameWords> read(std::string_view tsv);
    static const NameWords& builtin();

    WordClasses of(std::string_view folded) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    std::unordered_map<std::string, WordClasses, Hash, std::equal_to<>> classes_;
};

}  // namespace extractor
