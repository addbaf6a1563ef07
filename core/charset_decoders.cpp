#include "core/charset_decoders.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include "core/charset_quirks.h"
#include "core/result.h"
#include "core/text.h"

namespace core {

namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

unsigned char byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

// ICU's own substitute for one byte is U+001A; ours is always U+FFFD.
void substitute(const void*, UConverterToUnicodeArgs* args, const char*, std::int32_t,
                UConverterCallbackReason reason, UErrorCode* error) {
    if (reason > UCNV_IRREGULAR) return;
    *error = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(args, &replacement_character, 1, 0, error);
}

// Gives back the ASCII that an ill-formed sequence has swallowed: no markup may vanish in it.
void substitute_lead(const void*, UConverterToUnicodeArgs* args, const char* bytes,
                     std::int32_t length, UConverterCallbackReason reason, UErrorCode* error) {
    if (reason > UCNV_IRREGULAR) return;
    *error = U_ZERO_ERROR;
    const auto tail = length > 1 ? static_cast<unsigned char>(bytes[length - 1]) : 0x80;
    const std::array<UChar, 2> text{replacement_character, static_cast<UChar>(tail)};
    ucnv_cbToUWriteUChars(args, text.data(), tail < 0x80 ? 2 : 1, 0, error);
}

// Writes the character if there is one, else what is written for any other ill-formed sequence.
void write_known(UChar known, UConverterToUnicodeArgs* args, std::string_view bytes,
                 UConverterCallbackReason reason, UErrorCode* error) {
    if (known == 0) {
        const auto length = static_cast<std::int32_t>(bytes.size());
        substitute_lead(nullptr, args, bytes.data(), length, reason, error);
        return;
    }
    *error = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(args, &known, 1, 0, error);
}

void substitute_in_big5(const void*, UConverterToUnicodeArgs* args, const char* bytes,
                        std::int32_t length, UConverterCallbackReason reason, UErrorCode* error) {
    const std::string_view pair(bytes, static_cast<std::size_t>(length));
    const bool whole = reason == UCNV_UNASSIGNED && length == 2;
    const auto code = whole ? byte_at(pair, 0) << 8 | byte_at(pair, 1) : 0;
    write_known(big5_addition(static_cast<std::uint16_t>(code)), args, pair, reason, error);
}

void substitute_in_chinese(const void*, UConverterToUnicodeArgs* args, const char* bytes,
                           std::int32_t length, UConverterCallbackReason reason,
                           UErrorCode* error) {
    const std::string_view sequence(bytes, static_cast<std::size_t>(length));
    const bool is_euro = reason <= UCNV_IRREGULAR && sequence == "\x80";
    write_known(is_euro ? u'€' : u'\0', args, sequence, reason, error);
}

UConverterToUCallback callback_for(const Encoding& encoding) {
    // Between its escape sequences, all of ISO-2022-JP looks like ASCII.
    if (encoding.name == "ISO-2022-JP") return substitute;
    if (encoding.converter == "gb18030") return substitute_in_chinese;
    return encoding.name == "Big5" ? substitute_in_big5 : substitute_lead;
}

Converter open_converter(const Encoding& encoding) {
    UErrorCode error = U_ZERO_ERROR;
    Converter converter(ucnv_open(std::string(encoding.converter).c_str(), &error));
    ucnv_setToUCallBack(converter.get(), callback_for(encoding), nullptr, nullptr, nullptr, &error);
    if (U_FAILURE(error)) {
        throw SystemError("core: ICU lacks the converter " + std::string(encoding.converter));
    }
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
        if (high_ != 0) append_utf8(out_, replacement_character);
        high_ = 0;
    }

private:
    std::string& out_;
    char16_t high_ = 0;
};

// What ICU has in the private use area: the standard has holes there, or newer characters.
class MultiByteDecoder {
public:
    MultiByteDecoder(const Encoding& encoding, std::string_view bytes)
        : bytes_(bytes),
          is_big5_(encoding.name == "Big5"),
          has_holes_(is_big5_ || encoding.name == "EUC-KR"),
          is_chinese_(encoding.converter == "gb18030"),
          converter_(open_converter(encoding)) {
        text_.reserve(bytes.size() + bytes.size() / 2);
    }

    std::string run() {
        const char* source = bytes_.data();
        UErrorCode error = U_BUFFER_OVERFLOW_ERROR;
        while (error == U_BUFFER_OVERFLOW_ERROR) {
            error = U_ZERO_ERROR;
            const auto begin = static_cast<std::size_t>(source - bytes_.data());
            UChar* target = units_.data();
            ucnv_toUnicode(converter_.get(), &target, units_.data() + units_.size(), &source,
                           bytes_.data() + bytes_.size(), offsets_.data(), true, &error);
            push(static_cast<std::size_t>(target - units_.data()), begin);
        }
        reader_.finish();
        return std::move(text_);
    }

private:
    void push(std::size_t count, std::size_t begin) {
        for (std::size_t n = 0; n < count; ++n) {
            const char16_t unit = is_chinese_ ? gb18030_2022(units_[n]) : units_[n];
            if (has_holes_ && unit >= 0xE000 && unit <= 0xF8FF) {
                fill_hole(unit, begin + static_cast<std::size_t>(std::max(offsets_[n], 0)));
            } else {
                reader_.push(unit);
            }
        }
    }

    // The second byte of the pair is given back if it is ASCII, as with other ill-formed pairs.
    void fill_hole(char16_t unit, std::size_t pair) {
        const auto known = is_big5_ ? big5_instead_of(unit) : std::u16string_view();
        for (const auto instead : known) reader_.push(instead);
        if (!known.empty()) return;
        reader_.push(replacement_character);
        if (pair + 1 < bytes_.size() && byte_at(bytes_, pair + 1) < 0x80) {
            reader_.push(byte_at(bytes_, pair + 1));
        }
    }

    std::string_view bytes_;  // looks into the caller's
    bool is_big5_;
    bool has_holes_;
    bool is_chinese_;
    Converter converter_;
    std::string text_;
    Utf16Reader reader_{text_};
    std::array<UChar, 4096> units_;
    std::array<std::int32_t, 4096> offsets_;
};

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
    if (bytes.size() % 2 != 0) append_utf8(text, replacement_character);
    return text;
}

UpperHalf upper_half_of(const Encoding& encoding) {
    if (encoding.kind == Encoding::Kind::UserDefined) return user_defined();
    if (encoding.converter.empty()) return iso_8859_16();
    const auto converter = open_converter(encoding);
    UpperHalf half{};
    for (std::size_t byte = 0x80; byte < 0x100; ++byte) {
        const auto c = static_cast<char>(byte);
        UChar unit = replacement_character;
        UErrorCode error = U_ZERO_ERROR;
        ucnv_toUChars(converter.get(), &unit, 1, &c, 1, &error);
        half[byte - 0x80] = standard_meaning(encoding.name, byte, unit);
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

}  // namespace

std::string decode_as(const Encoding& encoding, std::string_view bytes) {
    using Kind = Encoding::Kind;
    switch (encoding.kind) {
        case Kind::Utf8: return repair_utf8(bytes);
        case Kind::Utf16Le:
        case Kind::Utf16Be: return decode_utf_16(encoding, bytes);
        case Kind::SingleByte:
        case Kind::UserDefined: return decode_single_byte(upper_half_of(encoding), bytes);
        case Kind::MultiByte: return MultiByteDecoder(encoding, bytes).run();
        case Kind::Replacement: return bytes.empty() ? "" : "\xEF\xBF\xBD";
    }
    return repair_utf8(bytes);
}

}  // namespace core
