// The elements that the prefilter leaves out whole: where they end, and which scripts to keep
// aside.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/text.h"

namespace extractor {

enum class ScriptKind : std::uint8_t {
    Code,
    JsonLd,     // type=application/ld+json
    PageState,  // type=application/json, or one assignment of an object to a variable
};

struct Script {
    ScriptKind kind = ScriptKind::Code;
    core::Span name;  // of the page: id or variable; may be empty
    core::Span body;  // of the page
};

// `tag`: from '<' to the end of the tag's name; `text`: between its tags.
Script read_script(std::string_view html, core::Span tag, core::Span text);

// Behind the <svg> or <math> that begins at `at`: at its end tag, or before the first HTML element
// that breaks out of it, as the standard has it.
std::size_t behind_foreign(std::string_view html, std::size_t at);

// Behind the <template> that begins at `at`, with those inside of it.
std::size_t behind_template(std::string_view html, std::size_t at);

}  // namespace extractor
