#include "cli/inputs.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include <fmt/format.h>
#include <nettle/base64.h>

#include "cli/line_reader.h"
#include "core/text.h"
#include "crawler/crawler.h"

namespace cli {

namespace {

using core::Failure;
using nlohmann::json;

Failure failure(Failure::Kind kind, std::string message, std::string input) {
    return {kind, std::move(message), std::move(input)};
}

// Thrown inside this file only, for one line.
struct BadLine {
    std::string message;
};

// A page is large: it is looked at where it lies.
const std::string* find_text(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return nullptr;
    if (!found->is_string()) throw BadLine{fmt::format("\"{}\" is not a text", key)};
    return &found->get_ref<const std::string&>();
}

std::optional<std::string> text_at(const json& object, const char* key) {
    const auto* text = find_text(object, key);
    return text != nullptr ? std::optional(*text) : std::nullopt;
}

std::optional<std::string> id_of(const json& object) {
    const auto found = object.find("id");
    if (found == object.end() || found->is_null()) return std::nullopt;
    if (found->is_string()) return found->get<std::string>();
    if (found->is_number_integer()) return found->dump();
    throw BadLine{"\"id\" is neither a text nor a whole number"};
}

std::optional<core::Url> url_of(const json& object) {
    const auto text = text_at(object, "url");
    if (!text || text->empty()) return std::nullopt;
    const auto url = core::Url::parse(*text);
    if (!url) throw BadLine{fmt::format("\"url\": {}", url.error().message)};
    return *url;
}

std::optional<core::Timestamp> date_of(const json& object) {
    const auto text = text_at(object, "date");
    if (!text || text->empty()) return std::nullopt;
    const auto date = core::parse_any_date(*text);
    if (!date) throw BadLine{fmt::format("\"date\": '{}' is no date as in 2025-06-03", *text)};
    return date;
}

core::FetchedPage page_of(std::optional<core::Url> url, std::string body, std::string content_type,
                          core::Instant now) {
    return {.url = std::move(url),
            .requested = std::nullopt,
            .status = 200,
            .content_type = std::move(content_type),
            .headers = {},
            .body = std::move(body),
            .fetched_at = now};
}

std::optional<core::FetchedPage> page_in(const json& object, core::Instant now) {
    auto content_type = text_at(object, "content_type").value_or("text/html");
    if (const auto* base64 = find_text(object, "html_base64"); base64 != nullptr) {
        auto bytes = decode_base64(*base64);
        if (!bytes) throw BadLine{"\"html_base64\" is not base64"};
        return page_of(url_of(object), std::move(*bytes), std::move(content_type), now);
    }
    if (auto html = text_at(object, "html"))  // decoded already: JSON is UTF-8
        return page_of(url_of(object), std::move(*html), "text/html; charset=utf-8", now);
    return std::nullopt;
}

Input input_of(const json& object, std::string name, core::Instant now) {
    Input input{.name = std::move(name),
                .id = id_of(object),
                .content = extractor::PlainText{},
                .title = text_at(object, "title"),
                .language = text_at(object, "lang"),
                .published = date_of(object)};
    if (input.title && core::trim(*input.title).empty()) input.title.reset();
    if (auto page = page_in(object, now)) {
        input.content = std::move(*page);
        return input;
    }
    auto text = text_at(object, "text");
    if (!text) throw BadLine{R"(none of "text", "html", "html_base64" is there)"};
    input.content = extractor::PlainText{.text = std::move(*text),
                                         .title = input.title,
                                         .url = url_of(object),
                                         .published = input.published,
                                         .language = input.language};
    return input;
}

// The object, with a page in base64, is gone when the page is read.
Input input_in(std::string_view line, const std::string& name, core::Instant now) {
    const json object = json::parse(line);
    if (!object.is_object()) throw BadLine{"the line is JSON, but no object"};
    return input_of(object, name, now);
}

void read_json_line(std::string_view line, const std::string& name, core::Instant now,
                    const InputReaders& readers) {
    try {
        readers.each(input_in(line, name, now));
    } catch (const json::parse_error& error) {
        readers.failed(failure(
            Failure::Kind::NotReadable,
            fmt::format("no JSON object at byte {}: cut off, or not JSON lines", error.byte),
            name));
    } catch (const BadLine& bad) {
        readers.failed(failure(Failure::Kind::NotReadable, bad.message, name));
    }
}

void each_line(LineReader& lines, const std::string& name, const LineReaders& readers) {
    std::string line;
    for (std::size_t number = 1; !readers.stopped(); ++number) {
        const auto state = lines.next(line);
        if (state == LineReader::State::End || readers.stopped()) return;
        const auto place = fmt::format("{}:{}", name, number);
        if (state == LineReader::State::TooLong) {
            readers.failed(failure(Failure::Kind::TooLarge,
                                   fmt::format("a line of more than {} MiB", kMaxLine >> 20),
                                   place));
        } else if (!core::trim(line).empty()) {
            readers.each(line, place);
        }
    }
}

void read_html(LineReader& lines, const std::string& name, core::Instant now,
               const InputReaders& readers) {
    auto body = lines.rest(kMaxHtml);
    if (!body)
        return readers.failed(
            failure(Failure::Kind::TooLarge,
                    fmt::format("larger than {} MiB, which no article is", kMaxHtml >> 20), name));
    if (lines.failed())
        return readers.failed(failure(Failure::Kind::Unreachable, "cannot be read", name));
    if (readers.stopped()) return;
    readers.each({.name = name,
                  .from = Input::From::HtmlFile,
                  .id = std::nullopt,
                  .content = page_of(std::nullopt, std::move(*body), "", now),
                  .title = std::nullopt,
                  .language = std::nullopt,
                  .published = std::nullopt});
}

// Redirects, errors, pictures: what never was an article.
bool may_be_article(const core::FetchedPage& page) {
    return page.status >= 200 && page.status < 300 && crawler::is_document(page.content_type);
}

void read_warc_file(const std::string& name, const InputReaders& readers) {
    const auto read =
        crawler::read_warc(name, {.each =
                                      [&](core::FetchedPage page) {
                                          if (!may_be_article(page)) return;
                                          readers.each({.name = page.url ? page.url->text() : name,
                                                        .from = Input::From::Warc,
                                                        .id = std::nullopt,
                                                        .content = std::move(page),
                                                        .title = std::nullopt,
                                                        .language = std::nullopt,
                                                        .published = std::nullopt});
                                      },
                                  .failed = readers.failed,
                                  .stopped = readers.stopped});
    if (!read) readers.failed(failure(read.error().kind, read.error().message, name));
}

bool is_warc(std::string_view bytes) {
    return bytes.starts_with("WARC/") || bytes.starts_with("\x1F\x8B");
}

bool is_json(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    while (!bytes.empty() && core::is_space(bytes.front())) bytes.remove_prefix(1);
    return bytes.starts_with('{');
}

File open_file(const std::string& name, const std::function<void(const core::Failure&)>& failed) {
    if (name == "-") return File(stdin);
    std::error_code error;
    const auto status = std::filesystem::status(name, error);
    const auto refuse = [&](const char* why) {
        failed(failure(Failure::Kind::NotFound, why, name));
        return File();
    };
    if (!std::filesystem::exists(status)) return refuse("there is no such file");
    if (std::filesystem::is_directory(status)) return refuse("is a folder; name the files in it");
    File file(std::fopen(name.c_str(), "rb"));
    if (!file) return refuse("cannot be opened for reading");
    return file;
}

}  // namespace

void read_inputs(const std::string& name, InputKind kind, core::Instant now,
                 const InputReaders& readers) {
    const File file = open_file(name, readers.failed);
    if (!file) return;
    const auto lines = std::make_unique<LineReader>(file.get(), kMaxLine, readers.stopped);
    const std::string_view beginning = lines->peek();
    if (beginning.empty() && readers.stopped()) return;
    if (beginning.empty()) {
        readers.failed(failure(Failure::Kind::NotReadable,
                               lines->failed() ? "cannot be read" : "is empty", name));
    } else if (kind == InputKind::JsonLines || is_json(beginning)) {
        each_line(
            *lines, name,
            {.each = [&](std::string_view line,
                         const std::string& place) { read_json_line(line, place, now, readers); },
             .failed = readers.failed,
             .stopped = readers.stopped});
    } else if (is_warc(beginning)) {
        if (name == "-")
            return readers.failed(failure(Failure::Kind::NotReadable,
                                          "a WARC is read from a file, not from a pipe", name));
        read_warc_file(name, readers);
    } else {
        read_html(*lines, name, now, readers);
    }
}

void read_lines(const std::string& name, const LineReaders& readers) {
    const File file = open_file(name, readers.failed);
    if (!file) return;
    const auto lines = std::make_unique<LineReader>(file.get(), kMaxLine, readers.stopped);
    each_line(*lines, name, readers);
}

core::Result<std::string> read_file(const std::string& name, std::size_t limit) {
    std::optional<Failure> problem;
    const File file = open_file(name, [&](const Failure& failure) { problem = failure; });
    if (!file) return tl::unexpected(*problem);
    const auto reader = std::make_unique<LineReader>(file.get(), kMaxLine, [] { return false; });
    auto bytes = reader->rest(limit);
    if (!bytes)
        return core::fail(Failure::Kind::TooLarge, fmt::format("larger than {} MiB", limit >> 20),
                          name);
    return std::move(*bytes);
}

std::optional<std::string> decode_base64(std::string_view text) {
    base64_decode_ctx state;
    base64_decode_init(&state);
    std::string bytes(BASE64_DECODE_LENGTH(text.size()), '\0');
    std::size_t length = bytes.size();
    if (base64_decode_update(&state, &length, reinterpret_cast<std::uint8_t*>(bytes.data()),
                             text.size(), text.data()) != 1)
        return std::nullopt;
    if (base64_decode_final(&state) != 1) return std::nullopt;
    bytes.resize(length);
    return bytes;
}

}  // namespace cli
