#include "cli/sample_web.h"

#include <algorithm>
#include <array>
#include <future>
#include <set>

#include <fmt/format.h>

#include "cli/inputs.h"
#include "crawler/crawler.h"

namespace cli {

namespace {

namespace fs = std::filesystem;
using core::Failure;

constexpr std::size_t kMaxFile = 4 << 20;
constexpr std::size_t kMaxFiles = 10'000;

struct Ending {
    std::string_view extension, content_type;
};
// HTML without a charset: what a page says of itself counts.
constexpr std::array<Ending, 8> kEndings{{{".html", "text/html"},
                                          {".htm", "text/html"},
                                          {".xml", "application/xml"},
                                          {".rss", "application/rss+xml"},
                                          {".atom", "application/atom+xml"},
                                          {".json", "application/feed+json"},
                                          {".txt", "text/plain; charset=utf-8"},
                                          {".css", "text/css"}}};

// What a path may stand for, the first that is there.
constexpr std::array<std::string_view, 4> kCompletions{"", ".html", "/index.html", "/index.xml"};

std::string content_type_of(const fs::path& file) {
    const auto extension = file.extension().string();
    const auto* found = std::find_if(kEndings.begin(), kEndings.end(), [&](const Ending& ending) {
        return ending.extension == extension;
    });
    return std::string(found == kEndings.end() ? "application/octet-stream" : found->content_type);
}

std::string_view without_port(std::string_view host) { return host.substr(0, host.find(':')); }

std::string_view without_end_slashes(std::string_view path) {
    while (path.ends_with('/')) path.remove_suffix(1);
    return path;
}

}  // namespace

core::Result<SampleWeb::Edition> SampleWeb::read_edition(const fs::path& folder, core::Days day) {
    Edition edition{.day = day, .files = {}};
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        if (edition.files.size() >= kMaxFiles)
            return core::fail(Failure::Kind::TooLarge,
                              fmt::format("more than {} files are no sample", kMaxFiles),
                              folder.string());
        auto bytes = read_file(entry.path().string(), kMaxFile);
        if (!bytes) return tl::unexpected(bytes.error());
        auto etag = fmt::format("\"{}\"", crawler::sha256_hex(*bytes).substr(0, 16));
        edition.files.emplace(entry.path().lexically_relative(folder).generic_string(),
                              File{.content_type = content_type_of(entry.path()),
                                   .etag = std::move(etag),
                                   .bytes = std::move(*bytes)});
    }
    return edition;
}

core::Result<SampleWeb> SampleWeb::read(const fs::path& folder) {
    std::error_code error;
    SampleWeb web;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const auto day = core::parse_day_range(entry.path().filename().string());
        if (!entry.is_directory() || !day || day->first != day->last) continue;
        auto edition = read_edition(entry.path(), day->first);
        if (!edition) return tl::unexpected(edition.error());
        web.editions_.push_back(std::move(*edition));
    }
    if (error) return core::fail(Failure::Kind::NotFound, error.message(), folder.string());
    if (web.editions_.empty())
        return core::fail(Failure::Kind::NotFound,
                          "holds no sample web: folders like 2026-06-12/HOST/path are wanted",
                          folder.string());
    std::sort(web.editions_.begin(), web.editions_.end(),
              [](const Edition& a, const Edition& b) { return a.day < b.day; });
    return web;
}

std::size_t SampleWeb::hosts() const {
    std::set<std::string_view> hosts;
    for (const auto& edition : editions_)
        for (const auto& [name, file] : edition.files)
            hosts.insert(std::string_view(name).substr(0, name.find('/')));
    return hosts.size();
}

const SampleWeb::File* SampleWeb::find(std::string_view host, std::string_view path,
                                       std::size_t number) const {
    const auto base = fmt::format("{}{}", without_port(host), without_end_slashes(path));
    for (std::size_t at = number + 1; at-- > 0;) {
        const auto& files = editions_[at].files;
        for (const auto completion : kCompletions)
            if (const auto found = files.find(fmt::format("{}{}", base, completion));
                found != files.end())
                return &found->second;
    }
    return nullptr;
}

web::Response SampleWeb::answer(const web::Request& request, std::size_t number) const {
    const File* file = find(request.host, request.path, number);
    if (file == nullptr)
        return {.status = 404,
                .content_type = "text/plain; charset=utf-8",
                .headers = {},
                .body = "There is no such page in the sample web.\n"};
    web::Response response{.status = 200,
                           .content_type = file->content_type,
                           .headers = {{"ETag", file->etag}},
                           .body = {}};
    if (request.if_none_match == file->etag)
        response.status = 304;
    else
        response.body = file->bytes;
    return response;
}

SampleServer::SampleServer(const SampleWeb& web) : web_(web) {
    std::promise<std::uint16_t> listening;
    auto port = listening.get_future();
    thread_ = std::thread([this, listening = std::move(listening)]() mutable {
        try {
            web::serve_with({.address = "127.0.0.1",
                             .port = 0,
                             .database = {},
                             .index = {},
                             .now = {},
                             .listening = [&](std::uint16_t at) { listening.set_value(at); }},
                            stop_, [this](const web::Request& request) {
                                return web_.answer(request, day_.load());
                            });
        } catch (const core::SystemError&) {
            listening.set_exception(std::current_exception());
        }
    });
    try {
        port_ = port.get();
    } catch (const core::SystemError&) {
        thread_.join();
        throw;
    }
}

SampleServer::~SampleServer() {
    stop_.store(true);
    thread_.join();
}

}  // namespace cli
