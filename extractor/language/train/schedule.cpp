#include "extractor/language/train/schedule.h"

#include <algorithm>
#include <cmath>

namespace training {

namespace {

constexpr std::size_t kWarmUp = 300;      // steps
constexpr std::size_t kAverageEvery = 8;  // steps; the average forgets in about 400
constexpr float kAverageRate = 0.02F;
constexpr double kLargestGradient = 5;

std::vector<std::vector<const Sentence*>> batches(const std::vector<const Sentence*>& sentences,
                                                  std::size_t most_tokens) {
    std::vector<std::vector<const Sentence*>> result;
    std::size_t tokens = most_tokens;
    for (const Sentence* sentence : sentences) {
        if (tokens >= most_tokens) {
            result.emplace_back();
            tokens = 0;
        }
        result.back().push_back(sentence);
        tokens += sentence->words.size();
    }
    return result;
}

std::vector<const Sentence*> pointers(std::span<const Sentence> sentences) {
    std::vector<const Sentence*> result;
    for (const auto& sentence : sentences) result.push_back(&sentence);
    return result;
}

float rate_at(const Schedule& schedule, float progress, std::size_t step) {
    const float warm = std::min(1.0F, static_cast<float>(step) / kWarmUp);
    if (progress < schedule.steady_share) return schedule.rate * warm;
    const float fall = (progress - schedule.steady_share) / (1 - schedule.steady_share);
    return schedule.rate * warm * (0.5F * (1 + std::cos(3.14159265F * fall)) + 0.005F);
}

void update(const std::vector<Parameter*>& parameters, const Step& step) {
    double squared = 0;
    for (const Parameter* parameter : parameters) squared += parameter->squared_gradient();
    const double norm = std::sqrt(squared);
    const auto scale = static_cast<float>(norm > kLargestGradient ? kLargestGradient / norm : 1);
    for (Parameter* parameter : parameters) parameter->update(step, scale);
}

}  // namespace

void train(Network& network, std::span<const Sentence> sentences, const Encoding& encoding,
           const Schedule& schedule, Random& random,
           const std::function<void(std::size_t, const Losses&)>& after_epoch) {
    const auto parameters = network.parameters();
    auto order = pointers(sentences);
    Step step{.number = 0, .decay = schedule.decay};
    for (std::size_t epoch = 0; epoch < schedule.epochs; ++epoch) {
        random.shuffle(order);
        const auto all = batches(order, schedule.batch_tokens);
        Losses sum;
        std::size_t tokens = 0;
        for (std::size_t at = 0; at < all.size(); ++at) {
            const Batch batch = noisy_batch(all[at], encoding, random);
            const Losses losses = network.learn(batch, schedule.noise, random);
            sum.tags += losses.tags;
            sum.arcs += losses.arcs;
            sum.labels += losses.labels;
            tokens += batch.size();
            const float done =
                static_cast<float>(epoch) + static_cast<float>(at) / static_cast<float>(all.size());
            ++step.number;
            step.rate = rate_at(schedule, done / static_cast<float>(schedule.epochs), step.number);
            update(parameters, step);
            if (step.number % kAverageEvery == 0)
                for (Parameter* parameter : parameters) parameter->follow(kAverageRate);
        }
        const auto count = static_cast<double>(tokens);
        for (Parameter* parameter : parameters) parameter->exchange_with_average();
        after_epoch(epoch, {sum.tags / count, sum.arcs / count, sum.labels / count});
        if (epoch + 1 < schedule.epochs)
            for (Parameter* parameter : parameters) parameter->exchange_with_average();
    }
}

Score evaluate(Network& network, std::span<const Sentence> sentences, const Encoding& encoding) {
    Score score;
    for (const auto& group : batches(pointers(sentences), 600)) {
        const Batch batch = plain_batch(group, encoding);
        const Prediction prediction = network.predict(batch);
        std::size_t at = 0;
        for (const Sentence* sentence : group) {
            extractor::ParsedSentence parsed;
            const std::size_t start = at;
            for (; parsed.size() < sentence->words.size(); ++at) {
                const auto [upos, xpos] = encoding.tags.pairs()[prediction.tags[at]];
                const bool is_root = prediction.heads[at] == Batch::kRoot;
                parsed.push_back(
                    {.upos = upos,
                     .xpos = xpos,
                     .relation = static_cast<extractor::Relation>(prediction.relations[at]),
                     .head = is_root ? extractor::kNoHead
                                     : static_cast<std::int32_t>(prediction.heads[at] - start)});
            }
            score.add(sentence->gold, parsed);
        }
    }
    return score;
}

}  // namespace training
