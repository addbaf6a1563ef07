#include "core/charset.h"

#include <catch2/catch.hpp>
#include <string>

#include "core/text.h"

using core::Decoded;
using core::Markup;
using namespace std::string_literals;

namespace {

std::string encoding_of(std::string_view bytes, std::string_view content_type, Markup markup) {
    return core::decode(bytes, content_type, markup).encoding;
}

std::string text_of(std::string_view bytes, std::string_view label) {
    return core::decode(bytes, "text/plain; charset=" + std::string(label), Markup::None).text;
}

}  // namespace

TEST_CASE("The charset of the Content-Type header is found", "[core][charset]") {
    struct Case {
        std::string_view content_type;
        std::string_view encoding;
    };
    const auto [content_type, encoding] = GENERATE(values<Case>({
        {"text/html; charset=koi8-r", "KOI8-R"},
        {"text/html;CHARSET=\"Shift_JIS\"", "Shift_JIS"},
        {"text/html; boundary=\"a;charset=utf-8\"; charset=big5", "Big5"},
        {"text/html; charset = euc-kr ; x=y", "EUC-KR"},
        {"text/html; charset=\"iso\\-8859-2\"", "ISO-8859-2"},
        {"text/html; charset=latin1", "windows-1252"},
        {"text/html; charset=iso-8859-9", "windows-1254"},
        {"text/html; charset=gb2312", "GBK"},
        {"text/html; charset=euc_jp", "EUC-JP"},
        {"text/html; charset=utf-16", "UTF-16LE"},
        {"text/html; charset=hz-gb-2312", "replacement"},
        {"text/html; charset=nonsense", "windows-1252"},
        {"text/html; charset=", "windows-1252"},
        {"text/html; charset", "windows-1252"},
        {"text/html", "windows-1252"},
        {"", "windows-1252"},
    }));
    CAPTURE(content_type);
    CHECK(encoding_of("plain", content_type, Markup::None) == encoding);
}

TEST_CASE("A byte order mark wins, then the header, then the markup", "[core][charset]") {
    const auto meta = "<meta charset=koi8-r>\xC1"s;
    CHECK(encoding_of("\xEF\xBB\xBF" + meta, "text/html; charset=big5", Markup::Html) == "UTF-8");
    CHECK(encoding_of(meta, "text/html; charset=big5", Markup::Html) == "Big5");
    CHECK(encoding_of(meta, "text/html", Markup::Html) == "KOI8-R");
    CHECK(encoding_of(meta, "text/html; charset=nonsense", Markup::Html) == "KOI8-R");
    CHECK(encoding_of("<meta charset=koi8-r>\xC3\xA9", "", Markup::Html) == "KOI8-R");
    CHECK(encoding_of("<meta charset=koi8-r>\xC3\xA9", "", Markup::None) == "UTF-8");
}

TEST_CASE("A byte order mark is no part of the text", "[core][charset]") {
    struct Case {
        std::string bytes;
        std::string_view encoding;
    };
    const auto [bytes, encoding] = GENERATE(values<Case>({
        {"\xEF\xBB\xBFHi"s, "UTF-8"},
        {"\xFE\xFF\0H\0i"s, "UTF-16BE"},
        {"\xFF\xFEH\0i\0"s, "UTF-16LE"},
    }));
    const auto decoded = core::decode(bytes, "", Markup::None);
    CHECK(decoded.encoding == encoding);
    CHECK(decoded.text == "Hi");
}

