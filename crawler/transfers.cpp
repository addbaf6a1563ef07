#include "crawler/transfers.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "core/text.h"
#include "core/url.h"
#include "crawler/transfer.h"

namespace crawler {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

struct CleanUpEasy {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct CleanUpMulti {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, CleanUpEasy>;
using Multi = std::unique_ptr<CURLM, CleanUpMulti>;
using List = std::unique_ptr<curl_slist, FreeList>;

void append(List& list, const std::string& text) {
    auto* const longer = curl_slist_append(list.get(), text.c_str());
    if (!longer) throw std::bad_alloc();
    static_cast<void>(list.release());
    list.reset(longer);
}

List list_of(const std::vector<std::string>& texts) {
    List list;
    for (const auto& text : texts) append(list, text);
    return list;
}

// libcurl wants this before the first thread uses it, and once only.
void initialise_curl() {
    static const bool done = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    if (!done) throw core::SystemError("crawler: libcurl cannot be initialised");
}

std::string address_text(const sockaddr& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const void* bytes = nullptr;
    if (address.sa_family == AF_INET)
        bytes = &reinterpret_cast<const sockaddr_in&>(address).sin_addr;
    else if (address.sa_family == AF_INET6)
        bytes = &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
    if (!bytes || !inet_ntop(address.sa_family, bytes, text.data(), text.size())) return {};
    return text.data();
}

std::string in_seconds(milliseconds time) {
    const auto tenths = time.count() / 100;
    auto text = std::to_string(tenths / 10);
    if (tenths % 10 != 0) text += '.' + std::to_string(tenths % 10);
    return text + " s";
}

// A request under way. libcurl holds pointers to it: it does not move.
struct Transfer {
    Transfer(const Order& order, bool private_allowed)
        : gathering(order), may_be_private(private_allowed) {}
    Gathering gathering;
    Easy easy;
    List headers;
    steady_clock::time_point started;
    bool may_be_private;
    std::string blocked;  // the last address that was refused
    std::string sent;     // the head of the request
    std::array<char, CURL_ERROR_SIZE> error{};
};

std::size_t on_header(char* bytes, std::size_t, std::size_t size, void* self) {
    auto& gathering = static_cast<Transfer*>(self)->gathering;
    return gathering.header_line({bytes, size}) == Gathering::Go::On ? size : 0;
}

std::size_t on_body(char* bytes, std::size_t, std::size_t size, void* self) {
    auto& gathering = static_cast<Transfer*>(self)->gathering;
    return gathering.body_bytes({bytes, size}) == Gathering::Go::On ? size : 0;
}

int on_debug(CURL*, curl_infotype what, char* bytes, std::size_t size, void* self) {
    if (what == CURLINFO_HEADER_OUT) static_cast<Transfer*>(self)->sent.assign(bytes, size);
    return 0;
}

// The one place that sees the address of every connection, however its name was resolved.
curl_socket_t on_open_socket(void* self, curlsocktype, curl_sockaddr* address) {
    auto& transfer = *static_cast<Transfer*>(self);
    const auto text = address_text(address->addr);
    if (!transfer.may_be_private && !core::is_public_address(text).value_or(false)) {
        transfer.blocked = text;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

}  // namespace

struct Transfers::Impl {
    explicit Impl(const FetchOptions& fetch_options)
        : options(fetch_options),
          connect_to(list_of(options.connect_to)),
          resolve(list_of(options.resolve)) {
        initialise_curl();
        multi.reset(curl_multi_init());
        if (!multi) throw std::bad_alloc();
        curl_multi_setopt(multi.get(), CURLMOPT_MAXCONNECTS, long{options.hosts_at_once} * 2);
    }

    ~Impl() {
        for (const auto& [easy, transfer] : running) curl_multi_remove_handle(multi.get(), easy);
    }

    Easy fresh_easy() {
        if (spare.empty()) {
            Easy easy(curl_easy_init());
            if (!easy) throw std::bad_alloc();
            return easy;
        }
        auto easy = std::move(spare.back());
        spare.pop_back();
        curl_easy_reset(easy.get());
        return easy;
    }

    void set_up(Transfer& transfer, const Order& order) {
        auto* const easy = transfer.easy.get();
        append(transfer.headers, "Accept-Encoding: gzip");
        append(transfer.headers,
               "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        const auto echo = [&](const char* name, const std::optional<std::string>& value) {
            if (value && value->find_first_of("\r\n") == value->npos)
                append(transfer.headers, name + *value);
        };
        echo("If-None-Match: ", order.memory.etag);
        echo("If-Modified-Since: ", order.memory.last_modified);
        curl_easy_setopt(easy, CURLOPT_URL, order.url.c_str());
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer.headers.get());
        curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, transfer.error.data());
        curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
        curl_easy_setopt(easy, CURLOPT_HEADERDATA, &transfer);
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, &transfer);
        curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, on_open_socket);
        curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, &transfer);
        curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);  // to see what is sent
        curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, on_debug);
        curl_easy_setopt(easy, CURLOPT_DEBUGDATA, &transfer);
        set_limits(easy);
        set_manners(easy);
    }

    void set_limits(CURL* easy) const {
        const auto slow = std::chrono::ceil<std::chrono::seconds>(options.first_byte_timeout);
        curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(options.timeout.count()));
        curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(options.min_speed));
        curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(slow.count()));
    }

    // What is the same for every request.
    void set_manners(CURL* easy) const {
        curl_easy_setopt(easy, CURLOPT_USERAGENT, options.user_agent.c_str());
        curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
        curl_easy_setopt(easy, CURLOPT_HTTP_CONTENT_DECODING, 0L);  // BodyReader sees cuts
        curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L);
        curl_easy_setopt(easy, CURLOPT_PROXY, "");  // whatever the environment says
        curl_easy_setopt(easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);  // never wait for a hanging resolver
        curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        if (!options.ca_file.empty())
            curl_easy_setopt(easy, CURLOPT_CAINFO, options.ca_file.c_str());
        if (connect_to) curl_easy_setopt(easy, CURLOPT_CONNECT_TO, connect_to.get());
        if (resolve) curl_easy_setopt(easy, CURLOPT_RESOLVE, resolve.get());
    }

    Delivery take(CURL* easy, CURLcode code) {
        const auto found = running.find(easy);
        auto& transfer = *found->second;
        curl_multi_remove_handle(multi.get(), easy);
        auto delivery = transfer.gathering.finish(code == CURLE_OK ? Gathering::Protocol::Complete
                                                                   : Gathering::Protocol::Broken);
        delivery.took =
            std::chrono::duration_cast<milliseconds>(steady_clock::now() - transfer.started);
        delivery.exchange.request_head = std::move(transfer.sent);
        const char* address = nullptr;
        if (curl_easy_getinfo(easy, CURLINFO_PRIMARY_IP, &address) == CURLE_OK && address)
            delivery.exchange.server_address = address;
        const bool stopped_by_us = code == CURLE_WRITE_ERROR;
        if (code != CURLE_OK && !stopped_by_us) explain(delivery, transfer, code);
        spare.push_back(std::move(transfer.easy));
        running.erase(found);
        return delivery;
    }

    void explain(Delivery& delivery, const Transfer& transfer, CURLcode code) const {
        delivery.detail =
            transfer.error[0] != '\0' ? transfer.error.data() : curl_easy_strerror(code);
        delivery.detail = core::repair_utf8(delivery.detail);
        delivery.silent = !transfer.gathering.began() && transfer.blocked.empty() &&
                          (code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_CONNECT ||
                           code == CURLE_OPERATION_TIMEDOUT);
        if (code == CURLE_OPERATION_TIMEDOUT) {
            delivery.end = Delivery::End::TimedOut;
            delivery.detail = too_slow(transfer, delivery.took);
        } else if (code == CURLE_OUT_OF_MEMORY && !delivery.status) {  // its word for a long line
            delivery.end = Delivery::End::TooManyHeaders;
        } else if (!transfer.gathering.began() && !transfer.blocked.empty()) {
            delivery.end = Delivery::End::Blocked;
            delivery.detail = transfer.blocked;
        }
    }

    std::string too_slow(const Transfer& transfer, milliseconds took) const {
        if (!transfer.gathering.began())
            return "no answer within " +
                   in_seconds(std::min(options.timeout, options.first_byte_timeout));
        constexpr milliseconds slack{100};  // libcurl's clock is not ours
        if (took + slack < options.timeout)
            return "slower than " + std::to_string(options.min_speed) + " bytes a second";
        return "not finished within " + in_seconds(options.timeout);
    }

    void drop_silent(std::vector<Delivery>& deliveries) {
        const auto limit = steady_clock::now() - options.first_byte_timeout;
        std::vector<CURL*> silent;
        for (const auto& [easy, transfer] : running)
            if (!transfer->gathering.began() && transfer->started <= limit) silent.push_back(easy);
        for (CURL* easy : silent) deliveries.push_back(take(easy, CURLE_OPERATION_TIMEDOUT));
    }

    void collect(std::vector<Delivery>& deliveries) {
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left))
            if (message->msg == CURLMSG_DONE)
                deliveries.push_back(take(message->easy_handle, message->data.result));
    }

    FetchOptions options;
    List connect_to, resolve;
    Multi multi;
    std::vector<Easy> spare;
    std::unordered_map<CURL*, std::unique_ptr<Transfer>> running;
};

