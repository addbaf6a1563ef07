// The text of a page as it is put together: white space collapsed, one '\n' between lines.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace extractor {

class PageText {
public:
    enum class Lines : std::uint8_t { Collapsed, Kept };  // what line ends in the source mean

    explicit PageText(std::string& text) : text_(text) {}
    std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
    void append(std::string_view text, Lines lines);
    void end_line();

private:
    void space();
    std::size_t special(std::string_view text, std::size_t at);
    std::string& text_;
};

}  // namespace extractor
