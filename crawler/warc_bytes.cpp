#include "crawler/warc_bytes.h"

#include <algorithm>
#include <limits>

namespace crawler {
namespace {

constexpr std::size_t kPiece = 64 << 10;
constexpr std::size_t kSlice = 4 << 10;  // packed; deflate makes at most 1,032 times as much of it

}  // namespace

WarcBytes::WarcBytes(const std::filesystem::path& file, std::uint64_t offset, Extent extent)
    : in_(file, std::ios::binary), extent_(extent), inflater_(Packing::Gzip), read_to_(offset) {
    in_.seekg(static_cast<std::streamoff>(
        std::min<std::uint64_t>(offset, std::numeric_limits<std::streamoff>::max())));
    inflater_.stop_after_member();
    members_.push_back({0, offset});
    if (!read_piece()) return;
    packed_ = looks_like_gzip(piece_);
}

bool WarcBytes::more() {
    if (used_ == piece_.size() && !read_piece()) return false;
    if (packed_) return unpack();
    ready_ += std::string_view(piece_).substr(used_);
    made_ += piece_.size() - used_;
    used_ = piece_.size();
    return true;
}

bool WarcBytes::unpack() {
    using State = Inflater::State;
    if (inflater_.state() == State::Broken) return false;
    if (inflater_.state() == State::Between) {
        // What follows the last member and is none is passed over.
        if (extent_ == Extent::OneMember || piece_[used_] != '\x1f') return false;
        begin_member();
    }
    const auto slice = std::string_view(piece_).substr(used_, kSlice);
    const auto state = inflater_.feed(slice, [&](std::string_view bytes) {
        ready_ += bytes;
        made_ += bytes.size();
        return true;
    });
    const auto used = state == State::Between ? inflater_.consumed() - fed_ : slice.size();
    used_ += used;
    fed_ += used;
    return state != State::Broken;
}

void WarcBytes::begin_member() {
    const auto file = read_to_ - (piece_.size() - used_);
    if (members_.back().unpacked == made_) members_.pop_back();
    members_.push_back({made_, file});
    inflater_.next_member();
}

void WarcBytes::skip(std::size_t count) {
    at_ += count;
    const auto here = made_ - (ready_.size() - at_);
    while (members_.size() > 1 && members_[1].unpacked <= here) members_.pop_front();
    if (at_ * 2 < ready_.size()) return;  // so that each byte is moved once on average
    ready_.erase(0, at_);
    at_ = 0;
}

bool WarcBytes::damaged() const {
    return packed_ && (inflater_.state() == Inflater::State::Broken ||
                       inflater_.state() == Inflater::State::Within);
}

std::uint64_t WarcBytes::offset() const {
    const auto& member = members_.front();
    if (packed_) return member.file;
    return member.file + made_ - (ready_.size() - at_);
}

bool WarcBytes::read_piece() {
    piece_.resize(kPiece);
    in_.read(piece_.data(), kPiece);
    piece_.resize(static_cast<std::size_t>(in_.gcount()));
    used_ = 0;
    read_to_ += piece_.size();
    return !piece_.empty();
}

}  // namespace crawler
