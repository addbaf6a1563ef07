// What a training run is asked to do.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "extractor/language/train/schedule.h"

namespace training {

struct Options {
    std::vector<std::string> train, dev, test;  // CoNLL-U files
    std::vector<std::string> without;           // genres left out of train
    std::string out;
    std::uint64_t seed = 2;
    Shape shape;
    Schedule schedule;
};

// Throws std::runtime_error for what it does not understand.
Options read_options(std::span<const char* const> arguments);

extern const std::string_view usage;

}  // namespace training
