// How each host has been taking our requests, and how long it is to be left alone for it. Pure.
// Private to the crawler.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <unordered_map>

namespace crawler {

class Moods {
public:
    struct Hold {
        std::chrono::seconds wait;
        std::string why;
    };
    // After an answer; no status: there was none. `asked`: its Retry-After.
    std::optional<Hold> after(const std::string& host, std::optional<int> status,
                              std::optional<std::chrono::seconds> asked);
    // Of the last hold.
    std::string why(const std::string& host) const;

private:
    struct Mood {
        int pushbacks = 0;  // 429 and 503 in a row
        int silences = 0;   // requests without an answer in a row
        std::string why;
    };
    std::unordered_map<std::string, Mood> moods_;
};

}  // namespace crawler
