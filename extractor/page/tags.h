// The elements and attributes of a page that say something to us. The prefilter drops attributes
// that are not here; elements that are not here become Tag::Other.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace extractor {

// clang-format off
enum class Tag : std::uint8_t {
    Text, Other,
    Html, Head, Body, Title, Meta, Link, Base,
    Article, Main, Section, Aside, Header, Footer, Nav, Address, Div, Hgroup,
    P, H1, H2, H3, H4, H5, H6, Blockquote, Pre, Hr, Br, Wbr,
    Ul, Ol, Li, Dl, Dt, Dd, Menu,
    Table, Caption, Colgroup, Thead, Tbody, Tfoot, Tr, Td, Th,
    Figure, Figcaption, Picture, Img, Video, Audio, Object, Iframe, Canvas,
    A, Span, Time, Abbr, B, I, Em, Strong, Mark, Small, Sub, Sup, Font, Cite, Q, Code, U, S, Del, Ins,
    Form, Button, Input, Select, Option, Textarea, Label, Fieldset,
    Details, Summary, Dialog, Center, Noscript, Template,
};

enum class AttributeName : std::uint8_t {
    Class, Id, Role, Itemprop, Itemtype, Itemscope, Itemid, Property, Name, Content, HttpEquiv,
    Rel, Href, Hreflang, Type, Alt, Title, Lang, Datetime, Pubdate, Hidden, AriaHidden,
    AriaLabel, Style, Typeof,
    DataTime,  // data-time, data-timestamp, data-utime, data-date, data-published and such
    DataKind,  // data-testid, data-component, data-module, data-qa and such: as telling as a class
};
// clang-format on

// By name in lower case. Tag::Other if we do not know it.
Tag tag_of(std::string_view name);
// Of the tag: "div"; "text", "other" for those that have none.
std::string_view name_of(Tag tag);
std::optional<AttributeName> attribute_of(std::string_view name);
// The first name that attribute_of() understands so: "data-testid" → DataKind → "data-kind".
std::string_view name_of(AttributeName name);

// Whether the element's borders end a line of text.
bool is_block(Tag tag);
bool is_heading(Tag tag);  // h1…h6

}  // namespace extractor
