// A TLS server on 127.0.0.1 for tests, with a certificate of its own making: good, or bad in one
// way.
#pragma once
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

class TlsServer {
public:
    enum class Flaw { None, Expired, WrongName, SelfSigned, OldProtocol };
    // For one host name. Answers every request with one page.
    TlsServer(const std::string& host, Flaw flaw);
    ~TlsServer();
    TlsServer(const TlsServer&) = delete;
    TlsServer& operator=(const TlsServer&) = delete;

    std::uint16_t port() const;
    int requests() const;  // that came through the handshake
    // The certificate of who signed its own, to be trusted; PEM.
    void write_authority(const std::filesystem::path& file) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};
