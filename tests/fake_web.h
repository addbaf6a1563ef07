// A crawler::Web for tests: answers from what was put there and records what was asked.
#pragma once
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "crawler/crawler.h"

class FakeWeb : public crawler::Web {
public:
    using Answer = core::Result<std::variant<core::FetchedPage, crawler::NotModified>>;

    // An HTML page; anything else goes by the second form.
    void put(const std::string& url, const std::string& html) {
        core::FetchedPage page;
        page.content_type = "text/html; charset=utf-8";
        page.headers = {{"Content-Type", page.content_type}};
        page.body = html;
        put(url, std::move(page));
    }
    void put(const std::string& url, core::FetchedPage page) {
        if (!page.url) page.url = core::Url::parse(url).value();
        answers_.insert_or_assign(url, Answer(std::move(page)));
    }
    void put(const std::string& url, core::Failure failure) {
        answers_.insert_or_assign(url, Answer(tl::unexpected(std::move(failure))));
    }
    void put(const std::string& url, crawler::NotModified answer) {
        answers_.insert_or_assign(url, Answer(answer));
    }

    // Every request, in order.
    const std::vector<crawler::Request>& asked() const { return asked_; }
    std::vector<std::string> asked_urls() const {
        std::vector<std::string> urls;
        for (const auto& request : asked_) urls.push_back(request.url.text());
        return urls;
    }

    void add(crawler::Request request) override {
        asked_.push_back(request);
        waiting_.push_back(std::move(request));
    }
    // What was never put is gone: 404.
    std::optional<crawler::Outcome> next() override {
        if (interrupted_ || waiting_.empty()) return std::nullopt;
        auto request = std::move(waiting_.front());
        waiting_.pop_front();
        const auto found = answers_.find(request.url.text());
        auto answer =
            found != answers_.end()
                ? found->second
                : Answer(core::fail(core::Failure::Kind::Gone, "answered 404", request.url.text()));
        return outcome(std::move(request), std::move(answer));
    }
    void interrupt() noexcept override { interrupted_ = true; }

private:
    static crawler::Outcome outcome(crawler::Request request, Answer answer) {
        std::optional<int> status;
        std::uint64_t bytes = 0;
        if (!answer) {
            if (answer.error().kind == core::Failure::Kind::Gone) status = 404;
        } else if (const auto* page = std::get_if<core::FetchedPage>(&*answer)) {
            status = page->status;
            bytes = page->body.size();
        } else {
            status = 304;
        }
        return {.request = std::move(request),
                .result = std::move(answer),
                .status = status,
                .bytes = bytes,
                .took = std::chrono::milliseconds(1),
                .retry_after = {},
                .redirects = {}};
    }

    std::map<std::string, Answer> answers_;
    std::deque<crawler::Request> waiting_;
    std::vector<crawler::Request> asked_;
    bool interrupted_ = false;
};
