// A file or standard input, in lines of bounded length or as a whole of bounded size.
#pragma once
#include <array>
#include <cstdio>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace cli {

struct CloseFile {
    void operator()(std::FILE* file) const {
        if (file != stdin) std::fclose(file);
    }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

class LineReader {
public:
    // Reading ends where the file does, or once it is to be `stopped`: then the last line may be
    // half of one.
    LineReader(std::FILE* file, std::size_t longest, std::function<bool()> stopped)
        : file_(file), longest_(longest), stopped_(std::move(stopped)) {}

    // A line longer than `longest` is skipped and reported as TooLong.
    enum class State { Line, TooLong, End };
    State next(std::string& line);
    // Looks at the first bytes without taking them.
    std::string_view peek();
    // Everything that is left, up to `limit` bytes; none if there is more.
    std::optional<std::string> rest(std::size_t limit);
    bool failed() const { return std::ferror(file_) != 0; }

private:
    bool fill();

    std::FILE* file_;
    std::size_t longest_;
    std::function<bool()> stopped_;
    std::array<char, 1 << 16> buffer_{};
    std::size_t at_ = 0, filled_ = 0;
};

}  // namespace cli
