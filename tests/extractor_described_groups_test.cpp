#include <catch2/catch.hpp>

#include "extractor/language/described_groups.h"

using namespace extractor;

namespace {

std::vector<std::string> groups_in(const std::string& text) {
    const auto article = read_text({.text = text});
    const auto segments = segment(article);
    const auto names = find_names(article, segments, Lexicon::builtin());
    std::vector<std::string> all;
    for (const auto& group : find_described_groups(article, segments, names))
        for (const auto& span : group.mentions)
            all.push_back(std::string(core::cut(text, span)) + "=" + group.entity.name);
    return all;
}

}  // namespace

TEST_CASE("groups are told by where they are from, by AI, or by what they say",
          "[extractor][groups]") {
    using Case = std::pair<std::string, std::vector<std::string>>;
    const auto [text, expected] = GENERATE(values<Case>({
        {"Some AI researchers suggest it.", {"AI researchers=AI researchers (unnamed)"}},
        {"AI firms tighten rules, as AI companies do.",
         {"AI firms=AI companies (unnamed)", "AI companies=AI companies (unnamed)"}},
        {"“We know PRC based companies do”, and [China] based firms too.",
         {"PRC based companies=Chinese companies", "China] based firms=Chinese companies"}},
        {"Now U.S. officials and UK-based startups worry.",
         {"U.S. officials=U.S. officials (unnamed)", "UK-based startups=British companies"}},
        {"Experts note that experts are expensive.", {"Experts=experts (unnamed)"}},
        {"In December, developers noticed it.", {"developers=developers (unnamed)"}},
        {"The companies were sold. Its authors like it.", {}},
        {"OpenAI officials believe it, as Meta's lawyers said.", {}},
        {"polish companies", {}},
    }));
    CAPTURE(text);
    CHECK(groups_in(text) == expected);
}
