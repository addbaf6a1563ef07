#include "web/listener.h"

#include <cstring>
#include <memory>
#include <string_view>

#include <fmt/format.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/result.h"

namespace web {

namespace {

constexpr int kBacklog = 128;

struct FreeAddresses {
    void operator()(addrinfo* all) const { freeaddrinfo(all); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

class Socket {
public:
    explicit Socket(int descriptor) : descriptor_(descriptor) {}
    ~Socket() {
        if (descriptor_ >= 0) close(descriptor_);
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    int get() const { return descriptor_; }
    int release() { return std::exchange(descriptor_, -1); }

private:
    int descriptor_;
};

[[noreturn]] void fail(const std::string& address, std::uint16_t port, std::string_view why) {
    throw core::SystemError(
        fmt::format("web: cannot listen at {} port {}: {}; choose another address or port "
                    "with --listen",
                    address, port, why));
}

Addresses look_up(const std::string& address, std::uint16_t port) {
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV | AI_PASSIVE;
    addrinfo* found = nullptr;
    const int error = getaddrinfo(address.c_str(), std::to_string(port).c_str(), &hints, &found);
    if (error != 0) fail(address, port, gai_strerror(error));
    return Addresses(found);
}

bool is_loopback(const sockaddr_storage& bound) {
    if (bound.ss_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &bound, sizeof v4);
        return (ntohl(v4.sin_addr.s_addr) >> 24) == 127;
    }
    sockaddr_in6 v6{};
    std::memcpy(&v6, &bound, sizeof v6);
    return IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr);
}

std::uint16_t port_of(const sockaddr_storage& bound) {
    // The port stands at the same place in both families.
    sockaddr_in v4{};
    std::memcpy(&v4, &bound, sizeof v4);
    return ntohs(v4.sin_port);
}

}  // namespace

Listener listen_at(const std::string& address, std::uint16_t port) {
    const auto found = look_up(address, port);
    Socket socket(::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (socket.get() < 0) fail(address, port, std::strerror(errno));
    const int on = 1;
    setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(socket.get(), found->ai_addr, found->ai_addrlen) != 0 ||
        listen(socket.get(), kBacklog) != 0)
        fail(address, port, std::strerror(errno));
    sockaddr_storage bound{};
    socklen_t size = sizeof bound;
    if (getsockname(socket.get(), reinterpret_cast<sockaddr*>(&bound), &size) != 0)
        fail(address, port, std::strerror(errno));
    return {socket.release(), port_of(bound), is_loopback(bound)};
}

}  // namespace web
