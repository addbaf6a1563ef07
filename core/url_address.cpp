#include <algorithm>
#include <charconv>

#include "core/text.h"
#include "core/url_host.h"

namespace core {

namespace {

constexpr std::uint64_t too_large = std::uint64_t{1} << 32;

int digit_value(char c) {
    if (is_digit(c)) return c - '0';
    const char lower = to_lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : 16;
}

// Decimal, "0x" hexadecimal, "0" octal; all that is too large is `too_large`.
std::optional<std::uint64_t> parse_number(std::string_view text) {
    if (text.empty()) return std::nullopt;
    int base = 10;
    if (text.size() >= 2 && text[0] == '0') {
        const bool hexadecimal = to_lower(text[1]) == 'x';
        base = hexadecimal ? 16 : 8;
        text.remove_prefix(hexadecimal ? 2 : 1);
    }
    std::uint64_t value = 0;
    for (const char c : text) {
        const int digit = digit_value(c);
        if (digit >= base) return std::nullopt;
        value = value * static_cast<std::uint64_t>(base) + static_cast<std::uint64_t>(digit);
        value = std::min(value, too_large);
    }
    return value;
}

// The dotted tail of "::ffff:192.0.2.1": four plain decimals.
std::optional<std::uint32_t> parse_dotted(std::string_view text) {
    const auto parts = split(text, '.');
    if (parts.size() != 4) return std::nullopt;
    std::uint32_t address = 0;
    for (const auto part : parts) {
        const bool leading_zero = part.size() > 1 && part[0] == '0';
        if (part.empty() || part.size() > 3 || leading_zero) return std::nullopt;
        if (!std::all_of(part.begin(), part.end(), is_digit)) return std::nullopt;
        std::uint32_t value = 0;
        std::from_chars(part.data(), part.data() + part.size(), value);
        if (value > 255) return std::nullopt;
        address = address << 8 | value;
    }
    return address;
}

// Up to four hexadecimal digits at the front of the text, which are taken off it.
std::uint16_t take_piece(std::string_view& text) {
    unsigned value = 0;
    for (int length = 0; length < 4 && !text.empty() && digit_value(text[0]) < 16; ++length) {
        value = value * 16 + static_cast<unsigned>(digit_value(text[0]));
        text.remove_prefix(1);
    }
    return static_cast<std::uint16_t>(value);
}

// Takes the pieces one by one; "::" is remembered, and filled with zeros at the end.
class Ipv6Reader {
public:
    std::optional<Ipv6> read(std::string_view text) {
        if (text.starts_with("::")) {
            gap_ = 0;
            text.remove_prefix(2);
        } else if (text.empty() || text[0] == ':') {
            return std::nullopt;
        }
        while (!text.empty()) {
            if (!read_piece(text)) return std::nullopt;
        }
        return finish();
    }

private:
    bool read_piece(std::string_view& text) {
        if (count_ == address_.size()) return false;
        if (text[0] == ':') return read_gap(text);
        const auto whole = text;
        const auto piece = take_piece(text);
        const bool has_digits = text.size() < whole.size();
        if (has_digits && !text.empty() && text[0] == '.') {
            text = {};
            return read_dotted(whole);
        }
        if (!text.empty()) {
            if (text[0] != ':' || text.size() == 1) return false;
            text.remove_prefix(1);
        }
        if (has_digits) push(piece);
        return has_digits;
    }

    bool read_gap(std::string_view& text) {
        if (gap_) return false;
        gap_ = count_;
        text.remove_prefix(1);
        return true;
    }

    bool read_dotted(std::string_view text) {
        const auto address = parse_dotted(text);
        if (!address || count_ > 6) return false;
        push(static_cast<std::uint16_t>(*address >> 16));
        push(static_cast<std::uint16_t>(*address & 0xFFFF));
        return true;
    }

    void push(std::uint16_t piece) { address_[count_++] = piece; }

    // A gap stands for at least one piece.
    std::optional<Ipv6> finish() {
        if (!gap_) return count_ == address_.size() ? std::optional(address_) : std::nullopt;
        if (count_ == address_.size()) return std::nullopt;
        const auto at = [&](std::size_t n) { return address_.begin() + static_cast<long>(n); };
        std::rotate(at(*gap_), at(count_), address_.end());
        return address_;
    }

    Ipv6 address_{};
    std::size_t count_ = 0;
    std::optional<std::size_t> gap_;
};

struct Run {
    std::size_t begin = 0;
    std::size_t size = 0;
};

Run longest_zeros(const Ipv6& address) {
    Run longest;
    Run run;
    for (std::size_t n = 0; n < address.size(); ++n) {
        run = address[n] == 0 ? Run{run.size == 0 ? n : run.begin, run.size + 1} : Run{};
        if (run.size > longest.size) longest = run;
    }
    return longest;
}

void append_hex(std::string& text, std::uint16_t piece) {
    std::array<char, 4> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), piece, 16).ptr;
    text.append(digits.data(), end);
}

}  // namespace

bool ends_in_number(std::string_view host) {
    if (host.ends_with('.')) host.remove_suffix(1);
    const auto last = host.substr(host.rfind('.') + 1);
    if (last.empty()) return false;
    return std::all_of(last.begin(), last.end(), is_digit) || parse_number(last).has_value();
}

std::optional<std::uint32_t> parse_ipv4(std::string_view text) {
    if (text.ends_with('.')) text.remove_suffix(1);
    const auto parts = split(text, '.');
    if (parts.size() > 4) return std::nullopt;
    std::uint64_t address = 0;
    for (std::size_t n = 0; n < parts.size(); ++n) {
        const auto value = parse_number(parts[n]);
        const bool last = n + 1 == parts.size();
        const unsigned bits = last ? 8 * (5 - static_cast<unsigned>(parts.size())) : 8;
        if (!value || *value >> bits != 0) return std::nullopt;
        address = address << bits | *value;
    }
    return static_cast<std::uint32_t>(address);
}

std::optional<Ipv6> parse_ipv6(std::string_view text) { return Ipv6Reader().read(text); }

std::string write_ipv4(std::uint32_t address) {
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8) {
        text += std::to_string(address >> shift & 0xFF);
        if (shift != 0) text += '.';
    }
    return text;
}

std::string write_ipv6(const Ipv6& address) {
    const auto zeros = longest_zeros(address);
    std::string text;
    for (std::size_t n = 0; n < address.size(); ++n) {
        if (zeros.size > 1 && n == zeros.begin) {
            text += "::";
            n += zeros.size - 1;
            continue;
        }
        if (!text.empty() && !text.ends_with(':')) text += ':';
        append_hex(text, address[n]);
    }
    return text;
}

}  // namespace core
