#include "knowledge/material.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/text.h"
#include "knowledge/content_words.h"

namespace knowledge {

namespace {

bool may_own(const Item& item, const std::string& key) {
    const auto kind = item.claim().kind;
    const bool accuses = kind == core::ClaimKind::Accusation ||
                         kind == core::ClaimKind::Observation ||
                         kind == core::ClaimKind::Investigation;
    const auto is_via = [&](const core::Party& via) { return party_key(via.name) == key; };
    const auto& via = item.claim().via;
    // "Books from a shadow library" are not the library's.
    const auto& conduct = item.claim().conduct;
    if (std::find(conduct.begin(), conduct.end(), core::Conduct::Piracy) != conduct.end())
        return false;
    return accuses && !std::binary_search(item.accused.begin(), item.accused.end(), key) &&
           std::none_of(via.begin(), via.end(), is_via);
}

constexpr std::array<std::string_view, 6> kTakenFrom{"from ",    "of ", "via ",
                                                     "through ", "on ", "using "};
constexpr std::array<std::string_view, 3> kPossessive{"'s", "’s", "' "};

// "from OpenAI accounts", "OpenAI's API", and not "on platforms like Reddit and X".
bool speaks_of_its_things(const Item& item, core::Span mention) {
    const auto& quote = item.claim().quote;
    if (!quote.contains(mention) || quote.size() != item.record->quote.size()) return false;
    const std::string_view text = item.record->quote;
    const auto before = text.substr(0, mention.begin - quote.begin);
    const auto after = text.substr(mention.end - quote.begin);
    const auto begins = [&](std::string_view word) { return after.starts_with(word); };
    const auto ends = [&](std::string_view word) { return before.ends_with(word); };
    return std::any_of(kPossessive.begin(), kPossessive.end(), begins) ||
           std::any_of(kTakenFrom.begin(), kTakenFrom.end(), ends);
}

std::string text_of(const std::optional<core::Url>& url) { return url ? url->text() : ""; }

// Ids decide only between what is the same in every other respect.
bool is_before(const Item& a, const Item& b) {
    const auto key = [](const Item& item) {
        const auto& facts = *item.article;
        return std::tuple(item.day, facts.published ? facts.published->at : facts.retrieved,
                          text_of(facts.url), facts.input_id.value_or(""), facts.title.value_or(""),
                          item.claim().quote, std::string_view(item.record->quote),
                          item.claim().kind, item.article->id, item.record->id);
    };
    return key(a) < key(b);
}

}  // namespace

Role role_of(core::ClaimKind kind) {
    using core::ClaimKind;
    switch (kind) {
        case ClaimKind::Accusation:
        case ClaimKind::Observation:
        case ClaimKind::Investigation:
        case ClaimKind::Opinion: return Role::Accuses;
        case ClaimKind::Denial: return Role::Denies;
        case ClaimKind::Response:
        case ClaimKind::Admission: return Role::Responds;
        case ClaimKind::SelfClaim: return Role::Boasts;
        case ClaimKind::Countermeasure: return Role::Acts;
        case ClaimKind::Policy: return Role::Rules;
        case ClaimKind::Ruling: return Role::Decides;
        case ClaimKind::Settlement: return Role::Settles;
        case ClaimKind::Background: return Role::Recalls;
    }
    return Role::Recalls;
}

Material::Material(const core::Dossier& dossier)
    : topic_(dossier.topic), parties_(dossier.entities) {
    std::unordered_map<core::ArticleId, const core::ArticleFacts*> facts;
    for (const auto& article : dossier.articles) facts.emplace(article.id, &article);
    for (const auto* records : {&dossier.claims, &dossier.visitors})
        for (const auto& record : *records) {
            const auto article = facts.find(record.article);
            if (article == facts.end()) continue;
            add(record, *article->second);
            items_.back().is_home = records == &dossier.claims;
        }
    read_owners(dossier);
    std::sort(items_.begin(), items_.end(), is_before);
    read_credits(dossier);
}

void Material::read_credits(const core::Dossier& dossier) {
    for (const auto& article : dossier.articles)
        for (auto& key : keys_of(article.outlet)) outlets_.insert(std::move(key));
    for (const auto& credit : dossier.credits) {
        credits_[credit.article].push_back(credit.outlet);
        placed_credits_[credit.article].push_back(&credit);
    }
    for (auto& [article, outlets] : credits_) sort_once(outlets);
}

std::string Material::key_of(std::string_view name) {
    auto principal = parties_.principal(name);
    auto key = party_key(principal);
    ++names_[key][std::move(principal)];
    return key;
}

// Where the claim itself does not say whose thing was taken: the maker of a product that it names,
// else another organisation whose things it speaks of ("data from OpenAI", "OpenAI's data").
void Material::read_owners(const core::Dossier& dossier) {
    std::unordered_map<core::ClaimId, std::vector<const core::Dossier::Mention*>> named;
    for (const auto& mention : dossier.mentions) named[mention.claim].push_back(&mention);
    for (auto& item : items_)
        if (const auto found = named.find(item.record->id);
            found != named.end() && item.owner.empty())
            if (const auto* mention = owner_among(item, found->second))
                item.owner = key_of(mention->entity);
}

const core::Dossier::Mention* Material::owner_among(
    const Item& item, const std::vector<const core::Dossier::Mention*>& named) const {
    const core::Dossier::Mention* organisation = nullptr;
    for (const auto* mention : named) {
        const auto type = parties_.type(mention->entity);
        const auto key = party_key(parties_.principal(mention->entity));
        if (!may_own(item, key)) continue;
        const bool is_made = party_key(mention->entity) != key;  // by somebody who is known
        if (is_made && (type == core::EntityType::Product || type == core::EntityType::Dataset))
            return mention;
        const bool says_it = std::binary_search(item.claimants.begin(), item.claimants.end(), key);
        if (organisation == nullptr && type == core::EntityType::Organisation && !says_it &&
            speaks_of_its_things(item, mention->span))
            organisation = mention;
    }
    return organisation;
}

void Material::add(const core::ClaimRecord& record, const core::ArticleFacts& article) {
    const auto& claim = record.claim;
    Item item{.record = &record, .article = &article, .day = article.day()};
    item.words = content_words(record, words_);
    for (const auto& party : claim.claimant) {
        if (core::is_named(party.name)) {
            item.claimants.push_back(key_of(party.name));
            if (parties_.type(party.name) != core::EntityType::Person)
                item.houses.push_back(item.claimants.back());
        }
        if (party.name.ends_with(core::kUnnamedSuffix))
            item.groups.push_back(core::fold(party.name));
    }
    for (const auto& party : claim.accused) {
        std::string_view name = party.name;
        if (name.ends_with(core::kUnnamedSuffix)) name.remove_suffix(core::kUnnamedSuffix.size());
        if (name != core::kArticleVoice && name != core::kUnnamed)
            item.accused.push_back(key_of(name));
    }
    if (claim.object_owner && core::is_named(*claim.object_owner))
        item.owner = key_of(*claim.object_owner);
    sort_once(item.claimants);
    sort_once(item.houses);
    sort_once(item.groups);
    sort_once(item.accused);
    items_.push_back(std::move(item));
}

std::string Material::name_of(const std::string& key) const {
    const auto found = names_.find(key);
    if (found == names_.end()) return key;
    const auto& names = found->second;
    return std::max_element(names.begin(), names.end(),
                            [](const auto& a, const auto& b) {
                                return std::pair(a.second, a.first.size()) <
                                       std::pair(b.second, b.first.size());
                            })
        ->first;
}

std::optional<core::EntityType> Material::type_of(const std::string& key) const {
    const auto found = names_.find(key);
    if (found == names_.end()) return parties_.type(key);
    if (const auto type = parties_.type(name_of(key))) return type;
    for (const auto& [name, claims] : found->second)
        if (const auto type = parties_.type(name)) return type;
    return std::nullopt;
}

const std::vector<std::string>& Material::credited_in(core::ArticleId article) const {
    static const std::vector<std::string> none;
    const auto found = credits_.find(article);
    return found == credits_.end() ? none : found->second;
}

std::vector<std::string> Material::credited_by(const Item& item) const {
    std::vector<std::string> outlets;
    const auto found = placed_credits_.find(item.article->id);
    if (found == placed_credits_.end()) return outlets;
    for (const auto* credit : found->second)
        if (item.claim().quote.contains(credit->span)) outlets.push_back(credit->outlet);
    return outlets;
}

double overlap(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    const auto least = std::min(a.size(), b.size());
    if (least == 0) return 0;
    std::size_t shared = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        const auto left = *i;
        const auto right = *j;
        shared += left == right ? 1 : 0;
        i += left <= right ? 1 : 0;
        j += right <= left ? 1 : 0;
    }
    return static_cast<double>(shared) / static_cast<double>(least);
}

bool meet(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& name) {
        return std::binary_search(b.begin(), b.end(), name);
    });
}

}  // namespace knowledge
