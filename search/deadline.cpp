#include "search/deadline.h"

#include <ctime>

#include <xapian.h>

namespace search {

namespace {

// Every document, until the time is over. Xapian asks it about each candidate, before it looks at
// positions, which are what costs.
class UntilDeadline : public Xapian::PostingSource {
public:
    UntilDeadline(double deadline, Stopped& stopped) : deadline_(deadline), stopped_(&stopped) {}

    Xapian::doccount get_termfreq_min() const override { return documents_; }
    Xapian::doccount get_termfreq_est() const override { return documents_; }
    Xapian::doccount get_termfreq_max() const override { return documents_; }
    Xapian::docid get_docid() const override { return at_; }
    bool at_end() const override { return is_over_ || at_ > last_; }
    void next(double /*min_weight*/) override { move_to(at_ + 1); }
    void skip_to(Xapian::docid id, double /*min_weight*/) override {
        if (id > at_) move_to(id);
    }
    bool check(Xapian::docid id, double min_weight) override {
        skip_to(id, min_weight);
        return true;
    }
    void init(const Xapian::Database& db) override {
        documents_ = db.get_doccount();
        last_ = db.get_lastdocid();
        at_ = 0;
    }
    PostingSource* clone() const override { return new UntilDeadline(deadline_, *stopped_); }

private:
    void move_to(Xapian::docid id) {
        constexpr unsigned often = 32;  // a look at the clock costs as much as a few documents
        at_ = id;
        if (++moves_ % often != 0 || processor_milliseconds() < deadline_) return;
        is_over_ = true;
        stopped_->early = true;
    }

    double deadline_;
    Stopped* stopped_;
    Xapian::doccount documents_ = 0;
    Xapian::docid last_ = 0;
    Xapian::docid at_ = 0;
    unsigned moves_ = 0;
    bool is_over_ = false;
};

}  // namespace

double processor_milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

Xapian::Query with_deadline(const Xapian::Query& query, double until, Stopped& stopped) {
    auto* source = new UntilDeadline(until, stopped);
    return {Xapian::Query::OP_FILTER, query, Xapian::Query(source->release())};
}

}  // namespace search
