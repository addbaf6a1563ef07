#include "core/charset.h"

#include <algorithm>
#include <array>
#include <memory>
#include <type_traits>

#include <uchardet.h>

#include "core/charset_declared.h"
#include "core/charset_decoders.h"
#include "core/charset_encodings.h"
#include "core/text.h"

namespace core {

namespace {

struct DeleteDetector {
    void operator()(uchardet_t detector) const { uchardet_delete(detector); }
};
using Detector = std::unique_ptr<std::remove_pointer_t<uchardet_t>, DeleteDetector>;

constexpr std::size_t prescan_size = 1024;
constexpr std::size_t late_prescan_size = std::size_t{64} * 1024;
constexpr std::size_t detection_size = std::size_t{128} * 1024;

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Where the bytes first are something else than plain ASCII, or where ISO-2022 might begin.
std::size_t find_telling(std::string_view bytes) {
    const auto at = std::find_if(bytes.begin(), bytes.end(),
                                 [](char c) { return !is_ascii(c) || c == '\x1B'; });
    return static_cast<std::size_t>(at - bytes.begin());
}

// A body that was cut off may end within a character: what is left of it is one U+FFFD.
bool is_utf_8(std::string_view bytes) {
    const auto invalid = first_invalid_utf8(bytes);
    if (!invalid) return true;
    const auto rest = bytes.substr(*invalid);
    return *invalid > 0 && rest.size() < 4 && repair_utf8(rest) == "\xEF\xBF\xBD";
}

// uchardet's names where they are no labels of the standard.
const Encoding* find_detected(std::string_view name) {
    if (name == "UHC") return find_encoding("euc-kr");
    if (name == "MAC-CYRILLIC") return find_encoding("x-mac-cyrillic");
    const auto* encoding = find_encoding(name);
    const bool readable = encoding != nullptr && encoding->kind != Encoding::Kind::Replacement;
    return readable ? encoding : nullptr;
}

// Few accents, or quotation marks and dashes alone, tell one Latin encoding from another no better
// than dice; letters of other scripts are many, and some of theirs are from 0xC0 on.
bool tells_single_byte(std::string_view sample) {
    const auto is_letter = [](char c) { return static_cast<unsigned char>(c) >= 0xC0; };
    return std::count_if(sample.begin(), sample.end(), is_letter) >= 8;
}

const Encoding* guess(std::string_view bytes) {
    const Detector detector(uchardet_new());
    const auto sample = bytes.substr(0, detection_size);
    if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return nullptr;
    uchardet_data_end(detector.get());
    const auto* encoding = find_detected(uchardet_get_charset(detector.get()));
    if (encoding == nullptr) return nullptr;
    const bool single_byte = encoding->kind == Encoding::Kind::SingleByte;
    return single_byte && !tells_single_byte(sample) ? nullptr : encoding;
}

const Encoding* declared(std::string_view bytes, Markup markup) {
    switch (markup) {
        case Markup::None: return nullptr;
        case Markup::Html: return encoding_of_html(bytes, prescan_size);
        case Markup::Xml: return encoding_of_xml(bytes);
    }
    return nullptr;
}

// UTF-16 without its mark: in text with any ASCII in it, every other byte is often zero. Nothing
// else that is text has zeros.
const Encoding* unmarked_utf_16(std::string_view bytes) {
    const auto sample =
        bytes.substr(0, std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1});
    std::array<std::size_t, 2> zeros{};
    for (std::size_t at = 0; at < sample.size(); ++at) zeros[at % 2] += sample[at] == '\0' ? 1 : 0;
    const auto pairs = sample.size() / 2;
    if (pairs < 2) return nullptr;
    const auto are_many = [&](std::size_t even) {
        return zeros[even] * 5 >= pairs && zeros[1 - even] * 20 <= zeros[even];
    };
    if (are_many(0)) return find_encoding("utf-16be");
    return are_many(1) ? find_encoding("utf-16le") : nullptr;
}

const Encoding& undeclared(std::string_view bytes, Markup markup) {
    if (const auto* encoding = unmarked_utf_16(bytes)) return *encoding;
    const auto telling = bytes.substr(find_telling(bytes));
    const bool has_more_than_ascii = !telling.empty() && !is_ascii(telling[0]);
    if (has_more_than_ascii && is_utf_8(telling)) return utf_8();
    if (markup == Markup::Html) {
        // As a browser does that comes upon the declaration while it parses.
        if (const auto* late = encoding_of_html(bytes, late_prescan_size)) return *late;
    }
    const auto* guessed = telling.empty() ? nullptr : guess(telling);
    return guessed == nullptr ? windows_1252() : *guessed;
}

const Encoding& choose(std::string_view bytes, std::string_view content_type, Markup markup) {
    if (const auto* encoding = encoding_of_header(content_type)) return *encoding;
    if (const auto* encoding = declared(bytes, markup)) return *encoding;
    return undeclared(bytes, markup);
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view content_type, Markup markup) {
    const auto* marked = encoding_of_mark(bytes);
    const auto& encoding = marked != nullptr ? *marked : choose(bytes, content_type, markup);
    if (marked != nullptr) bytes.remove_prefix(marked == &utf_8() ? 3 : 2);
    return {std::string(encoding.name), decode_as(encoding, bytes)};
}

}  // namespace core
