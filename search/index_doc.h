// What is indexed of articles, claims and entities.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/records.h"
#include "search/fields.h"

namespace search {

enum class DocKind { Claim, Article, Entity };

// What is indexed of one thing.
struct IndexDoc {
    DocKind kind = DocKind::Claim;
    std::int64_t id = 0;
    std::int64_t article = 0;  // that it belongs to; 0: to none
    std::string language;      // for stemming; "" = English
    std::string title;         // weighs more than the body
    std::string body;
    std::vector<std::pair<Field, std::string>> values;  // codes and names, as people write them
    std::optional<core::DayRange> date;                 // when it was published
    std::optional<core::DayRange> happened;             // when what is claimed happened
    int origins = 0;
};

std::vector<IndexDoc> make_docs(const core::ArticleRecord& article,
                                std::span<const core::ClaimRecord> claims);
IndexDoc make_doc(const core::EntityRecord& entity);

}  // namespace search
