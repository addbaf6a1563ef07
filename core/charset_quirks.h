// Where the Encoding Standard's tables and ICU's are not the same. Private to core.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace core {

constexpr char16_t replacement_character = 0xFFFD;

using UpperHalf = std::array<char16_t, 128>;  // what the bytes from 0x80 on stand for

UpperHalf iso_8859_16();   // ICU has no table for it
UpperHalf user_defined();  // x-user-defined: bytes kept apart in the private use area

// What ICU's table says of one byte, as the standard has it.
char16_t standard_meaning(std::string_view encoding, std::size_t byte, char16_t meaning);

// A pair of bytes that Big5 has and ICU has not, such as Hong Kong's second spellings; else 0.
char16_t big5_addition(std::uint16_t pair);

// What Big5 has where ICU still has a character of private use; empty if there is a hole.
std::u16string_view big5_instead_of(char16_t private_use);

// GB 18030-2022: characters that were in the private use area before Unicode had them.
char16_t gb18030_2022(char16_t unit);

}  // namespace core
