#include "cli/context.h"

#include <cstdio>

#include <fmt/format.h>

#include "web/web.h"

namespace cli {

namespace {

void say(std::FILE* stream, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stream);
    std::fputc('\n', stream);
}

}  // namespace

void print_line(std::string_view text) { say(stdout, text); }

void print_text(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void tell(const Context& context, std::string_view message) {
    if (context.loudness != Loudness::Quiet) say(stderr, message);
}

void whisper(const Context& context, std::string_view message) {
    if (context.loudness == Loudness::Verbose) say(stderr, message);
}

void complain(Format format, const core::Failure& failure) {
    if (format == Format::Json) {
        say(stderr, web::error_json(core::code(failure.kind), failure.message, failure.input));
    } else if (failure.input.empty()) {
        say(stderr, fmt::format("claimtrail: {}", failure.message));
    } else {
        say(stderr, fmt::format("claimtrail: {}: {}", failure.input, failure.message));
    }
}

Exit refuse(const Context& context, const core::Failure& failure, Exit exit) {
    complain(context.format, failure);
    return exit;
}

}  // namespace cli
