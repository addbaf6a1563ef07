// How far a claim can be trusted to be read rightly. Private to extractor/.
#pragma once

namespace extractor {

// What a claim's slots rest on.
struct Grounds {
    bool names_claimant = false;  // in its own words, not by what was told before
    bool names_accused = false;
    bool tells_conduct = false;
    bool plain_act = false;  // "accuses", "is accused", "denies": not merely "said"
    bool own_voice = false;  // nobody is said to say it
    bool has_many = false;   // several claims are made in its sentence
    bool is_hedged = false;
};

// 0–1: how often claims on such grounds have claimant, accused and conduct all right.
double confidence_of(const Grounds& grounds);

}  // namespace extractor
