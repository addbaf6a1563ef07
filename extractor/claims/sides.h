// Who stands on which side of what is told in a part of a sentence. Private to extractor/.
#pragma once
#include <string_view>
#include <vector>

#include "extractor/claims/parties.h"

namespace extractor {

inline constexpr std::size_t kNear = 10;  // words in which a "by X" is looked for

// Looks into the scene and the parties, which must outlive it.
class Sides {
public:
    Sides(const Scene& scene, const Parties& parties) : scene_(scene), parties_(parties) {}

    // The first party in the range that is none of these, and no court; one from whom something
    // was taken ("data from X"), or a product of nobody we know, only where there is no other.
    Who accused_in(Range range, const std::vector<Party>& except) const;

    // "… were used by Apple", "… linked to Apple": who is said to be behind it.
    Who doer_in(Range range) const;

    // "by X", "from X" near the range's beginning.
    Who behind(std::string_view preposition, Range range) const;

    Who named_in(Range range) const;  // the first name

    // "told the president that …": the word behind whom one tells, who is not whom one accuses.
    std::size_t behind_addressee(Range content) const;

private:
    std::string_view lower(std::size_t at) const { return scene_.words[at].lower; }
    const Scene& scene_;
    const Parties& parties_;
};

// Nobody but these.
bool is_only(const Who& who, const std::vector<Party>& parties);

}  // namespace extractor
