#include "tests/crawl_site.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <string_view>

#include <microhttpd.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace crawl_site {

namespace {

constexpr std::array<std::string_view, 24> kWords{
    "the",   "laboratory", "said",  "that",    "its",     "model",  "answers", "archive",
    "read",  "newspaper",  "court", "week",    "without", "asking", "editors", "from",
    "books", "company",    "which", "licence", "copied",  "wrote",  "spring",  "pages"};

// Sentences of words by lot, so that no page is a copy of another. `opaque`: with bytes that no
// text has, so that the extractor passes it over at once.
std::string page_of(int number, bool opaque) {
    const auto name = std::to_string(number);
    std::string html(opaque ? 64 : 0, '\0');
    html += "<!doctype html><html lang=en><head><title>Story " + name +
            "</title><meta property=og:type content=article></head><body><article><h1>"
            "Story " +
            name + "</h1>";
    std::minstd_rand lot(static_cast<unsigned>(number) + 1);
    while (html.size() < 13'000) {
        html += "<p>In <a href=\"/more/" + std::to_string(lot() % 1000) + "\">spring</a>";
        for (int n = 0; n < 40; ++n) (html += ' ') += kWords[lot() % kWords.size()];
        html += ".</p>\n";
    }
    return html + "</article></body></html>";
}

std::string sitemap_of(const std::string& host, const std::string& below, int first, int step,
                       int end) {
    std::string map = "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>";
    for (int n = first; n < end; n += step)
        map += "<url><loc>http://" + host + below + std::to_string(n) + "</loc></url>\n";
    return map + "</urlset>";
}

class Site {
public:
    Site() {
        for (int n = 0; n < kPages; ++n)
            for (const bool opaque : {false, true})
                pages_[(opaque ? "/b/" : "/p/") + std::to_string(n)] = page_of(n, opaque);
        for (int n = 0; n < kHosts; ++n) start();
        for (int n = 0; n < kHosts; ++n)
            for (const auto* below : {"/p/", "/b/"})
                pages_[std::string("/map") + below + std::to_string(n)] =
                    sitemap_of(hosts[static_cast<std::size_t>(n)], below, n, kHosts, kPages);
        for (int n = 0; n < 2; ++n)
            pages_["/many/" + std::to_string(n)] =
                sitemap_of(hosts[0], "/b/", n * kFrontier / 2, 1, (n + 1) * kFrontier / 2);
    }
    ~Site() {
        for (auto* daemon : daemons_) MHD_stop_daemon(daemon);
    }
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;

    std::vector<std::string> hosts;  // "127.0.0.1:40123"

private:
    static MHD_Result answer(void* self, MHD_Connection* connection, const char* path, const char*,
                             const char*, const char*, std::size_t*, void**) {
        const auto& pages = static_cast<const Site*>(self)->pages_;
        const auto found = pages.find(path);
        const bool is_page = found != pages.end();
        const std::string_view body = is_page ? std::string_view(found->second) : "no such page";
        auto* response = MHD_create_response_from_buffer(
            body.size(), const_cast<char*>(body.data()), MHD_RESPMEM_PERSISTENT);
        MHD_add_response_header(response, "Content-Type", "text/html; charset=utf-8");
        const auto queued = MHD_queue_response(connection, is_page ? 200 : 404, response);
        MHD_destroy_response(response);
        return queued;
    }
    void start() {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto* daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, nullptr, nullptr, answer,
                                        this, MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_END);
        if (daemon == nullptr) std::exit(3);
        daemons_.push_back(daemon);
        const auto* info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
        hosts.push_back("127.0.0.1:" + std::to_string(info->port));
    }

    std::map<std::string, std::string, std::less<>> pages_;
    std::vector<MHD_Daemon*> daemons_;
};

[[noreturn]] void serve(int out) {
    const Site site;
    for (const auto& host : site.hosts) dprintf(out, "%s\n", host.c_str());
    close(out);
    for (;;) pause();
}

}  // namespace

Server::Server() {
    int ends[2];
    if (pipe(ends) != 0 || (pid_ = fork()) < 0) std::exit(3);
    if (pid_ == 0) serve(ends[1]);
    close(ends[1]);
    auto* in = fdopen(ends[0], "r");
    char line[64];
    for (int n = 0; n < kHosts && std::fgets(line, sizeof line, in) != nullptr; ++n)
        hosts.emplace_back(line, std::string_view(line).find('\n'));
    std::fclose(in);
}

Server::~Server() {
    kill(pid_, SIGTERM);
    waitpid(pid_, nullptr, 0);
}

std::vector<std::string> Server::urls() const {
    std::vector<std::string> urls;
    for (int n = 0; n < kPages; ++n)
        urls.push_back("http://" + hosts[static_cast<std::size_t>(n % kHosts)] + "/p/" +
                       std::to_string(n));
    return urls;
}

}  // namespace crawl_site
