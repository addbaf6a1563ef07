// From what stands in a byline or behind "author" to the names of people.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace extractor {

struct Credits {
    std::vector<std::string> people;    // as written, without "By", roles, places and handles
    std::vector<std::string> agencies;  // wire services: "dpa", "Associated Press"
    std::vector<std::string> groups;    // the outlet, or others who are no person
    std::size_t others = 0;             // parts that name nobody
};

enum class CreditForm : std::uint8_t {
    Field,  // of markup: a name, or names in a row
    Line,   // of the text: may hold anything, so it must look like names
};

// `outlet`: names of the outlet, as outlet_key() spells them: they write nothing themselves.
Credits read_credits(std::string_view text, CreditForm form, std::span<const std::string> outlet);

// Adds those that are not there yet; names are compared without case and accents' spelling.
void add_credits(Credits& credits, Credits more);

// "The New York Times" → "newyorktimes": by which names of outlets are compared.
std::string outlet_key(std::string_view name);

}  // namespace extractor
