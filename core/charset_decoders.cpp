#include "core/charset_decoders.h"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include "core/result.h"
#include "core/text.h"

namespace core {

namespace {

constexpr char16_t replacement = 0xFFFD;

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

unsigned char byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

// ICU's own substitute for one byte is U+001A; ours is always U+FFFD. ASCII that an ill-formed
// sequence has swallowed is given back, so that markup cannot vanish in it.
void substitute(const void*, UConverterToUnicodeArgs* args, const char* bytes, std::int32_t length,
                UConverterCallbackReason reason, UErrorCode* error) {
    if (reason > UCNV_IRREGULAR) return;
    *error = U_ZERO_ERROR;
    const bool ascii_tail = length > 1 && static_cast<unsigned char>(bytes[length - 1]) < 0x80;
    const std::array<UChar, 2> text{replacement,
                                    static_cast<UChar>(ascii_tail ? bytes[length - 1] : 0)};
    ucnv_cbToUWriteUChars(args, text.data(), ascii_tail ? 2 : 1, 0, error);
}

Converter open_converter(std::string_view name) {
    UErrorCode error = U_ZERO_ERROR;
    Converter converter(ucnv_open(std::string(name).c_str(), &error));
    ucnv_setToUCallBack(converter.get(), substitute, nullptr, nullptr, nullptr, &error);
    if (U_FAILURE(error)) throw SystemError("core: ICU lacks the converter " + std::string(name));
    return converter;
}

// Takes UTF-16 in pieces; a pair of surrogates may be cut in two between them.
class Utf16Reader {
public:
    explicit Utf16Reader(std::string& out) : out_(out) {}

    void push(char16_t unit) {
        const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
        if (high_ != 0 && low) {
            append_utf8(out_, 0x10000 + ((high_ - 0xD800U) << 10) + (unit - 0xDC00U));
            high_ = 0;
            return;
        }
        finish();
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            high_ = unit;
        } else {
            append_utf8(out_, unit);  // a lone surrogate becomes U+FFFD
        }
    }

    void finish() {
        if (high_ != 0) append_utf8(out_, replacement);
        high_ = 0;
    }

private:
    std::string& out_;
    char16_t high_ = 0;
};

std::string decode_multi_byte(const Encoding& encoding, std::string_view bytes) {
    const auto converter = open_converter(encoding.converter);
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 2);
    Utf16Reader reader(text);
    std::array<UChar, 4096> buffer;
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    UErrorCode error = U_BUFFER_OVERFLOW_ERROR;
    while (error == U_BUFFER_OVERFLOW_ERROR) {
        error = U_ZERO_ERROR;
        UChar* target = buffer.data();
        ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source, end,
                       nullptr, true, &error);
        std::for_each(buffer.data(), target, [&reader](UChar unit) { reader.push(unit); });
    }
    reader.finish();
    return text;
}

std::string decode_utf_16(const Encoding& encoding, std::string_view bytes) {
    const std::size_t high = encoding.kind == Encoding::Kind::Utf16Be ? 0 : 1;
    std::string text;
    text.reserve(bytes.size());
    Utf16Reader reader(text);
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        reader.push(
            static_cast<char16_t>(byte_at(bytes, at + high) << 8 | byte_at(bytes, at + 1 - high)));
    }
    reader.finish();
    if (bytes.size() % 2 != 0) append_utf8(text, replacement);
    return text;
}

using UpperHalf = std::array<char16_t, 128>;  // what the bytes from 0x80 on stand for

// Romanian; ICU has no table for it.
constexpr UpperHalf make_iso_8859_16() {
    UpperHalf half{};
    for (std::size_t n = 0; n < half.size(); ++n) half[n] = static_cast<char16_t>(0x80 + n);
    constexpr std::u16string_view from_a0 =
        u"\u00A0\u0104\u0105\u0141\u20AC\u201E\u0160\u00A7\u0161\u00A9\u0218\u00AB\u0179\u00AD"
        u"\u017A\u017B\u00B0\u00B1\u010C\u0142\u017D\u201D\u00B6\u00B7\u017E\u010D\u0219\u00BB"
        u"\u0152\u0153\u0178\u017C";
    std::copy(from_a0.begin(), from_a0.end(), half.begin() + 0x20);
    half[0xC3 - 0x80] = 0x0102;
    half[0xC5 - 0x80] = 0x0106;
    half[0xD0 - 0x80] = 0x0110;
    half[0xD1 - 0x80] = 0x0143;
    half[0xD5 - 0x80] = 0x0150;
    half[0xD7 - 0x80] = 0x015A;
    half[0xD8 - 0x80] = 0x0170;
    half[0xDD - 0x80] = 0x0118;
    half[0xDE - 0x80] = 0x021A;
    half[0xE3 - 0x80] = 0x0103;
    half[0xE5 - 0x80] = 0x0107;
    half[0xF0 - 0x80] = 0x0111;
    half[0xF1 - 0x80] = 0x0144;
    half[0xF5 - 0x80] = 0x0151;
    half[0xF7 - 0x80] = 0x015B;
    half[0xF8 - 0x80] = 0x0171;
    half[0xFD - 0x80] = 0x0119;
    half[0xFE - 0x80] = 0x021B;
    return half;
}

UpperHalf read_upper_half(const Encoding& encoding) {
    const auto converter = open_converter(encoding.converter);
    UpperHalf half{};
    for (std::size_t n = 0; n < half.size(); ++n) {
        const auto byte = static_cast<char>(0x80 + n);
        std::array<UChar, 4> units{};
        UErrorCode error = U_ZERO_ERROR;
        ucnv_toUChars(converter.get(), units.data(), static_cast<std::int32_t>(units.size()), &byte,
                      1, &error);
        half[n] = U_SUCCESS(error) ? static_cast<char16_t>(units[0]) : replacement;
        // The standard leaves no hole among the control characters.
        if (half[n] == replacement && n < 0x20) half[n] = static_cast<char16_t>(0x80 + n);
    }
    return half;
}

std::string decode_single_byte(const UpperHalf& half, std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 4);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            text += c;
        } else {
            append_utf8(text, half[byte - 0x80U]);
        }
    }
    return text;
}

UpperHalf user_defined() {
    UpperHalf half{};
    for (std::size_t n = 0; n < half.size(); ++n) half[n] = static_cast<char16_t>(0xF780 + n);
    return half;
}

UpperHalf upper_half_of(const Encoding& encoding) {
    return encoding.converter.empty() ? make_iso_8859_16() : read_upper_half(encoding);
}

}  // namespace

std::string decode_as(const Encoding& encoding, std::string_view bytes) {
    using Kind = Encoding::Kind;
    switch (encoding.kind) {
        case Kind::Utf8: return repair_utf8(bytes);
        case Kind::Utf16Le:
        case Kind::Utf16Be: return decode_utf_16(encoding, bytes);
        case Kind::SingleByte: return decode_single_byte(upper_half_of(encoding), bytes);
        case Kind::MultiByte: return decode_multi_byte(encoding, bytes);
        case Kind::UserDefined: return decode_single_byte(user_defined(), bytes);
        case Kind::Replacement: return bytes.empty() ? "" : "\xEF\xBF\xBD";
    }
    return repair_utf8(bytes);
}

}  // namespace core
