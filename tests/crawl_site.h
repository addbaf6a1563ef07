// Eight hosts on loopback with 2,000 pages of 13 kB, for the benchmark of crawling.
//
//     /p/N /b/N            pages; those below /b/ hold bytes that no text has, so that the
//                          extractor passes them over at once
//     /map/p/H /map/b/H    a sitemap of host H's pages
//     /many/0 /many/1      sitemaps of 50,000 addresses each
#pragma once
#include <string>
#include <vector>

#include <sys/types.h>

namespace crawl_site {

inline constexpr int kHosts = 8;
inline constexpr int kPages = 2000;
inline constexpr int kFrontier = 100'000;

// In a process of its own, so that its time is nobody's.
class Server {
public:
    Server();
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::vector<std::string> hosts;  // "127.0.0.1:40123"
    std::vector<std::string> urls() const;

private:
    pid_t pid_ = -1;
};

}  // namespace crawl_site
