// A crawler::Web for tests: answers from what was put there and records what was asked.
#pragma once
#include <chrono>
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
        answers_.insert_or_assign(url, Given{Answer(std::move(page))});
    }
    void put(const std::string& url, core::Failure failure,
             std::optional<std::chrono::seconds> retry_after = std::nullopt) {
        answers_.insert_or_assign(
            url, Given{.answer = tl::unexpected(std::move(failure)), .retry_after = retry_after});
    }
    void put(const std::string& url, crawler::NotModified answer) {
        answers_.insert_or_assign(url, Given{Answer(answer)});
    }
    // 404 or 410.
    void put_missing(const std::string& url, int status) {
        answers_.insert_or_assign(url, missing(url, status));
    }
    // The answer of `to` comes, after a redirect of this status.
    void put_redirect(const std::string& url, const std::string& to, int status) {
        redirects_.insert_or_assign(url, Hop{to, status});
    }

    // Every request, in order.
    const std::vector<crawler::Request>& asked() const { return asked_; }
    std::vector<std::string> asked_urls() const {
        std::vector<std::string> urls;
        for (const auto& request : asked_) urls.push_back(request.url.text());
        return urls;
    }
    void forget_asked() { asked_.clear(); }

    void add(crawler::Request request) override {
        asked_.push_back(request);
        waiting_.push_back(std::move(request));
    }
    // What was never put is missing: 404.
    std::optional<crawler::Outcome> next() override {
        if (interrupted_ || waiting_.empty()) return std::nullopt;
        auto request = std::move(waiting_.front());
        waiting_.pop_front();
        auto url = request.url.text();
        std::vector<core::FetchedPage> redirects;
        for (auto hop = redirects_.find(url); hop != redirects_.end(); hop = redirects_.find(url)) {
            core::FetchedPage page;
            page.url = core::Url::parse(url).value();
            page.status = hop->second.status;
            redirects.push_back(std::move(page));
            url = hop->second.to;
        }
        const auto found = answers_.find(url);
        auto given = found != answers_.end() ? found->second : missing(url, 404);
        return outcome(std::move(request), std::move(given), std::move(redirects));
    }
    void interrupt() noexcept override { interrupted_ = true; }

private:
    struct Given {
        Answer answer;
        std::optional<int> status = std::nullopt;
        std::optional<std::chrono::seconds> retry_after = std::nullopt;
    };
    struct Hop {
        std::string to;
        int status;
    };

    static Given missing(const std::string& url, int status) {
        return {.answer = core::fail(core::Failure::Kind::Gone,
                                     "answered " + std::to_string(status), url),
                .status = status};
    }

    static crawler::Outcome outcome(crawler::Request request, Given given,
                                    std::vector<core::FetchedPage> redirects) {
        std::uint64_t bytes = 0;
        auto& answer = given.answer;
        if (answer) {
            given.status = 304;
            if (auto* page = std::get_if<core::FetchedPage>(&*answer)) {
                given.status = page->status;
                bytes = page->body.size();
                if (!redirects.empty()) page->requested = request.url;
            }
        }
        return {.request = std::move(request),
                .result = std::move(answer),
                .status = given.status,
                .bytes = bytes,
                .took = std::chrono::milliseconds(1),
                .retry_after = given.retry_after,
                .redirects = std::move(redirects)};
    }

    std::map<std::string, Given> answers_;
    std::map<std::string, Hop> redirects_;
    std::deque<crawler::Request> waiting_;
    std::vector<crawler::Request> asked_;
    bool interrupted_ = false;
};
