#include <catch2/catch.hpp>

#include "knowledge/outlets.h"

TEST_CASE("An outlet's names are one, whatever article or domain it goes by",
          "[knowledge][outlets]") {
    const auto [a, b] = GENERATE(table<std::string, std::string>({
        {"The Harbour Ledger", "Harbour Ledger"},
        {"The Harbour Ledger", "the harbour ledger"},
        {"The Harbour Ledger", "harbourledger.example"},
        {"Harbour Ledger", "www.harbourledger.co.uk"},
        {"Le Courrier", "Courrier"},
        {"404 Media", "404media.co"},
    }));
    CAPTURE(a, b);
    CHECK(knowledge::outlet_key(a) == knowledge::outlet_key(b));
}

TEST_CASE("Different outlets have different keys", "[knowledge][outlets]") {
    const auto [a, b] = GENERATE(table<std::string, std::string>({
        {"The Harbour Ledger", "The Ledger"},
        {"The Times", "Time"},
        {"X", "The"},
        {"Kestrel Wire", "Kestrel"},
    }));
    CAPTURE(a, b);
    CHECK(knowledge::outlet_key(a) != knowledge::outlet_key(b));
}

TEST_CASE("A joint credit is taken apart where its parts are known", "[knowledge][outlets]") {
    using List = std::vector<std::string>;
    const knowledge::KnownOutlets known{"harbourledger", "kestrelwire"};
    struct Case {
        std::string credit;
        List outlets;
    };
    const auto [credit, outlets] = GENERATE(values<Case>({
        {"Harbour Ledger and The Harbour Ledger", {"Harbour Ledger", "The Harbour Ledger"}},
        {"Kestrel Wire and Patchbay", {"Kestrel Wire", "Patchbay"}},
        {"Patchbay, Kestrel Wire and The Sentinel", {"Patchbay", "Kestrel Wire", "The Sentinel"}},
        {"Food and Wine", {"Food and Wine"}},
        {"Ashgrove & Daughters", {"Ashgrove & Daughters"}},
        {"Kestrel Wire", {"Kestrel Wire"}},
        {"", {""}},
    }));
    CAPTURE(credit);
    CHECK(knowledge::outlets_in(credit, known) == outlets);
}
