#include "extractor/page/tags.h"

#include "extractor/page/word_table.h"

namespace extractor {

namespace {

using TagEntry = WordEntry<Tag>;

constexpr std::array tag_entries{
    TagEntry{"html", Tag::Html},
    TagEntry{"head", Tag::Head},
    TagEntry{"body", Tag::Body},
    TagEntry{"title", Tag::Title},
    TagEntry{"meta", Tag::Meta},
    TagEntry{"link", Tag::Link},
    TagEntry{"base", Tag::Base},
    TagEntry{"article", Tag::Article},
    TagEntry{"main", Tag::Main},
    TagEntry{"section", Tag::Section},
    TagEntry{"aside", Tag::Aside},
    TagEntry{"header", Tag::Header},
    TagEntry{"footer", Tag::Footer},
    TagEntry{"nav", Tag::Nav},
    TagEntry{"address", Tag::Address},
    TagEntry{"div", Tag::Div},
    TagEntry{"hgroup", Tag::Hgroup},
    TagEntry{"p", Tag::P},
    TagEntry{"h1", Tag::H1},
    TagEntry{"h2", Tag::H2},
    TagEntry{"h3", Tag::H3},
    TagEntry{"h4", Tag::H4},
    TagEntry{"h5", Tag::H5},
    TagEntry{"h6", Tag::H6},
    TagEntry{"blockquote", Tag::Blockquote},
    TagEntry{"pre", Tag::Pre},
    TagEntry{"hr", Tag::Hr},
    TagEntry{"br", Tag::Br},
    TagEntry{"wbr", Tag::Wbr},
    TagEntry{"ul", Tag::Ul},
    TagEntry{"ol", Tag::Ol},
    TagEntry{"li", Tag::Li},
    TagEntry{"dl", Tag::Dl},
    TagEntry{"dt", Tag::Dt},
    TagEntry{"dd", Tag::Dd},
    TagEntry{"menu", Tag::Menu},
    TagEntry{"table", Tag::Table},
    TagEntry{"caption", Tag::Caption},
    TagEntry{"colgroup", Tag::Colgroup},
    TagEntry{"thead", Tag::Thead},
    TagEntry{"tbody", Tag::Tbody},
    TagEntry{"tfoot", Tag::Tfoot},
    TagEntry{"tr", Tag::Tr},
    TagEntry{"td", Tag::Td},
    TagEntry{"th", Tag::Th},
    TagEntry{"figure", Tag::Figure},
    TagEntry{"figcaption", Tag::Figcaption},
    TagEntry{"picture", Tag::Picture},
    TagEntry{"img", Tag::Img},
    TagEntry{"video", Tag::Video},
    TagEntry{"audio", Tag::Audio},
    TagEntry{"object", Tag::Object},
    TagEntry{"iframe", Tag::Iframe},
    TagEntry{"canvas", Tag::Canvas},
    TagEntry{"a", Tag::A},
    TagEntry{"span", Tag::Span},
    TagEntry{"time", Tag::Time},
    TagEntry{"abbr", Tag::Abbr},
    TagEntry{"b", Tag::B},
    TagEntry{"i", Tag::I},
    TagEntry{"em", Tag::Em},
    TagEntry{"strong", Tag::Strong},
    TagEntry{"mark", Tag::Mark},
    TagEntry{"small", Tag::Small},
    TagEntry{"sub", Tag::Sub},
    TagEntry{"sup", Tag::Sup},
    TagEntry{"font", Tag::Font},
    TagEntry{"cite", Tag::Cite},
    TagEntry{"q", Tag::Q},
    TagEntry{"code", Tag::Code},
    TagEntry{"u", Tag::U},
    TagEntry{"s", Tag::S},
    TagEntry{"del", Tag::Del},
    TagEntry{"ins", Tag::Ins},
    TagEntry{"form", Tag::Form},
    TagEntry{"button", Tag::Button},
    TagEntry{"input", Tag::Input},
    TagEntry{"select", Tag::Select},
    TagEntry{"option", Tag::Option},
    TagEntry{"textarea", Tag::Textarea},
    TagEntry{"label", Tag::Label},
    TagEntry{"fieldset", Tag::Fieldset},
    TagEntry{"details", Tag::Details},
    TagEntry{"summary", Tag::Summary},
    TagEntry{"dialog", Tag::Dialog},
    TagEntry{"center", Tag::Center},
    TagEntry{"noscript", Tag::Noscript},
    TagEntry{"template", Tag::Template},
};
constexpr WordTable tags(tag_entries);

using NameEntry = WordEntry<AttributeName>;

constexpr std::array name_entries{
    NameEntry{"class", AttributeName::Class},
    NameEntry{"id", AttributeName::Id},
    NameEntry{"role", AttributeName::Role},
    NameEntry{"itemprop", AttributeName::Itemprop},
    NameEntry{"itemtype", AttributeName::Itemtype},
    NameEntry{"itemscope", AttributeName::Itemscope},
    NameEntry{"itemid", AttributeName::Itemid},
    NameEntry{"property", AttributeName::Property},
    NameEntry{"name", AttributeName::Name},
    NameEntry{"content", AttributeName::Content},
    NameEntry{"http-equiv", AttributeName::HttpEquiv},
    NameEntry{"rel", AttributeName::Rel},
    NameEntry{"href", AttributeName::Href},
    NameEntry{"hreflang", AttributeName::Hreflang},
    NameEntry{"type", AttributeName::Type},
    NameEntry{"alt", AttributeName::Alt},
    NameEntry{"title", AttributeName::Title},
    NameEntry{"lang", AttributeName::Lang},
    NameEntry{"xml:lang", AttributeName::Lang},
    NameEntry{"datetime", AttributeName::Datetime},
    NameEntry{"pubdate", AttributeName::Pubdate},
    NameEntry{"hidden", AttributeName::Hidden},
    NameEntry{"aria-hidden", AttributeName::AriaHidden},
    NameEntry{"aria-label", AttributeName::AriaLabel},
    NameEntry{"style", AttributeName::Style},
    NameEntry{"typeof", AttributeName::Typeof},
    NameEntry{"data-time", AttributeName::DataTime},
    NameEntry{"data-timestamp", AttributeName::DataTime},
    NameEntry{"data-utime", AttributeName::DataTime},
    NameEntry{"data-datetime", AttributeName::DataTime},
    NameEntry{"data-date", AttributeName::DataTime},
    NameEntry{"data-published", AttributeName::DataTime},
    NameEntry{"data-publish-date", AttributeName::DataTime},
    NameEntry{"data-published-date", AttributeName::DataTime},
    NameEntry{"data-pubdate", AttributeName::DataTime},
    NameEntry{"data-seconds", AttributeName::DataTime},
    NameEntry{"data-unixtime", AttributeName::DataTime},
    NameEntry{"data-kind", AttributeName::DataKind},
    NameEntry{"data-testid", AttributeName::DataKind},
    NameEntry{"data-test-id", AttributeName::DataKind},
    NameEntry{"data-test", AttributeName::DataKind},
    NameEntry{"data-qa", AttributeName::DataKind},
    NameEntry{"data-component", AttributeName::DataKind},
    NameEntry{"data-component-name", AttributeName::DataKind},
    NameEntry{"data-module", AttributeName::DataKind},
    NameEntry{"data-type", AttributeName::DataKind},
    NameEntry{"data-block", AttributeName::DataKind},
    NameEntry{"data-key", AttributeName::DataKind},
};
constexpr WordTable names(name_entries);

constexpr bool within(Tag tag, Tag first, Tag last) { return first <= tag && tag <= last; }

}  // namespace

Tag tag_of(std::string_view name) {
    const auto* found = tags.find(name);
    return found != nullptr ? *found : Tag::Other;
}

std::string_view name_of(Tag tag) {
    for (const auto& entry : tag_entries)
        if (entry.value == tag) return entry.word;
    return tag == Tag::Text ? "text" : "other";
}

std::optional<AttributeName> attribute_of(std::string_view name) {
    const auto* found = names.find(name);
    return found != nullptr ? std::optional(*found) : std::nullopt;
}

std::string_view name_of(AttributeName name) {
    static constexpr auto first_names = [] {
        std::array<std::string_view, static_cast<std::size_t>(AttributeName::DataKind) + 1> first;
        for (const auto& entry : name_entries)
            if (auto& slot = first[static_cast<std::size_t>(entry.value)]; slot.empty())
                slot = entry.word;
        return first;
    }();
    return first_names[static_cast<std::size_t>(name)];
}

bool is_block(Tag tag) {
    return within(tag, Tag::Html, Tag::Hr) || within(tag, Tag::Ul, Tag::Figcaption) ||
           within(tag, Tag::Form, Tag::Button) || within(tag, Tag::Select, Tag::Textarea) ||
           within(tag, Tag::Fieldset, Tag::Template);
}

bool is_heading(Tag tag) { return within(tag, Tag::H1, Tag::H6); }

}  // namespace extractor
