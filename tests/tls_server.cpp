#include "tests/tls_server.h"

#include <ctime>
#include <fstream>
#include <stdexcept>
#include <thread>

#include <arpa/inet.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

void must(int result) {
    if (result < 0) throw std::runtime_error(gnutls_strerror(result));
}

struct FreeKey {
    void operator()(gnutls_x509_privkey_t key) const { gnutls_x509_privkey_deinit(key); }
};
struct FreeCertificate {
    void operator()(gnutls_x509_crt_t certificate) const { gnutls_x509_crt_deinit(certificate); }
};
struct FreeCredentials {
    void operator()(gnutls_certificate_credentials_t credentials) const {
        gnutls_certificate_free_credentials(credentials);
    }
};
using Key = std::unique_ptr<gnutls_x509_privkey_int, FreeKey>;
using Certificate = std::unique_ptr<gnutls_x509_crt_int, FreeCertificate>;
using Credentials = std::unique_ptr<gnutls_certificate_credentials_st, FreeCredentials>;

Key new_key() {
    gnutls_x509_privkey_t key = nullptr;
    must(gnutls_x509_privkey_init(&key));
    Key held(key);
    must(gnutls_x509_privkey_generate(key, GNUTLS_PK_ECDSA,
                                      GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0));
    return held;
}

struct Issue {
    std::string name;
    unsigned serial;
    bool expired = false, authority = false;
};

Certificate issue(const Issue& what, const Key& key, gnutls_x509_crt_t issuer,
                  gnutls_x509_privkey_t issuer_key) {
    gnutls_x509_crt_t raw = nullptr;
    must(gnutls_x509_crt_init(&raw));
    Certificate certificate(raw);
    const auto now = std::time(nullptr);
    constexpr std::time_t day = 86400;
    must(gnutls_x509_crt_set_version(raw, 3));
    must(gnutls_x509_crt_set_serial(raw, &what.serial, sizeof what.serial));
    must(gnutls_x509_crt_set_activation_time(raw, now - 10 * day));
    must(gnutls_x509_crt_set_expiration_time(raw, what.expired ? now - day : now + 10 * day));
    must(gnutls_x509_crt_set_dn_by_oid(raw, GNUTLS_OID_X520_COMMON_NAME, 0, what.name.data(),
                                       static_cast<unsigned>(what.name.size())));
    must(gnutls_x509_crt_set_key(raw, key.get()));
    must(gnutls_x509_crt_set_basic_constraints(raw, what.authority ? 1 : 0, -1));
    if (what.authority)
        must(gnutls_x509_crt_set_key_usage(raw, GNUTLS_KEY_KEY_CERT_SIGN));
    else
        must(gnutls_x509_crt_set_subject_alt_name(raw, GNUTLS_SAN_DNSNAME, what.name.data(),
                                                  static_cast<unsigned>(what.name.size()),
                                                  GNUTLS_FSAN_SET));
    must(gnutls_x509_crt_sign2(raw, issuer == nullptr ? raw : issuer,
                               issuer_key == nullptr ? key.get() : issuer_key, GNUTLS_DIG_SHA256,
                               0));
    return certificate;
}

}  // namespace

struct TlsServer::Impl {
    Key authority_key = new_key(), key = new_key();
    Certificate authority, certificate;
    Credentials credentials;
    const char* priorities = "NORMAL";
    int listener = -1;
    std::uint16_t port = 0;
    std::atomic<int> requests = 0;
    std::atomic<bool> stopping = false;
    std::thread thread;

    void make_certificates(const std::string& host, Flaw flaw) {
        authority = issue({.name = "Test authority", .serial = 1, .authority = true}, authority_key,
                          nullptr, nullptr);
        const Issue own{.name = flaw == Flaw::WrongName ? "other.test" : host,
                        .serial = 2,
                        .expired = flaw == Flaw::Expired};
        const bool by_itself = flaw == Flaw::SelfSigned;
        certificate = issue(own, key, by_itself ? nullptr : authority.get(),
                            by_itself ? nullptr : authority_key.get());
        gnutls_certificate_credentials_t raw = nullptr;
        must(gnutls_certificate_allocate_credentials(&raw));
        credentials.reset(raw);
        gnutls_x509_crt_t chain = certificate.get();
        must(gnutls_certificate_set_x509_key(raw, &chain, 1, key.get()));
        if (flaw == Flaw::OldProtocol) priorities = "NORMAL:-VERS-ALL:+VERS-TLS1.0:+VERS-TLS1.1";
    }

    void listen_on_loopback() {
        listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* const any = reinterpret_cast<sockaddr*>(&address);
        if (::bind(listener, any, size) != 0 || ::listen(listener, 8) != 0 ||
            ::getsockname(listener, any, &size) != 0)
            throw std::runtime_error("no port to listen on");
        port = ntohs(address.sin_port);
    }

    void accept_all() {
        while (!stopping) {
            const int socket = ::accept(listener, nullptr, nullptr);
            if (socket < 0) return;
            serve(socket);
            ::close(socket);
        }
    }

    void serve(int socket) {
        gnutls_session_t session = nullptr;
        if (gnutls_init(&session, GNUTLS_SERVER) < 0) return;
        gnutls_priority_set_direct(session, priorities, nullptr);
        gnutls_credentials_set(session, GNUTLS_CRD_CERTIFICATE, credentials.get());
        gnutls_transport_set_int(session, socket);
        gnutls_handshake_set_timeout(session, 5000);
        char bytes[4096];
        if (gnutls_handshake(session) == 0 &&
            gnutls_record_recv(session, bytes, sizeof bytes) > 0) {
            ++requests;
            constexpr std::string_view answer =
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n"
                "Connection: close\r\n\r\nsecret";
            gnutls_record_send(session, answer.data(), answer.size());
            gnutls_bye(session, GNUTLS_SHUT_WR);
        }
        gnutls_deinit(session);
    }
};

TlsServer::TlsServer(const std::string& host, Flaw flaw) : impl_(std::make_unique<Impl>()) {
    impl_->make_certificates(host, flaw);
    impl_->listen_on_loopback();
    impl_->thread = std::thread([this] { impl_->accept_all(); });
}

TlsServer::~TlsServer() {
    impl_->stopping = true;
    ::shutdown(impl_->listener, SHUT_RDWR);
    impl_->thread.join();
    ::close(impl_->listener);
}

std::uint16_t TlsServer::port() const { return impl_->port; }
int TlsServer::requests() const { return impl_->requests; }

void TlsServer::write_authority(const std::filesystem::path& file) const {
    gnutls_datum_t pem{};
    must(gnutls_x509_crt_export2(impl_->authority.get(), GNUTLS_X509_FMT_PEM, &pem));
    std::ofstream(file, std::ios::binary).write(reinterpret_cast<const char*>(pem.data), pem.size);
    gnutls_free(pem.data);
}
