#include <catch2/catch.hpp>

#include "extractor/language/makers.h"

namespace {

using core::EntityType;
using extractor::Names;

// Names in [brackets]; those of companies begin with "Co".
std::string maker_of_product(std::string marked) {
    Names names;
    for (auto at = marked.find('['); at != std::string::npos; at = marked.find('[')) {
        const auto end = marked.find(']');
        const auto name = marked.substr(at + 1, end - at - 1);
        marked = marked.substr(0, at) + name + marked.substr(end + 1);
        const auto known = std::find_if(names.entities.begin(), names.entities.end(),
                                        [&](const auto& entity) { return entity.name == name; });
        const auto index = static_cast<std::size_t>(known - names.entities.begin());
        const auto type = name.starts_with("Co") ? EntityType::Organisation : EntityType::Product;
        if (known == names.entities.end()) names.entities.push_back({.name = name, .type = type});
        names.mentions.push_back({.span = {at, at + name.size()}, .entity = index});
    }
    extractor::learn_makers(marked, names);
    for (const auto& entity : names.entities)
        if (entity.type == EntityType::Product) return entity.parent.value_or("-");
    return "?";
}

}  // namespace

TEST_CASE("An article says who made what it names", "[extractor][makers]") {
    const auto [text, maker] = GENERATE(table<std::string, std::string>({
        {"The answers of [Heron], [CoQuill]’s best-known model, were taken.", "CoQuill"},
        {"[CoQuill]'s model [Heron] was copied.", "CoQuill"},
        {"[Lodestar], the model made by [CoPara], introduces itself.", "CoPara"},
        {"[Heron] maker [CoQuill] sued.", "CoQuill"},
        {"[Lodestar], a chatbot launched last year by [CoPara], was copied.", "-"},
        {"[Lodestar], a chatbot that is produced by [CoPara], was copied.", "CoPara"},
        {"[CoQuill]’s chief says that [Heron] was copied.", "-"},
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
    Names names{.entities = {{.name = "Quill", .type = EntityType::Organisation},
                             {.name = "Heron", .type = EntityType::Product, .parent = "Other"}},
                .mentions = {{.span = {0, 5}, .entity = 0}, {.span = {8, 13}, .entity = 1}}};
    extractor::learn_makers("Quill's Heron", names);
    CHECK(names.entities[1].parent == "Other");
}
