#include "cli/crawl_progress.h"

#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/crawl_outcome.h"

namespace cli {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kLineWidth = 100;

}  // namespace

CrawlProgress::CrawlProgress(const Context& context) {
    if (context.loudness == Loudness::Quiet || context.json()) return;
    const bool changes = isatty(STDERR_FILENO) != 0 && context.loudness != Loudness::Verbose;
    form_ = changes ? Form::Line : Form::Lines;
}

CrawlProgress::~CrawlProgress() {
    if (is_shown_) fmt::print(stderr, "\r{:{}}\r", "", kLineWidth);
}

void CrawlProgress::heard(const crawler::Outcome& outcome, const store::RunRow& figures,
                          std::size_t to_go) {
    if (form_ == Form::Lines) fmt::print(stderr, "{}\n", log_line(outcome));
    const auto now = std::chrono::steady_clock::now();
    if (form_ != Form::Line || now - shown_ < 100ms) return;
    shown_ = now;
    is_shown_ = true;
    auto line =
        fmt::format("crawl: {} fetched, {} not modified, {} failed, {} to go: {}", figures.fetched,
                    figures.not_modified, figures.failed, to_go, outcome.request.url.host());
    line.resize(kLineWidth, ' ');
    fmt::print(stderr, "\r{}", line);
}

std::string log_line(const crawler::Outcome& outcome) {
    const auto what = outcome.result
                          ? fmt::format("{}, {} bytes in {} ms", outcome.status.value_or(0),
                                        outcome.bytes, outcome.took.count())
                          : problem_of(outcome.result.error());
    return fmt::format("crawl: {}: {}", what, outcome.request.url.text());
}

}  // namespace cli
