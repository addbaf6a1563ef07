// Kinds of claims by what they do in a dispute. Private to extractor/.
#pragma once
#include "core/vocabulary.h"

namespace extractor {

constexpr bool answers(core::ClaimKind kind) {
    using core::ClaimKind;
    return kind == ClaimKind::Denial || kind == ClaimKind::Response || kind == ClaimKind::Admission;
}

constexpr bool accuses(core::ClaimKind kind) {
    using core::ClaimKind;
    return kind == ClaimKind::Accusation || kind == ClaimKind::Observation ||
           kind == ClaimKind::Investigation;
}

constexpr bool decides(core::ClaimKind kind) {
    return kind == core::ClaimKind::Ruling || kind == core::ClaimKind::Settlement;
}

}  // namespace extractor
