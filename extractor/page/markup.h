// Where tags, comments and raw text begin and end in a page's bytes, as the HTML standard's
// tokenizer has it. One pass, no allocation; every function moves forward.
#pragma once
#include <cstddef>
#include <string_view>

namespace extractor {

struct RawAttribute {
    std::string_view name;   // as written
    std::string_view value;  // without its quotes, entities not decoded
    char quote = '\0';       // '"', '\'', or none
    bool has_value = false;
};

// Reads the attributes of the start tag whose name ends at `at`.
class AttributeReader {
public:
    AttributeReader(std::string_view html, std::size_t at) : html_(html), at_(at) {}
    bool next(RawAttribute& attribute);           // false at the tag's end
    std::size_t position() const { return at_; }  // behind '>', or the page's end

private:
    void skip_space();
    void read_value(RawAttribute& attribute);
    std::string_view html_;
    std::size_t at_;
};

// Behind the end of what stands at `at`: "<!--" …, "<!" …, "<?" …
std::size_t behind_comment(std::string_view html, std::size_t at);
std::size_t behind_bogus_comment(std::string_view html, std::size_t at);

// Where the "</name" stands that ends the raw text from `at` on; the page's end if there is none.
std::size_t end_of_raw_text(std::string_view html, std::size_t at, std::string_view name);
// The same of a <script>, in which "<!-- <script>" hides one end tag.
std::size_t end_of_script(std::string_view html, std::size_t at);

// Behind the '>' of the tag whose name ends at `at`; quoted '>' do not count.
std::size_t behind_tag(std::string_view html, std::size_t at);

// The tag name that begins at `at`: up to white space, '/' or '>'.
std::string_view tag_name_at(std::string_view html, std::size_t at);

}  // namespace extractor
