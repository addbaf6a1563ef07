#include <catch2/catch.hpp>

#include "core/text.h"
#include "search/search.h"

using search::make_snippet;

namespace {

std::string snippet(std::string_view text, const std::vector<std::string>& terms,
                    std::size_t length = 240) {
    return make_snippet(text, terms, "en", length);
}

struct Case {
    std::string text;
    std::vector<std::string> terms;
    std::string html;
};

}  // namespace

TEST_CASE("A snippet marks the matches and escapes everything", "[search][snippet]") {
    const auto [text, terms, html] = GENERATE(values<Case>({
        {"", {"a"}, ""},
        {"They distilled it.", {"distil"}, "They <mark>distilled</mark> it."},
        {"Distillation!", {"distil*"}, "<mark>Distillation</mark>!"},
        {"<b>AT&T</b> leak's",
         {"at&t", "leak"},
         "&lt;b&gt;<mark>AT&amp;T</mark>&lt;/b&gt; <mark>leak&#39;s</mark>"},
        {"<script>x</script>", {}, "&lt;script&gt;x&lt;/script&gt;"},
        {"two\nlines", {"line"}, "two <mark>lines</mark>"},
        {"深度求索 said", {"度"}, "深<mark>度</mark>求索 said"},
    }));
    CAPTURE(text);
    CHECK(snippet(text, terms) == html);
}

TEST_CASE("A snippet is cut where the matches are, at word bounds", "[search][snippet]") {
    std::string text;
    for (int i = 0; i < 200; ++i) text += "Nothing of note happened here. ";
    text += "Then a leak came, and the account leaked. ";
    for (int i = 0; i < 200; ++i) text += "Nothing of note happened again. ";
    const auto html = snippet(text, {"leak", "account"}, 80);
    CHECK(html.find("<mark>leak</mark>") != std::string::npos);
    CHECK(html.find("<mark>account</mark>") != std::string::npos);
    CHECK(html.starts_with("…"));
    CHECK(html.ends_with("…"));
    CHECK(core::count_code_points(html) < 80 + 60);
    CHECK(html.find("…Then a") == 0);  // the sentence's beginning
}

TEST_CASE("A snippet stays valid and short whatever the text", "[search][snippet][hostile]") {
    std::string letters;
    for (int i = 0; i < 5'000; ++i) letters += "é";
    std::string words;
    for (int i = 0; i < 50'000; ++i) words += "leak ";
    const auto text = GENERATE_COPY(as<std::string>(), letters, words, std::string(10'000, '\n'),
                                    std::string("leak\xC2\xA0leak"), letters + " leak " + letters);
    const auto html = snippet(text, {"leak"}, 100);
    CAPTURE(text.size(), html);
    CHECK_FALSE(core::first_invalid_utf8(html));
    CHECK(core::count_code_points(html) < 100 + 100 * 13);
}

TEST_CASE("A text in another language is marked by its own stems too", "[search][snippet]") {
    const std::vector<std::string> terms{search::make_snippet("", {}, "de"), "buch"};
    CHECK(make_snippet("Die Bücher.", terms, "de") == "Die <mark>Bücher</mark>.");
}
