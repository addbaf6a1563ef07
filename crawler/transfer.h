// What one transfer gathers while libcurl calls back. Private to the crawler; pure, so that it can
// be tested with bytes alone.
#pragma once
#include <optional>
#include <string_view>

#include "crawler/body.h"
#include "crawler/transfers.h"

namespace crawler {

class Gathering {
public:
    explicit Gathering(const Order& order) : order_(order) { delivery_.job = order.job; }

    enum class Go { On, Stop };
    Go header_line(std::string_view line);  // with the status lines, and the empty line at the end
    Go body_bytes(std::string_view bytes);
    bool began() const { return began_; }

    // What became of it. `complete`: the protocol came to its regular end.
    enum class Protocol { Complete, Broken };
    Delivery finish(Protocol protocol);

private:
    Go headers_done();
    void add_header(std::string_view line);
    std::optional<Delivery::End> end_of_body() const;

    Order order_;
    Delivery delivery_;
    std::optional<int> status_;
    std::optional<BodyReader> body_;
    std::optional<Delivery::End> stopped_;
    std::size_t header_bytes_ = 0;
    bool began_ = false;
};

}  // namespace crawler
