#include "extractor/language/lexicon.h"

#include <algorithm>
#include <cassert>

#include "embedded/extractor.h"

namespace extractor {
namespace {

bool has_lower(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// An acronym that is a word in small letters ("who", "it", "sec") must not be found in prose.
constexpr std::size_t kLongestAcronym = 5;
constexpr std::size_t kOddWord = 3;

CaseRule case_rule(std::string_view form, bool is_word) {
    const auto words = words_of(form);
    const bool any_capital =
        std::any_of(words.begin(), words.end(), [](const Word& w) { return w.capital || w.mixed; });
    // "dpa" is not the DPA.
    if (!any_capital)
        return has_lower(form) && form.size() <= kLongestAcronym ? CaseRule::Exact : CaseRule::Any;
    const bool digits = std::any_of(words.begin(), words.end(),
                                    [](const Word& w) { return w.kind == WordKind::Digits; });
    if (!digits && !has_lower(form) && form.size() <= kLongestAcronym) return CaseRule::Exact;
    // "PaLM" is no palm.
    if (words.size() == 1 && words.front().mixed && words.front().capital &&
        form.size() < kLongestAcronym)
        return CaseRule::Exact;
    // "OpenAI", "GPT-4": no words in small letters either.
    const bool odd = words.size() == 1 ? words.front().mixed
                                       : digits && words.front().span.size() >= kOddWord &&
                                             words.front().capitals;
    return odd && !is_word ? CaseRule::Any : CaseRule::Capitals;
}

// core::fold, which costs much more where it is not needed.
std::string folded(std::string_view name) {
    const bool ascii = std::all_of(name.begin(), name.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii ? core::lower_ascii(core::collapse_spaces(name)) : core::fold(name);
}

void add_form(Lexicon::Tables& tables, std::size_t entity, const ListedEntity::Form& form,
              bool canonical) {
    tables.names.add(form.text, tables.surfaces.size());
    if (!form.conditional) tables.spellings.add(fold_words(form.text), entity);
    tables.surfaces.push_back({.entity = entity,
                               .text = form.text,
                               .letters = case_rule(form.text, tables.rules[entity].word),
                               .conditional = form.conditional,
                               .misspelt = form.misspelt,
                               .canonical = canonical});
}

void add(Lexicon::Tables& tables, const ListedEntity& listed) {
    const std::size_t entity = tables.entities.size();
    tables.entities.push_back(listed.entity);
    tables.rules.push_back(listed.rules);
    for (const auto& form : listed.forms)
        add_form(tables, entity, form, &form == &listed.forms.front());
}

// Canonical names come first, then what names one thing for certain, then the rest.
void index_names(Lexicon::Tables& tables) {
    for (const int round : {0, 1, 2})
        for (const Surface& surface : tables.surfaces) {
            const int rank = surface.canonical ? 0 : surface.conditional ? 2 : 1;
            if (rank == round) tables.by_name.try_emplace(folded(surface.text), surface.entity);
        }
}

void link_parents(Lexicon::Tables& tables) {
    for (const core::Entity& entity : tables.entities) {
        const auto parent =
            entity.parent ? tables.by_name.find(folded(*entity.parent)) : tables.by_name.end();
        tables.parents.push_back(parent == tables.by_name.end() ? Lexicon::Tables::kNoParent
                                                                : parent->second);
    }
}

std::shared_ptr<const Lexicon::Tables> tables_of(std::span<const ListedEntity> listed) {
    auto tables = std::make_shared<Lexicon::Tables>();
    for (const auto& row : listed) add(*tables, row);
    index_names(*tables);
    link_parents(*tables);
    return tables;
}

const std::vector<ListedEntity>& builtin_rows() {
    static const std::vector<ListedEntity> rows = [] {
        auto read = read_entities(embedded::extractor::entities_tsv());
        assert(read && "data/entities.tsv is checked by extractor_lexicon_test");
        return *std::move(read);
    }();
    return rows;
}

ListedEntity listed(const core::Entity& entity) {
    ListedEntity row{.entity = entity, .forms = {{.text = entity.name}}};
    for (const auto& alias : entity.aliases) row.forms.push_back({.text = alias});
    return row;
}

}  // namespace

void NameTrie::add(std::string_view form, std::size_t surface) {
    std::uint32_t node = kRoot;
    for (const Word& word : words_of(form)) {
        const auto number = words_
                                .try_emplace(fold_word(core::cut(form, word.span)),
                                             static_cast<std::uint32_t>(words_.size()))
                                .first->second;
        const auto [next, is_new] = steps_.try_emplace((std::uint64_t{node} << 32) | number,
                                                       static_cast<std::uint32_t>(ends_.size()));
        if (is_new) ends_.emplace_back();
        node = next->second;
    }
    if (node != kRoot) ends_[node].push_back(surface);
}

std::uint32_t NameTrie::number(std::string_view folded) const {
    const auto found = words_.find(folded);
    return found == words_.end() ? kUnknown : found->second;
}

std::uint32_t NameTrie::step(std::uint32_t node, std::uint32_t word) const {
    if (word == kUnknown) return kNone;
    const auto found = steps_.find((std::uint64_t{node} << 32) | word);
    return found == steps_.end() ? kNone : found->second;
}

Lexicon::Lexicon(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}

const Lexicon& Lexicon::builtin() {
    static const Lexicon lexicon(tables_of(builtin_rows()));
    return lexicon;
}

Lexicon Lexicon::with(std::span<const core::Entity> entities) {
    std::vector<ListedEntity> rows = builtin_rows();
    std::unordered_map<std::string, std::size_t> by_name;
    for (const auto& row : rows) by_name.try_emplace(folded(row.entity.name), by_name.size());
    for (const auto& entity : entities) {
        const auto [place, is_new] = by_name.try_emplace(folded(entity.name), rows.size());
        if (is_new) rows.emplace_back();
        rows[place->second] = listed(entity);
    }
    return Lexicon(tables_of(rows));
}

const core::Entity* Lexicon::entity(std::string_view name) const {
    const auto found = tables_->by_name.find(folded(name));
    return found == tables_->by_name.end() ? nullptr : &tables_->entities[found->second];
}

std::span<const core::Entity> Lexicon::entities() const { return tables_->entities; }

}  // namespace extractor
