// The encodings of the Encoding Standard and the labels they go by. Private to core.
#pragma once
#include <string_view>

namespace core {

struct Encoding {
    enum class Kind { Utf8, Utf16Le, Utf16Be, SingleByte, MultiByte, UserDefined, Replacement };
    std::string_view name;  // as the standard spells it
    Kind kind;
    std::string_view converter;  // ICU's name for it, if it has one that we use
    std::string_view labels;     // lower case, one space between them
};

// None (null) if nobody knows the label. Case, surrounding spaces and "_" for "-" do not matter.
const Encoding* find_encoding(std::string_view label);

const Encoding& utf_8();
const Encoding& windows_1252();

// What a declaration that can be read as ASCII may mean: UTF-16 is then a mistake for UTF-8.
const Encoding* as_declared(const Encoding* encoding);

}  // namespace core
