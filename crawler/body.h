// A response's body on its way in: undone of its content codings, and bounded. Private to the
// crawler. Pure: knows no network.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crawler/gzip.h"

namespace crawler {

class BodyReader {
public:
    enum class State { Fine, TooLarge, Broken, UnknownCoding };

    // `content_encoding` is the header's value; `most` bounds what comes out of the decoding.
    BodyReader(std::string_view content_encoding, std::uint64_t most);

    State feed(std::string_view bytes);
    State state() const { return state_; }
    // Whether all compressed streams have come to their end.
    bool whole() const;
    std::uint64_t received() const { return received_; }
    const std::string& coding() const { return coding_; }
    std::string take() { return std::move(body_); }

private:
    bool pass_on(std::size_t layer, std::string_view bytes);

    std::vector<Inflater> layers_;  // the outermost coding first
    std::string coding_, body_;
    std::uint64_t most_, received_ = 0;
    State state_ = State::Fine;
};

}  // namespace crawler
