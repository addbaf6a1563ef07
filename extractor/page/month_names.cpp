#include "extractor/page/month_names.h"

#include <string>
#include <unordered_map>
#include <vector>

#include "core/text.h"
#include "embedded/extractor.h"

namespace extractor {

namespace {

struct Meaning {
    std::string_view language;
    int month;
};

class Months {
public:
    Months() {
        for (const auto line : core::split(embedded::extractor::month_names_tsv(), '\n'))
            if (!line.empty() && line.front() != '#') read(line);
    }

    std::optional<int> find(const std::string& word, std::string_view language) const {
        const auto found = meanings_.find(word);
        if (found == meanings_.end()) return std::nullopt;
        for (const auto& meaning : found->second)
            if (meaning.language == language) return meaning.month;
        return found->second.front().month;
    }

private:
    void read(std::string_view line) {
        const auto cells = core::split(line, '\t');
        for (std::size_t n = 1; n < cells.size() && n <= 12; ++n)
            for (const auto word : core::split(cells[n], ' '))
                meanings_[core::fold(word)].push_back({cells[0], static_cast<int>(n)});
    }

    std::unordered_map<std::string, std::vector<Meaning>> meanings_;
};

}  // namespace

std::optional<int> month_named(std::string_view word, std::string_view language) {
    static const Months months;
    return months.find(std::string(word), language);
}

}  // namespace extractor
