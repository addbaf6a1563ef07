// libmicrohttpd, and nothing of it anywhere else.
#include <algorithm>
#include <array>
#include <memory>
#include <thread>

#include <fmt/format.h>
#include <microhttpd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "web/connections.h"
#include "web/desks.h"
#include "web/listener.h"
#include "web/page.h"
#include "web/request.h"
#include "web/web.h"

namespace web {

namespace {

using namespace std::chrono_literals;
using Handler = std::function<Response(const Request&)>;

constexpr unsigned kThreads = 4;  // one long search leaves three
constexpr unsigned kMostConnections = 512;
constexpr unsigned kMostFromOneAddress = 64;
constexpr unsigned kSilence = 10;          // seconds until a silent connection is closed
constexpr std::size_t kMemory = 32 << 10;  // bytes a connection may fill with headers
constexpr auto kMostAmpersands = 128;      // of a target; 32 parameters are read (web/request.h)
constexpr auto kPatience = 2s;             // for answers under way when the server is stopped

// What the callbacks of one server share.
struct Hosting {
    const Handler& handler;
    Connections connections;
};

// One request, from its request line until it is answered.
struct Exchange {
    std::string target;
    bool begun = false;  // its headers were seen
};

struct DestroyResponse {
    void operator()(MHD_Response* response) const { MHD_destroy_response(response); }
};
using MhdResponse = std::unique_ptr<MHD_Response, DestroyResponse>;

MhdResponse made(Response response) {
    auto body = std::make_unique<std::string>(std::move(response.body));
    const auto size = body->size();
    char* const bytes = body->data();
    MhdResponse answer(MHD_create_response_from_buffer_with_free_callback_cls(
        size, bytes, [](void* text) { delete static_cast<std::string*>(text); }, body.get()));
    if (!answer) return answer;
    static_cast<void>(body.release());  // now the answer's
    MHD_add_response_header(answer.get(), "Content-Type", response.content_type.c_str());
    for (const auto& [name, value] : response.headers)
        MHD_add_response_header(answer.get(), name.c_str(), value.c_str());
    return answer;
}

std::string header(MHD_Connection* connection, const char* name) {
    const char* const value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
    return value == nullptr ? "" : value;
}

bool has_body(MHD_Connection* connection) {
    const auto length = header(connection, "Content-Length");
    return !header(connection, "Transfer-Encoding").empty() || (!length.empty() && length != "0");
}

// The connection is closed with it, as it may still be full of what nobody will read.
Response closing(Response response) {
    response.headers.emplace_back("Connection", "close");
    return response;
}

Response broken(int status, std::string_view what) {
    auto response = problem(status, what, "", Form::Page);
    response.headers.emplace_back("Retry-After", "30");
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

Request request_of(MHD_Connection* connection, const char* method, Request request) {
    request.method = method;
    request.if_none_match = header(connection, "If-None-Match");
    request.accept = header(connection, "Accept");
    request.accept_encoding = header(connection, "Accept-Encoding");
    request.host = header(connection, "Host");
    return request;
}

Response answer_to(MHD_Connection* connection, const char* method, const Exchange& exchange,
                   const Handler& handler) {
    try {
        auto target = parse_target(exchange.target);
        if (!target) return closing(problem(400, target.error().message, "", Form::Page));
        return handler(request_of(connection, method, std::move(*target)));
    } catch (const core::SystemError&) {
        return broken(503, "The store cannot be read just now");
    } catch (const std::exception&) {
        return broken(500, "This page could not be made");
    }
}

// A body is refused at once, unread.
Response answer_to_body(std::string_view method) {
    const bool reads = method == "GET" || method == "HEAD";
    return closing(reads
                       ? problem(413, "A request with a body is not answered here", "", Form::Page)
                       : problem(405, "Only GET and HEAD are answered here", method, Form::Page));
}

MHD_Result send(MHD_Connection* connection, Response response) {
    const auto status = static_cast<unsigned>(response.status);
    const auto answer = made(std::move(response));
    return answer ? MHD_queue_response(connection, status, answer.get()) : MHD_NO;
}

// ── callbacks; nothing may be thrown into C ──

// libmicrohttpd 0.9.75 keeps silent until the time-out where a target's parameters do not fit its
// memory, so such a target is answered before it reads them.
void refuse_at_once(MHD_Connection* connection) {
    static constexpr std::string_view answer =
        "HTTP/1.1 414 URI Too Long\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (info == nullptr) return;
    (void)!::send(info->connect_fd, answer.data(), answer.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    shutdown(info->connect_fd, SHUT_RDWR);
}

void* begin_request(void*, const char* target, MHD_Connection* connection) {
    const std::string_view asked = target;
    if (std::count(asked.begin(), asked.end(), '&') > kMostAmpersands) refuse_at_once(connection);
    return new (std::nothrow) Exchange{target};
}

// Called twice for a request: with its headers, and when it is read to its end. An answer to the
// first call would end the connection.
MHD_Result answer_request(void* hosting, MHD_Connection* connection, const char*,
                          const char* method, const char*, const char*, size_t*,
                          void** context) noexcept {
    auto& host = *static_cast<Hosting*>(hosting);
    auto* const exchange = static_cast<Exchange*>(*context);
    if (exchange == nullptr) return MHD_NO;
    if (exchange->begun) {
        host.connections.answering(connection);
        return send(connection, answer_to(connection, method, *exchange, host.handler));
    }
    exchange->begun = true;
    return has_body(connection) ? send(connection, answer_to_body(method)) : MHD_YES;
}

void end_request(void* hosting, MHD_Connection* connection, void** context,
                 MHD_RequestTerminationCode) {
    delete static_cast<Exchange*>(*context);
    *context = nullptr;
    static_cast<Hosting*>(hosting)->connections.answered(connection);
}

void note_connection(void* hosting, MHD_Connection* connection, void**,
                     MHD_ConnectionNotificationCode what) {
    auto& connections = static_cast<Hosting*>(hosting)->connections;
    if (what == MHD_CONNECTION_NOTIFY_CLOSED) return connections.closing(connection);
    const auto* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (info != nullptr) connections.opened(connection, info->connect_fd);
}

// ── one server ──

struct StopDaemon {
    void operator()(MHD_Daemon* daemon) const { MHD_stop_daemon(daemon); }
};
using Daemon = std::unique_ptr<MHD_Daemon, StopDaemon>;

Daemon start(const Listener& listener, Hosting& hosting) {
    const unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC;
    // Behind a proxy, and in tests, all clients come from the same address.
    const unsigned from_one = listener.loopback ? 0 : kMostFromOneAddress;
    return Daemon(MHD_start_daemon(
        flags, 0, nullptr, nullptr, answer_request, &hosting,                     //
        MHD_OPTION_LISTEN_SOCKET, listener.socket,                                //
        MHD_OPTION_THREAD_POOL_SIZE, kThreads,                                    //
        MHD_OPTION_CONNECTION_LIMIT, kMostConnections,                            //
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, from_one,                             //
        MHD_OPTION_CONNECTION_TIMEOUT, kSilence,                                  //
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, kMemory,                              //
        MHD_OPTION_STRICT_FOR_CLIENT, 1,                                          //
        MHD_OPTION_URI_LOG_CALLBACK, begin_request, static_cast<void*>(nullptr),  //
        MHD_OPTION_NOTIFY_COMPLETED, end_request, static_cast<void*>(&hosting),   //
        MHD_OPTION_NOTIFY_CONNECTION, note_connection, static_cast<void*>(&hosting),
        MHD_OPTION_END));
}

// Takes no more connections and gives answers under way some time.
void let_finish(MHD_Daemon* daemon, const Connections& connections) {
    const auto socket = MHD_quiesce_daemon(daemon);
    if (socket != MHD_INVALID_SOCKET) close(socket);
    const auto until = Connections::Clock::now() + kPatience;
    while (!connections.all_idle() && Connections::Clock::now() < until)
        std::this_thread::sleep_for(10ms);
}

}  // namespace

void serve_with(const ServerOptions& options, const std::atomic<bool>& stop,
                const Handler& handler) {
    const auto listener = listen_at(options.address, options.port);
    Hosting hosting{handler, {}};
    const auto daemon = start(listener, hosting);
    if (!daemon)
        throw core::SystemError(fmt::format("web: the server at {} port {} could not be started",
                                            options.address, listener.port));
    if (options.listening) options.listening(listener.port);
    while (!stop) {
        std::this_thread::sleep_for(100ms);
        hosting.connections.end_overdue(Connections::Clock::now());
    }
    let_finish(daemon.get(), hosting.connections);
}

void serve(const ServerOptions& options, const std::atomic<bool>& stop) {
    Desks desks(options);
    serve_with(options, stop, [&](const Request& request) { return desks.answer(request); });
}

}  // namespace web
