#include <catch2/catch.hpp>

#include "extractor/extractor.h"

namespace {

using core::EntityType;

// Names in [brackets]; those of companies begin with "Co".
std::string maker_of_product(std::string marked) {
    std::vector<core::EntityMentions> entities;
    for (auto at = marked.find('['); at != std::string::npos; at = marked.find('[')) {
        const auto end = marked.find(']');
        const auto name = marked.substr(at + 1, end - at - 1);
        marked = marked.substr(0, at) + name + marked.substr(end + 1);
        const auto known = std::find_if(entities.begin(), entities.end(),
                                        [&](const auto& e) { return e.entity.name == name; });
        const auto type = name.starts_with("Co") ? EntityType::Organisation : EntityType::Product;
        auto& mentions =
            known == entities.end()
                ? entities.emplace_back(core::EntityMentions{{.name = name, .type = type}, {}})
                : *known;
        mentions.mentions.push_back({at, at + name.size()});
    }
    extractor::learn_makers(marked, entities);
    for (const auto& found : entities)
        if (found.entity.type == EntityType::Product) return found.entity.parent.value_or("-");
    return "?";
}

}  // namespace

TEST_CASE("An article says who made what it names", "[extractor][makers]") {
    const auto [text, maker] = GENERATE(table<std::string, std::string>({
        {"The answers of [Heron], [CoQuill]’s best-known model, were taken.", "CoQuill"},
        {"[CoQuill]'s model [Heron] was copied.", "CoQuill"},
        {"[Lodestar], the model made by [CoPara], introduces itself.", "CoPara"},
        {"[Heron] maker [CoQuill] sued.", "CoQuill"},
        {"[CoQuill], the maker of [Heron], sued.", "CoQuill"},
        {"[CoQuill] says that [CoPara] trained its [Lodestar] model on books.", "CoPara"},
        {"[CoQuill] accused [CoPara] of copying its books to train [Lark-Pro].", "CoPara"},
        {"[CoQuill]’s use of [Lodestar] was stopped.", "-"},
        {"[CoQuill] believes that [CoPara] used the outputs of its [Heron] model.", "-"},
        {"[CoQuill] spoke. It was trained. Then came [Heron].", "-"},
        {"[CoQuill]’s [Heron] is not [CoPara]’s [Heron].", "-"},
        {"[CoQuill]’s [Heron] came first. [CoQuill]’s [Heron] or [CoPara]’s [Heron]?", "CoQuill"},
        {"", "?"},
    }));
    CAPTURE(text);
    CHECK(maker_of_product(text) == maker);
}

TEST_CASE("A maker that is known is not learnt anew", "[extractor][makers]") {
    std::vector<core::EntityMentions> entities{
        {{.name = "Quill", .type = EntityType::Organisation}, {{0, 5}}},
        {{.name = "Heron", .type = EntityType::Product, .aliases = {}, .parent = "Other"},
         {{8, 13}}}};
    extractor::learn_makers("Quill's Heron", entities);
    CHECK(entities[1].entity.parent == "Other");
}
