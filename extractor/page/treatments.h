// Elements that do not simply pass the prefilter, and what becomes of them. Private to
// prefilter.cpp.
#pragma once
#include <array>
#include <cstdint>

#include "extractor/page/word_table.h"

namespace extractor {

// What becomes of an element that does not simply pass.
enum class Treatment : std::uint8_t {
    Script,
    RawText,    // left out with all up to its end tag, whatever stands between
    Foreign,    // SVG, MathML: left out up to its end tag
    Template,   // left out, unless it is the shadow root of its parent
    Rcdata,     // <title>: its text is no markup
    Plaintext,  // all the rest is text
    Drop,       // the tags only
    AsDiv,      // <select>, <option>: <div hidden>, to keep clear of the "in select" mode
    Once,       // <html>, <body>: a second one would only add attributes
};
using TreatmentEntry = WordEntry<Treatment>;
inline constexpr std::array treatment_entries{
    TreatmentEntry{"script", Treatment::Script},
    TreatmentEntry{"style", Treatment::RawText},
    TreatmentEntry{"iframe", Treatment::RawText},
    TreatmentEntry{"noembed", Treatment::RawText},
    TreatmentEntry{"noframes", Treatment::RawText},
    TreatmentEntry{"xmp", Treatment::RawText},
    TreatmentEntry{"noscript", Treatment::RawText},
    TreatmentEntry{"textarea", Treatment::RawText},
    TreatmentEntry{"svg", Treatment::Foreign},
    TreatmentEntry{"math", Treatment::Foreign},
    TreatmentEntry{"template", Treatment::Template},
    TreatmentEntry{"title", Treatment::Rcdata},
    TreatmentEntry{"plaintext", Treatment::Plaintext},
    TreatmentEntry{"input", Treatment::Drop},
    TreatmentEntry{"frameset", Treatment::Drop},
    TreatmentEntry{"frame", Treatment::Drop},
    TreatmentEntry{"isindex", Treatment::Drop},
    TreatmentEntry{"keygen", Treatment::Drop},
    TreatmentEntry{"source", Treatment::Drop},
    TreatmentEntry{"track", Treatment::Drop},
    TreatmentEntry{"param", Treatment::Drop},
    TreatmentEntry{"embed", Treatment::Drop},
    TreatmentEntry{"select", Treatment::AsDiv},
    TreatmentEntry{"option", Treatment::AsDiv},
    TreatmentEntry{"optgroup", Treatment::AsDiv},
    TreatmentEntry{"html", Treatment::Once},
    TreatmentEntry{"body", Treatment::Once},
    TreatmentEntry{"head", Treatment::Once},
};
inline constexpr WordTable treatments(treatment_entries);

}  // namespace extractor
