#include "tests/loopback_server.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

constexpr std::size_t kMaxHead = 64 * 1024;
constexpr std::size_t kMaxConnections = 1000;

std::string lower(std::string_view text) {
    std::string low(text);
    std::transform(low.begin(), low.end(), low.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return low;
}

// The request's head, or "" if none came.
std::string read_head(int socket) {
    std::string head;
    std::array<char, 4096> piece;
    while (head.find("\r\n\r\n") == head.npos && head.size() < kMaxHead) {
        const auto got = ::recv(socket, piece.data(), piece.size(), 0);
        if (got <= 0) return {};
        head.append(piece.data(), static_cast<std::size_t>(got));
    }
    return head;
}

}  // namespace

std::string SeenRequest::header(std::string_view name) const {
    const auto line = lower(head).find("\r\n" + lower(name) + ": ");
    if (line == head.npos) return {};
    const auto begin = line + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

bool Peer::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void Peer::send_forever(std::string_view bytes) const {
    while (send(bytes)) {
    }
}

void Peer::reset() const {
    const linger at_once{.l_onoff = 1, .l_linger = 0};
    setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

void Peer::stay_silent() const {
    char byte = 0;
    while (::recv(socket_, &byte, 1, 0) > 0) {
    }
}

LoopbackServer::LoopbackServer(Handler handler) : handler_(std::move(handler)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof address;
    if (::bind(listener_, generic, size) != 0 || ::listen(listener_, 128) != 0 ||
        ::getsockname(listener_, generic, &size) != 0)
        throw std::runtime_error("no loopback server");
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { accept_all(); });
}

LoopbackServer::~LoopbackServer() {
    stopping_ = true;
    ::shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    {
        const std::lock_guard lock(mutex_);
        for (const int socket : open_) ::shutdown(socket, SHUT_RDWR);
    }
    for (auto& thread : threads_) thread.join();
    ::close(listener_);
}

void LoopbackServer::accept_all() {
    while (!stopping_ && threads_.size() < kMaxConnections) {
        const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) continue;
        {
            const std::lock_guard lock(mutex_);
            open_.insert(socket);
        }
        threads_.emplace_back([this, socket] { serve(socket); });
    }
}

void LoopbackServer::serve(int socket) {
    SeenRequest request;
    request.head = read_head(socket);
    request.at = std::chrono::steady_clock::now();
    if (!request.head.empty()) {
        const auto begin = request.head.find(' ') + 1;
        request.target = request.head.substr(begin, request.head.find(' ', begin) - begin);
        request.host = request.header("Host");
        {
            const std::lock_guard lock(mutex_);
            seen_.push_back(request);
        }
        handler_(request, Peer(socket));
    }
    const std::lock_guard lock(mutex_);
    open_.erase(socket);
    ::close(socket);
}

std::vector<SeenRequest> LoopbackServer::seen() const {
    const std::lock_guard lock(mutex_);
    return seen_;
}

std::vector<std::string> LoopbackServer::seen_targets() const {
    std::vector<std::string> targets;
    for (const auto& request : seen()) targets.push_back(request.host + request.target);
    return targets;
}

std::string http_answer(int status, std::string_view body, const TestHeaders& headers) {
    auto answer = "HTTP/1.1 " + std::to_string(status) + " Said\r\nConnection: close\r\n";
    bool sized = false;
    for (const auto& [name, value] : headers) {
        answer += name + ": " + value + "\r\n";
        sized = sized || lower(name) == "content-length" || lower(name) == "transfer-encoding";
    }
    if (!sized) answer += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    return (answer += "\r\n") += body;
}
