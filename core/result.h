// How things fail: an everyday outcome is a Result, a broken machine is a SystemError, a mistake of
// ours is an assert.
#pragma once
#include <stdexcept>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace core {

// Why an input, a page or a question is of no use to us. The caller weighs it.
struct Failure {
    enum class Kind {
        Unreachable,  // no answer: DNS, connect, time-out, cut off
        Refused,      // the host says no: robots, 403, 429, private address
        Gone,         // 404, 410
        TooLarge,     // over a limit of ours
        NotReadable,  // not the format it should be: not UTF-8, not JSON, not HTML
        NoArticle,    // a page, but not an article
        BadUrl,
        BadDate,
        BadQuery,
        BadConfiguration,
        NotFound,  // no such thing in the store
        NotBuilt,  // a command of a later version
        System,    // the machine broke; only for printing a SystemError
    };
    Kind kind;
    std::string message;  // a sentence without a full stop, says what to do where one can
    std::string input;    // what it happened to: URL, file:line, id; may be empty
};

// Spelling for `{"error":{"code":…}}`: "unreachable", "not-readable", …
std::string_view code(Failure::Kind kind);

template <class T>
using Result = tl::expected<T, Failure>;

inline tl::unexpected<Failure> fail(Failure::Kind kind, std::string message,
                                    std::string input = {}) {
    return tl::unexpected(Failure{kind, std::move(message), std::move(input)});
}

// The machine under us broke: disk, database, index. Thrown by the wrappers, caught once, in cli/
// or in the request handler. Exit code 3.
class SystemError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace core
