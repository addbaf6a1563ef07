// The stages of find_names, each a pass over the words. Private to extractor/.
//
//   find_listed     surfaces of the lexicon, as far as letters and separators agree
//   resolve_listed  which of them the text bears out
//   extend_versions "Gemini" becomes "Gemini 2.5 Flash"
//   find_chunks     words with capitals that no list knows
//   find_unlisted   names that no list knows, with what kind of name each is
//   find_repeats    short forms and further mentions of all names found
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extractor/language/lexicon.h"
#include "extractor/language/name_text.h"
#include "extractor/language/names.h"

namespace extractor {

// Words [first, last] of a NameText.
struct WordRange {
    std::size_t first = 0;
    std::size_t last = 0;
};

// Where the trie's longest name begins at a word.
struct ListedMatch {
    WordRange words;
    std::vector<std::size_t> surfaces;  // all that fit; several where an alias is shared
};

// `surfaces` is what `names` counts by. Words marked in `taken` are passed over.
std::vector<ListedMatch> match_names(const NameText& text, const NameTrie& names,
                                     const std::vector<Surface>& surfaces,
                                     const std::vector<bool>& taken);

// A mention on its way into Names.
struct Found {
    WordRange words;
    std::size_t entity = 0;  // index into a growing list of entities
    double confidence = 1;
};

// Entities of one article: those of the lexicon that it names, and the ones it brings itself.
class Cast {
public:
    explicit Cast(const Lexicon::Tables& tables) : tables_(tables) {}

    std::size_t of_listed(std::size_t listed);  // index into the lexicon's entities
    std::optional<std::size_t> find_listed(std::size_t listed) const;
    std::size_t add(core::Entity entity);

    const std::vector<core::Entity>& entities() const { return entities_; }
    bool is_listed(std::size_t index) const { return is_listed_[index]; }

private:
    const Lexicon::Tables& tables_;
    std::vector<core::Entity> entities_;
    std::vector<bool> is_listed_;
    std::unordered_map<std::size_t, std::size_t> listed_;
};

std::vector<Found> resolve_listed(const NameText& text, const Lexicon::Tables& tables,
                                  const std::vector<ListedMatch>& matches, Cast& cast);

// "Gemini" in "Gemini 2.5 Flash" becomes that version, a product of its own.
void extend_versions(const NameText& text, const Lexicon::Tables& tables,
                     const std::vector<bool>& taken, std::vector<Found>& found, Cast& cast);

// Words with capitals that belong together, without titles and what opens a sentence:
// "Commerce Secretary nominee Jane Q. Roe" is one, of three words.
std::vector<WordRange> find_chunks(const NameText& text, const std::vector<bool>& taken);

// What kind of name a chunk is, by its words and its neighbours. Places are told apart, since
// they are no entities.
struct KindVotes {
    static constexpr std::size_t kPlace = 7;  // behind the entity types
    std::array<double, 8> votes{};

    void add(const KindVotes& other);
    void vote(core::EntityType type, double weight) {
        votes[static_cast<std::size_t>(type)] += weight;
    }
    void vote_place(double weight) { votes[kPlace] += weight; }
    std::size_t best() const;
};
KindVotes kind_votes(const NameText& text, WordRange chunk);

struct Unlisted {
    std::vector<Found> found;
    std::vector<std::pair<std::string, std::size_t>> acronyms;  // "(ORG)" → entity
    std::vector<WordRange> places;
};
Unlisted find_unlisted(const NameText& text, const Lexicon::Tables& tables,
                       const std::vector<bool>& taken, Cast& cast);

// By what else a text calls whom it has named in full: "Roe" for "Jane Roe", "Vectorwell" for
// "Vectorwell Labs Inc."; none for what is short already.
std::vector<std::string> short_forms(const core::Entity& entity);

std::vector<Found> find_repeats(const NameText& text, const std::vector<bool>& taken,
                                const std::vector<Found>& found, const Unlisted& unlisted,
                                const Cast& cast);

// A capitalised word of a name that goes on beyond a match: "Claude Monet", "Kimbal Musk".
bool is_foreign_part(const NameWord* word);
bool has_foreign_neighbour(const NameText& text, WordRange range);

}  // namespace extractor
