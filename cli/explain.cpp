// What the crawler would make of something, and why: for a person, or line by line for a test
// bench.
#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/stop.h"
#include "core/charset.h"
#include "core/text.h"
#include "crawler/crawler.h"

namespace cli {

namespace {

using core::Failure;
using json = nlohmann::ordered_json;

// One question, from a JSON line or from the command line.
struct Question {
    std::string body;  // bytes: robots.txt, feed, sitemap, page
    std::string content_type, url, base, agent, date, ip;
};

json maybe(const std::optional<std::string>& value) { return value ? json(*value) : json(); }
json maybe(const std::optional<core::Timestamp>& value) {
    return value ? json(core::to_text(value->at)) : json();
}

core::FetchedPage page_of(const Question& question) {
    const auto url = core::Url::parse(question.url);
    return {.url = url ? std::optional(*url) : std::nullopt,
            .requested = std::nullopt,
            .status = 200,
            .content_type = question.content_type,
            .headers = {},
            .body = question.body,
            .fetched_at = {}};
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Between "//" and what follows, without credentials and port: "Bücher.example".
std::string_view host_as_written(std::string_view url) {
    url.remove_prefix(std::min(url.find("//"), url.size() - std::min<std::size_t>(url.size(), 2)));
    url.remove_prefix(std::min<std::size_t>(url.size(), 2));
    url = url.substr(0, url.find_first_of("/?#"));
    if (const auto at = url.rfind('@'); at != url.npos) url.remove_prefix(at + 1);
    return url.substr(0, url.rfind(':'));
}

// What follows the host, as Google's matcher takes it, also of an address that is not
// percent-encoded or too long.
std::string path_as_written(std::string_view url) {
    const auto host = url.find("//");
    const auto start = url.find_first_of("/?", host == url.npos ? 0 : host + 2);
    if (start == url.npos) return "/";
    const auto path = url.substr(start, url.find('#', start) - start);
    return path.starts_with('/') ? std::string(path) : '/' + std::string(path);
}

json explain_robots(const Question& question) {
    const auto robots = crawler::Robots::parse(question.body);
    const auto url = core::Url::parse(question.url);
    // As we would send it, and as it stands: what either reading forbids is forbidden.
    auto answer = robots.may_fetch(question.agent,
                                   url ? url->path_and_query() : path_as_written(question.url));
    if (answer.allowed && !is_ascii(question.url))
        answer = robots.may_fetch(question.agent, path_as_written(question.url));
    const auto delay = robots.crawl_delay(question.agent);
    return {{"allowed", answer.allowed},
            {"rule", maybe(answer.rule)},
            {"line", answer.line ? json(*answer.line) : json()},
            {"crawl_delay", delay ? json(static_cast<double>(delay->count()) / 1000) : json()},
            {"sitemaps", robots.sitemaps()}};
}

json explain_feed(const Question& question) {
    const auto feed = crawler::read_feed(page_of(question));
    if (!feed) return {{"error", feed.error().message}};
    json entries = json::array();
    for (const auto& entry : feed->entries)
        entries.push_back({{"guid", maybe(entry.guid)},
                           {"url", maybe(entry.url)},
                           {"title", maybe(entry.title)},
                           {"published", maybe(entry.published)},
                           {"updated", maybe(entry.updated)},
                           {"authors", entry.authors},
                           {"summary", maybe(entry.summary)},
                           {"content_html", maybe(entry.content_html)}});
    return {{"format", crawler::code(feed->format)},
            {"title", maybe(feed->title)},
            {"link", maybe(feed->link)},
            {"language", maybe(feed->language)},
            {"hubs", feed->hubs},
            {"entries", std::move(entries)},
            {"problems", feed->problems}};
}

json explain_sitemap(const Question& question) {
    const auto sitemap = crawler::read_sitemap(page_of(question));
    if (!sitemap) return {{"error", sitemap.error().message}};
    json entries = json::array();
    for (const auto& entry : sitemap->entries) {
        json row{{"url", entry.url}, {"lastmod", maybe(entry.lastmod)}, {"news", json()}};
        if (entry.news)
            row["news"] = {{"title", maybe(entry.news->title)},
                           {"published", maybe(entry.news->published)},
                           {"language", maybe(entry.news->language)}};
        entries.push_back(std::move(row));
    }
    return {{"kind", crawler::code(sitemap->kind)},
            {"entries", std::move(entries)},
            {"problems", sitemap->problems}};
}

core::Result<core::Url> url_of(const Question& question) {
    if (question.base.empty()) return core::Url::parse(question.url);
    const auto base = core::Url::parse(question.base);
    // A base that is no web address does not matter where the URL stands alone.
    return base ? core::Url::parse(question.url, *base) : core::Url::parse(question.url);
}

// In Unicode where it was written in Unicode.
std::optional<std::string> site_as_written(const Question& question, const core::Url& url) {
    const auto host = host_as_written(question.url);
    return is_ascii(host) ? core::site_of(url.host()) : core::site_of(core::fold(host));
}

json explain_url(const Question& question) {
    const auto url = url_of(question);
    if (!url) return {{"href", json()}, {"error", url.error().message}};
    return {{"href", url->text()},
            {"host", url->host()},
            {"site", maybe(site_as_written(question, *url))},
            {"canonical", core::canonical(*url).text()}};
}

json explain_charset(const Question& question) {
    const auto decoded = core::decode(question.body, question.content_type, core::Markup::Html);
    return {{"encoding", decoded.encoding}, {"text", decoded.text}};
}

json explain_date(const Question& question) {
    return {{"utc", maybe(core::parse_any_date(question.date))}};
}

json explain_address(const Question& question) {
    const auto is_public = core::is_public_address(question.ip);
    return {{"public", is_public.value_or(false)}};
}

struct Kind {
    std::string_view name;
    json (*answer)(const Question&);
    std::string_view body;          // key of the bytes in a JSON line; "" none
    std::string Question::*itself;  // what a person names on the command line; null: a file
};
constexpr Kind kinds[] = {
    {"robots", explain_robots, "robots_base64", nullptr},
    {"feed", explain_feed, "body_base64", nullptr},
    {"sitemap", explain_sitemap, "body_base64", nullptr},
    {"url", explain_url, "", &Question::url},
    {"charset", explain_charset, "body_base64", nullptr},
    {"date", explain_date, "", &Question::date},
    {"address", explain_address, "", &Question::ip},
};

std::string text_at(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

core::Result<Question> question_in(const json& object, const Kind& kind) {
    Question question{.body = {},
                      .content_type = text_at(object, "content_type"),
                      .url = text_at(object, "url"),
                      .base = text_at(object, "base"),
                      .agent = text_at(object, "agent"),
                      .date = text_at(object, "date"),
                      .ip = text_at(object, "ip")};
    if (kind.body.empty()) return question;
    const auto bytes = decode_base64(text_at(object, std::string(kind.body).c_str()));
    if (!bytes)
        return core::fail(Failure::Kind::NotReadable,
                          fmt::format("\"{}\" is not base64", kind.body));
    question.body = *bytes;
    return question;
}

core::Result<std::string> answer_line(std::string_view line, const Kind& kind) {
    const auto object = json::parse(line, nullptr, false);
    if (!object.is_object()) return core::fail(Failure::Kind::NotReadable, "is no JSON object");
    const auto question = question_in(object, kind);
    if (!question) return tl::unexpected(question.error());
    json answer{{"id", object.contains("id") ? object["id"] : json()}};
    answer.update(kind.answer(*question));
    return answer.dump(-1, ' ', false, json::error_handler_t::replace);
}

Exit answer_lines(const Context& context, const std::string& file, const Kind& kind) {
    std::size_t failures = 0;
    const auto failed = [&](const Failure& failure) {
        complain(context.format, failure);
        ++failures;
    };
    read_lines(file,
               {.each =
                    [&](std::string_view line, const std::string& place) {
                        const auto answer = answer_line(line, kind);
                        if (!answer)
                            return failed({answer.error().kind, answer.error().message, place});
                        print_line(*answer);
                    },
                .failed = failed,
                .stopped = [] { return stop_requested().load(); }});
    return failures == 0 ? Exit::Done : Exit::SomeFailed;
}

// For a person: the same answer, one key a line.
void print_answer(const json& answer) {
    for (const auto& [key, value] : answer.items()) {
        if (!value.is_array() || value.empty() || !value.front().is_object()) {
            print_line(fmt::format("{:<12} {}", key,
                                   value.is_string() ? value.get<std::string>() : value.dump()));
            continue;
        }
        print_line(fmt::format("{:<12} {}", key, value.size()));
        for (const auto& row : value) print_line("  " + row.dump());
    }
}

}  // namespace

Exit explain(const Context& context, const ExplainOptions& options) {
    const auto* kind = std::find_if(std::begin(kinds), std::end(kinds),
                                    [&](const Kind& k) { return k.name == options.kind; });
    if (!options.jsonl.empty()) return answer_lines(context, options.jsonl, *kind);
    if (options.input.empty())
        return refuse(context, {Failure::Kind::BadConfiguration,
                                "name what to explain, or --jsonl - for standard input",
                                {}});
    Question question{.body = {},
                      .content_type = options.content_type,
                      .url = options.url,
                      .base = options.base,
                      .agent = options.agent,
                      .date = {},
                      .ip = {}};
    if (kind->itself != nullptr) {
        question.*(kind->itself) = options.input;
    } else {
        auto bytes = read_file(options.input, kMaxHtml);
        if (!bytes) return refuse(context, bytes.error(), Exit::SomeFailed);
        question.body = std::move(*bytes);
    }
    const auto answer = kind->answer(question);
    if (context.json())
        print_line(answer.dump(-1, ' ', false, json::error_handler_t::replace));
    else
        print_answer(answer);
    return Exit::Done;
}

}  // namespace cli
