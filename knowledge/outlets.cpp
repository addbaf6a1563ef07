#include "knowledge/outlets.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "core/url.h"

namespace knowledge {

namespace {

constexpr std::array<std::string_view, 3> kArticles{"the ", "der ", "le "};
constexpr std::array<std::string_view, 3> kJoining{" and ", ", ", " & "};

// "ledger" of "www.ledger.example"; nothing for what is no host name.
std::string_view label_of_domain(std::string_view name, std::string& site) {
    if (name.find('.') == std::string_view::npos || name.find(' ') != std::string_view::npos)
        return {};
    const auto found = core::site_of(name);
    if (!found) return {};
    site = *found;
    return std::string_view(site).substr(0, site.find('.'));
}

std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char c : text)
        if (core::is_alpha(c) || core::is_digit(c) || (static_cast<unsigned char>(c) & 0x80) != 0)
            letters += c;
    return letters;
}

// Between the words that join names.
std::vector<std::string> pieces_of(std::string_view credit) {
    std::vector<std::string> pieces;
    for (std::size_t begin = 0; begin <= credit.size();) {
        auto end = credit.size();
        auto next = credit.size() + 1;
        for (const auto joining : kJoining)
            if (const auto at = credit.find(joining, begin); at < end) {
                end = at;
                next = at + joining.size();
            }
        if (const auto piece = core::trim(credit.substr(begin, end - begin)); !piece.empty())
            pieces.emplace_back(piece);
        begin = next;
    }
    return pieces;
}

}  // namespace

std::string outlet_key(std::string_view name) {
    const auto folded = core::fold(name);
    std::string site;
    if (const auto label = label_of_domain(folded, site); !label.empty()) return letters_of(label);
    std::string_view rest = folded;
    for (const auto article : kArticles)
        if (rest.starts_with(article) && rest.size() > article.size()) {
            rest.remove_prefix(article.size());
            break;
        }
    const auto letters = letters_of(rest);
    return letters.empty() ? folded : letters;
}

std::vector<std::string> keys_of(const core::Outlet& outlet) {
    std::vector<std::string> keys;
    if (outlet.name) keys.push_back(outlet_key(*outlet.name));
    if (outlet.domain) keys.push_back(outlet_key(*outlet.domain));
    return keys;
}

std::vector<std::string> outlets_in(std::string_view credit, const KnownOutlets& known) {
    auto pieces = pieces_of(credit);
    const bool are_outlets = std::any_of(pieces.begin(), pieces.end(), [&](const auto& piece) {
        return known.contains(outlet_key(piece)) ||
               (&piece != &pieces.front() && piece.starts_with("The "));
    });
    if (!are_outlets) return {std::string(core::trim(credit))};
    return pieces;
}

}  // namespace knowledge
