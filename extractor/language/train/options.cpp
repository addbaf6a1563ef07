#include "extractor/language/train/options.h"

#include <charconv>
#include <stdexcept>

namespace training {

const std::string_view usage =
    "train_parser train=FILE… dev=FILE… [test=FILE…] [without=GENRE…] out=MODEL [NAME=NUMBER…]\n"
    "\n"
    "Reads CoNLL-U files; writes the model of the epoch that does best on the dev files.\n"
    "The test files are looked at once, with the model that was written.\n"
    "Numbers: epochs, seed, dropout, smoothing, rate, batch, width, arc, label.\n";

namespace {

double number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0)
        throw std::runtime_error("train: not a number: " + std::string(text));
    return value;
}

bool set_number(Options& options, std::string_view name, double value) {
    const auto whole = static_cast<std::size_t>(value);
    const auto real = static_cast<float>(value);
    if (name == "epochs") return options.schedule.epochs = whole, true;
    if (name == "seed") return options.seed = whole, true;
    if (name == "dropout") return options.schedule.noise.dropout = real, true;
    if (name == "smoothing") return options.schedule.noise.smoothing = real, true;
    if (name == "rate") return options.schedule.rate = real, true;
    if (name == "batch") return options.schedule.batch_tokens = whole, true;
    if (name == "width") return options.shape.width = whole, true;
    if (name == "arc") return options.shape.arc_width = whole, true;
    if (name == "label") return options.shape.label_width = whole, true;
    return false;
}

void set(Options& options, std::string_view name, std::string_view value) {
    if (name == "train") return options.train.emplace_back(value), void();
    if (name == "dev") return options.dev.emplace_back(value), void();
    if (name == "test") return options.test.emplace_back(value), void();
    if (name == "without") return options.without.emplace_back(value), void();
    if (name == "out") return options.out = value, void();
    if (!set_number(options, name, number(value)))
        throw std::runtime_error("train: no option '" + std::string(name) + "'");
}

}  // namespace

Options read_options(std::span<const char* const> arguments) {
    Options options;
    for (const std::string_view argument : arguments) {
        const auto equals = argument.find('=');
        if (equals == std::string_view::npos)
            throw std::runtime_error("train: NAME=VALUE is expected, not " + std::string(argument));
        set(options, argument.substr(0, equals), argument.substr(equals + 1));
    }
    if (options.train.empty() || options.dev.empty() || options.out.empty())
        throw std::runtime_error("train: train=, dev= and out= are needed");
    return options;
}

}  // namespace training
