// Who made what an article names, where it says so: "Quillmark's model Heron", "Lodestar, which was
// built by Parallax", "trained its Tern model". Private to extractor/.
#pragma once
#include <string_view>

#include "extractor/language/names.h"

namespace extractor {

// Gives products that no list knows the parent that the text names most often as their maker; none
// where it names several as often. The mentions are ascending.
void learn_makers(std::string_view text, Names& names);

}  // namespace extractor
