#include "crawler/robots.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "core/text.h"
#include "crawler/robots_text.h"

namespace crawler {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kMaxBytes = 500 << 10;
constexpr std::size_t kMaxLine = std::size_t{2083} * 8;
constexpr std::size_t kMaxSitemaps = 1000;

enum class Key { Agent, Allow, Disallow, Delay, Sitemap, Other };

// Keys as people write them. A key counts when it starts with one of these, as in the reference
// matcher: "Disallowed: /" is meant as it reads.
struct KeySpelling {
    std::string_view text;
    Key key;
};
constexpr std::array<KeySpelling, 14> spellings{{
    {"user-agent", Key::Agent},
    {"useragent", Key::Agent},
    {"user agent", Key::Agent},
    {"disallow", Key::Disallow},
    {"dissallow", Key::Disallow},
    {"dissalow", Key::Disallow},
    {"disalow", Key::Disallow},
    {"diasllow", Key::Disallow},
    {"disallaw", Key::Disallow},
    {"allow", Key::Allow},
    {"crawl-delay", Key::Delay},
    {"crawldelay", Key::Delay},
    {"sitemap", Key::Sitemap},
    {"site-map", Key::Sitemap},
}};

Key key_of(std::string_view text) {
    const auto low = core::lower_ascii(text.substr(0, 16));
    const auto found =
        std::find_if(spellings.begin(), spellings.end(),
                     [&](const KeySpelling& spelling) { return low.starts_with(spelling.text); });
    return found == spellings.end() ? Key::Other : found->key;
}

struct Line {
    std::string_view key, value;
};

// "key: value", or two words without the colon.
std::optional<Line> split_line(std::string_view text) {
    const auto colon = text.find(':');
    if (colon != text.npos && colon > 0)
        return Line{core::trim(text.substr(0, colon)), core::trim(text.substr(colon + 1))};
    const auto gap = text.find_first_of(" \t");
    if (colon == 0 || gap == text.npos) return std::nullopt;
    const auto value = core::trim(text.substr(gap));
    if (value.find_first_of(" \t") != value.npos) return std::nullopt;
    return Line{text.substr(0, gap), value};
}

std::optional<milliseconds> read_delay(std::string_view value) {
    double seconds = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (error != std::errc{} || end != value.data() + value.size()) return std::nullopt;
    if (!std::isfinite(seconds) || seconds < 0) return std::nullopt;
    constexpr double day = 86400;
    return milliseconds{std::llround(std::min(seconds, day) * 1000)};
}

// "Claimtrail/0.1" → "claimtrail". Groups name tokens of letters; other agents match none of them.
std::string asked_agent(std::string_view agent) {
    return core::lower_ascii(agent.substr(0, agent.find_first_of("/ \t")));
}

// Where the RFC and Google's matcher differ, what either forbids is forbidden.
Unreserved unreserved_in(bool allow) { return allow ? Unreserved::Kept : Unreserved::Undone; }

bool names(const std::vector<std::string>& agents, std::string_view agent) {
    return std::find(agents.begin(), agents.end(), agent) != agents.end();
}

}  // namespace

// Reads line by line. Agent lines in a row make one group; the first rule after them closes it.
class RobotsParser {
public:
    Robots parse(std::string_view bytes) {
        if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
        bytes = bytes.substr(0, kMaxBytes);
        while (!bytes.empty()) {
            const auto end = std::min(bytes.find_first_of("\r\n"), bytes.size());
            ++line_;
            read_line(bytes.substr(0, std::min(end, kMaxLine - 1)));
            const bool both = bytes.substr(end).starts_with("\r\n");
            bytes.remove_prefix(std::min(bytes.size(), end + (both ? 2 : 1)));
        }
        return std::move(robots_);
    }

private:
    void read_line(std::string_view text) {
        text = core::trim(text.substr(0, text.find('#')));
        const auto line = split_line(text);
        if (!line) return;
        switch (key_of(line->key)) {
            case Key::Agent: return add_agent(line->value);
            case Key::Allow: return add_rule(true, line->value, text);
            case Key::Disallow: return add_rule(false, line->value, text);
            case Key::Delay: return add_delay(line->value);
            case Key::Sitemap: return add_sitemap(line->value);
            case Key::Other: return add_bare_sitemap(text);
        }
    }

