// One story: its text in blocks and what the page says of it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/text.h"
#include "core/time.h"
#include "core/url.h"
#include "core/vocabulary.h"

namespace core {

struct Outlet {
    std::optional<std::string> name;
    std::optional<std::string> domain;  // registrable domain
};

struct Block {
    BlockKind kind = BlockKind::Paragraph;
    Span span;                                       // of Article::text, without the line end
    std::optional<Timestamp> posted = std::nullopt;  // of a live blog: when its entry was
};

struct Article {
    std::optional<Url> url;               // where it was found
    std::optional<Url> canonical_url;     // how the page names itself, if it may
    std::optional<std::string> input_id;  // the id given to `import`
    std::optional<std::string> title;
    std::vector<std::string> authors;
    Outlet outlet;
    std::optional<Timestamp> published;
    std::optional<Timestamp> modified;
    std::optional<std::string> language;  // BCP 47: "en", "pt-BR"
    std::string text;                     // blocks with one '\n' between; valid UTF-8
    std::vector<Block> blocks;            // in reading order, disjoint
    std::vector<std::string> robots;      // "noindex", "noarchive", … as page or header asked
    bool paywalled = false;               // only what is visible of it
};

}  // namespace core
