// zlib, held and bounded. Private to the crawler.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace crawler {

enum class Packing { Gzip, Deflate };  // Deflate: zlib's wrapping, or none, as servers do both

// Unpacks a stream piece by piece. Gzip members may follow one another; what follows the last one
// and is no member is passed over.
class Inflater {
public:
    enum class State {
        Empty,    // nothing came yet
        Within,   // in the middle of a member
        Between,  // at the end of one: the stream may end here
        Broken,   // not what it should be
        Stopped   // the sink wanted no more
    };
    // Takes what comes out, returns whether it wants more.
    using Sink = std::function<bool(std::string_view)>;

    explicit Inflater(Packing packing);
    Inflater(Inflater&&) noexcept;
    Inflater& operator=(Inflater&&) noexcept;
    ~Inflater();

    State feed(std::string_view bytes, const Sink& sink);
    State state() const;
    // Bytes fed up to the end of the last complete member.
    std::uint64_t consumed() const;
    void stop_after_member();  // one member at a time: feed() takes nothing behind it …
    void next_member();        // … until this is called between two of them

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

bool looks_like_gzip(std::string_view bytes);

enum class Unpacked { Whole, CutOff, Broken, TooLarge };
struct UnpackedBytes {
    Unpacked end = Unpacked::Whole;
    std::string bytes;  // what came out until then
};
UnpackedBytes gunzip(std::string_view packed, std::size_t most);

std::string gzip_member(std::string_view bytes);

}  // namespace crawler
