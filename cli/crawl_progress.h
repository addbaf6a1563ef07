// How a crawl tells how it goes: on a terminal one line that changes, elsewhere one line a page,
// with the reason where it failed.
#pragma once
#include <chrono>
#include <cstddef>
#include <string>

#include "cli/context.h"
#include "crawler/crawler.h"
#include "store/store.h"

namespace cli {

class CrawlProgress {
public:
    explicit CrawlProgress(const Context& context);
    ~CrawlProgress();
    CrawlProgress(const CrawlProgress&) = delete;
    CrawlProgress& operator=(const CrawlProgress&) = delete;

    void heard(const crawler::Outcome& outcome, const store::RunRow& figures, std::size_t to_go);

private:
    enum class Form { Nothing, Line, Lines } form_ = Form::Nothing;
    std::chrono::steady_clock::time_point shown_{};
    bool is_shown_ = false;
};

// "crawl: 200, 13312 bytes in 35 ms: https://…", "crawl: refused: robots.txt forbids it …:
// https://…"
std::string log_line(const crawler::Outcome& outcome);

}  // namespace cli
