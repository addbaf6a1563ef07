#include <array>
#include <cassert>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <nettle/sha2.h>
#include <unistd.h>

#include "crawler/gzip.h"
#include "crawler/warc.h"
#include "crawler/warc_text.h"

namespace crawler {
namespace {

constexpr std::uint64_t kFullAt = std::uint64_t{1} << 30;
constexpr int kMaxFiles = 100'000;

[[noreturn]] void broken(const std::filesystem::path& file, const char* what, int error) {
    throw core::SystemError(fmt::format("crawler: cannot {}: {}: {}", what, file.string(),
                                        std::generic_category().message(error)));
}

// "20250603T140300Z"
std::string compact(core::Instant at) {
    std::string text;
    for (const char c : core::to_text(at))
        if (c != '-' && c != ':') text += c;
    return text;
}

class File {
public:
    explicit File(int handle) : handle_(handle) {}
    File(File&& other) noexcept : handle_(std::exchange(other.handle_, -1)) {}
    File& operator=(File&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    ~File() {
        if (handle_ >= 0) ::close(handle_);
    }
    int handle() const { return handle_; }

private:
    int handle_;
};

}  // namespace

std::string sha256_hex(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest;
    sha256_digest(&context, digest.size(), digest.data());
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const auto byte : digest) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

struct WarcWriter::Impl {
    std::filesystem::path folder;
    std::string software;
    core::Instant started;
    int number = 0;
    std::string name;
    File file{-1};
    std::uint64_t size = 0;
    bool is_synced = true;

    std::filesystem::path path() const { return folder / name; }

    // A name of its own: two runs may begin in one second.
    void open_next() {
        sync();
        for (; number < kMaxFiles; ++number) {
            name = fmt::format("claimtrail-{}-{:05}.warc.gz", compact(started), number);
            const int handle =
                ::open(path().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
            if (handle < 0 && errno == EEXIST) continue;
            if (handle < 0) broken(path(), "create", errno);
            file = File(handle);
            size = 0;
            ++number;
            append(gzip_member(warcinfo_record(software, name, started)));
            return;
        }
        broken(path(), "create", EEXIST);
    }

    // `with`: a record that belongs to the first one, behind it.
    Kept keep(std::string_view record, const std::string& digest, std::string_view with = {}) {
        auto members = gzip_member(record);
        const auto length = members.size();
        if (!with.empty()) members += gzip_member(with);
        if (file.handle() < 0 || size + members.size() > kFullAt) open_next();
        const auto offset = size;
        append(members);
        return {.file = name, .offset = offset, .length = length, .sha256 = digest};
    }

    // All of it or nothing: half a record would hide those behind it.
    void append(std::string_view bytes) {
        std::size_t done = 0;
        while (done < bytes.size()) {
            const auto written = ::write(file.handle(), bytes.data() + done, bytes.size() - done);
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) undo(errno);
            done += static_cast<std::size_t>(written);
        }
        size += bytes.size();
        is_synced = false;
    }

    void sync() {
        if (is_synced || file.handle() < 0) return;
        if (::fdatasync(file.handle()) != 0) broken(path(), "write", errno);
        is_synced = true;
    }

    [[noreturn]] void undo(int error) const {
        const auto end = static_cast<off_t>(size);
        if (::ftruncate(file.handle(), end) == 0) ::lseek(file.handle(), end, SEEK_SET);
        broken(path(), "write", error);
    }
};

WarcWriter::WarcWriter(std::filesystem::path folder, std::string software, core::Instant started)
    : impl_(std::make_unique<Impl>()) {
    impl_->folder = std::move(folder);
    impl_->software = std::move(software);
    impl_->started = started;
    std::error_code error;
    std::filesystem::create_directories(impl_->folder, error);
    if (error) broken(impl_->folder, "create", error.value());
}
WarcWriter::WarcWriter(WarcWriter&&) noexcept = default;
WarcWriter& WarcWriter::operator=(WarcWriter&&) noexcept = default;
WarcWriter::~WarcWriter() = default;

Kept WarcWriter::write(const core::FetchedPage& page, const Exchange& exchange) {
    assert(page.url);
    const auto digest = sha256_hex(page.body);
    const auto record = response_record({page, exchange, digest});
    return impl_->keep(record, digest, request_record({page, exchange, digest}, record));
}

Kept WarcWriter::write_again(const core::FetchedPage& page, const Exchange& exchange,
                             core::Instant earlier) {
    assert(page.url);
    const auto digest = sha256_hex(page.body);
    const auto record = revisit_record({page, exchange, digest}, earlier);
    return impl_->keep(record, digest, request_record({page, exchange, digest}, record));
}

Kept WarcWriter::write_file(const core::FetchedPage& page, std::string_view address) {
    const auto digest = sha256_hex(page.body);
    return impl_->keep(file_record(page, address, digest), digest);
}

void WarcWriter::sync() { impl_->sync(); }

bool WarcWriter::holds(const std::string& file) const {
    std::error_code error;
    return std::filesystem::exists(impl_->folder / file, error);
}

}  // namespace crawler
