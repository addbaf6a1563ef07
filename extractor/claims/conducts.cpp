// Which of the conducts that a sentence names come first.
#include <algorithm>
#include <array>

#include "extractor/claims/drafts.h"

namespace extractor {

namespace {

using core::Conduct;

// What was done comes first, the particular before the general; then what it breaks, by name.
constexpr std::array kBreaches{Conduct::CopyrightInfringement, Conduct::TermsOfServiceViolation,
                               Conduct::LicenceViolation, Conduct::PrivacyViolation};

constexpr std::array kGeneric{Conduct::UnlicensedTrainingData, Conduct::UnauthorizedDataUse,
                              Conduct::Other};

int place(Conduct conduct) {
    if (std::find(kBreaches.begin(), kBreaches.end(), conduct) != kBreaches.end()) return 2;
    return std::find(kGeneric.begin(), kGeneric.end(), conduct) != kGeneric.end() ? 1 : 0;
}

}  // namespace

std::vector<Conduct> conducts_in(const Scene& scene, Range range) {
    std::vector<Conduct> done;
    const auto add = [&](Conduct conduct) {
        if (std::find(done.begin(), done.end(), conduct) == done.end()) done.push_back(conduct);
    };
    for (const int wanted : {0, 1, 2})
        for (const auto& match : scene.conducts) {
            const auto conduct = Clues::builtin().conduct_of[match.rule];
            if (range.contains(match) && place(conduct) == wanted) add(conduct);
        }
    return done;
}

}  // namespace extractor
