#include "crawler/warc_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "core/text.h"
#include "crawler/body.h"
#include "crawler/transfers.h"
#include "crawler/warc.h"

namespace crawler {
namespace {

using Kind = core::Failure::Kind;

constexpr std::string_view kOriginal = "X-Archive-Orig-";
constexpr std::size_t kMaxHead = 64 << 10;
constexpr std::string_view kUnknownType = "application/octet-stream";

// They describe the bytes on the wire; ours are kept as they came out of them.
bool is_wire_header(std::string_view name) {
    constexpr std::array<std::string_view, 3> names{"Content-Encoding", "Transfer-Encoding",
                                                    "Content-Length"};
    return std::any_of(names.begin(), names.end(), [&](std::string_view wire) {
        return core::equals_ignoring_case(wire, name);
    });
}

// An id that is the same for the same record and hardly for any other (UUID version 8: our own
// making, RFC 9562), because nothing here knows chance.
std::string record_id(std::string_view of) {
    auto hex = sha256_hex(of).substr(0, 32);
    hex[12] = '8';
    hex[16] = 'a';
    return fmt::format("<urn:uuid:{}-{}-{}-{}-{}>", hex.substr(0, 8), hex.substr(8, 4),
                       hex.substr(12, 4), hex.substr(16, 4), hex.substr(20));
}

std::string http_head(const core::FetchedPage& page) {
    std::string head = fmt::format("HTTP/1.1 {} \r\n", page.status);
    for (const auto& [name, value] : page.headers)
        head += fmt::format("{}{}: {}\r\n", is_wire_header(name) ? kOriginal : "", name, value);
    return head + fmt::format("Content-Length: {}\r\n\r\n", page.body.size());
}

// The fields that records of an answer share.
std::string answer_head(const Told& told, std::string_view type, const std::string& http) {
    const auto& page = told.page;
    const auto date = core::to_text(page.fetched_at);
    const auto& target = page.url->text();
    auto record = fmt::format(
        "WARC/1.1\r\nWARC-Type: {}\r\nWARC-Record-ID: {}\r\nWARC-Date: {}\r\n"
        "WARC-Target-URI: {}\r\n",
        type, record_id(fmt::format("{} {} {}{}", date, target, http, told.payload_sha256)), date,
        target);
    if (!told.exchange.server_address.empty())
        record += fmt::format("WARC-IP-Address: {}\r\n", told.exchange.server_address);
    if (page.requested) record += fmt::format("X-Requested-URI: {}\r\n", page.requested->text());
    return record;
}

std::string block_head(std::size_t size) {
    return fmt::format(
        "Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n", size);
}

std::string_view next_line(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

// Where the empty line ends that ends a head; none if it is not there.
std::optional<std::size_t> end_of_head(std::string_view bytes) {
    const auto crlf = bytes.find("\r\n\r\n");
    const auto lf = bytes.substr(0, crlf).find("\n\n");
    if (lf != bytes.npos) return lf + 2;
    if (crlf != bytes.npos) return crlf + 4;
    return std::nullopt;
}

Headers read_fields(std::string_view text) {
    Headers fields;
    while (!text.empty()) {
        const auto line = next_line(text);
        const auto colon = line.find(':');
        if (!line.empty() && core::is_space(line.front()) && !fields.empty())
            (fields.back().second += ' ') += core::trim(line);
        else if (colon != line.npos)
            fields.emplace_back(core::trim(line.substr(0, colon)),
                                core::trim(line.substr(colon + 1)));
    }
    return fields;
}

// RFC 9112, 7.1. What is not chunked, whatever the header says, stays as it is.
std::string without_chunks(std::string_view body) {
    std::string whole;
    auto rest = body;
    while (true) {
        const auto line = next_line(rest);
        std::uint64_t size = 0;
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
        if (error != std::errc{} || end == line.data()) return std::string(body);
        if (size == 0) return whole;
        if (size > rest.size()) return std::string(body);
        whole.append(rest.substr(0, size));
        rest.remove_prefix(size);
        next_line(rest);
    }
}

// None if it is larger than `most`.
std::optional<std::string> undo_codings(const Headers& headers, std::string_view raw,
                                        std::uint64_t most) {
    const auto transfer = core::lower_ascii(header(headers, "Transfer-Encoding").value_or(""));
    std::string whole;
    if (transfer.find("chunked") != transfer.npos) {
        whole = without_chunks(raw);
        raw = whole;
    }
    BodyReader reader(header(headers, "Content-Encoding").value_or(""), most);
    reader.feed(raw);
    if (reader.state() == BodyReader::State::TooLarge) return std::nullopt;
    if (reader.state() == BodyReader::State::Fine && reader.whole()) return reader.take();
    // Many tools keep the header and the bytes that came out of it.
    if (raw.size() > most) return std::nullopt;
    return std::string(raw);
}

// Names as they were; what the writer added goes.
Headers original_headers(Headers headers) {
    const bool ours = std::any_of(headers.begin(), headers.end(), [](const auto& field) {
        return field.first.starts_with(kOriginal);
    });
    if (!ours) return headers;
    std::erase_if(headers, [](const auto& field) { return is_wire_header(field.first); });
    for (auto& [name, value] : headers)
        if (name.starts_with(kOriginal)) name.erase(0, kOriginal.size());
    return headers;
}

}  // namespace

std::string response_record(const Told& told) {
    const auto& body = told.page.body;
    const auto head = http_head(told.page);
    auto record = answer_head(told, "response", head);
    record += fmt::format("WARC-Payload-Digest: sha256:{}\r\n", told.payload_sha256);
    record.reserve(record.size() + head.size() + body.size() + 100);
    record += block_head(head.size() + body.size());
    return ((record += head) += body) += "\r\n\r\n";
}

std::string revisit_record(const Told& told, core::Instant earlier) {
    const auto head = http_head(told.page);
    auto record = answer_head(told, "revisit", head);
    record += fmt::format(
        "WARC-Payload-Digest: sha256:{}\r\n"
        "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n"
        "WARC-Refers-To-Target-URI: {}\r\nWARC-Refers-To-Date: {}\r\n",
        told.payload_sha256, told.page.url->text(), core::to_text(earlier));
    record += block_head(head.size());
    return (record += head) += "\r\n\r\n";
}

std::string request_record(const Told& told, std::string_view answer_record) {
    const auto& request = told.exchange.request_head;
    if (request.empty()) return {};
    constexpr std::string_view mark = "WARC-Record-ID: ";
    const auto id = answer_record.substr(answer_record.find(mark) + mark.size());
    const auto answer_id = id.substr(0, id.find('\r'));
    const auto date = core::to_text(told.page.fetched_at);
    return fmt::format(
        "WARC/1.1\r\nWARC-Type: request\r\nWARC-Record-ID: {}\r\nWARC-Date: {}\r\n"
        "WARC-Target-URI: {}\r\nWARC-Concurrent-To: {}\r\n"
        "Content-Type: application/http; msgtype=request\r\nContent-Length: {}\r\n\r\n"
        "{}\r\n\r\n",
        record_id(fmt::format("request {} {}", date, answer_id)), date, told.page.url->text(),
        answer_id, request.size(), request);
}

std::string file_record(const core::FetchedPage& page, std::string_view address,
                        std::string_view payload_sha256) {
    const auto date = core::to_text(page.fetched_at);
    auto record = fmt::format(
        "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: {}\r\nWARC-Date: {}\r\n"
        "WARC-Target-URI: {}\r\nWARC-Payload-Digest: sha256:{}\r\nContent-Type: {}\r\n"
        "Content-Length: {}\r\n\r\n",
        record_id(fmt::format("{} {} {}", date, address, payload_sha256)), date, address,
        payload_sha256, page.content_type.empty() ? kUnknownType : page.content_type,
        page.body.size());
    return (record += page.body) += "\r\n\r\n";
}

std::string warcinfo_record(std::string_view software, std::string_view file, core::Instant at) {
    const auto block = fmt::format(
        "software: {}\r\nformat: WARC File Format 1.1\r\n"
        "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/"
        "warc-1.1/\r\n",
        software);
    const auto date = core::to_text(at);
    return fmt::format(
        "WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: {}\r\nWARC-Date: {}\r\n"
        "WARC-Filename: {}\r\nContent-Type: application/warc-fields\r\nContent-Length: {}\r\n\r\n"
        "{}\r\n\r\n",
        record_id(date + ' ' + std::string(file)), date, file, block.size(), block);
}

core::Result<std::optional<WarcHead>> read_warc_head(std::string_view bytes) {
    constexpr std::string_view magic = "WARC/";
    if (bytes.substr(0, magic.size()) != magic.substr(0, bytes.size()))
        return core::fail(Kind::NotReadable, "not a WARC record");
    const auto end = end_of_head(bytes.substr(0, kMaxHead));
    if (!end && bytes.size() >= kMaxHead)
        return core::fail(Kind::NotReadable, "a WARC record whose head has no end");
    if (!end) return std::nullopt;
    const auto fields = read_fields(bytes.substr(0, *end));
    WarcHead head;
    head.type = core::lower_ascii(header(fields, "WARC-Type").value_or(""));
    head.target = header(fields, "WARC-Target-URI").value_or("");
    if (head.target.starts_with('<') && head.target.ends_with('>'))  // as WARC/1.0 had it
        head.target = head.target.substr(1, head.target.size() - 2);
    head.date = header(fields, "WARC-Date").value_or("");
    head.http_type = core::lower_ascii(header(fields, "Content-Type").value_or(""));
    head.requested = header(fields, "X-Requested-URI").value_or("");
    head.head_length = *end;
    const auto length = header(fields, "Content-Length").value_or("");
    const auto parsed = std::from_chars(length.data(), length.data() + length.size(), head.length);
    if (parsed.ec != std::errc{} || parsed.ptr != length.data() + length.size())
        return core::fail(Kind::NotReadable, "a WARC record without a length");
    return head;
}

core::Result<core::FetchedPage> read_response(const WarcHead& head, std::string_view block,
                                              std::uint64_t most) {
    const auto end = end_of_head(block);
    if (!block.starts_with("HTTP/") || !end)
        return core::fail(Kind::NotReadable, "a WARC response that is not HTTP", head.target);
    auto url = core::Url::parse(head.target);
    if (!url) return tl::unexpected(url.error());
    core::FetchedPage page;
    page.url = std::move(*url);
    if (auto requested = core::Url::parse(head.requested)) page.requested = std::move(*requested);
    auto lines = block.substr(0, *end);
    const auto status = next_line(lines);
    const auto digits = core::trim(status.substr(std::min(status.find(' '), status.size())));
    std::from_chars(digits.data(), digits.data() + digits.size(), page.status);
    const auto headers = read_fields(lines);
    auto body = undo_codings(headers, block.substr(*end), most);
    if (!body)
        return core::fail(
            Kind::TooLarge,
            fmt::format("a body of more than {} MiB, which no article is", most >> 20),
            head.target);
    page.body = std::move(*body);
    page.headers = original_headers(headers);
    page.content_type = header(headers, "Content-Type").value_or("");
    if (const auto date = core::parse_timestamp(head.date)) page.fetched_at = date->at;
    return page;
}

core::FetchedPage read_file_record(const WarcHead& head, std::string_view block) {
    core::FetchedPage page;
    if (auto url = core::Url::parse(head.target)) page.url = std::move(*url);
    if (head.http_type != kUnknownType) page.content_type = head.http_type;
    page.body = std::string(block);
    if (const auto date = core::parse_timestamp(head.date)) page.fetched_at = date->at;
    return page;
}

}  // namespace crawler
