// The server on a free loopback port, and clients of every sort.
#include <atomic>
#include <catch2/catch.hpp>
#include <future>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/web_site.h"
#include "web/connections.h"

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

class Client {
public:
    explicit Client(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
        const timeval patience{.tv_sec = 15, .tv_usec = 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0;
    }
    ~Client() { close(socket_); }
    Client(Client&& other) noexcept
        : socket_(std::exchange(other.socket_, -1)), connected_(other.connected_) {}
    Client& operator=(Client&&) = delete;

    bool connected() const { return connected_; }
    bool send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    // One answer by its Content-Length; what came until the end if there is none.
    std::string answer(bool with_body = true) {
        std::string got = std::exchange(rest_, "");
        for (;;) {
            const auto end = got.find("\r\n\r\n");
            if (end != std::string::npos) {
                const auto size = end + 4 + (with_body ? length_in(got.substr(0, end)) : 0);
                if (got.size() >= size) {
                    rest_ = got.substr(size);
                    return got.substr(0, size);
                }
            }
            char bytes[4096];
            const auto count = recv(socket_, bytes, sizeof bytes, 0);
            if (count <= 0) return got;
            got.append(bytes, static_cast<std::size_t>(count));
        }
    }

private:
    static std::size_t length_in(const std::string& head) {
        const auto at = head.find("Content-Length: ");
        return at == std::string::npos ? 0 : std::stoul(head.substr(at + 16));
    }
    int socket_;
    bool connected_;
    std::string rest_;
};

std::string with_parameters(int count) {
    std::string query;
    for (int i = 0; i < count; ++i) query += "p" + std::to_string(i) + "=1&";
    return query;
}

class Running {
public:
    Running() {
        site::fill(site);
        std::promise<std::uint16_t> listening;
        options_ = {.port = 0,
                    .database = site.home.path() / "claimtrail.db",
                    .index = site.home.path() / "index",
                    .now = [this] { return site.now; },
                    .listening = [&](std::uint16_t at) { listening.set_value(at); }};
        thread_ = std::thread([this] { web::serve(options_, stop_); });
        port = listening.get_future().get();
    }
    ~Running() {
        stop_ = true;
        thread_.join();
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    // Threads ask too, and Catch2's assertions are for one alone: "" is no answer.
    std::string ask(const std::string& request, bool with_body = true) const {
        Client client(port);
        return client.send(request) ? client.answer(with_body) : "";
    }
    std::string get(const std::string& path) const {
        return ask("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    }

    site::Site site;
    std::uint16_t port = 0;

private:
    std::atomic<bool> stop_{false};
    web::ServerOptions options_;
    std::thread thread_;
};

}  // namespace

TEST_CASE("A connection is kept for the next request", "[web][server]") {
    const Running server;
    Client client(server.port);
    for (const char* path : {"/healthz", "/disputes/d1", "/nothing", "/healthz"}) {
        client.send("GET " + std::string(path) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        CHECK_THAT(client.answer(), StartsWith("HTTP/1.1 ") && Contains("nosniff"));
    }
    client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK_THAT(client.answer(), Contains("ok\n"));
    CHECK_THAT(client.answer(), Contains("ok\n"));
}

TEST_CASE("HEAD is GET without the body", "[web][server]") {
    const Running server;
    const auto get = server.get("/claims/c1");
    Client client(server.port);
    client.send(
        "HEAD /claims/c1 HTTP/1.1\r\nHost: x\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
    const auto head = client.answer(false);
    const auto length = head.substr(head.find("Content-Length"));
    CHECK_THAT(head, StartsWith("HTTP/1.1 200") && Contains("ETag"));
    CHECK_THAT(get, Contains(length.substr(0, length.find('\r'))));
    CHECK_THAT(client.answer(), Contains("ok\n"));
}

TEST_CASE("What a client has already is not sent again", "[web][server]") {
    const Running server;
    const auto first = server.get("/disputes/d1");
    const auto at = first.find("ETag: ") + 6;
    const auto etag = first.substr(at, first.find('\r', at) - at);
    const auto again = server.ask("GET /disputes/d1 HTTP/1.1\r\nHost: x\r\nIf-None-Match: " + etag +
                                      "\r\nConnection: close\r\n\r\n",
                                  false);
    CHECK_THAT(again, StartsWith("HTTP/1.1 304"));
}

TEST_CASE("Requests that are not for us are refused, and the next is answered", "[web][server]") {
    const Running server;
    const auto [request, status] = GENERATE(table<std::string, std::string>({
        {"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na=b", "405"},
        {"POST / HTTP/1.1\r\nHost: x\r\n\r\n", "405"},
        {"DELETE /claims/c1 HTTP/1.1\r\nHost: x\r\n\r\n", "405"},
        {"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999999\r\n\r\n", "413"},
        {"GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffff\r\n", "413"},
        {"GET /%ff HTTP/1.1\r\nHost: x\r\n\r\n", "400"},
        {"GET /?q=%00 HTTP/1.1\r\nHost: x\r\n\r\n", "400"},
        {"GET " + std::string(9000, '/') + " HTTP/1.1\r\nHost: x\r\n\r\n", "400"},
        {"GET /?" + with_parameters(40) + " HTTP/1.1\r\nHost: x\r\n\r\n", "400"},
        {"GET /?" + with_parameters(600) + " HTTP/1.1\r\nHost: x\r\n\r\n", "414"},
        {"GET / HTTP/1.1\r\n\r\n", "400"},
    }));
    CAPTURE(request.substr(0, 60));
    CHECK_THAT(server.ask(request), StartsWith("HTTP/1.1 " + status));
    CHECK_THAT(server.get("/healthz"), StartsWith("HTTP/1.1 200"));
}

TEST_CASE("Garbage and floods of headers harm nobody else", "[web][server]") {
    const Running server;
    const std::string flood = "GET / HTTP/1.1\r\nHost: x\r\n" + [] {
        std::string lines;
        for (int i = 0; i < 20000; ++i)
            lines += "X-" + std::to_string(i) + ": aaaaaaaaaaaaaaaa\r\n";
        return lines;
    }();
    const auto bytes = GENERATE_COPY(values<std::string>(
        {std::string("\0\1\2\3\r\n\r\n", 8), "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
         "GET\r\n\r\n", std::string(100000, 'A'), flood, "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
         "GET / HTTP/1.1\r\nHost: x\r\n: y\r\n bad\r\n\r\n"}));
    Client client(server.port);
    client.send(bytes);
    CHECK_THAT(server.get("/healthz"), StartsWith("HTTP/1.1 200"));
}

TEST_CASE("Slow clients stop nobody", "[web][server]") {
    const Running server;
    std::vector<Client> slow;
    for (int i = 0; i < 100; ++i) {
        slow.emplace_back(server.port);
        REQUIRE(slow.back().connected());
        slow.back().send(i % 2 == 0 ? "G" : "GET /disputes/d1 HTTP/1.1\r\nHost: x\r\nX-Slow: ");
    }
    for (int i = 0; i < 20; ++i) CHECK_THAT(server.get("/disputes/d1"), StartsWith("HTTP/1.1 200"));
    CHECK(slow.back().send("x\r\n\r\n"));
    CHECK_THAT(slow.back().answer(), StartsWith("HTTP/1.1 200"));
}

TEST_CASE("A connection that drips is ended at its deadline", "[web][server]") {
    int ends[2];
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
    web::Connections connections;
    const auto now = web::Connections::Clock::now();
    const auto is_ended = [&] { return send(ends[1], "x", 1, MSG_NOSIGNAL) < 0; };
    connections.opened(&connections, ends[0]);
    connections.end_overdue(now + std::chrono::seconds(10));
    CHECK_FALSE(is_ended());
    connections.answering(&connections);
    CHECK_FALSE(connections.all_idle());
    connections.end_overdue(now + std::chrono::seconds(60));
    CHECK_FALSE(is_ended());
    connections.answered(&connections);
    CHECK(connections.all_idle());
    connections.end_overdue(now + std::chrono::seconds(60));
    CHECK(is_ended());
    connections.closing(&connections);
    connections.end_overdue(now + std::chrono::hours(1));
    close(ends[0]);
    close(ends[1]);
}

TEST_CASE("Pages are whole while a crawl writes", "[web][server]") {
    Running server;
    std::atomic<bool> done{false};
    std::atomic<int> asked{0};
    const auto read = [&] {
        std::vector<std::string> bad;
        while (!done)
            for (const char* path : {"/", "/disputes/d1", "/articles/a1", "/claims/c1",
                                     "/search?q=distilling", "/status", "/api/v1/disputes"}) {
                auto answer = server.get(path);
                const bool whole = answer.starts_with("HTTP/1.1 200") &&
                                   (answer.ends_with("</html>\n") || answer.ends_with("}\n"));
                if (!whole) bad.push_back(path + (": " + answer.substr(0, 200)));
                ++asked;
            }
        return bad;
    };
    auto one = std::async(std::launch::async, read);
    auto two = std::async(std::launch::async, read);
    for (int round = 0; round < 8 || asked < 40; ++round) {
        site::Story story("https://ledger.example/2026/06/quillmark-parallax", "The Ledger",
                          "2026-06-10T08:30:00Z", "Quillmark says Parallax Labs copied its model");
        story.paragraph("Ü" + std::string(static_cast<std::size_t>(round % 7), 'x') +
                        " Quillmark has accused Parallax Labs of distilling its Heron model.");
        story.claim(core::ClaimKind::Accusation, "Quillmark", "Parallax Labs",
                    core::Conduct::Distillation);
        server.site.save(story);
        server.site.conclude();
    }
    done = true;
    CHECK(one.get().empty());
    CHECK(two.get().empty());
}

TEST_CASE("Without its store the server says so, and recovers", "[web][server]") {
    const Running server;
    const auto file = server.site.home.path() / "claimtrail.db";
    const auto away = server.site.home.path() / "away.db";
    std::filesystem::rename(file, away);
    CHECK_THAT(server.get("/disputes/d1"), StartsWith("HTTP/1.1 503") && Contains("Retry-After"));
    CHECK_THAT(server.get("/healthz"), StartsWith("HTTP/1.1 503"));
    std::filesystem::rename(away, file);
    CHECK_THAT(server.get("/disputes/d1"), StartsWith("HTTP/1.1 200"));
}

TEST_CASE("A port that is taken is named", "[web][server]") {
    const Running server;
    const std::atomic<bool> stop{true};
    CHECK_THROWS_WITH(web::serve_with({.port = server.port}, stop,
                                      [](const web::Request&) { return web::Response{}; }),
                      Contains(std::to_string(server.port)) && Contains("--listen"));
    CHECK_THROWS_AS(web::serve_with({.address = "no.such.host.invalid", .port = 0}, stop,
                                    [](const web::Request&) { return web::Response{}; }),
                    core::SystemError);
}

TEST_CASE("serve_with answers with any handler, which sees the host", "[web][server]") {
    std::atomic<bool> stop{false};
    std::promise<std::uint16_t> listening;
    std::thread thread([&] {
        web::serve_with(
            {.port = 0, .listening = [&](std::uint16_t port) { listening.set_value(port); }}, stop,
            [](const web::Request& request) {
                if (request.path == "/throw") throw std::runtime_error("a mistake");
                return web::Response{.content_type = "text/plain",
                                     .headers = {{"X-A", "b"}},
                                     .body = request.host + request.path};
            });
    });
    const auto port = listening.get_future().get();
    Client client(port);
    client.send("GET /a%20b HTTP/1.1\r\nHost: news.example\r\n\r\n");
    CHECK_THAT(client.answer(), Contains("X-A: b") && Contains("\r\n\r\nnews.example/a b"));
    client.send("GET /throw HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK_THAT(client.answer(), StartsWith("HTTP/1.1 500"));
    stop = true;
    thread.join();
}
