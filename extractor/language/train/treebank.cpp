#include "extractor/language/train/treebank.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <stdexcept>

#include "core/text.h"

namespace training {

namespace {

using extractor::Relation;
using extractor::Upos;
using extractor::Xpos;

enum Column { kId, kForm, kLemma, kUpos, kXpos, kFeatures, kHead, kRelation, kColumns = 10 };

int number(std::string_view text) {
    int value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0)
        throw std::runtime_error("not a number: " + std::string(text));
    return value;
}

// "obl:tmod" counts as "obl" if the subtype is not among ours.
Relation relation(std::string_view name) {
    const auto& names = extractor::relation_names;
    const auto whole = extractor::find_name<Relation>(name, names);
    const auto base = extractor::find_name<Relation>(name.substr(0, name.find(':')), names);
    if (!whole && !base) throw std::runtime_error("no such relation: " + std::string(name));
    return whole ? *whole : *base;
}

extractor::ParsedToken gold(const std::vector<std::string_view>& columns) {
    const auto upos = extractor::find_name<Upos>(columns[kUpos], extractor::upos_names);
    const auto xpos = extractor::find_name<Xpos>(columns[kXpos], extractor::xpos_names);
    if (!upos || !xpos)
        throw std::runtime_error("no such tag: " + std::string(columns[kUpos]) + " " +
                                 std::string(columns[kXpos]));
    return {.upos = *upos,
            .xpos = *xpos,
            .relation = relation(columns[kRelation]),
            .head = number(columns[kHead]) - 1};
}

bool names_one_of(std::string_view id, std::span<const std::string> words) {
    const std::string whole = std::string(id) + "_";
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return whole.find("_" + word + "_") != std::string::npos;
    });
}

class Reader {
public:
    explicit Reader(std::span<const std::string> without) : without_(without) {}

    void read(std::string_view line) {
        constexpr std::string_view document = "# newdoc id = ";
        if (line.starts_with(document)) skipping_ = names_one_of(line.substr(14), without_);
        if (line.empty()) finish_sentence();
        if (line.empty() || line.starts_with('#')) return;
        const auto columns = core::split(line, '\t');
        if (columns.size() != kColumns) throw std::runtime_error("ten columns are expected");
        // Ranges ("3-4") stand for what was written, decimals for words that were not.
        if (columns[kId].find_first_of("-.") != std::string_view::npos) return;
        sentence_.words.emplace_back(columns[kForm]);
        sentence_.gold.push_back(gold(columns));
    }

    std::vector<Sentence> take() {
        finish_sentence();
        return std::move(sentences_);
    }

private:
    void finish_sentence() {
        const auto size = static_cast<std::int32_t>(sentence_.words.size());
        for (const auto& token : sentence_.gold)
            if (token.head >= size) throw std::runtime_error("a head outside its sentence");
        if (size > 0 && !skipping_) sentences_.push_back(std::move(sentence_));
        sentence_ = {};
    }

    std::span<const std::string> without_;
    bool skipping_ = false;
    Sentence sentence_;
    std::vector<Sentence> sentences_;
};

}  // namespace

std::vector<Sentence> read_treebank(const std::string& file, std::span<const std::string> without) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("train: cannot read " + file);
    Reader reader(without);
    std::string line;
    for (std::size_t count = 1; std::getline(in, line); ++count) try {
            reader.read(line);
        } catch (const std::runtime_error& error) {
            throw std::runtime_error("train: " + file + ":" + std::to_string(count) + ": " +
                                     error.what());
        }
    return reader.take();
}

}  // namespace training
