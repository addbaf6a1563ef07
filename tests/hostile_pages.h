// Pages made to break a parser: shared by the test that they end well, and the benchmark that
// says how soon.
#pragma once
#include <functional>
#include <string>
#include <vector>

struct HostilePage {
    const char* what;
    std::function<std::string()> make;  // up to 10 MB: one at a time
};

const std::vector<HostilePage>& hostile_pages();
