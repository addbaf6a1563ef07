// A small HTTP server on 127.0.0.1 for tests of fetching: a free port, a thread per connection, one
// request per connection. The handler sends whatever bytes it likes: good answers and bad ones.
#pragma once
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

struct SeenRequest {
    std::string host, target, head;  // the Host header; the path; all of it
    std::chrono::steady_clock::time_point at;
    std::string header(std::string_view name) const;  // "" if it was not sent
};

class Peer {
public:
    explicit Peer(int socket) : socket_(socket) {}
    bool send(std::string_view bytes) const;  // false: the other side is gone
    void send_forever(std::string_view bytes) const;
    void stay_silent() const;  // until the other side is gone or the server ends
    void reset() const;        // RST when the handler returns

private:
    int socket_;
};

class LoopbackServer {
public:
    using Handler = std::function<void(const SeenRequest&, const Peer&)>;
    explicit LoopbackServer(Handler handler);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    std::uint16_t port() const { return port_; }
    std::vector<SeenRequest> seen() const;          // in order of arrival
    std::vector<std::string> seen_targets() const;  // "one.test/a"

private:
    void accept_all();
    void serve(int socket);

    Handler handler_;
    int listener_ = -1;
    std::uint16_t port_ = 0;
    mutable std::mutex mutex_;
    std::vector<SeenRequest> seen_;
    std::set<int> open_;
    std::atomic<bool> stopping_{false};
    std::vector<std::thread> threads_;
    std::thread acceptor_;
};

using TestHeaders = std::vector<std::pair<std::string, std::string>>;
// With a Content-Length, unless the headers have one.
std::string http_answer(int status, std::string_view body, const TestHeaders& headers = {});
