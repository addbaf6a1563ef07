// One statement in one revision of an article, with its slots (the words of the product's design).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/edtf.h"
#include "core/entity.h"
#include "core/text.h"
#include "core/url.h"
#include "core/vocabulary.h"

namespace core {

// Names that stand for no entity.
inline constexpr std::string_view kArticleVoice = "(article)";    // the article's own voice
inline constexpr std::string_view kUnnamed = "(unnamed)";         // "has been accused"
inline constexpr std::string_view kUnnamedSuffix = " (unnamed)";  // "AI researchers (unnamed)"

constexpr bool is_named(std::string_view party) {
    return party != kArticleVoice && party != kUnnamed && !party.ends_with(kUnnamedSuffix);
}

struct Party {
    std::string name;          // an entity's canonical name, or one of the above
    std::optional<Span> span;  // the words that name it, perhaps outside the quote
};

struct Evidence {
    EvidenceType type = EvidenceType::Document;
    Span span;
};

struct ClaimTime {
    std::string text;          // as written: "late 2024"
    std::optional<Edtf> edtf;  // resolved against the article's date
};

struct Claim {
    ClaimKind kind = ClaimKind::Accusation;
    Span quote;  // of Article::text
    std::vector<Party> claimant;
    std::vector<Party> accused;
    std::vector<Conduct> conduct;             // most important first
    std::optional<std::string> object;        // whose data, model or asset
    std::optional<std::string> object_owner;  // canonical name
    std::vector<Evidence> evidence;           // empty: none given
    std::vector<Party> via;                   // media credited for it, nearest first
    Certainty certainty = Certainty::Asserted;
    std::optional<Span> hedge;
    std::optional<ClaimTime> time;           // when it happened
    std::optional<std::size_t> responds_to;  // index among the same article's claims
    std::optional<double> confidence;        // 0–1; none: not calibrated
};

// An outlet that the text credits.
struct Citation {
    std::string outlet;
    std::optional<Url> url;  // of the link on the credit, where there is one
    Span span;
};

// Everything read out of one article's text.
struct Findings {
    std::vector<EntityMentions> entities;
    std::vector<Claim> claims;  // by quote.begin
    std::vector<Citation> citations;
};

}  // namespace core
