// A socket that listens. Private to web/.
#pragma once
#include <cstdint>
#include <string>

namespace web {

struct Listener {
    int socket;  // whoever holds it closes it
    std::uint16_t port;
    bool loopback;  // reached from this machine only
};

// Port 0 is any free one. Throws core::SystemError that names address and port.
Listener listen_at(const std::string& address, std::uint16_t port);

}  // namespace web
