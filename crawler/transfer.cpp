#include "crawler/transfer.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/text.h"

namespace crawler {
namespace {

constexpr std::size_t kMaxHeaderBytes = 128 << 10;
constexpr std::size_t kMaxHeaders = 500;
constexpr std::uint64_t kMaxOtherBody = 64 << 10;  // of redirects and errors

// "HTTP/1.1 200 OK", "HTTP/2 200"
std::optional<int> status_of(std::string_view line) {
    const auto space = line.find(' ');
    if (!line.starts_with("HTTP/") || space == line.npos) return std::nullopt;
    int status = 0;
    const auto digits = line.substr(space + 1, 3);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), status);
    if (error != std::errc{} || status < 100) return std::nullopt;
    return status;
}

}  // namespace

bool is_document(std::string_view content_type) {
    constexpr std::array<std::string_view, 9> others{"video/",
                                                     "audio/",
                                                     "image/",
                                                     "font/",
                                                     "application/pdf",
                                                     "application/zip",
                                                     "application/x-7z",
                                                     "application/x-rar",
                                                     "application/vnd.ms-"};
    const auto type = core::lower_ascii(core::trim(content_type));
    return std::none_of(others.begin(), others.end(),
                        [&](std::string_view other) { return type.starts_with(other); });
}

bool host_matches(const std::vector<std::string>& patterns, std::string_view host) {
    const auto bare = [](std::string_view name) {
        return name.starts_with('[') && name.ends_with(']') ? name.substr(1, name.size() - 2)
                                                            : name;
    };
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
        if (!pattern.starts_with("*."))
            return core::equals_ignoring_case(bare(pattern), bare(host));
        const auto suffix = std::string_view(pattern).substr(1);
        return host.size() > suffix.size() &&
               core::equals_ignoring_case(host.substr(host.size() - suffix.size()), suffix);
    });
}

std::optional<std::string> header(const Headers& headers, std::string_view name) {
    for (const auto& [key, value] : headers)
        if (core::equals_ignoring_case(key, name)) return value;
    return std::nullopt;
}

Gathering::Go Gathering::header_line(std::string_view line) {
    began_ = true;
    if (body_) return Go::On;  // a trailer
    header_bytes_ += line.size();
    if (header_bytes_ > kMaxHeaderBytes || delivery_.headers.size() >= kMaxHeaders) {
        stopped_ = Delivery::End::TooManyHeaders;
        return Go::Stop;
    }
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) return headers_done();
    if (const auto status = status_of(line)) {  // of a new head: what came before was interim
        status_ = status;
        delivery_.headers.clear();
    } else {
        add_header(line);
    }
    return Go::On;
}

void Gathering::add_header(std::string_view line) {
    auto& headers = delivery_.headers;
    if (core::is_space(line.front())) {  // the last one goes on
        if (!headers.empty()) (headers.back().second += ' ') += core::trim(line);
        return;
    }
    const auto colon = line.find(':');
    if (colon == line.npos) return;
    headers.emplace_back(core::trim(line.substr(0, colon)), core::trim(line.substr(colon + 1)));
}

Gathering::Go Gathering::headers_done() {
    if (!status_ || *status_ < 200) return Go::On;
    delivery_.status = status_;
    const bool success = *status_ < 300;
    if (!success) {
        order_.max_body = std::min(order_.max_body, kMaxOtherBody);
        order_.longer = Order::Longer::Cut;
    }
    body_.emplace(header(delivery_.headers, "Content-Encoding").value_or(""), order_.max_body);
    const auto type = header(delivery_.headers, "Content-Type").value_or("");
    if (success && order_.media == Order::Media::Documents && !is_document(type)) {
        stopped_ = Delivery::End::WrongMedia;
        delivery_.detail = core::repair_utf8(type.substr(0, 100));
        return Go::Stop;
    }
    return Go::On;
}

Gathering::Go Gathering::body_bytes(std::string_view bytes) {
    if (!body_) return Go::Stop;
    return body_->feed(bytes) == BodyReader::State::Fine ? Go::On : Go::Stop;
}

std::optional<Delivery::End> Gathering::end_of_body() const {
    if (stopped_) return stopped_;
    if (!body_) return std::nullopt;
    switch (body_->state()) {
        case BodyReader::State::TooLarge:
            return order_.longer == Order::Longer::Cut ? Delivery::End::Cut
                                                       : Delivery::End::TooLarge;
        case BodyReader::State::Broken: return Delivery::End::Damaged;
        case BodyReader::State::UnknownCoding: return Delivery::End::UnknownCoding;
        case BodyReader::State::Fine: return std::nullopt;
    }
    return std::nullopt;
}

Delivery Gathering::finish(Protocol protocol) {
    delivery_.end = protocol == Protocol::Complete ? Delivery::End::Whole : Delivery::End::CutOff;
    if (const auto end = end_of_body())
        delivery_.end = *end;
    else if (!began_)
        delivery_.end = Delivery::End::NoAnswer;
    else if (!body_ || !body_->whole())
        delivery_.end = Delivery::End::CutOff;
    if (body_) {
        if (delivery_.end == Delivery::End::UnknownCoding) delivery_.detail = body_->coding();
        delivery_.bytes = body_->received();
        delivery_.body = body_->take();
    }
    return std::move(delivery_);
}

}  // namespace crawler