Transfers::Transfers(const FetchOptions& options) : impl_(std::make_unique<Impl>(options)) {}
Transfers::~Transfers() = default;

void Transfers::start(const Order& order) {
    auto& my = *impl_;
    auto transfer =
        std::make_unique<Transfer>(order, host_matches(my.options.allow_private, order.host));
    transfer->easy = my.fresh_easy();
    my.set_up(*transfer, order);
    transfer->started = steady_clock::now();
    auto* const easy = transfer->easy.get();
    my.running.emplace(easy, std::move(transfer));
    if (curl_multi_add_handle(my.multi.get(), easy) != CURLM_OK)
        throw core::SystemError("crawler: libcurl takes no request");
}

std::vector<Delivery> Transfers::wait(milliseconds most) {
    auto& my = *impl_;
    std::vector<Delivery> deliveries;
    int running = 0;
    curl_multi_perform(my.multi.get(), &running);
    my.collect(deliveries);
    if (deliveries.empty() && most.count() > 0) {
        curl_multi_poll(my.multi.get(), nullptr, 0, static_cast<int>(most.count()), nullptr);
        curl_multi_perform(my.multi.get(), &running);
        my.collect(deliveries);
    }
    my.drop_silent(deliveries);
    return deliveries;
}

}  // namespace crawler
