#include "core/charset_declared.h"

#include <algorithm>
#include <optional>
#include <string>

#include "core/text.h"

namespace core {

namespace {

constexpr std::size_t declaration_size = 1024;
constexpr auto npos = std::string_view::npos;

std::string_view skip_spaces(std::string_view text) {
    while (!text.empty() && is_space(text[0])) text.remove_prefix(1);
    return text;
}

bool starts_with_word(std::string_view text, std::string_view word) {
    return text.size() >= word.size() && equals_ignoring_case(text.substr(0, word.size()), word);
}

// What stands behind "charset" and "=" in `content="text/html; charset=…"`.
std::optional<std::string_view> charset_in_content(std::string_view content) {
    while (!content.empty()) {
        if (!starts_with_word(content, "charset")) {
            content.remove_prefix(1);
            continue;
        }
        content = skip_spaces(content.substr(7));
        if (!content.starts_with('=')) continue;
        content = skip_spaces(content.substr(1));
        if (content.empty()) return std::nullopt;
        if (content[0] == '"' || content[0] == '\'') {
            const auto end = content.find(content[0], 1);
            if (end == npos) return std::nullopt;
            return content.substr(1, end - 1);
        }
        return content.substr(0, content.find_first_of("; \t\n\f\r"));
    }
    return std::nullopt;
}

struct Attribute {
    std::string name;  // lower case
    std::string_view value;
};

// Walks over the first bytes of a page as far as the standard does: comments, tags, attributes.
class Prescan {
public:
    explicit Prescan(std::string_view bytes) : rest_(bytes) {}

    const Encoding* run() {
        while (!rest_.empty()) {
            if (rest_[0] != '<') {
                rest_.remove_prefix(std::min(rest_.find('<'), rest_.size()));
            } else if (const auto* encoding = read_markup()) {
                return encoding;
            }
        }
        return nullptr;
    }

private:
    const Encoding* read_markup() {
        if (rest_.starts_with("<!--")) {
            skip_behind("-->", 2);
        } else if (is_meta()) {
            rest_.remove_prefix(5);
            return read_meta();
        } else if (is_tag()) {
            rest_.remove_prefix(std::min(rest_.find_first_of("\t\n\f\r >"), rest_.size()));
            while (read_attribute()) continue;
            rest_.remove_prefix(rest_.empty() ? 0 : 1);
        } else if (rest_.size() > 1 && std::string_view("!/?").find(rest_[1]) != npos) {
            skip_behind(">", 1);
        } else {
            rest_.remove_prefix(1);
        }
        return nullptr;
    }

    bool is_meta() const {
        return rest_.size() > 5 && starts_with_word(rest_, "<meta") &&
               (is_space(rest_[5]) || rest_[5] == '/');
    }

    bool is_tag() const {
        const std::size_t letter = rest_.size() > 1 && rest_[1] == '/' ? 2 : 1;
        return rest_.size() > letter && is_alpha(rest_[letter]);
    }

    void skip_behind(std::string_view end, std::size_t from) {
        const auto at = rest_.find(end, from);
        rest_ = at == npos ? std::string_view() : rest_.substr(at + end.size());
    }

    // The first of each name counts. A pragma without http-equiv="content-type" says nothing.
    const Encoding* read_meta() {
        std::optional<std::string_view> http_equiv;
        std::optional<std::string_view> content;
        std::optional<std::string_view> charset;
        while (const auto attribute = read_attribute()) {
            if (!http_equiv && attribute->name == "http-equiv") http_equiv = attribute->value;
            if (!content && attribute->name == "content") content = attribute->value;
            if (!charset && attribute->name == "charset") charset = attribute->value;
        }
        if (charset) return as_declared(find_encoding(*charset));
        if (!content || !equals_ignoring_case(http_equiv.value_or(""), "content-type")) {
            return nullptr;
        }
        const auto label = charset_in_content(*content);
        return label ? as_declared(find_encoding(*label)) : nullptr;
    }

