// The web site, feeds and JSON: records → pages.
//
//   respond    Request → Response; every route, no socket (pure but for the readers it is given)
//   serve      respond behind libmicrohttpd, until stopped
//   json       the same JSON that the command line prints (web/json.h)
//   timeline   one dispute or one query's claims as dated events (web/timeline.h)
//
// The server library stays behind web/server.cpp. respond() throws core::SystemError when store or
// index fail; serve() answers those with 503.
#pragma once
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "search/search.h"
#include "store/store.h"
#include "web/export.h"
#include "web/json.h"
#include "web/timeline.h"

namespace web {

struct Request {
    std::string method = "GET";
    std::string path = "/";                         // decoded, begins with "/"
    std::multimap<std::string, std::string> query;  // decoded, valid UTF-8
    // Headers as received, "" if there was none.
    std::string if_none_match;
    std::string accept;
    std::string accept_encoding;
    std::string host;
};

struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

// What a request is answered from; a worker thread's own.
struct Desk {
    const store::Reader& store;
    const search::Index& index;
    core::Instant now;
};

Response respond(const Request& request, const Desk& desk);

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8737;  // 0: any free one
    std::filesystem::path database, index;
    std::vector<std::string> shards = {};  // to search in, instead of that index
    std::function<core::Instant()> now;
    std::function<void(std::uint16_t)> listening;  // called once, with the port
};

// Serves until `stop` is true (looked at at least every 200 ms). Throws core::SystemError when it
// cannot listen.
void serve(const ServerOptions& options, const std::atomic<bool>& stop);

// A bare HTTP server for loopback: what the sample news web is served by. Same library, any
// handler.
void serve_with(const ServerOptions& options, const std::atomic<bool>& stop,
                const std::function<Response(const Request&)>& handler);

}  // namespace web