TEST_CASE("The prescan finds a page's declaration as the HTML Standard says", "[core][charset]") {
    struct Case {
        std::string_view html;
        std::string_view encoding;
    };
    const auto [html, encoding] = GENERATE(values<Case>({
        {"<meta charset=koi8-r>", "KOI8-R"},
        {"<META/CHARSET = 'koi8-r' />", "KOI8-R"},
        {"<!doctype html><html lang=\"a>b\"><head><meta charset=\"koi8-r\">", "KOI8-R"},
        {"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "KOI8-R"},
        {"<meta content='text/html; charset = \"koi8-r\" ' http-equiv=content-type>", "KOI8-R"},
        {"<meta http-equiv=content-type content='charset charset=koi8-r;x'>", "KOI8-R"},
        {"<meta content='text/html; charset=koi8-r'>", "windows-1252"},
        {"<meta http-equiv=refresh content='1; charset=koi8-r'>", "windows-1252"},
        {"<meta http-equiv=content-type content='text/html; charset=\"koi8-r'>", "windows-1252"},
        {"<meta charset=koi8-r charset=big5>", "KOI8-R"},
        {"<meta charset=nonsense><meta charset=koi8-r>", "KOI8-R"},
        {"<meta charset=utf-16>", "UTF-8"},
        {"<meta charset=x-user-defined>", "windows-1252"},
        {"<metal charset=koi8-r>", "windows-1252"},
        {"<meta charset=koi8-r", "windows-1252"},
        {"<!-- <meta charset=koi8-r> -->", "windows-1252"},
        {"<!--> <meta charset=koi8-r> -->", "KOI8-R"},
        {"<a title='<meta charset=koi8-r>'>", "windows-1252"},
        {"</a <meta charset=koi8-r>", "windows-1252"},
        {"<? <meta charset=big5> <meta charset=koi8-r>", "KOI8-R"},
        {"<?xml version='1.0' encoding='koi8-r'?><html>", "KOI8-R"},
        {"<?xml encoding='koi8-r'?><meta charset=big5>", "Big5"},
        {"1 < 2 <meta charset=koi8-r>", "KOI8-R"},
    }));
    CAPTURE(html);
    CHECK(encoding_of(html, "text/html", Markup::Html) == encoding);
}

TEST_CASE("A declaration behind the first 1,024 bytes counts less than valid UTF-8",
          "[core][charset]") {
    const auto late = "<p>" + std::string(2000, 'x') + "<meta charset=koi8-r>";
    CHECK(encoding_of(late, "", Markup::Html) == "KOI8-R");
    CHECK(encoding_of(late + "\xC1\xC2", "", Markup::Html) == "KOI8-R");
    CHECK(encoding_of(late + "\xC3\xA9", "", Markup::Html) == "UTF-8");
    CHECK(encoding_of(std::string(70'000, 'x') + late, "", Markup::Html) == "windows-1252");
}

TEST_CASE("An XML declaration says its encoding", "[core][charset]") {
    struct Case {
        std::string xml;
        std::string_view encoding;
    };
    const auto [xml, encoding] = GENERATE(values<Case>({
        {"<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss/>"s, "windows-1251"},
        {"\n <?xml version='1.0' encoding = 'windows-1251' ?><rss/>"s, "windows-1251"},
        {"<?xml version='1.0' encoding='UTF-16'?><rss/>"s, "UTF-8"},
        {"<?xml version='1.0'?><rss encoding='windows-1251'/>"s, "windows-1252"},
        {"<?xml version='1.0' encoding=windows-1251?><rss/>"s, "windows-1252"},
        {"<rss/><?xml encoding='windows-1251'?>"s, "windows-1252"},
        {"<meta charset=koi8-r>"s, "windows-1252"},
        {"\0<\0?\0x\0m\0l\0?\0>"s, "UTF-16BE"},
        {"<\0?\0x\0m\0l\0?\0>\0"s, "UTF-16LE"},
    }));
    CAPTURE(xml);
    CHECK(encoding_of(xml, "", Markup::Xml) == encoding);
}

TEST_CASE("Without a declaration the bytes speak for themselves", "[core][charset]") {
    CHECK(encoding_of("caf\xC3\xA9", "", Markup::None) == "UTF-8");
    CHECK(encoding_of("caf\xC3\xA9 \xE2\x80", "", Markup::None) == "UTF-8");  // cut off
    CHECK(encoding_of("plain", "", Markup::None) == "windows-1252");
    CHECK(encoding_of("", "", Markup::None) == "windows-1252");
    CHECK(encoding_of("<\0p\0>\0h\0i\0"s, "", Markup::Html) == "UTF-16LE");
    CHECK(encoding_of("\0<\0p\0>\0h\0i"s, "", Markup::Html) == "UTF-16BE");
    CHECK(encoding_of("h\0i"s, "", Markup::Html) == "windows-1252");
    // Three sentences of Russian, in KOI8-R.
    const auto russian = text_of(
        "\xEC\xC1\xC2\xCF\xD2\xC1\xD4\xCF\xD2\xC9\xD1 \xCF\xD4\xD2\xC9\xC3\xC1\xC5\xD4 "
        "\xCF\xC2\xD7\xC9\xCE\xC5\xCE\xC9\xD1. \xF3\xD5\xC4 \xD2\xC1\xD3\xD3\xCD\xCF\xD4\xD2\xC9"
        "\xD4 \xC9\xD3\xCB \xD7 \xD0\xD1\xD4\xCE\xC9\xC3\xD5.",
        "koi8-r");
    CHECK(russian.starts_with("\xD0\x9B\xD0\xB0\xD0\xB1"));
    CHECK(encoding_of("\xEC\xC1\xC2\xCF\xD2\xC1\xD4\xCF\xD2\xC9\xD1 "
                      "\xCF\xD4\xD2\xC9\xC3\xC1\xC5\xD4 \xCF\xC2\xD7\xC9\xCE\xC5\xCE\xC9\xD1. "
                      "\xF3\xD5\xC4 \xD2\xC1\xD3\xD3\xCD\xCF\xD4\xD2\xC9\xD4 \xC9\xD3\xCB \xD7 "
                      "\xD0\xD1\xD4\xCE\xC9\xC3\xD5.",
                      "", Markup::None) == "KOI8-R");
}

TEST_CASE("Typographic quotation marks do not make English another language", "[core][charset]") {
    const auto decoded = core::decode(
        "\x93We did not scrape it,\x94 the lab\x92s lawyer said \x97 in a caf\xE9 in Z\xFCrich.",
        "", Markup::None);
    CHECK(decoded.encoding == "windows-1252");
    CHECK(decoded.text == "“We did not scrape it,” the lab’s lawyer said — in a café in Zürich.");
}

TEST_CASE("Bytes are decoded by the standard's tables", "[core][charset]") {
    struct Case {
        std::string_view label;
        std::string bytes;
        std::string_view text;
    };
    const auto [label, bytes, text] = GENERATE(values<Case>({
        {"utf-8", "a\xE2\x82z\xFF"s, "a\xEF\xBF\xBDz\xEF\xBF\xBD"},
        {"iso-8859-1", "\x80\x81\x9F\xA0\xFF"s, "€\xC2\x81Ÿ\xC2\xA0ÿ"},
        {"iso-8859-16", "\xA4\xAA\xFE\xE9"s, "€Șțé"},
        {"koi8-u", "\xA4\xAE\xBE"s, "єўЎ"},
        {"windows-1253", "\xE1\xAA"s, "α\xEF\xBF\xBD"},
        {"windows-874", "\xA1\xDB\x81"s, "ก\xEF\xBF\xBD\xC2\x81"},
        {"macintosh", "\xDB\xF0"s, "€\xEF\xA3\xBF"},
        {"x-user-defined", "a\x80\xFF"s, "a\xEF\x9E\x80\xEF\x9F\xBF"},
        {"utf-16le", "H\0\x3D\xD8\x00\xDE"s, "H\xF0\x9F\x98\x80"},
        {"utf-16be", "\xD8\x3D\0H\xDC\x00\0"s, "\xEF\xBF\xBDH\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"shift_jis", "\x83\x65\x83\x58\x83\x67\xB1"s, "テストｱ"},
        {"shift_jis", "\x81<p>"s, "\xEF\xBF\xBD<p>"},
        {"euc-jp", "\xA5\xC6\xA5\xB9\xA5\xC8\x8E\xB1\x8F\xB0\xA1"s, "テストｱ丂"},
        {"iso-2022-jp", "\x1B$B%F%9%H\x1B(B."s, "テスト."},
        {"euc-kr", "\xC7\xD1\x8C\x63\xC9\xA1"s, "한똠\xEF\xBF\xBD"},
        {"big5", "\xA4\xA4\x8E\x69\x88\x62\xA3\xC0"s, "中箸Ê̄␀"},
        {"big5", "\x81\x40<"s, "\xEF\xBF\xBD@<"},
        {"gbk", "\xD6\xD0\x80\xA6\xED\x81\x30\x81\x30"s, "中€︘\xC2\x80"},
        {"gb18030", "\x94\x39\xFC\x36\xD6"s, "\xF0\x9F\x98\x80\xEF\xBF\xBD"},
        {"iso-2022-kr", "anything"s, "\xEF\xBF\xBD"},
        {"iso-2022-kr", ""s, ""},
    }));
    CAPTURE(label);
    CHECK(text_of(bytes, label) == text);
}

TEST_CASE("A long text in many bytes a character is decoded whole", "[core][charset]") {
    std::string bytes;
    std::string text;
    for (int n = 0; n < 5000; ++n) {
        bytes += "x\xB0\xA1\x81\x40";
        text += "x\xE5\x95\x8A\xE4\xB8\x82";
    }
    CHECK(text_of(bytes, "gbk") == text);
}

TEST_CASE("All bytes in every encoding become valid UTF-8", "[core][charset]") {
    const auto label = GENERATE(values<std::string_view>(
        {"utf-8",        "windows-1252", "ibm866",       "iso-8859-2",     "iso-8859-3",
         "iso-8859-4",   "iso-8859-5",   "iso-8859-6",   "iso-8859-7",     "iso-8859-8",
         "iso-8859-8-i", "iso-8859-10",  "iso-8859-13",  "iso-8859-14",    "iso-8859-15",
         "iso-8859-16",  "koi8-r",       "koi8-u",       "macintosh",      "windows-874",
         "windows-1250", "windows-1251", "windows-1253", "windows-1254",   "windows-1255",
         "windows-1256", "windows-1257", "windows-1258", "x-mac-cyrillic", "gbk",
         "gb18030",      "big5",         "euc-jp",       "iso-2022-jp",    "shift_jis",
         "euc-kr",       "replacement",  "utf-16be",     "utf-16le",       "x-user-defined"}));
    CAPTURE(label);
    std::string bytes;
    for (int step = 1; step < 256; step += 2) {
        for (int n = 0; n < 256; ++n) bytes += static_cast<char>(n * step);
    }
    const auto decoded = core::decode(bytes, "x; charset=" + std::string(label), Markup::None);
    CHECK(core::lower_ascii(decoded.encoding) == label);
    CHECK(core::first_invalid_utf8(decoded.text) == std::nullopt);
}
