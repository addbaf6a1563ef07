#include "extractor/claims/clues.h"

#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include "embedded/extractor.h"
#include "extractor/language/tsv.h"

namespace extractor {

namespace {

template <class E, std::size_t N>
using Codes = std::array<std::pair<std::string_view, E>, N>;

constexpr Codes<Frame, 9> kFrames{{{"accuse", Frame::Accuse},
                                   {"noun", Frame::Noun},
                                   {"passive", Frame::Passive},
                                   {"say", Frame::Say},
                                   {"source", Frame::Source},
                                   {"self", Frame::Self},
                                   {"rule", Frame::Rule},
                                   {"own", Frame::Own},
                                   {"proof", Frame::Proof}}};
constexpr Codes<PartyNoun, 15> kNominals{{{"maker", PartyNoun::Maker},
                                          {"owner", PartyNoun::Owner},
                                          {"developer", PartyNoun::Developer},
                                          {"study", PartyNoun::Study},
                                          {"person", PartyNoun::Person},
                                          {"group", PartyNoun::Group},
                                          {"companies", PartyNoun::Companies},
                                          {"papers", PartyNoun::Papers},
                                          {"plaintiffs", PartyNoun::Plaintiffs},
                                          {"defendants", PartyNoun::Defendants},
                                          {"speaker", PartyNoun::Speaker},
                                          {"suit", PartyNoun::Suit},
                                          {"report", PartyNoun::Report},
                                          {"court", PartyNoun::Court},
                                          {"company", PartyNoun::Company}}};

constexpr Codes<bool Reporting::*, 3> kReporting{{{"teller", &Reporting::teller},
                                                  {"carried", &Reporting::carried},
                                                  {"report", &Reporting::report}}};

[[noreturn]] void wrong(std::string_view table, std::string_view word) {
    throw std::invalid_argument(std::string(table) + ": what is '" + std::string(word) + "'?");
}

template <class E, std::size_t N>
E coded(const Codes<E, N>& codes, std::string_view table, std::string_view word) {
    for (const auto& [code, value] : codes)
        if (code == word) return value;
    wrong(table, word);
}

template <class E>
E term(std::string_view table, std::string_view word) {
    const auto value = core::from_code<E>(word);
    if (!value) wrong(table, word);
    return *value;
}

std::string_view cell(const std::vector<std::string_view>& row, std::size_t column,
                      std::string_view table) {
    if (column >= row.size()) wrong(table, row.front());
    return row[column];
}

// Reads a table of "pattern <tab> code": the codes go where `add` puts them.
template <class Add>
void read(Patterns& patterns, std::string_view table, std::string_view tsv, const Add& add) {
    std::size_t rule = 0;
    for (const auto& row : rows_of(tsv)) {
        patterns.add(row.front(), rule++);
        add(row, table);
    }
}

Clues read_tables() {
    using Row = std::vector<std::string_view>;
    namespace words = embedded::extractor;
    Clues clues;
    read(clues.acts, "acts.tsv", words::acts_tsv(), [&](const Row& row, std::string_view table) {
        clues.act_of.push_back({coded(kFrames, table, cell(row, 1, table)),
                                term<core::ClaimKind>(table, cell(row, 2, table)),
                                term<core::Certainty>(table, cell(row, 3, table))});
    });
    read(clues.conducts, "conducts.tsv", words::conducts_tsv(),
         [&](const Row& row, std::string_view table) {
             clues.conduct_of.push_back(term<core::Conduct>(table, cell(row, 1, table)));
         });
    read(clues.hedges, "hedges.tsv", words::hedges_tsv(),
         [&](const Row& row, std::string_view table) {
             clues.hedge_of.push_back(term<core::Certainty>(table, cell(row, 1, table)));
         });
    read(clues.evidence, "evidence.tsv", words::evidence_tsv(),
         [&](const Row& row, std::string_view table) {
             clues.evidence_of.push_back(term<core::EvidenceType>(table, cell(row, 1, table)));
         });
    read(clues.credits, "credits.tsv", words::credits_tsv(), [](const Row&, std::string_view) {});
    for (const auto& row : rows_of(words::nominals_tsv()))
        clues.nominals.emplace(row.front(),
                               coded(kNominals, "nominals.tsv", cell(row, 1, "nominals.tsv")));
    for (const auto& row : rows_of(words::reporting_tsv())) {
        const auto member = coded(kReporting, "reporting.tsv", cell(row, 1, "reporting.tsv"));
        clues.reporting[row.front()].*member = true;
    }
    return clues;
}

}  // namespace

const Clues& Clues::builtin() {
    static const Clues clues = read_tables();
    return clues;
}

std::optional<PartyNoun> Clues::nominal(std::string_view word) const {
    const auto found = nominals.find(word);
    return found == nominals.end() ? std::nullopt : std::optional(found->second);
}

Reporting Clues::how_it_reports(std::string_view word) const {
    const auto found = reporting.find(word);
    return found == reporting.end() ? Reporting{} : found->second;
}

}  // namespace extractor
