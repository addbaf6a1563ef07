#include "crawler/gzip.h"

#include <algorithm>
#include <array>
#include <limits>
#include <new>

#include <zlib.h>

#include "core/result.h"

namespace crawler {
namespace {

constexpr int kGzipWindow = 15 + 16, kZlibWindow = 15, kRawWindow = -15;

struct EndInflate {
    void operator()(z_stream* stream) const {
        inflateEnd(stream);
        delete stream;
    }
};
using InflateStream = std::unique_ptr<z_stream, EndInflate>;

InflateStream open_inflate(int window) {
    InflateStream stream(new z_stream{});
    if (inflateInit2(stream.get(), window) != Z_OK) throw std::bad_alloc();
    return stream;
}

// zlib reads through a pointer to non-const, and counts in 32 bits.
void give(z_stream& stream, std::string_view bytes) {
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
}

// RFC 1950: the method is 8, and the first two bytes are a multiple of 31.
bool looks_like_zlib(std::string_view bytes) {
    if (bytes.size() < 2) return true;
    const auto first = static_cast<unsigned char>(bytes[0]);
    const auto second = static_cast<unsigned char>(bytes[1]);
    return (first & 15) == 8 && (first * 256 + second) % 31 == 0;
}

}  // namespace

struct Inflater::Impl {
    Packing packing;
    InflateStream stream;
    State state = State::Empty;
    std::uint64_t fed = 0, consumed = 0;
    bool one_member = false;

    // Whether a new member starts here, or the rest is nothing of ours.
    bool begin_member(std::string_view rest) {
        if (state == State::Between) {
            if (one_member || packing == Packing::Deflate) return false;
            if (static_cast<unsigned char>(rest[0]) != 0x1f) return false;
            inflateReset(stream.get());
        } else if (!stream) {
            const bool raw = packing == Packing::Deflate && !looks_like_zlib(rest);
            stream = open_inflate(packing == Packing::Gzip ? kGzipWindow
                                  : raw                    ? kRawWindow
                                                           : kZlibWindow);
        }
        state = State::Within;
        return true;
    }

    // Unpacks up to the end of a member or of the input; returns how many bytes were used.
    std::size_t run(std::string_view bytes, const Sink& sink) {
        std::array<char, 32 << 10> out;
        give(*stream, bytes);
        while (state == State::Within) {
            stream->next_out = reinterpret_cast<Bytef*>(out.data());
            stream->avail_out = static_cast<uInt>(out.size());
            const int result = inflate(stream.get(), Z_NO_FLUSH);
            const std::size_t made = out.size() - stream->avail_out;
            if (made > 0 && !sink({out.data(), made})) {
                state = State::Stopped;
            } else if (result == Z_STREAM_END) {
                state = State::Between;
            } else if (result != Z_OK && result != Z_BUF_ERROR) {
                state = State::Broken;
            } else if (stream->avail_in == 0 && stream->avail_out > 0) {
                break;
            }
        }
        return bytes.size() - stream->avail_in;
    }
};

Inflater::Inflater(Packing packing) : impl_(std::make_unique<Impl>()) { impl_->packing = packing; }
Inflater::Inflater(Inflater&&) noexcept = default;
Inflater& Inflater::operator=(Inflater&&) noexcept = default;
Inflater::~Inflater() = default;

Inflater::State Inflater::state() const { return impl_->state; }
std::uint64_t Inflater::consumed() const { return impl_->consumed; }
void Inflater::stop_after_member() { impl_->one_member = true; }
void Inflater::next_member() {
    if (impl_->state != State::Between) return;
    inflateReset(impl_->stream.get());
    impl_->state = State::Empty;
}

Inflater::State Inflater::feed(std::string_view bytes, const Sink& sink) {
    auto& my = *impl_;
    constexpr std::size_t most = 1 << 30;
    while (!bytes.empty() && my.state != State::Broken && my.state != State::Stopped) {
        if (my.state != State::Within && !my.begin_member(bytes)) break;
        const auto used = my.run(bytes.substr(0, most), sink);
        my.fed += used;
        if (my.state == State::Between) my.consumed = my.fed;
        bytes.remove_prefix(used);
    }
    return my.state;
}

bool looks_like_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b"); }

UnpackedBytes gunzip(std::string_view packed, std::size_t most) {
    UnpackedBytes unpacked;
    Inflater inflater(Packing::Gzip);
    const auto state = inflater.feed(packed, [&](std::string_view piece) {
        const auto room = most - unpacked.bytes.size();
        unpacked.bytes.append(piece.substr(0, room));
        return piece.size() <= room;
    });
    switch (state) {
        case Inflater::State::Between: unpacked.end = Unpacked::Whole; break;
        case Inflater::State::Stopped: unpacked.end = Unpacked::TooLarge; break;
        case Inflater::State::Broken: unpacked.end = Unpacked::Broken; break;
        case Inflater::State::Empty:
        case Inflater::State::Within: unpacked.end = Unpacked::CutOff; break;
    }
    return unpacked;
}

std::string gzip_member(std::string_view bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, 6, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    give(stream, bytes);
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int result = deflate(&stream, Z_FINISH);
    packed.resize(packed.size() - stream.avail_out);
    deflateEnd(&stream);
    if (result != Z_STREAM_END || bytes.size() > std::numeric_limits<uInt>::max())
        throw core::SystemError("crawler: cannot compress a record");
    return packed;
}

}  // namespace crawler
