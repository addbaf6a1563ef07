// What `import` and `extract` are given: HTML files, WARC files, JSON lines.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <variant>

#include "core/page.h"
#include "core/result.h"
#include "extractor/extractor.h"

namespace cli {

struct Input {
    std::string name;  // "articles.jsonl:12", for messages
    enum class From { JsonLine, HtmlFile, Warc } from = From::JsonLine;
    std::optional<std::string> id;  // as given in a JSON line
    std::variant<core::FetchedPage, extractor::PlainText> content;
    // What the line says of the article, for where the page itself does not.
    std::optional<std::string> title, language;
    std::optional<core::Timestamp> published;
};

struct InputReaders {
    std::function<void(Input)> each;
    std::function<void(const core::Failure&)> failed;  // one input; reading goes on
    std::function<bool()> stopped;                     // asked between inputs and within large ones
};

// HTML bodies and JSON lines beyond these are refused: they are no news article.
inline constexpr std::size_t kMaxHtml = 16 << 20;
inline constexpr std::size_t kMaxLine = 64 << 20;

enum class InputKind { Guess, JsonLines };

// `name` is a path, or "-" for standard input. What kind a file is, is told by its first bytes.
void read_inputs(const std::string& name, InputKind kind, core::Instant now,
                 const InputReaders& readers);

struct LineReaders {
    std::function<void(std::string_view line, const std::string& place)> each;  // not empty ones
    std::function<void(const core::Failure&)> failed;
    std::function<bool()> stopped;
};
void read_lines(const std::string& name, const LineReaders& readers);

// A whole file, or why not.
core::Result<std::string> read_file(const std::string& name, std::size_t limit);

// Standard base64 (RFC 4648, section 4); white space is passed over.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace cli
