#include "core/charset.h"

#include <algorithm>
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

constexpr std::size_t detection_size = 128 * 1024;

bool is_telling(char c) { return static_cast<unsigned char>(c) >= 0x80 || c == '\x1B'; }

// Where the bytes first are something else than plain ASCII.
std::size_t find_telling(std::string_view bytes) {
    const auto at = std::find_if(bytes.begin(), bytes.end(), is_telling);
    return static_cast<std::size_t>(at - bytes.begin());
}

// A body that was cut off may end within a character.
bool is_utf_8(std::string_view bytes) {
    const auto invalid = first_invalid_utf8(bytes);
    return !invalid || (*invalid + 3 >= bytes.size() &&
                        first_invalid_utf8(repair_utf8(bytes.substr(*invalid))) == std::nullopt);
}

const Encoding* guess(std::string_view bytes) {
    const Detector detector(uchardet_new());
    const auto sample = bytes.substr(0, detection_size);
    if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return nullptr;
    uchardet_data_end(detector.get());
    return find_encoding(uchardet_get_charset(detector.get()));
}

const Encoding* declared(std::string_view bytes, Markup markup) {
    switch (markup) {
        case Markup::None: return nullptr;
        case Markup::Html: return encoding_of_html(bytes);
        case Markup::Xml: return encoding_of_xml(bytes);
    }
    return nullptr;
}

const Encoding& undeclared(std::string_view bytes) {
    const auto telling = find_telling(bytes);
    if (telling == bytes.size()) return windows_1252();
    if (bytes[telling] != '\x1B' && is_utf_8(bytes.substr(telling))) return utf_8();
    const auto* guessed = guess(bytes.substr(telling));
    return guessed == nullptr ? windows_1252() : *guessed;
}

const Encoding& choose(std::string_view bytes, std::string_view content_type, Markup markup) {
    if (const auto* encoding = encoding_of_header(content_type)) return *encoding;
    if (const auto* encoding = declared(bytes, markup)) return *encoding;
    return undeclared(bytes);
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view content_type, Markup markup) {
    const auto* marked = encoding_of_mark(bytes);
    const auto& encoding = marked != nullptr ? *marked : choose(bytes, content_type, markup);
    if (marked != nullptr) bytes.remove_prefix(marked == &utf_8() ? 3 : 2);
    return {std::string(encoding.name), decode_as(encoding, bytes)};
}

}  // namespace core
