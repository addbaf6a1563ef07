// correct: an editor's decisions, which outlast every later reading of an article.
#include <cstdlib>
#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/home.h"
#include "cli/known_names.h"
#include "cli/pipeline.h"
#include "core/text.h"
#include "knowledge/knowledge.h"

namespace cli {

namespace {

using core::Correction;
using core::CorrectionKind;
using core::Failure;
using json = nlohmann::ordered_json;
using Kind = core::Failure::Kind;

std::string editor_of(const CorrectOptions& options) {
    if (!options.editor.empty()) return options.editor;
    const char* const user = std::getenv("USER");
    return user != nullptr && *user != '\0' ? user : "(not known)";
}

Correction correction_by(const Context& context, const CorrectOptions& options) {
    Correction correction{.at = context.clock.now(), .editor = editor_of(options)};
    if (!options.reason.empty()) correction.reason = options.reason;
    return correction;
}

std::string values(const Correction& correction) {
    std::string all;
    for (const auto& value : correction.value) all += (all.empty() ? "" : ", ") + value;
    return all.empty() ? "nobody" : all;
}

std::string told(const Correction& correction) {
    const auto claim = correction.claim ? core::to_text(*correction.claim) : "";
    switch (correction.kind) {
        case CorrectionKind::RejectClaim: return fmt::format("{} is no claim", claim);
        case CorrectionKind::SetSlot:
            return fmt::format("{}: {} is {}", claim, core::term(*correction.slot).label,
                               values(correction));
        case CorrectionKind::MergeEntities:
            return fmt::format("{} is {}", correction.name, values(correction));
    }
    return {};
}

json correction_json(const Correction& correction) {
    json row{{"id", core::to_text(correction.id)},
             {"at", core::to_text(correction.at)},
             {"by", correction.editor},
             {"why", correction.reason ? json(*correction.reason) : json()},
             {"kind", core::code(correction.kind)},
             {"claim", correction.claim ? json(core::to_text(*correction.claim)) : json()},
             {"quote", correction.found ? json(correction.found->quote) : json()},
             {"slot", correction.slot ? json(core::code(*correction.slot)) : json()},
             {"name", correction.name.empty() ? json() : json(correction.name)},
             {"value", correction.value},
             {"fits", correction.fits},
             {"undone", correction.undone ? json(core::to_text(*correction.undone)) : json()}};
    return row;
}

void print(const Context& context, const Correction& correction) {
    if (context.json()) return print_line(correction_json(correction).dump());
    print_line(fmt::format("{}  {} · {}, {}{}{}{}", core::to_text(correction.id), told(correction),
                           correction.editor, core::to_text(correction.at),
                           correction.reason ? " · " + *correction.reason : "",
                           correction.undone ? " · undone" : "",
                           correction.fits ? "" : " · no longer fits: its claim is not found"));
}

// What a writer needs to read articles again.
class Desk {
public:
    explicit Desk(const Context& context)
        : store_(open_for_writing(context.home)),
          index_(open_index_for_writing(context.home, store_)),
          lexicon_(lexicon_of(context.config)),
          pipeline_(store_, index_, lexicon_, outlet_names(context.config.sources)) {}