    // None at the end of the tag, and where the bytes end.
    std::optional<Attribute> read_attribute() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of("\t\n\f\r /"), rest_.size()));
        if (rest_.empty() || rest_[0] == '>') return std::nullopt;
        const auto end = std::min(rest_.find_first_of("\t\n\f\r =/>", 1), rest_.size());
        Attribute attribute{lower_ascii(rest_.substr(0, end)), {}};
        rest_ = skip_spaces(rest_.substr(end));
        if (rest_.starts_with('=')) {
            rest_ = skip_spaces(rest_.substr(1));
            attribute.value = read_value();
        }
        // A page cut off within an attribute declares nothing.
        if (rest_.empty()) return std::nullopt;
        return attribute;
    }

    std::string_view read_value() {
        if (rest_.empty()) return {};
        if (rest_[0] == '"' || rest_[0] == '\'') {
            const auto end = std::min(rest_.find(rest_[0], 1), rest_.size());
            const auto value = rest_.substr(1, end - 1);
            rest_.remove_prefix(std::min(end + 1, rest_.size()));
            return value;
        }
        const auto end = std::min(rest_.find_first_of("\t\n\f\r >"), rest_.size());
        const auto value = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return value;
    }

    std::string_view rest_;
};

// The value of a parameter of a MIME type, without quotes; moves behind it.
std::string take_parameter_value(std::string_view& rest) {
    std::string value;
    if (!rest.starts_with('"')) {
        const auto end = std::min(rest.find(';'), rest.size());
        value = rest.substr(0, end);
        rest.remove_prefix(end);
        return value;
    }
    rest.remove_prefix(1);
    while (!rest.empty() && rest[0] != '"') {
        if (rest[0] == '\\' && rest.size() > 1) rest.remove_prefix(1);
        value += rest[0];
        rest.remove_prefix(1);
    }
    rest.remove_prefix(std::min(rest.find(';'), rest.size()));
    return value;
}

// The quoted word behind `encoding =` in an XML declaration.
const Encoding* encoding_pseudo_attribute(std::string_view declaration) {
    const auto name = declaration.find("encoding");
    if (name == npos) return nullptr;
    auto rest = skip_spaces(declaration.substr(name + 8));
    if (!rest.starts_with('=')) return nullptr;
    rest = skip_spaces(rest.substr(1));
    if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) return nullptr;
    const auto end = rest.find(rest[0], 1);
    return end == npos ? nullptr : as_declared(find_encoding(rest.substr(1, end - 1)));
}

}  // namespace

const Encoding* encoding_of_mark(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return &utf_8();
    if (bytes.starts_with("\xFE\xFF")) return find_encoding("utf-16be");
    if (bytes.starts_with("\xFF\xFE")) return find_encoding("utf-16le");
    return nullptr;
}

const Encoding* encoding_of_header(std::string_view content_type) {
    auto rest = content_type;
    rest.remove_prefix(std::min(rest.find(';'), rest.size()));
    while (!rest.empty()) {
        rest.remove_prefix(1);
        const auto end = std::min(rest.find_first_of(";="), rest.size());
        const auto name = trim(rest.substr(0, end));
        rest.remove_prefix(end);
        if (!rest.starts_with('=')) continue;
        rest = skip_spaces(rest.substr(1));
        const auto value = take_parameter_value(rest);
        if (equals_ignoring_case(name, "charset")) return find_encoding(value);
    }
    return nullptr;
}

const Encoding* encoding_of_xml(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\0<\0?\0x"sv)) return find_encoding("utf-16be");
    if (bytes.starts_with("<\0?\0x\0"sv)) return find_encoding("utf-16le");
    const auto start = skip_spaces(bytes.substr(0, declaration_size));
    if (!start.starts_with("<?xml")) return nullptr;
    const auto end = start.find('>');
    return end == npos ? nullptr : encoding_pseudo_attribute(start.substr(0, end));
}

const Encoding* encoding_of_html(std::string_view bytes, std::size_t limit) {
    if (const auto* encoding = Prescan(bytes.substr(0, limit)).run()) return encoding;
    return encoding_of_xml(bytes);
}

}  // namespace core
