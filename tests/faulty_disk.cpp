// Preloaded into the program: a disk that fails. FAULTY_DISK="PART:COUNT" lets COUNT writes to
// files whose path holds PART succeed, and fails all after them with EIO.
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

bool is_meant(int file, const char* part, std::size_t length) {
    char link[64] = "/proc/self/fd/";
    char digits[16];
    std::size_t count = 0;
    for (int rest = file; count == 0 || rest > 0; rest /= 10)
        digits[count++] = static_cast<char>('0' + rest % 10);
    std::size_t end = std::strlen(link);
    while (count > 0) link[end++] = digits[--count];
    link[end] = '\0';
    char path[4096];
    const auto size = readlink(link, path, sizeof path);
    return size > 0 && memmem(path, static_cast<std::size_t>(size), part, length) != nullptr;
}

bool fails(int file) {
    static int left = -1;
    const char* const told = std::getenv("FAULTY_DISK");
    const char* const colon = told == nullptr ? nullptr : std::strchr(told, ':');
    if (colon == nullptr || !is_meant(file, told, static_cast<std::size_t>(colon - told)))
        return false;
    if (left < 0) left = std::atoi(colon + 1);
    if (left > 0) {
        --left;
        return false;
    }
    errno = EIO;
    return true;
}

template <class Function>
Function* next(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

ssize_t pwrite(int file, const void* bytes, size_t count, off_t at) {
    static auto* const real = next<ssize_t(int, const void*, size_t, off_t)>("pwrite");
    return fails(file) ? -1 : real(file, bytes, count, at);
}
ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t at) {
    static auto* const real = next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
    return fails(file) ? -1 : real(file, bytes, count, at);
}
ssize_t write(int file, const void* bytes, size_t count) {
    static auto* const real = next<ssize_t(int, const void*, size_t)>("write");
    return fails(file) ? -1 : real(file, bytes, count);
}
}
