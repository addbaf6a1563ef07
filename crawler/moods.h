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
    // After an answer with that status. `asked`: its Retry-After.
    std::optional<Hold> answered(const std::string& host, int status,
                                 std::optional<std::chrono::seconds> asked);
    std::optional<Hold> silent(const std::string& host);  // after none
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
