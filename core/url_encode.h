// Percent-encoding by the sets of the URL Standard. Private to core.
#pragma once
#include <string>
#include <string_view>

namespace core {

enum class UrlPart { Fragment, Query, Path, Userinfo };

// Appends the text with all that may not stand in this part as %XX. Bytes above 0x7E always are.
void percent_encode(std::string& out, std::string_view text, UrlPart part);

// Every %XX → its byte; a "%" without two hexadecimal digits stays.
std::string percent_decode(std::string_view text);

// Spells equal escapes alike: %7e → "~" (what needs no escape), %c3 → %C3. A text with a "%" that
// escapes nothing is left as it is.
std::string normalise_escapes(std::string_view text);

}  // namespace core