    // Some forget the key before the address.
    void add_bare_sitemap(std::string_view text) {
        const auto low = core::lower_ascii(text);
        if (!low.starts_with("http://") && !low.starts_with("https://")) return;
        if (low.find("sitemap") != low.npos) add_sitemap(text);
    }

    void add_agent(std::string_view value) {
        if (robots_.groups_.empty() || !robots_.groups_.back().rules.empty() || closed_)
            robots_.groups_.emplace_back();
        closed_ = false;
        robots_.groups_.back().agents.push_back(agent_token(value));
        without_delay_.push_back(robots_.groups_.back().agents.back());
    }

    void add_rule(bool allow, std::string_view value, std::string_view written) {
        if (robots_.groups_.empty()) return;
        closed_ = true;
        without_delay_.clear();
        if (value.empty()) return;  // "Disallow:" forbids nothing
        auto& rules = robots_.groups_.back().rules;
        const auto normal = [&](std::string_view pattern) {
            return normal_pattern(pattern, unreserved_in(allow));
        };
        rules.push_back({allow, normal(value), std::string(written), line_});
        // Who allows a folder's index page allows the folder's own address.
        const auto slash = value.rfind('/');
        if (allow && slash != value.npos && value.substr(slash).starts_with("/index.htm"))
            rules.push_back(
                {allow, normal(value.substr(0, slash + 1)) + '$', std::string(written), line_});
    }

    // A delay is for the agents named since the last delay, or for the whole group if it stands
    // below the rules; without any agent line it is meant for all.
    void add_delay(std::string_view value) {
        const auto delay = read_delay(value);
        if (!delay) return;
        auto agents = std::exchange(without_delay_, {});
        if (agents.empty() && robots_.groups_.empty()) agents = {"*"};
        if (agents.empty()) agents = robots_.groups_.back().agents;
        for (auto& agent : agents) robots_.delays_.push_back({std::move(agent), *delay});
    }

    void add_sitemap(std::string_view value) {
        auto& known = robots_.sitemaps_;
        if (value.empty() || known.size() == kMaxSitemaps) return;
        if (std::find(known.begin(), known.end(), value) == known.end()) known.emplace_back(value);
    }

    Robots robots_;
    std::vector<std::string> without_delay_;
    int line_ = 0;
    bool closed_ = false;
};

Robots Robots::parse(std::string_view bytes) { return RobotsParser().parse(bytes); }

Robots Robots::allow_all() { return {}; }

Robots Robots::disallow_all() {
    Robots robots;
    robots.groups_.push_back({{"*"}, {{false, "/", "", 0}}});
    return robots;
}

bool Robots::has_group(std::string_view agent) const {
    return !agent.empty() && std::any_of(groups_.begin(), groups_.end(), [&](const Group& group) {
        return names(group.agents, agent);
    });
}

// All groups that name the agent count as one; only if there is none do those for "*".
Robots::Answer Robots::may_fetch(std::string_view agent, std::string_view path) const {
    if (path == "/robots.txt") return {};
    const auto token = asked_agent(agent);
    const bool named = has_group(token);
    const auto undone = normal_path(path, Unreserved::Undone);
    const auto kept = normal_path(path, Unreserved::Kept);
    const Rule* best = nullptr;
    for (const Group& group : groups_) {
        if (!names(group.agents, named ? token : "*")) continue;
        for (const Rule& rule : group.rules) {
            const bool weaker =
                best &&
                (rule.pattern.size() < best->pattern.size() ||
                 (rule.pattern.size() == best->pattern.size() && (best->allow || !rule.allow)));
            if (!weaker && pattern_matches(rule.pattern, rule.allow ? kept : undone)) best = &rule;
        }
    }
    if (!best) return {};
    if (best->written.empty()) return {.allowed = best->allow, .rule = {}, .line = {}};
    return {.allowed = best->allow, .rule = best->written, .line = best->line};
}

std::optional<milliseconds> Robots::crawl_delay(std::string_view agent) const {
    const auto token = asked_agent(agent);
    const bool named = has_group(token);
    std::optional<milliseconds> longest;
    for (const Delay& delay : delays_)
        if (delay.agent == (named ? token : "*"))
            longest = std::max(longest.value_or(delay.delay), delay.delay);
    return longest;
}

}  // namespace crawler
