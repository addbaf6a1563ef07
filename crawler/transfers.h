// One HTTP request each, many at a time, over libcurl. Knows nothing of robots or politeness.
// Private to the crawler.
#pragma once
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "crawler/web.h"

namespace crawler {

using Headers = std::vector<std::pair<std::string, std::string>>;

// The value of the first header of that name.
std::optional<std::string> header(const Headers& headers, std::string_view name);

struct Order {
    std::int64_t job = 0;
    std::string url;   // without credentials and fragment
    std::string host;  // as in the URL, for the guard of addresses
    FetchMemory memory;
    std::uint64_t max_body = 0;
    enum class Longer { Fail, Cut } longer = Longer::Fail;   // what of a body beyond that
    enum class Media { Any, Documents } media = Media::Any;  // Documents: no pictures, films, PDFs
};

struct Delivery {
    std::int64_t job = 0;
    enum class End {
        Whole,
        Cut,       // at max_body, as ordered; redirects and errors: at 64 KiB
        TooLarge,  // body
        TooManyHeaders,
        WrongMedia,
        CutOff,         // began, but did not come to its end
        Damaged,        // the body is not in the coding its header names
        UnknownCoding,  // nor one we asked for
        TimedOut,
        Blocked,  // leads to an address that may not be connected to
        NoAnswer
    } end = End::NoAnswer;
    bool silent = false;        // nobody there, or nothing heard within the time
    std::string detail;         // in words, for those that need them
    std::optional<int> status;  // set once all headers were there
    Headers headers;
    std::string body;
    std::uint64_t bytes = 0;  // of the body, before decompression
    Exchange exchange;
    std::chrono::milliseconds took{0};
};

// Whether one of the patterns ("host" or "*.suffix") names the host.
bool host_matches(const std::vector<std::string>& patterns, std::string_view host);

class Transfers {
public:
    explicit Transfers(const FetchOptions& options);
    ~Transfers();
    void start(const Order& order);
    // Works on what is under way until something is delivered, for `most` at the longest.
    std::vector<Delivery> wait(std::chrono::milliseconds most);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace crawler
