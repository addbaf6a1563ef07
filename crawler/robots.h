// robots.txt (RFC 9309; where it is silent, as Google's matcher does). Part of the crawler's door.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crawler {

class Robots {
public:
    // Reads any bytes; what is no rule is skipped. Bytes beyond 500 KiB are not looked at.
    static Robots parse(std::string_view bytes);
    static Robots allow_all();
    static Robots disallow_all();  // the file could not be had: 5xx, 429, unreachable

    struct Answer {
        bool allowed = true;
        std::optional<std::string> rule;  // as written, "Disallow: /private"
        std::optional<int> line;          // 1-based
    };
    // `agent` is the product token ("claimtrail"); `path` is path and query of a Url.
    Answer may_fetch(std::string_view agent, std::string_view path) const;
    std::optional<std::chrono::milliseconds> crawl_delay(std::string_view agent) const;
    const std::vector<std::string>& sitemaps() const { return sitemaps_; }

private:
    friend class RobotsParser;
    struct Rule {
        bool allow;
        std::string pattern;  // percent-encoding normalised
        std::string written;
        int line;
    };
    struct Group {
        std::vector<std::string> agents;  // lower case; "*" among them
        std::vector<Rule> rules;
    };
    struct Delay {
        std::string agent;
        std::chrono::milliseconds delay;
    };
    bool has_group(std::string_view agent) const;

    std::vector<Group> groups_;
    std::vector<Delay> delays_;
    std::vector<std::string> sitemaps_;
};

}  // namespace crawler
