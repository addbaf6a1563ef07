// Every closed vocabulary of the product, one table each. Schema, query fields, pages, help and
// tests read these rows; a new word is one new line.
#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace core {

enum class ClaimKind {
    Accusation,
    Observation,
    Investigation,
    Denial,
    Response,
    Admission,
    Countermeasure,
    Policy,
    Opinion,
    Ruling,
    Settlement,
    SelfClaim,
    Background
};

enum class Conduct {
    Distillation,
    TrainingOnOutputs,
    DataExfiltration,
    UnauthorizedDataUse,
    Scraping,
    UnlicensedTrainingData,
    CopyrightInfringement,
    TermsOfServiceViolation,
    AccessControlCircumvention,
    AccountFraud,
    Piracy,
    ExportControlViolation,
    UndisclosedTrainingData,
    SelfIdentificationAsOtherModel,
    TradeSecretMisappropriation,
    LikenessMisuse,
    ReproductionInOutputs,
    RemovalOfCopyrightInfo,
    LicenceViolation,
    TrainingDataContamination,
    CostClaim,
    EnablingMisuse,
    NationalSecurityRisk,
    Censorship,
    PrivacyViolation,
    EvidenceTampering,
    Other
};

enum class EvidenceType {
    StylisticSimilarity,
    TraceSimilarity,
    SelfIdentification,
    AccountActivity,
    StatementWithoutEvidence,
    Document,
    CourtFiling,
    Reproduction,
    Experiment
};

// Strongest hedge first: the strongest in scope wins.
enum class Certainty { Denied, NotConclusive, Possible, Suspected, Alleged, Asserted };

enum class EntityType { Person, Organisation, Product, Dataset, Outlet, Court, Law };
enum class BlockKind { Heading, Paragraph, ListItem, Quotation, LiveEntry, Caption };
enum class OriginKind { Outlet, Document, Speaker, Article };
enum class ArticleStatus { Ok, Gone, Incomplete, Failed };
enum class DateBasis { Happened, Said, Published };
enum class SourceKind { Feed, Sitemap, Page };

enum class EventKind {
    Accusation,
    Evidence,
    Investigation,
    Denial,
    Response,
    Admission,
    Countermeasure,
    Policy,
    Filing,
    Ruling,
    Settlement,
    Withdrawal,
    Background
};

enum class CorrectionKind { RejectClaim, SetSlot, MergeEntities };
// What of a claim an editor may set.
enum class ClaimSlot { Kind, Claimant, Accused, Conduct, ObjectOwner, Via, Certainty };

// How far a dispute has come: its furthest stage.
enum class DisputeState {
    Alleged,
    UnderInvestigation,
    Answered,
    Denied,
    InCourt,
    Ruled,
    Settled,
    Withdrawn
};

template <class E>
struct Term {
    E value;
    std::string_view code;     // in the database, in queries and in JSON: "kind:self-claim"
    std::string_view label;    // on pages
    std::string_view meaning;  // in help, for a reporter
};

template <class E>
struct Vocabulary;  // Vocabulary<E>::name ("kind") and ::terms (std::array<Term<E>, N>)

// Conducts that belong to one quarrel: a dispute is named after its family.
enum class ConductFamily { Distillation, TrainingData, Security, Other };

}  // namespace core

#include "core/vocabulary_tables.h"

namespace core {

template <class E>
constexpr const Term<E>& term(E value) {
    return Vocabulary<E>::terms[static_cast<std::size_t>(value)];
}
template <class E>
constexpr std::string_view code(E value) {
    return term(value).code;
}
template <class E>
constexpr std::optional<E> from_code(std::string_view code) {
    for (const Term<E>& row : Vocabulary<E>::terms)
        if (row.code == code) return row.value;
    return std::nullopt;
}

// term() and code() index by the enum's value.
template <class E>
constexpr bool in_enum_order() {
    std::size_t row = 0;
    for (const Term<E>& term : Vocabulary<E>::terms)
        if (static_cast<std::size_t>(term.value) != row++) return false;
    return true;
}
static_assert(in_enum_order<ClaimKind>() && in_enum_order<Conduct>() &&
              in_enum_order<EvidenceType>() && in_enum_order<Certainty>() &&
              in_enum_order<EntityType>() && in_enum_order<BlockKind>() &&
              in_enum_order<OriginKind>() && in_enum_order<ArticleStatus>() &&
              in_enum_order<DateBasis>() && in_enum_order<SourceKind>() &&
              in_enum_order<EventKind>() && in_enum_order<DisputeState>() &&
              in_enum_order<ConductFamily>() && in_enum_order<CorrectionKind>() &&
              in_enum_order<ClaimSlot>());

constexpr ConductFamily family(Conduct conduct) {
    switch (conduct) {
        case Conduct::Distillation:
        case Conduct::TrainingOnOutputs:
        case Conduct::DataExfiltration:
        case Conduct::TermsOfServiceViolation:
        case Conduct::AccessControlCircumvention:
        case Conduct::AccountFraud:
        case Conduct::SelfIdentificationAsOtherModel:
        case Conduct::CostClaim: return ConductFamily::Distillation;
        case Conduct::UnauthorizedDataUse:
        case Conduct::Scraping:
        case Conduct::UnlicensedTrainingData:
        case Conduct::CopyrightInfringement:
        case Conduct::Piracy:
        case Conduct::UndisclosedTrainingData:
        case Conduct::LikenessMisuse:
        case Conduct::ReproductionInOutputs:
        case Conduct::RemovalOfCopyrightInfo:
        case Conduct::LicenceViolation:
        case Conduct::TrainingDataContamination:
        case Conduct::PrivacyViolation:
        case Conduct::EvidenceTampering: return ConductFamily::TrainingData;
        case Conduct::ExportControlViolation:
        case Conduct::TradeSecretMisappropriation:
        case Conduct::EnablingMisuse:
        case Conduct::NationalSecurityRisk:
        case Conduct::Censorship: return ConductFamily::Security;
        case Conduct::Other: return ConductFamily::Other;
    }
    return ConductFamily::Other;
}

// The event that such a claim makes by itself; its words may tell of a suit or a withdrawal.
constexpr EventKind event_kind(ClaimKind kind) {
    switch (kind) {
        case ClaimKind::Accusation: return EventKind::Accusation;
        case ClaimKind::Observation: return EventKind::Evidence;
        case ClaimKind::Investigation: return EventKind::Investigation;
        case ClaimKind::Denial: return EventKind::Denial;
        case ClaimKind::Response: return EventKind::Response;
        case ClaimKind::Admission: return EventKind::Admission;
        case ClaimKind::Countermeasure: return EventKind::Countermeasure;
        case ClaimKind::Policy: return EventKind::Policy;
        case ClaimKind::Ruling: return EventKind::Ruling;
        case ClaimKind::Settlement: return EventKind::Settlement;
        case ClaimKind::Opinion:
        case ClaimKind::SelfClaim:
        case ClaimKind::Background: return EventKind::Background;
    }
    return EventKind::Background;
}

}  // namespace core
