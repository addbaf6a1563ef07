#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gumbo.h>

#include "core/charset.h"
#include "extractor/page/document.h"
#include "extractor/page/entities.h"

namespace {

// Elements that the filter leaves out, with all that is in them.
bool is_left_out(const GumboNode& node) {
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) return true;
    switch (node.v.element.tag) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_SVG:
        case GUMBO_TAG_MATH:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_TEXTAREA:
        case GUMBO_TAG_INPUT: return true;
        default: return false;
    }
}

bool is_text(const GumboNode& node) {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA;
}

// "div(p(one)p(b(two)))": the tree that a parser makes of the page as it is.
std::string bare_tree(const GumboNode& node) {
    if (is_text(node)) return core::collapse_spaces(node.v.text.text) + "|";
    if (is_left_out(node)) return "";
    std::string tree = gumbo_normalized_tagname(node.v.element.tag) + std::string("(");
    const auto& children = node.v.element.children;
    for (unsigned n = 0; n < children.length; ++n)
        tree += bare_tree(*static_cast<const GumboNode*>(children.data[n]));
    return tree + ")";
}

std::string bare_tree(const std::string& html) {
    auto* output = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
    auto tree = bare_tree(*output->root);
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return tree;
}

// The same of the tree behind the filter.
std::string filtered_tree(const std::string& html) {
    const auto document = extractor::read_markup(html).value();
    std::string tree;
    std::vector<extractor::NodeIndex> ends;
    for (extractor::NodeIndex n = 0; n < document.nodes.size(); ++n) {
        for (; !ends.empty() && ends.back() == n; ends.pop_back()) tree += ")";
        const auto& node = document.nodes[n];
        if (node.tag == extractor::Tag::Text) {
            tree += core::collapse_spaces(document.text_of(n)) + "|";
            continue;
        }
        tree += std::string(extractor::name_of(node.tag)) + "(";
        if (node.tag == extractor::Tag::Title) tree += document.title.value_or("") + "|";
        ends.push_back(node.end);
    }
    return tree + std::string(ends.size(), ')');
}

// Whole pages of our own: the sample web's, in several content systems' markup.
std::vector<std::filesystem::path> sample_pages() {
    std::vector<std::filesystem::path> pages;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(SOURCE_DIR "/data/sample-web"))
        if (entry.path().extension() == ".html") pages.push_back(entry.path());
    std::sort(pages.begin(), pages.end());
    return pages;
}

std::string utf8_page(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return core::decode(bytes, "text/html", core::Markup::Html).text;
}

}  // namespace

TEST_CASE("the filter leaves the trees of whole pages as they are", "[extractor][prefilter]") {
    const auto pages = sample_pages();
    REQUIRE(pages.size() > 10);
    for (const auto& path : pages) {
        INFO(path);
        const auto html = utf8_page(path);
        const auto filtered = filtered_tree(html);
        CHECK(filtered == bare_tree(html));
        CHECK(filtered.size() > 300);
    }
}

TEST_CASE("the filter leaves the tree of what it keeps as it is", "[extractor][prefilter]") {
    const auto html = GENERATE(
        as<std::string>(),
        "<!doctype html><html><head><title>A &amp; b</title><meta name=a content=b></head>"
        "<body class=x><div id=a><p>One<p>two <b>three <i>four</b> five</i><ul><li>a<li>b</ul>"
        "</div><!-- c --><script>if (a < b) x('<p>');</script><p>last</body></html>",
        "<p>a<table><tr><td>b<td>c<tr><td><div>d</div></table>e", "<table>stray<tr><td>x</table>",
        "<a href=x>one<a href=y>two</a>", "<b>x<p>y</b>z</p>", "<p><b><p>again<p>and again",
        "<dl><dt>a<dd>b<dt>c<dd>d</dl><h1>x<h2>y</h2>", "<div>a<br/>b<hr>c<img src=x>d</div>",
        "<section><style>p{}</style><svg viewBox=x><path d='a'/><g><text>no</text></g></svg>text"
        "</section>",
        "<p>1 &lt; 2 &eacute &copy; &#8217; &notanentity; &amp;amp;</p>",
        "<pre>a\n b</pre><blockquote>c</blockquote><center>d</center>",
        "<p>x</div></span></p></p>y", "<ul><li><ul><li>a</ul>b<li>c</ul>",
        "<form><p>a</form><p>b<button>c<p>d</button>e", "text<head><title>t</title>more");
    CAPTURE(html);
    CHECK(filtered_tree(html) == bare_tree(html));
}

TEST_CASE("references are resolved as browsers do", "[extractor][entities]") {
    using Case = std::pair<std::string, std::string>;
    const auto [raw, text] = GENERATE(values<Case>({
        {"a &amp; b", "a & b"},
        {"&eacute;t&eacute", "été"},
        {"&notit; &notin;", "¬it; ∉"},
        {"&#8217;&#x2019;&#146;", "’’’"},
        {"&#0;&#xD800;&#x110000;&#99999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD"},
        {"& &; &# &#x; &unknown; &", "& &; &# &#x; &unknown; &"},
        {"&NotEqualTilde;", "≂̸"},
    }));
    CAPTURE(raw);
    std::string resolved;
    extractor::append_resolved(resolved, raw, extractor::Within::Text);
    CHECK(resolved == text);
}

TEST_CASE("an address is not mistaken for references", "[extractor][entities]") {
    std::string resolved;
    extractor::append_resolved(resolved, "?a=1&copy=2&amp;b&lt", extractor::Within::Attribute);
    CHECK(resolved == "?a=1&copy=2&b<");
}
