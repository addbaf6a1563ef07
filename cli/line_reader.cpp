#include "cli/line_reader.h"

namespace cli {

LineReader::State LineReader::next(std::string& line) {
    line.clear();
    bool too_long = false;
    for (;;) {
        if (at_ == filled_ && !fill()) {
            if (too_long) return State::TooLong;
            return line.empty() ? State::End : State::Line;
        }
        const std::string_view chunk(buffer_.data() + at_, filled_ - at_);
        const auto end = chunk.find('\n');
        const auto part = chunk.substr(0, end);
        too_long = too_long || line.size() + part.size() > longest_;
        if (!too_long) line += part;
        at_ += part.size();
        if (end == std::string_view::npos) continue;
        ++at_;
        if (too_long) line.clear();
        return too_long ? State::TooLong : State::Line;
    }
}

std::string_view LineReader::peek() {
    if (at_ == filled_) fill();
    return {buffer_.data() + at_, filled_ - at_};
}

std::optional<std::string> LineReader::rest(std::size_t limit) {
    std::string all;
    while (at_ < filled_ || fill()) {
        all.append(buffer_.data() + at_, filled_ - at_);
        at_ = filled_;
        if (all.size() > limit) return std::nullopt;
    }
    return all;
}

bool LineReader::fill() {
    at_ = filled_ = 0;
    if (stopped_()) return false;
    filled_ = std::fread(buffer_.data(), 1, buffer_.size(), file_);
    return filled_ > 0;
}

}  // namespace cli
