#include "extractor/language/best_tree.h"

#include <algorithm>
#include <cassert>

#include "extractor/language/syntax.h"

namespace extractor {

namespace {

// Taken from every arc of the root: a tree with one such arc beats all trees with more.
constexpr double kRootPenalty = 1e6;

// Each token's best head by itself; usually that is a tree already.
void choose_greedily(const ArcScores& arcs, std::span<std::int32_t> heads) {
    for (std::size_t d = 0; d < arcs.size; ++d) {
        const float* row = arcs.row(d);
        float best = row[0];
        heads[d] = kNoHead;
        for (std::size_t h = 0; h < arcs.size; ++h)
            if (h != d && row[h + 1] > best) {
                best = row[h + 1];
                heads[d] = static_cast<std::int32_t>(h);
            }
    }
}

bool is_tree(std::span<const std::int32_t> heads, std::vector<std::size_t>& visitor) {
    if (std::count(heads.begin(), heads.end(), kNoHead) != 1) return false;
    visitor.assign(heads.size(), heads.size());
    for (std::size_t start = 0; start < heads.size(); ++start) {
        std::int32_t at = static_cast<std::int32_t>(start);
        while (at != kNoHead && visitor[static_cast<std::size_t>(at)] == heads.size()) {
            visitor[static_cast<std::size_t>(at)] = start;
            at = heads[static_cast<std::size_t>(at)];
        }
        if (at != kNoHead && visitor[static_cast<std::size_t>(at)] == start) return false;
    }
    return true;
}

}  // namespace

void TreeFinder::find(const ArcScores& arcs, std::span<std::int32_t> heads) {
    assert(arcs.size > 0 && heads.size() == arcs.size);
    choose_greedily(arcs, heads);
    if (is_tree(heads, top_)) return;
    start(arcs);
    for (Node vertex = 1; vertex < vertices_; ++vertex)
        if (reached_[top_[vertex]] == 0) grow(top_[vertex]);
    expand();
    for (std::size_t d = 0; d < arcs.size; ++d)
        heads[d] = static_cast<std::int32_t>(chosen_[d + 1].from) - 1;
}

void TreeFinder::start(const ArcScores& arcs) {
    vertices_ = arcs.size + 1;
    weights_.clear();
    entries_.clear();
    chosen_.assign(vertices_, {});
    reached_.assign(vertices_, 0);
    reached_[0] = 1;
    top_.resize(vertices_);
    parent_.resize(vertices_);
    weights_.resize(vertices_ * vertices_);
    entries_.resize(vertices_ * vertices_);
    for (Node node = 0; node < vertices_; ++node) {
        top_[node] = node;
        parent_[node] = node;
        if (node == 0) continue;
        for (Node from = 0; from < vertices_; ++from) {
            weight(node, from) = arcs.row(node - 1)[from] - (from == 0 ? kRootPenalty : 0);
            entry(node, from) = node;
        }
    }
}

// From a node backwards over best arcs until something is met that the root reaches.
void TreeFinder::grow(Node node) {
    path_.clear();
    for (;;) {
        path_.push_back(node);
        chosen_[node] = best_into(node);
        const Node source = top_[chosen_[node].from];
        if (reached_[source] != 0) break;
        const bool cycle = std::find(path_.begin(), path_.end(), source) != path_.end();
        node = cycle ? contract(source) : source;
    }
    for (const Node on_path : path_) reached_[on_path] = 1;
}

TreeFinder::Arc TreeFinder::best_into(Node node) const {
    const double* weights = &weights_[node * vertices_];
    Node best = vertices_;
    for (Node from = 0; from < vertices_; ++from) {
        if (top_[from] == node) continue;
        if (best == vertices_ || weights[from] > weights[best]) best = from;
    }
    return {.from = best, .to = entries_[node * vertices_ + best]};
}

// The path's end, from `from` on, is a cycle: it becomes one node.
TreeFinder::Node TreeFinder::contract(Node from) {
    const Node group = parent_.size();
    parent_.push_back(group);
    chosen_.emplace_back();
    reached_.push_back(0);
    weights_.resize(weights_.size() + vertices_, -1e300);
    entries_.resize(entries_.size() + vertices_, 0);
    for (bool last = false; !last; path_.pop_back()) {
        last = path_.back() == from;
        merge(group, path_.back());
    }
    return group;
}

// Entering the group at a member costs that member's chosen arc.
void TreeFinder::merge(Node group, Node member) {
    parent_[member] = group;
    const double lost = weight(member, chosen_[member].from);
    for (Node from = 0; from < vertices_; ++from) {
        if (top_[from] == member) top_[from] = group;
        const double gain = weight(member, from) - lost;
        if (gain <= weight(group, from)) continue;
        weight(group, from) = gain;
        entry(group, from) = entry(member, from);
    }
}

// The arc into a group replaces that of the member where it ends.
void TreeFinder::expand() {
    for (Node group = parent_.size(); group-- > vertices_;) {
        Node member = chosen_[group].to;
        while (parent_[member] != group) member = parent_[member];
        chosen_[member] = chosen_[group];
    }
}

}  // namespace extractor
