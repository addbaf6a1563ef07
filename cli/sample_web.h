// A small news web out of a folder: DAY/HOST/path. A day holds what came or changed on it; what it
// does not hold shows through from the days before.
#pragma once
#include <atomic>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "core/result.h"
#include "core/time.h"
#include "web/web.h"

namespace cli {

class SampleWeb {
public:
    // Reads all of it into memory, so that a request can reach nothing else.
    static core::Result<SampleWeb> read(const std::filesystem::path& folder);

    std::size_t days() const { return editions_.size(); }
    core::Days day(std::size_t number) const { return editions_[number].day; }  // oldest first
    std::size_t hosts() const;

    // As the web was on that day.
    web::Response answer(const web::Request& request, std::size_t number) const;

private:
    struct File {
        std::string content_type, etag, bytes;
    };
    struct Edition {
        core::Days day;
        std::map<std::string, File, std::less<>> files;  // by "host/path"
    };
    static core::Result<Edition> read_edition(const std::filesystem::path& folder, core::Days day);
    const File* find(std::string_view host, std::string_view path, std::size_t number) const;

    std::vector<Edition> editions_;
};

// Serves a sample web on a free port of 127.0.0.1 while it lives. Throws core::SystemError when it
// cannot listen.
class SampleServer {
public:
    explicit SampleServer(const SampleWeb& web);
    ~SampleServer();
    SampleServer(const SampleServer&) = delete;
    SampleServer& operator=(const SampleServer&) = delete;

    std::uint16_t port() const { return port_; }
    void turn_to(std::size_t day) { day_.store(day); }

private:
    const SampleWeb& web_;
    std::atomic<std::size_t> day_{0};
    std::atomic<bool> stop_{false};
    std::uint16_t port_ = 0;
    std::thread thread_;
};

}  // namespace cli
