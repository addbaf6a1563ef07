// From words to vectors that know their sentence, and the words' tags on the way.
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "extractor/language/train/batch.h"

namespace training {

// layers: C a convolution, R a recurrence. After `tag_layer` of them the tags are told, and what
// was told is added to what the rest of the layers see.
struct Shape {
    std::size_t width = 160;
    std::string layers = "CRCR";
    std::size_t tag_layer = 2;
    std::size_t arc_width = 96;
    std::size_t label_width = 96;
    std::size_t vocabulary = 0;
    std::size_t tags = 0;
};

// How far a convolution looks, every other one farther; 0: a recurrence.
std::size_t distance_of_layer(const Shape& shape, std::size_t layer);

struct Noise {
    float dropout = 0;
    float smoothing = 0;  // of labels: this much of the mass is spread over all of them
};

// Words' own vectors: the sum of its word, affix, shape and n-gram rows.
struct Embedding {
    Parameter words, pieces;

    void initialise(const Shape& shape, Random& random);
    void forward(const std::vector<Word>& words_seen, Matrix& out) const;
    void backward(const std::vector<Word>& words_seen, const Matrix& gradient);
};

class Encoder {
public:
    Encoder(const Shape& shape, Random& random);

    const Matrix& forward(const Batch& batch, const Noise& noise, Random& random);
    // Takes the gradient of what forward() gave; returns the loss of the tags, a sum over tokens.
    double backward(const Batch& batch, const Noise& noise, float scale, Matrix& gradient);

    std::vector<Parameter*> parameters();
    const Matrix& tag_chances() const { return tag_chances_; }

    Embedding embedding;
    std::vector<std::unique_ptr<Layer>> layers;
    Linear tagger;
    Parameter told;  // a row for each tag

private:
    void add_layer(const Batch& batch, std::size_t at, const Noise& noise, Random& random);
    void tell_tags(std::size_t at);
    double tags_backward(const Batch& batch, const Noise& noise, float scale, Matrix& gradient);

    std::size_t tag_layer_;
    Dropout input_dropout_;
    std::vector<Dropout> dropouts_;
    std::vector<Matrix> inputs_, outputs_;  // of each layer; inputs_.back() is what comes out
    Matrix before_tags_, tag_chances_;
};

// In place: scores become chances. Returns nothing for an empty row.
void softmax(float* scores, std::size_t count);

// In place: chances become the gradient of the loss against `gold`, times scale. Returns the loss.
double cross_entropy(float* chances, std::size_t count, std::size_t gold, float smoothing,
                     float scale);

}  // namespace training
