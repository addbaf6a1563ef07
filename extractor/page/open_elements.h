// The elements that are open while a page's bytes are filtered: an upper bound of what the tree
// builder will have open, kept small so that its quadratic spots stay out of reach.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extractor/page/limits.h"
#include "extractor/page/tags.h"

namespace extractor {

// What the tree builder does with an element, as far as it decides which tags close which.
enum class Nesting : std::uint8_t {
    Plain,       // span, custom elements: closed by their own tag, if no block stands between
    Formatting,  // b, i, font …: reopened in the next block if they were not closed
    Block,       // div, p, section …: closed by their own tag through anything but a barrier
    Barrier,     // table, td, button …: an end tag inside does not reach what is outside
    Void,        // br, img …
};
Nesting nesting_of(std::string_view name, Tag tag);

class OpenElements {
public:
    struct Name {
        Tag tag = Tag::Other;
        Nesting nesting = Nesting::Plain;
        std::uint32_t hash = 0;  // of the name, in lower case
    };

    // Whether the start tag may go to the tree builder; one that may not is forgotten with its end.
    bool open(const Name& name);
    bool close(const Name& name);

private:
    void close_implied(const Name& name);
    bool close_nearest(Tag tag, bool (*stops)(const Name&));
    bool erase_nearest(const Name& name);

    std::vector<Name> open_;
    std::size_t formatting_ = 0;  // unclosed so far, whether or not their blocks are
    std::size_t dropped_ = 0;     // start tags over the limit of depth
};

}  // namespace extractor
