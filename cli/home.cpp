#include "cli/home.h"

#include <fmt/format.h>

namespace cli {

namespace fs = std::filesystem;

store::Store open_for_writing(const Home& home) {
    std::error_code error;
    fs::create_directories(home.captures(), error);
    if (error)
        throw core::SystemError(
            fmt::format("{}: cannot be made or written: {}", home.dir.string(), error.message()));
    return store::Store::open(home.database());
}

search::IndexWriter open_index_for_writing(const Home& home, const store::Store& store) {
    return search::IndexWriter::open(home.index(), store.uuid());
}

store::Reader open_for_reading(const Home& home) {
    if (!fs::exists(home.database()))
        throw core::SystemError(fmt::format(
            "{}: nothing is stored here yet; `claimtrail init`, `crawl` or `import` makes a store",
            home.dir.string()));
    return store::Reader::open(home.database());
}

search::Index open_index(const Home& home) {
    if (!fs::exists(home.index()))
        throw core::SystemError(fmt::format(
            "{}: there is no index yet; `claimtrail reindex` makes it", home.index().string()));
    return search::Index::open(home.index());
}

search::Index open_index(const Context& context) {
    return context.config.shards.empty() ? open_index(context.home)
                                         : search::Index::open(context.config.shards);
}

}  // namespace cli
