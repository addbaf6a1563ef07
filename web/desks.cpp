#include "web/desks.h"

#include <sys/stat.h>

namespace web {

namespace {

// Which file or folder lies at a path: another one after a restored backup or a rebuilt index.
struct FileId {
    dev_t device = 0;
    ino_t inode = 0;
    bool operator==(const FileId&) const = default;
};

FileId file_at(const std::filesystem::path& path) {
    struct stat found {};
    if (stat(path.c_str(), &found) != 0) return {};
    return {found.st_dev, found.st_ino};
}

}  // namespace

struct Desks::Readers {
    FileId database, folder;
    store::Reader store;
    search::Index index;

    static std::unique_ptr<Readers> open(const ServerOptions& options) {
        // Asked before opening: a change in between is noticed the next time.
        const auto database = file_at(options.database);
        const auto folder = file_at(options.index);
        return std::unique_ptr<Readers>(
            new Readers{database, folder, store::Reader::open(options.database),
                        options.shards.empty() ? search::Index::open(options.index)
                                               : search::Index::open(options.shards)});
    }
    bool current(const ServerOptions& options) const {
        return database == file_at(options.database) && folder == file_at(options.index);
    }
};

Desks::Desks(const ServerOptions& options) : options_(options) {}
Desks::~Desks() = default;

std::unique_ptr<Desks::Readers> Desks::take() {
    std::unique_ptr<Readers> readers;
    {
        const std::lock_guard lock(mutex_);
        if (!free_.empty()) {
            readers = std::move(free_.back());
            free_.pop_back();
        }
    }
    return readers && readers->current(options_) ? std::move(readers) : Readers::open(options_);
}

void Desks::give_back(std::unique_ptr<Readers> readers) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(readers));
}

Response Desks::answer(const Request& request) {
    auto readers = take();
    // Readers that threw are not given back: the next request opens new ones.
    auto response =
        respond(request, {.store = readers->store, .index = readers->index, .now = options_.now()});
    give_back(std::move(readers));
    return response;
}

}  // namespace web
