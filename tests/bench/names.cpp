// How long the lexicon takes to start, an article to be searched for names, and texts made to be
// slow. The last column must not grow with the size.
#include "extractor/language/names.h"

#include <chrono>
#include <cstdio>
#include <string>

#include "extractor/extractor.h"
#include "extractor/language/name_words.h"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

std::string repeated(std::string_view piece, std::size_t size) {
    std::string text;
    while (text.size() < size) text += piece;
    return text;
}

// Another name each time.
std::string inventions(std::size_t size) {
    std::string text;
    for (unsigned i = 0; text.size() < size; ++i) {
        std::string name = "Vexa";
        for (unsigned n = i + 1; n > 0; n /= 26) name += static_cast<char>('a' + n % 26);
        text += "The startup " + name + " Labs sued " + name + ". ";
    }
    return text;
}

void time_names(const char* what, const std::string& text) {
    const auto article = extractor::read_text({.text = text});
    const auto segments = extractor::segment(article);
    const auto begin = Clock::now();
    const auto names = find_names(article, segments, extractor::Lexicon::builtin());
    const double took = milliseconds_since(begin);
    std::printf("%-24s %8zu bytes %9.2f ms %8zu mentions %7zu entities %7.3f ms per 5 kB\n", what,
                text.size(), took, names.mentions.size(), names.entities.size(),
                took * 5000 / static_cast<double>(text.size()));
}

}  // namespace

int main() {
    const auto begin = Clock::now();
    const auto entities = extractor::Lexicon::builtin().entities().size();
    extractor::NameWords::builtin();
    std::printf("start: %zu entities in %.2f ms\n", entities, milliseconds_since(begin));
    constexpr std::string_view kNews =
        "OpenAI told the Financial Times that DeepSeek, a startup from Hangzhou, had distilled its "
        "models. Commerce Secretary nominee Howard Lutnick agreed; Lutnick named Vectorwell Labs "
        "and its chief executive Jane Q. Roe.\n“We did not,” said Roe. Apple, Meta and the Times "
        "declined to comment on the R1-0528 model, which Microsoft offers on Azure.\n";
    for (const std::size_t size : {5'000U, 50'000U, 1'000'000U}) {
        time_names("news", repeated(kNews, size));
        time_names("inventions", inventions(size));
        time_names("one sentence", repeated("Time Nature Roe ", size));
        time_names("capitals", repeated("A B ", size));
        time_names("links", repeated("University of the ", size));
        time_names("surnames", "Jane Roe, Ann Roe. " + repeated("Roe said. ", size));
        time_names("no names", repeated("it was said and done, ", size));
    }
}
