#include "cli/crawl_outcome.h"

#include <fmt/format.h>

namespace cli {

const core::FetchedPage* page_in(const crawler::Outcome& outcome) {
    return outcome.result ? std::get_if<core::FetchedPage>(&*outcome.result) : nullptr;
}

store::Validators validators_of(const core::FetchedPage& page) {
    store::Validators validators;
    for (const auto& [name, value] : page.headers) {
        if (core::equals_ignoring_case(name, "etag")) validators.etag = value;
        if (core::equals_ignoring_case(name, "last-modified")) validators.last_modified = value;
    }
    return validators;
}

std::string problem_of(const core::Failure& failure) {
    return fmt::format("{}: {}", core::code(failure.kind), failure.message);
}

void whisper_failure(const Context& context, const core::Failure& failure, const core::Url& url) {
    if (context.loudness != Loudness::Verbose) return;
    if (context.json())
        complain(context.format, {failure.kind, failure.message, url.text()});
    else
        whisper(context, fmt::format("crawl: {}: {}", problem_of(failure), url.text()));
}

}  // namespace cli
