#include "cli/whole_file.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/result.h"

namespace cli {

namespace {

namespace fs = std::filesystem;

// A file under a name that nobody had, gone with this value unless it got its own.
class Draft {
public:
    explicit Draft(const fs::path& file) : file_(file), name_(file.string() + ".XXXXXX") {
        handle_ = mkostemp(name_.data(), O_CLOEXEC);
        if (handle_ < 0) fail();
    }
    ~Draft() {
        if (handle_ >= 0) close(handle_);
        if (!placed_) unlink(name_.c_str());
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto written = ::write(handle_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail();
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        const mode_t everybody = umask(0);
        umask(everybody);
        if (fchmod(handle_, 0666 & ~everybody) != 0 || fsync(handle_) != 0) fail();
    }
    void place() {
        if (rename(name_.c_str(), file_.c_str()) != 0) fail();
        placed_ = true;
    }

private:
    [[noreturn]] void fail() const {
        throw core::SystemError(fmt::format("{}: cannot be written: {}", file_.string(),
                                            std::generic_category().message(errno)));
    }

    fs::path file_;
    std::string name_;
    int handle_ = -1;
    bool placed_ = false;
};

}  // namespace

void write_whole(const fs::path& file, std::string_view bytes) {
    std::error_code ignored;  // what is missing shows when the file is made
    if (file.has_parent_path()) fs::create_directories(file.parent_path(), ignored);
    Draft draft(file);
    draft.write(bytes);
    draft.place();
}

}  // namespace cli
