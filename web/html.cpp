#include "web/html.h"

#include <fmt/format.h>

#include "core/text.h"

namespace web {

std::string percent_encoded(std::string_view text) {
    std::string encoded;
    for (const char c : text) {
        const bool unreserved =
            core::is_alpha(c) || core::is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
        if (unreserved)
            encoded += c;
        else
            encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

Href Href::path(Markup path, std::string_view tail) {
    return Href(std::string(path.text()) + percent_encoded(tail));
}

Href Href::query(Markup path, const Parameters& parameters) {
    std::string text(path.text());
    for (const auto& [name, value] : parameters)
        text += fmt::format("{}{}={}", &name == &parameters.front().first ? '?' : '&',
                            percent_encoded(name), percent_encoded(value));
    return Href(std::move(text));
}

Href Href::to_words(const core::Url& url, std::string_view first, std::string_view last) {
    const auto encoded = [](std::string_view words) {
        std::string text;
        for (const char c : percent_encoded(words)) {
            if (c == '-')
                text += "%2D";  // it has a meaning of its own here
            else
                text += c;
        }
        return text;
    };
    const auto text = url.text().substr(0, url.text().find('#'));
    const auto words = encoded(first) + (last.empty() ? "" : "," + encoded(last));
    return Href(text + "#:~:text=" + words);
}

Html& Html::operator<<(std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&': text_ += "&amp;"; break;
            case '<': text_ += "&lt;"; break;
            case '>': text_ += "&gt;"; break;
            case '"': text_ += "&quot;"; break;
            case '\'': text_ += "&#39;"; break;
            default: text_ += c;
        }
    }
    return *this;
}

Html& Html::operator<<(std::int64_t number) {
    text_ += std::to_string(number);
    return *this;
}

Html Html::from_snippet(std::string_view snippet) {
    constexpr std::string_view open = "<mark>";
    constexpr std::string_view close = "</mark>";
    Html html;
    for (std::size_t at = 0; at < snippet.size();) {
        const auto rest = snippet.substr(at);
        if (rest.starts_with(open) || rest.starts_with(close)) {
            const auto& tag = rest.starts_with(open) ? open : close;
            html.text_ += tag;
            at += tag.size();
        } else if (rest.front() == '<' || rest.front() == '>') {
            html << rest.substr(0, 1);  // a snippet has no other tags; this would be a mistake
            ++at;
        } else {
            html.text_ += rest.front();
            ++at;
        }
    }
    return html;
}

}  // namespace web
