// How soon pages made to break a parser end, each in a process of its own: the target is one second
// and 200 MB, from bytes to article or error.
#include <cstdio>
#include <string>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "extractor/extractor.h"
#include "tests/hostile_pages.h"

namespace {

double seconds_of(const rusage& usage) {
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

// In a child: prints how it ended, and what reading it took beyond making it.
[[noreturn]] void read(const HostilePage& hostile) {
    core::FetchedPage page;
    page.content_type = "text/html; charset=utf-8";
    page.body = hostile.make();
    rusage before{};
    getrusage(RUSAGE_SELF, &before);
    const auto article = extractor::read_article(page);
    rusage after{};
    getrusage(RUSAGE_SELF, &after);
    std::printf("%6.2f s %5ld MB  %5.1f MB in  %-45s %s\n", seconds_of(after) - seconds_of(before),
                after.ru_maxrss >> 10, static_cast<double>(page.body.size()) / 1e6, hostile.what,
                article ? "an article" : article.error().message.c_str());
    std::fflush(stdout);
    _exit(0);
}

}  // namespace

int main() {
    bool all_ended = true;
    for (const auto& hostile : hostile_pages()) {
        const auto child = fork();
        if (child < 0) return 1;
        if (child == 0) read(hostile);
        int status = 0;
        waitpid(child, &status, 0);
        if (status == 0) continue;
        std::printf("broke with status %d: %s\n", status, hostile.what);
        all_ended = false;
    }
    return all_ended ? 0 : 1;
}
