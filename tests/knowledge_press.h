// A small invented press for the tests of knowledge/: outlets, articles and what they claim.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"

namespace press {

using core::ClaimKind;
using core::Conduct;

struct Says {
    ClaimKind kind = ClaimKind::Accusation;
    std::vector<std::string> claimant = {};
    std::vector<std::string> accused = {"Parallax"};
    std::string quote = {};
    std::vector<Conduct> conduct = {Conduct::Distillation};
    std::vector<std::string> via = {};
    std::string time = {};  // EDTF
    std::string owner = {};
    std::vector<std::string> names = {};  // entities in the quote
};

// Articles and claims, with ids by the order of writing.
class Press {
public:
    // An article of an outlet; what it says is added to it.
    Press& article(const std::string& outlet, const std::string& day, std::string slug = {}) {
        const auto number = static_cast<std::int64_t>(articles_.size()) + 1;
        if (slug.empty()) slug = std::to_string(number);
        core::ArticleFacts facts{.id = {number}};
        facts.url = core::Url::parse("http://" + core::lower_ascii(outlet.substr(0, 3)) +
                                     ".example/" + day + "/" + slug)
                        .value();
        facts.outlet.name = outlet;
        facts.published = core::parse_timestamp(day);
        facts.retrieved = facts.published->at;
        articles_.push_back(facts);
        begin_ = 0;
        return *this;
    }
    Press& copy_of(std::int64_t article) {
        articles_.back().duplicate_of = core::ArticleId{article};
        return *this;
    }
    Press& says(const Says& says) {
        core::ClaimRecord record{.id = {static_cast<std::int64_t>(claims_.size()) + 1},
                                 .article = articles_.back().id,
                                 .quote = says.quote};
        record.claim.kind = says.kind;
        record.claim.quote = {begin_, begin_ + says.quote.size()};
        begin_ += says.quote.size() + 1;
        for (const auto& name : says.claimant) {
            record.claim.claimant.push_back({.name = name});
            if (core::is_named(name)) entities_.push_back({.name = name});
        }
        for (const auto& name : says.accused) record.claim.accused.push_back({.name = name});
        for (const auto& name : says.via) record.claim.via.push_back({.name = name});
        record.claim.conduct = says.conduct;
        if (!says.time.empty())
            record.claim.time = core::ClaimTime{says.time, core::Edtf::parse(says.time)};
        if (!says.owner.empty()) record.claim.object_owner = says.owner;
        for (const auto& name : says.names) mentions_.push_back({record.id, name});
        claims_.push_back(record);
        return *this;
    }

    // The last article credits an outlet, somewhere in its text or in the words of its last claim.
    enum class Where { Elsewhere, InClaim };
    Press& credits(const std::string& outlet, Where where = Where::Elsewhere) {
        const auto& quote = claims_.back().claim.quote;
        const std::size_t at = where == Where::InClaim ? quote.begin : begin_ + 100;
        credits_.push_back({articles_.back().id, outlet, {at, at + 1}});
        return *this;
    }

    const std::vector<core::ClaimRecord>& claims() const { return claims_; }
    const std::vector<core::ArticleFacts>& articles() const { return articles_; }
    const core::ArticleFacts& article_of(core::ClaimId claim) const {
        const auto& record = *std::find_if(claims_.begin(), claims_.end(),
                                           [&](const auto& c) { return c.id == claim; });
        return *std::find_if(articles_.begin(), articles_.end(),
                             [&](const auto& a) { return a.id == record.article; });
    }

    // Who somebody is; others are organisations that nobody knows more of.
    Press& knows(const core::Entity& entity) {
        entities_.push_back(entity);
        return *this;
    }

    core::Dossier dossier(const core::Topic& topic) const {
        core::Dossier dossier{.topic = topic};
        dossier.articles = articles_;
        dossier.entities = entities_;
        dossier.mentions = mentions_;
        dossier.credits = credits_;
        const auto topics = topics_of_claims();
        for (std::size_t i = 0; i < claims_.size(); ++i) {
            if (std::find(topics[i].begin(), topics[i].end(), topic) == topics[i].end()) continue;
            auto& where = topics[i].front() == topic ? dossier.claims : dossier.visitors;
            where.push_back(claims_[i]);
        }
        return dossier;
    }
    core::Picture picture(const core::Topic& topic = "parallax") const {
        return knowledge::assemble(dossier(topic));
    }

private:
    // An article's claims are looked at together.
    std::vector<std::vector<core::Topic>> topics_of_claims() const {
        const knowledge::Parties parties(entities_);
        std::vector<std::vector<core::Topic>> topics;
        for (const auto& article : articles_) {
            std::vector<core::Claim> told;
            for (const auto& record : claims_)
                if (record.article == article.id) told.push_back(record.claim);
            for (auto& of : knowledge::topics_of(told, parties)) topics.push_back(std::move(of));
        }
        return topics;
    }

    std::vector<core::ArticleFacts> articles_;
    std::vector<core::ClaimRecord> claims_;
    std::vector<core::Entity> entities_;
    std::vector<core::Dossier::Mention> mentions_;
    std::vector<core::Dossier::Credit> credits_;
    std::size_t begin_ = 0;
};

// The claims of each allegation: "1 2|3".
inline std::string groups(const core::Picture& picture) {
    std::string text;
    for (const auto& allegation : picture.allegations) {
        if (!text.empty()) text += '|';
        for (std::size_t i = 0; i < allegation.claims.size(); ++i)
            text += (i > 0 ? " " : "") + std::to_string(allegation.claims[i].value);
    }
    return text;
}

// The distinct origins of an allegation: "The Ledger, a memo".
inline std::string origins(const core::AllegationDraft& allegation) {
    std::string text;
    for (const auto& origin : allegation.origins) text += (text.empty() ? "" : ", ") + origin.name;
    return text;
}

}  // namespace press
