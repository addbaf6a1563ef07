#include "extractor/language/train/score.h"

#include <fmt/format.h>

namespace training {

namespace {

std::string_view universal(extractor::Relation relation) {
    const auto name = extractor::name_of(relation);
    return name.substr(0, name.find(':'));
}

}  // namespace

void Score::add(const extractor::ParsedSentence& gold, const extractor::ParsedSentence& parsed) {
    for (std::size_t at = 0; at < gold.size(); ++at) {
        const bool attached = gold[at].head == parsed[at].head;
        const bool same = universal(gold[at].relation) == universal(parsed[at].relation);
        ++tokens_;
        upos_ += gold[at].upos == parsed[at].upos ? 1 : 0;
        xpos_ += gold[at].xpos == parsed[at].xpos ? 1 : 0;
        attached_ += attached ? 1 : 0;
        labelled_ += attached && same ? 1 : 0;
        labelled_fully_ += attached && gold[at].relation == parsed[at].relation ? 1 : 0;
    }
}

double Score::share(std::size_t right) const {
    return tokens_ == 0 ? 0.0 : 100.0 * static_cast<double>(right) / static_cast<double>(tokens_);
}

std::string Score::text() const {
    return fmt::format(
        "UPOS {:.2f} XPOS {:.2f} UAS {:.2f} LAS {:.2f} ({:.2f} with subtypes), {} tokens", upos(),
        xpos(), attached(), labelled(), labelled_fully(), tokens_);
}

}  // namespace training
