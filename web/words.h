// How things are said to people, on pages and on the terminal. Private to web/.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/records.h"

namespace web {

std::string long_day(core::Days day);           // "29 January 2025"
std::string month_text(core::Days day);         // "January 2025"
std::string when_text(const core::Edtf& date);  // "October to December 2024", "about May 2025"
std::string outlet_of(const core::ArticleFacts& facts);
std::string title_of(const core::ArticleFacts& facts);
std::string and_list(const std::vector<std::string>& names);  // "A, B and C"
std::string party_text(std::string_view name);  // "(unnamed)" → "somebody not named"
// “words”, unless they bring quotation marks of their own.
std::string in_quotes(std::string_view words);

// At most `length` code points, cut between words, with "…" where something was cut.
std::string shortened(std::string_view text, std::size_t length);
std::string plural(std::int64_t count, std::string_view one, std::string_view many);

// "OpenAI accuses DeepSeek of distillation", in the words of the kind (web/telling.cpp).
std::string event_sentence(const core::Event& event);
std::string claim_sentence(const core::Claim& claim);

// "4 of 5 articles rest on one report by Bloomberg.", or "" where no origin stands out.
std::string origin_sentence(const std::vector<core::ClaimRecord>& claims);

}  // namespace web
