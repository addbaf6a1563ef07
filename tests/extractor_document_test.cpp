#include <catch2/catch.hpp>
#include <string>

#include "extractor/page/document.h"

using extractor::AttributeName;
using extractor::Document;
using extractor::Tag;

namespace {

Document read(std::string html) {
    core::FetchedPage page;
    page.content_type = "text/html; charset=utf-8";
    page.body = std::move(html);
    return extractor::read_document(page).value();
}

extractor::NodeIndex first(const Document& document, Tag tag) {
    for (extractor::NodeIndex n = 0; n < document.nodes.size(); ++n)
        if (document.nodes[n].tag == tag) return n;
    FAIL("no such element");
    return 0;
}

std::string text_of(const std::string& html) {
    const auto document = read(html);
    return std::string(core::trim(document.text));
}

}  // namespace

TEST_CASE("a block's borders end a line, an inline element's do not", "[extractor][page]") {
    using Case = std::pair<std::string, std::string>;
    const auto [html, text] = GENERATE(values<Case>({
        {"<p>One</p><p>two</p>", "One\ntwo"},
        {"<p>A <b>bo</b>ld <i>word</i>.</p>", "A bold word."},
        {"<div>Lab<br>sues<br><br>lab</div>", "Lab\nsues\nlab"},
        {"<p>  much \n\t white&nbsp; space </p>", "much white space"},
        {"<p>Bun&shy;des&#8203;tag</p>", "Bundestag"},
        {"<pre>one\n  two</pre>", "one\ntwo"},
        {"<table><tr><td>a<td>b</table>", "a\nb"},
        {"<p>a < b &lt; c</p>", "a < b < c"},
        {"<p>no&#0;nul</p>", "no\xEF\xBF\xBDnul"},
    }));
    CAPTURE(html);
    CHECK(text_of(html) == text);
}

TEST_CASE("scripts, styles and what is not shown never reach the text", "[extractor][page]") {
    const auto html = GENERATE(
        as<std::string>(), "<script>alert('<p>no</p>')</script>",
        "<script><!-- <script>no</script> --></script>", "<style>no{}</style>", "<!-- no -->",
        "<!-- no --!>", "<?no?>", "<!no>", "</ no>", "<svg><text>no</text></svg>",
        "<svg><style>no</style><title>no</title></svg>", "<math><mi>no</mi></math>",
        "<iframe>no</iframe>", "<template><p>no</p><template>no</template>no</template>",
        "<noscript>no</noscript>", "<textarea>no</textarea>", "<title>no</title>", "<xmp>no</xmp>");
    CAPTURE(html);
    CHECK(text_of("<p>yes</p>" + html + "<p>yes</p>") == "yes\nyes");
}

TEST_CASE("a paragraph breaks out of an unclosed drawing", "[extractor][page]") {
    CHECK(text_of("<p>a</p><svg><path d=''><p>b</p>") == "a\nb");
}

TEST_CASE("a declarative shadow root is part of the page", "[extractor][page]") {
    CHECK(text_of("<x-story><template shadowrootmode=open><p>a</p></template></x-story>") == "a");
}

TEST_CASE("text behind <plaintext> is text, tags and all", "[extractor][page]") {
    CHECK(text_of("<p>a</p><plaintext><p>b</p>") == "a\n<p>b</p>");
}

TEST_CASE("the subtree of a node is one range, and its text one slice", "[extractor][page]") {
    const auto document = read("<body><div id=a><p>One</p><p>two</p></div><p>three</p></body>");
    const auto div = first(document, Tag::Div);
    CHECK(document.text_of(div) == "One\ntwo");
    CHECK(document.nodes[document.behind(div)].tag == Tag::P);
    CHECK(document.is_within(first(document, Tag::P), div));
    CHECK_FALSE(document.is_within(document.behind(div), div));
    CHECK(document.closest(first(document, Tag::P), Tag::Body) == first(document, Tag::Body));
    CHECK(document.value(div, AttributeName::Id) == "a");
}

TEST_CASE("attributes keep their values, whatever their quotes", "[extractor][page]") {
    const auto value =
        GENERATE(as<std::string>(), "class=a-b", "class='a-b'", "CLASS=\"a-b\"",
                 "onclick=\"x > y\" class = a-b", "class=a-b class=c", "class=\"&#97;-b\"");
    CAPTURE(value);
    const auto document = read("<div " + value + ">x</div>");
    CHECK(document.value(first(document, Tag::Div), AttributeName::Class) == "a-b");
}

TEST_CASE("hidden elements are marked with all that is in them", "[extractor][page]") {
    const auto mark = GENERATE(as<std::string>(), "hidden", "style='display: NONE'",
                               "style='color:red;display:none'");
    CAPTURE(mark);
    const auto document = read("<div " + mark + "><p>x</p></div><p>y</p>");
    CHECK(document.nodes[first(document, Tag::Div)].hidden);
    CHECK(document.nodes[first(document, Tag::P)].hidden);
    CHECK_FALSE(document.nodes[document.behind(first(document, Tag::Div))].hidden);
}

TEST_CASE("head and scripts are listed apart", "[extractor][page]") {
    const auto document = read(
        "<html lang=de-AT><head><title>A &amp; b\n c</title><meta name=a content=b>"
        "<base href=/x/><link rel=canonical href=/y>"
        "<script type='application/LD+JSON'> {\"@type\": \"NewsArticle\"} </script>"
        "<script id=__NEXT_DATA__ type=application/json>{\"a\": \"" +
        std::string(300, 'x') +
        "\"}</script>"
        "<script>window.__STATE__ = {\"a\": \"" +
        std::string(300, 'x') + "\"};</script><script>f({})</script><body><meta itemprop=x>");
    CHECK(document.lang == "de-AT");
    CHECK(document.title == "A & b c");
    CHECK(document.base_href == "/x/");
    CHECK(document.metas.size() == 2);
    REQUIRE(document.links.size() == 1);
    CHECK(document.value(document.links[0], AttributeName::Href) == "/y");
    REQUIRE(document.json_ld.size() == 1);
    CHECK(document.at_source(document.json_ld[0]) == "{\"@type\": \"NewsArticle\"}");
    REQUIRE(document.page_states.size() == 2);
    CHECK(document.at_source(document.page_states[0].name) == "__NEXT_DATA__");
    CHECK(document.at_source(document.page_states[1].name) == "window.__STATE__");
    CHECK(document.at_source(document.page_states[1].body).starts_with("{\"a\""));
}

TEST_CASE("words of class names are told apart however they are joined", "[extractor][page]") {
    using extractor::Cue;
    using Case = std::pair<std::string, Cue>;
    const auto [name, cue] = GENERATE(values<Case>({
        {"entry-content", Cue::Body},
        {"c-article__body", Cue::Body},
        {"ArticleBody_root__x3f", Cue::Body},
        {"storyBody", Cue::Body},
        {"md:w-1 related-posts", Cue::Related},
        {"social_share", Cue::Share},
        {"wp-caption", Cue::Caption},
        {"ad-slot-1", Cue::Advertisement},
    }));
    CAPTURE(name);
    CHECK(extractor::cues_in(name).has(cue));
    CHECK(extractor::cues_in("shadow headingroup readable").empty());
}

TEST_CASE("what is no page is refused by name", "[extractor][page]") {
    core::FetchedPage page;
    page.body = " \n";
    CHECK(extractor::read_document(page).error().kind == core::Failure::Kind::NotReadable);
    page.body.assign(17u << 20, 'x');
    CHECK(extractor::read_document(page).error().kind == core::Failure::Kind::TooLarge);
}
