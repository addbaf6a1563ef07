#include "search/query_passage.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "search/query.h"

namespace search {

namespace {

constexpr std::size_t kWordsAnOperator = 6;  // where operators are meant, they are this frequent

bool is_operator(std::string_view word) {
    return word == "AND" || word == "OR" || word == "NOT" || word.starts_with("NEAR/");
}

bool names_field(std::string_view word) {
    word.remove_prefix(std::min(word.find_first_not_of("(-"), word.size()));
    const auto colon = word.find(':');
    if (colon == std::string_view::npos || colon + 1 == word.size()) return false;
    const auto name = word.substr(0, colon);
    return field_named(name) || name == "date" || name == "happened" || name == "origins";
}

// "https://…", "pic.example.com/x": a host in small letters and a path.
bool is_address(std::string_view word) {
    if (word.find("://") != std::string_view::npos) return true;
    const auto host = word.substr(0, std::min(word.find('/'), word.size()));
    const auto dot = host.rfind('.');
    if (host.size() == word.size() || dot == std::string_view::npos || dot == 0) return false;
    const auto zone = host.substr(dot + 1);
    return zone.size() >= 2 &&
           std::all_of(zone.begin(), zone.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Text may run into the address behind it: "unbelievablehttps://…".
std::string_view without_address(std::string_view word) {
    if (!is_address(word)) return word;
    for (const std::string_view scheme : {"https://", "http://"})
        if (const auto at = word.find(scheme); at != std::string_view::npos)
            return word.substr(0, at);
    return {};
}

}  // namespace

// Somebody looks for these very words.
bool is_one_quotation(std::string_view text) {
    text = core::trim(text);
    return text.size() > 2 && text.front() == '"' && text.find('"', 1) == text.size() - 1;
}

bool is_passage(std::string_view text) {
    if (is_one_quotation(text)) return false;
    std::size_t words = 0;
    std::size_t operators = 0;
    for (const auto word : core::split(text, ' ')) {
        if (word.empty()) continue;
        ++words;
        if (names_field(word)) return false;
        operators += is_operator(word) ? 1 : 0;
    }
    return words > kWordsOfQuery && operators * kWordsAnOperator < words;
}

std::vector<std::string_view> words_of_passage(std::string_view text) {
    constexpr std::string_view marks = "()\"-*";
    std::vector<std::string_view> words;
    for (const auto whole : core::split(text, ' ')) {
        auto word = without_address(whole);
        word.remove_prefix(std::min(word.find_first_not_of(marks), word.size()));
        word = word.substr(0, word.find_last_not_of(marks) + 1);
        if (!word.empty()) words.push_back(word);
    }
    return words;
}

}  // namespace search
