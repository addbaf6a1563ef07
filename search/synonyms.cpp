#include "search/synonyms.h"

#include <algorithm>
#include <map>

#include "core/text.h"
#include "embedded/search.h"
#include "search/terms.h"

namespace search {

namespace {

using Table = std::map<std::string, std::vector<std::string>>;

Table read_table() {
    Table table;
    const Stemmer english("en");
    for (const auto line : core::split(embedded::search::synonyms_tsv(), '\n')) {
        if (line.empty() || line.front() == '#') continue;
        std::vector<std::string> stems;
        for (const auto word : core::split(line, '\t'))
            stems.push_back(english.stem(std::string(word)));
        std::sort(stems.begin(), stems.end());
        stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
        for (const auto& stem : stems)
            std::copy_if(stems.begin(), stems.end(), std::back_inserter(table[stem]),
                         [&](const auto& other) { return other != stem; });
    }
    return table;
}

}  // namespace

const std::vector<std::string>& synonyms_of(const std::string& stem) {
    static const Table table = read_table();
    static const std::vector<std::string> none;
    const auto row = table.find(stem);
    return row == table.end() ? none : row->second;
}

}  // namespace search
