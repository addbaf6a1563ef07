// import, extract and show: articles that are here already.
#include <nlohmann/json.hpp>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/captures.h"
#include "cli/commands.h"
#include "cli/home.h"
#include "cli/inputs.h"
#include "cli/known_names.h"
#include "cli/pipeline.h"
#include "cli/stop.h"
#include "cli/version.h"
#include "core/charset.h"
#include "web/web.h"

namespace cli {

namespace {

// Counts what went wrong, so that one bad input among many neither stops nor hides.
class Reader {
public:
    explicit Reader(const Context& context) : context_(context) {}

    template <class Each>
    void read(const std::string& name, InputKind kind, Each each) {
        if (stop_requested()) return;
        read_inputs(name, kind, context_.clock.now(),
                    {.each = each,
                     .failed = [this](const core::Failure& failure) { failed(failure); },
                     .stopped = [] { return stop_requested().load(); }});
    }
    void failed(const core::Failure& failure) {
        complain(context_.format, failure);
        ++failures_;
    }
    std::size_t failures() const { return failures_; }
    Exit exit() const {
        if (stop_requested()) return Exit::Interrupted;
        return failures_ == 0 ? Exit::Done : Exit::SomeFailed;
    }

private:
    const Context& context_;
    std::size_t failures_ = 0;
};

void show_progress(const Context& context, std::size_t articles) {
    if (context.loudness == Loudness::Quiet || articles % 100 != 0 || isatty(STDERR_FILENO) == 0)
        return;
    fmt::print(stderr, "\r{} articles", articles);
}

web::Extracted::Tone tone_value(const extractor::Tone& tone) {
    web::Extracted::Tone value{.label = tone.label, .score = tone.score, .entities = {}};
    for (const auto& entity : tone.entities) value.entities.emplace_back(entity.name, entity.score);
    return value;
}

std::vector<web::Extracted::Attribution> attribution_values(
    std::vector<extractor::Attribution> attributions) {
    std::vector<web::Extracted::Attribution> values;
    values.reserve(attributions.size());
    for (auto& one : attributions)
        values.push_back({std::move(one.source), std::move(one.cue), std::move(one.content)});
    return values;
}

std::string extracted_json(const core::Article& article, const ExtractOptions& options,
                           const extractor::Lexicon& lexicon) {
    web::Extracted extracted{.id = article.input_id, .article = article};
    if (options.page_only) return web::json_of(extracted);
    const auto findings = findings_of(article, lexicon);
    extracted.findings = &findings;
    extracted.summary = extractor::summarise(article, findings);
    extracted.tone = tone_value(extractor::tone_of(article, findings, lexicon));
    if (options.attributions)
        extracted.attributions = attribution_values(extractor::find_attributions(article, lexicon));
    return web::json_of(extracted);
}

std::string one_line(std::string_view text) { return core::collapse_spaces(text); }

void print_article(const core::Article& article) {
    const auto or_unknown = [](const std::optional<std::string>& value) {
        return value.value_or("(not known)");
    };
    print_line("title      " + or_unknown(article.title));
    print_line("authors    " + core::join(article.authors, ", "));
    print_line("outlet     " + or_unknown(article.outlet.name) + " · " +
               or_unknown(article.outlet.domain));
    print_line("published  " +
               (article.published ? core::to_text(*article.published) : "(not known)"));
    print_line("language   " + or_unknown(article.language));
    print_line("canonical  " + (article.canonical_url ? article.canonical_url->text() : "(none)"));
    for (const auto& block : article.blocks)
        print_line(
            fmt::format("{:<10} {}", core::code(block.kind), core::cut(article.text, block.span)));
}

void print_claims(const core::Article& article, const extractor::Lexicon& lexicon) {
    const auto names = [](const std::vector<core::Party>& parties) {
        std::string all;
        for (const auto& party : parties) all += (all.empty() ? "" : ", ") + party.name;
        return all.empty() ? std::string("(not known)") : all;
    };
    for (const auto& claim : extractor::find_claims(article, lexicon).claims) {
        print_line(fmt::format("{} · {} → {} · {}", core::term(claim.kind).label,
                               names(claim.claimant), names(claim.accused),
                               core::term(claim.certainty).label));
        for (const auto conduct : claim.conduct)
            print_line(fmt::format("    conduct  {}", core::term(conduct).label));
        if (!claim.via.empty()) print_line("    via      " + names(claim.via));
        print_line("    “" + one_line(core::cut(article.text, claim.quote)) + "”");
    }
}

void print_stage(const core::Article& article, std::string_view stage,
                 const extractor::Lexicon& lexicon) {
    if (stage == "sentences") {
        for (const auto& sentence : extractor::sentences(article))
            print_line(core::cut(article.text, sentence));
    } else if (stage == "claims") {
        print_claims(article, lexicon);
    } else {
        print_article(article);
    }
}

// The page before it is an article: its status, encoding and size; what it says of itself, and why
// that is believed; then its lines, '+' before those of the article, each with the reason and the
// elements it stands in.
void print_page(const Input& input) {
    const auto* page = std::get_if<core::FetchedPage>(&input.content);
    if (page == nullptr) return print_line(std::get<extractor::PlainText>(input.content).text);
    const auto decoded = core::decode(page->body, page->content_type, core::Markup::Html);
    print_line(fmt::format("url           {}", page->url ? page->url->text() : "(none)"));
    print_line(fmt::format("status        {}", page->status));
    print_line(fmt::format("content type  {}", page->content_type));
    print_line(fmt::format("encoding      {}", decoded.encoding));
    print_line(fmt::format("bytes         {}", page->body.size()));
    const auto reading = extractor::explain_page(*page);
    if (!reading) return print_line(fmt::format("no lines      {}", reading.error().message));
    for (const auto& fact : reading->facts) print_line(fact);
    for (const auto& line : reading->lines)
        print_line(fmt::format("{} {:<22} {}\n{:>26}{}", line.is_kept ? '+' : '-', line.why,
                               line.text, "", line.place));
}

core::Failure named(core::Failure failure, const Input& input) {
    if (failure.input.empty()) failure.input = input.name;
    return failure;
}

void tell_imported(const Context& context, const Pipeline& pipeline, std::size_t failures) {
    if (context.json())
        print_line(nlohmann::ordered_json{{"articles", pipeline.articles()},
                                          {"claims", pipeline.claims()},
                                          {"failed", failures},
                                          {"interrupted", stop_requested().load()}}
                       .dump());
    tell(context, fmt::format("import: {} articles, {} claims; {} inputs failed",
                              pipeline.articles(), pipeline.claims(), failures));
}

}  // namespace

Exit import(const Context& context, const InputOptions& options) {
    auto store = open_for_writing(context.home);
    auto index = open_index_for_writing(context.home, store);
    crawler::WarcWriter captures(context.home.captures(),
                                 fmt::format("claimtrail/{}", kProgramVersion),
                                 context.clock.now());
    const auto lexicon = lexicon_of(context.config);
    Pipeline pipeline(store, index, lexicon, outlet_names(context.config.sources));
    Reader reader(context);
    for (const auto& file : options.files)
        reader.read(file, InputKind::Guess, [&](const Input& input) {
            const auto* page = std::get_if<core::FetchedPage>(&input.content);
            const bool as_it_came = page != nullptr && input.from != Input::From::JsonLine;
            const auto saved =
                as_it_came ? pipeline.ingest(*page, keep_import(store, captures, *page, file))
                           : pipeline.ingest(input, context.clock.now());
            if (!saved) return reader.failed(named(saved.error(), input));
            show_progress(context, pipeline.articles());
        });
    captures.sync();
    pipeline.conclude();
    tell_imported(context, pipeline, reader.failures());
    return reader.exit();
}

Exit extract(const Context& context, const ExtractOptions& options) {
    const auto lexicon = lexicon_of(context.config);
    Reader reader(context);
    const auto each = [&](const Input& input) {
        const auto article = article_of(input);
        if (!article) return reader.failed(article.error());
        print_line(extracted_json(*article, options, lexicon));
    };
    if (options.files.empty() && options.jsonl.empty())
        return refuse(context, {.kind = core::Failure::Kind::BadConfiguration,
                                .message = "name a file, or --jsonl - for standard input",
                                .input = {}});
    for (const auto& file : options.files) reader.read(file, InputKind::Guess, each);
    if (!options.jsonl.empty()) reader.read(options.jsonl, InputKind::JsonLines, each);
    return reader.exit();
}

Exit show_stage(const Context& context, const ShowOptions& options) {
    const auto lexicon = lexicon_of(context.config);
    Reader reader(context);
    reader.read(options.file, InputKind::Guess, [&](const Input& input) {
        if (options.stage == "page") return print_page(input);
        const auto article = article_of(input);
        if (!article) return reader.failed(article.error());
        print_stage(*article, options.stage, lexicon);
    });
    return reader.exit();
}

}  // namespace cli