    store::Store& store() { return store_; }
    void read_again(std::span<const core::ArticleId> articles) {
        pipeline_.read_again(articles);
        pipeline_.conclude();
    }

private:
    store::Store store_;
    search::IndexWriter index_;
    extractor::Lexicon lexicon_;
    Pipeline pipeline_;
};

Exit put(const Context& context, Desk& desk, std::vector<Correction> corrections,
         std::span<const core::ArticleId> articles) {
    for (auto& correction : corrections) correction.id = desk.store().add(correction);
    desk.read_again(articles);
    for (const auto& correction : corrections)
        print(context, *desk.store().correction(correction.id));
    return Exit::Done;
}

// One correction for each slot that is named; one for a rejection.
core::Result<std::vector<Correction>> decided(const Correction& by, const CorrectOptions& options) {
    std::vector<Correction> corrections;
    if (options.reject) {
        corrections.push_back(by);
        corrections.back().kind = CorrectionKind::RejectClaim;
    }
    for (const auto& [slot, value] : options.slots) {
        if (value.empty()) continue;
        auto correction = by;
        correction.kind = CorrectionKind::SetSlot;
        correction.slot = slot;
        if (value != std::vector<std::string>{"none"}) correction.value = value;
        if (const auto mistake = knowledge::mistake_in(slot, correction.value))
            return tl::unexpected(
                Failure{Kind::BadConfiguration, *mistake, "--" + std::string(core::code(slot))});
        corrections.push_back(std::move(correction));
    }
    if (corrections.empty() || (options.reject && corrections.size() > 1))
        return tl::unexpected(Failure{Kind::BadConfiguration,
                                      "either --reject or slots with their right values; see "
                                      "claimtrail correct claim --help",
                                      core::to_text(*by.claim)});
    return corrections;
}

Exit correct_claim(const Context& context, const CorrectOptions& options) {
    const auto id = core::read_id<core::ClaimTag>(options.first);
    const auto claim = id ? open_for_reading(context.home).claim(*id) : std::nullopt;
    if (!claim)
        return refuse(context, {Kind::NotFound, "there is no such claim", options.first},
                      Exit::NothingFound);
    auto by = correction_by(context, options);
    by.claim = claim->id;
    auto corrections = decided(by, options);
    if (!corrections) return refuse(context, corrections.error());
    Desk desk(context);
    const auto article = desk.store().article(claim->article);
    const auto earlier = desk.store().corrections_of(article->article);
    const auto found =
        knowledge::found_claim(*claim, desk.store().claims_of(claim->article), earlier);
    for (auto& correction : *corrections) correction.found = found;
    return put(context, desk, std::move(*corrections), {{claim->article}});
}

// The articles that a merge may have touched: they name what gave way, what stayed, or the name to
// which that gave way in its turn.
std::vector<core::ArticleId> articles_touched(const store::Reader& store,
                                              const Correction& merged) {
    std::vector<std::string> names{merged.name, merged.value.front()};
    for (const auto& later : store.corrections())
        if (later.kind == CorrectionKind::MergeEntities && !later.undone &&
            core::fold(later.name) == core::fold(names.back()))
            names.push_back(later.value.front());
    std::vector<core::ArticleId> articles;
    for (const auto& name : names)
        if (const auto entity = store.entity_named(name))
            for (const auto id : store.articles_naming(*entity)) articles.push_back(id);
    std::sort(articles.begin(), articles.end());
    articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
    return articles;
}

Exit merge_entities(const Context& context, const CorrectOptions& options) {
    const auto store = open_for_reading(context.home);
    const auto from = store.entity_named(options.first);
    const auto into = store.entity_named(options.second);
    for (const auto& [entity, name] : {std::pair(from, options.first), {into, options.second}})
        if (!entity)
            return refuse(context, {Kind::NotFound, "there is no entity of this name", name},
                          Exit::NothingFound);
    for (const auto& earlier : store.corrections())
        for (const auto* entity : {&*from, &*into})
            if (earlier.kind == CorrectionKind::MergeEntities && !earlier.undone &&
                core::fold(earlier.name) == core::fold(store.entity(*entity)->entity.name))
                return refuse(context, {Kind::BadConfiguration,
                                        fmt::format("is {} by {}", earlier.value.front(),
                                                    core::to_text(earlier.id)),
                                        earlier.name});
    if (*from == *into)
        return refuse(context, {Kind::BadConfiguration, "both names are of one entity already",
                                options.first});
    auto correction = correction_by(context, options);
    correction.kind = CorrectionKind::MergeEntities;
    correction.name = store.entity(*from)->entity.name;
    correction.value = {store.entity(*into)->entity.name};
    const auto articles = store.articles_naming(*from);
    Desk desk(context);
    return put(context, desk, {correction}, articles);
}

Exit undo(const Context& context, const CorrectOptions& options) {
    const auto id = core::read_id<core::CorrectionTag>(options.first);
    const auto correction = id ? open_for_reading(context.home).correction(*id) : std::nullopt;
    if (!correction)
        return refuse(context, {Kind::NotFound, "there is no such correction", options.first},
                      Exit::NothingFound);
    if (correction->undone)
        return refuse(context, {Kind::BadConfiguration, "is undone already", options.first});
    Desk desk(context);
    const auto articles = correction->found ? std::vector{correction->found->article}
                                            : articles_touched(desk.store(), *correction);
    desk.store().undo(*id, context.clock.now());
    desk.read_again(articles);
    print(context, *desk.store().correction(*id));
    return Exit::Done;
}

Exit list(const Context& context, const CorrectOptions& options) {
    bool any = false;
    for (const auto& correction : open_for_reading(context.home).corrections()) {
        if (correction.undone && !options.all) continue;
        print(context, correction);
        any = true;
    }
    return any ? Exit::Done : Exit::NothingFound;
}

}  // namespace

Exit correct(const Context& context, const CorrectOptions& options) {
    for (const auto& [option, words] :
         {std::pair("--by", &options.editor), std::pair("--why", &options.reason)})
        if (const auto mistake = knowledge::mistake_in(*words))
            return refuse(context, {Kind::BadConfiguration, *mistake, option});
    switch (options.what) {
        case CorrectOptions::What::Claim: return correct_claim(context, options);
        case CorrectOptions::What::Merge: return merge_entities(context, options);
        case CorrectOptions::What::Undo: return undo(context, options);
        case CorrectOptions::What::List: return list(context, options);
    }
    return Exit::Usage;
}

}  // namespace cli
