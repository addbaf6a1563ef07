#include "search/token_stream.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include <xapian.h>

#include "search/deadline.h"

namespace search {

namespace {

// A position is a place and the hash of the word there. Xapian's coding of positions is good for
// less than 31 bits, so a text is cut into parts of so many places, each a term of its own.
constexpr unsigned kHashBits = 18;
constexpr unsigned kPlaces = 1U << 12;
constexpr unsigned kMostParts = 256;  // a million words

unsigned hash_of(std::string_view word) {
    std::uint32_t hash = 2'166'136'261U;  // FNV-1a
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619U;
    return (hash ^ (hash >> kHashBits)) & ((1U << kHashBits) - 1);
}

std::string part_term(unsigned part) { return "XP" + std::to_string(part); }

struct Placed {
    unsigned place, hash;
};

// A text's words, place by place.
std::vector<Placed> stream_of(const Xapian::Database& db, Xapian::docid document) {
    std::vector<Placed> stream;
    for (unsigned part = 0; part < kMostParts; ++part) {
        const auto term = part_term(part);
        const auto size_before = stream.size();
        const auto end = db.positionlist_end(document, term);
        for (auto at = db.positionlist_begin(document, term); at != end; ++at)
            stream.push_back({part * kPlaces + (*at >> kHashBits), *at & ((1U << kHashBits) - 1)});
        constexpr unsigned longest_gap = kPlaces / 8;
        if (stream.size() == size_before || stream.back().place % kPlaces < kPlaces - longest_gap)
            break;
    }
    return stream;
}

bool stand_in_a_row(const std::vector<Placed>& stream, const std::vector<unsigned>& hashes) {
    const auto fits = [&](const Placed& placed, unsigned hash) { return placed.hash == hash; };
    for (auto at = stream.begin();; ++at) {
        at = std::search(at, stream.end(), hashes.begin(), hashes.end(), fits);
        if (at == stream.end()) return false;
        if (at[std::ssize(hashes) - 1].place - at->place == hashes.size() - 1) return true;
    }
}

bool stand_near(const std::vector<Placed>& stream, unsigned a, unsigned b, unsigned distance) {
    constexpr unsigned never = ~0U;
    unsigned last_a = never;
    unsigned last_b = never;
    for (const auto& [place, hash] : stream) {
        const bool meets_b = hash == a && last_b != never && place - last_b <= distance;
        const bool meets_a = hash == b && last_a != never && place - last_a <= distance;
        if (meets_a || meets_b) return true;
        if (hash == a) last_a = place;
        if (hash == b) last_b = place;
    }
    return false;
}

struct Hashed {
    Order::Kind kind;
    std::vector<unsigned> words;
    unsigned distance;
};

Hashed hashed(const Order& order) {
    Hashed all{order.kind, {}, order.distance};
    for (const auto word : order.words) all.words.push_back(hash_of(word));
    return all;
}

bool stand_in(const Xapian::Database& db, Xapian::docid document, const Hashed& order) {
    const auto stream = stream_of(db, document);
    return order.kind == Order::Kind::InARow
               ? stand_in_a_row(stream, order.words)
               : stand_near(stream, order.words.at(0), order.words.at(1), order.distance);
}

class InOrder : public Xapian::PostingSource {
public:
    InOrder(Hashed order, const Patience& patience)
        : order_(std::move(order)), patience_(patience) {}

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return db_.get_doccount(); }
    Xapian::doccount get_termfreq_max() const override { return db_.get_doccount(); }
    Xapian::docid get_docid() const override { return at_; }
    bool at_end() const override { return at_ > last_; }
    void next(double min_weight) override { skip_to(at_ + 1, min_weight); }
    void skip_to(Xapian::docid id, double /*min_weight*/) override {
        for (at_ = std::max(id, at_); at_ <= last_ && !fits(at_);) ++at_;
    }
    bool check(Xapian::docid id, double /*min_weight*/) override {
        if (id <= at_) return true;
        if (!fits(id)) return at_end();
        at_ = id;
        return true;
    }
    void init(const Xapian::Database& db) override {
        db_ = db;
        last_ = db.get_lastdocid();
        at_ = 0;
    }
    PostingSource* clone() const override { return new InOrder(order_, patience_); }

private:
    bool fits(Xapian::docid id) {
        constexpr unsigned often = 16;
        if (patience_.stopped != nullptr && ++looks_ % often == 0 &&
            processor_milliseconds() > patience_.until) {
            patience_.stopped->early = true;
            at_ = last_ + 1;
            return false;
        }
        return stand_in(db_, id, order_);
    }

    Hashed order_;
    Patience patience_;
    Xapian::Database db_;
    Xapian::docid last_ = 0;
    Xapian::docid at_ = 0;
    unsigned looks_ = 0;
};

}  // namespace

void TokenStream::add(std::string_view word) {
    const unsigned part = place_ / kPlaces;
    if (part < kMostParts)
        document_.add_posting(part_term(part), (place_ % kPlaces) << kHashBits | hash_of(word), 0);
    ++place_;
}

Xapian::Query in_order(const Order& order, const Patience& patience) {
    return Xapian::Query((new InOrder(hashed(order), patience))->release());
}

Xapian::Query named_in_order(const Xapian::Database& db, const Xapian::Query& holding,
                             const Order& order, const Patience& patience) {
    constexpr Xapian::doccount most = 2'000;
    Xapian::Enquire enquire(db);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
    enquire.set_query(holding);
    const auto candidates = enquire.get_mset(0, most);
    if (candidates.size() == most && patience.stopped != nullptr) patience.stopped->early = true;
    const auto words = hashed(order);
    std::vector<Xapian::Query> named;
    for (auto candidate = candidates.begin(); candidate != candidates.end(); ++candidate)
        if (stand_in(db, *candidate, words))
            named.emplace_back("Q" + candidate.get_document().get_data());  // see unique_term()
    if (named.empty()) return Xapian::Query::MatchNothing;
    return {Xapian::Query::OP_OR, named.begin(), named.end()};
}

}  // namespace search
