// What many articles add up to: allegations, origins, disputes and their timelines.
//
//     Claim ──topics_of──▶ Topic     claims and articles of a topic ──assemble──▶ Picture
//
// Pure: no clock, no store; the same set of claims gives the same picture in whatever order it
// came. Safe to call from several threads at once.
#pragma once
#include <span>
#include <vector>

#include "core/picture.h"
#include "core/records.h"

namespace knowledge {

// Where a claim belongs: the parties that it speaks about, else those that speak. The first is
// where its allegation is formed. Never empty.
std::vector<core::Topic> topics_of(const core::Claim& claim);

// Everything concluded of a topic. `claims` are all claims of the topic, `articles` the facts of
// all articles they stand in, each once; both in any order.
core::Picture assemble(const core::Topic& topic, std::span<const core::ClaimRecord> claims,
                       std::span<const core::ArticleFacts> articles);

}  // namespace knowledge
