// The best dependency tree under given scores. Private to extractor/.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace extractor {

// Scores of every arc of a sentence of n tokens: row d holds those of token d as the dependent,
// first with the root, then with each token as its head. Higher is better.
struct ArcScores {
    std::span<const float> scores;  // n × (n + 1)
    std::size_t size = 0;           // n

    const float* row(std::size_t dependent) const { return &scores[dependent * (size + 1)]; }
};

// The maximum spanning arborescence with exactly one token under the root (Chu and Liu, Edmonds;
// in Tarjan's form for dense graphs, quadratic). Keeps its memory from one sentence to the next.
class TreeFinder {
public:
    // heads[d]: index of d's head, kNoHead for the one root. As many places as tokens, at least 1.
    void find(const ArcScores& arcs, std::span<std::int32_t> heads);

private:
    // Vertex 0 is the root, token d is vertex d + 1; groups made of cycles follow after them.
    using Node = std::size_t;
    struct Arc {
        Node from = 0;
        Node to = 0;  // both vertices
    };

    void start(const ArcScores& arcs);
    void grow(Node node);
    Arc best_into(Node node) const;
    Node contract(Node from);
    void merge(Node group, Node member);
    void expand();

    double& weight(Node node, Node from) { return weights_[node * vertices_ + from]; }
    Node& entry(Node node, Node from) { return entries_[node * vertices_ + from]; }

    std::size_t vertices_ = 0;
    std::vector<double> weights_;  // of the best arc from a vertex into a node
    std::vector<Node> entries_;    // the vertex within the node where that arc ends
    std::vector<Node> top_;        // of a vertex: the outermost group that holds it
    std::vector<Node> parent_;     // of a node: the group made of it, itself if there is none
    std::vector<Arc> chosen_;      // into each node
    std::vector<Node> path_;       // nodes whose arc is chosen, each from within the next
    std::vector<std::uint8_t> reached_;
};

}  // namespace extractor
