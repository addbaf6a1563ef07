// Readers of store and index, one pair for each request that is being answered. Private to web/.
#pragma once
#include <memory>
#include <mutex>
#include <vector>

#include "web/web.h"

namespace web {

// Safe to call from several threads at once.
class Desks {
public:
    explicit Desks(const ServerOptions& options);
    ~Desks();
    Desks(const Desks&) = delete;
    Desks& operator=(const Desks&) = delete;

    // Throws core::SystemError when store or index cannot be opened or read.
    Response answer(const Request& request);

private:
    struct Readers;
    std::unique_ptr<Readers> take();
    void give_back(std::unique_ptr<Readers> readers);

    const ServerOptions& options_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Readers>> free_;  // no more than there are threads
};

}  // namespace web
