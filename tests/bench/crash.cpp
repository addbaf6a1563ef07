// Two hundred kills at random moments of import, reextract, reindex and backup on one growing home.
//
//     build/tests/bench_crash [KILLS] [SEED]
//
// Ends with 1 if anything was lost, or index and store do not agree afterwards.
#include <cstdio>
#include <cstdlib>

#include "tests/crash_driver.h"

int main(int count, char** arguments) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const int kills = count > 1 ? std::atoi(arguments[1]) : 200;
    const auto seed = static_cast<unsigned>(count > 2 ? std::atoi(arguments[2]) : 1);
    CrashDriver driver(seed);
    int tries = 0;
    int failures = 0;
    while (driver.killed() < kills && tries < kills * 4) {
        ++tries;
        for (const auto& wrong : driver.crash()) {
            std::printf("try %d, %s: %s\n", tries, driver.last_job().c_str(), wrong.c_str());
            ++failures;
        }
    }
    std::printf("%d kills in %d tries from seed %u: %d things wrong\n", driver.killed(), tries,
                seed, failures);
    return failures == 0 ? 0 : 1;
}
