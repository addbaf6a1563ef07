// The rows of core/vocabulary.h, which includes this file; include that one.
#pragma once

namespace core {

// clang-format off

template <>
struct Vocabulary<ClaimKind> {
    static constexpr std::string_view name = "kind";
    static constexpr std::array<Term<ClaimKind>, 13> terms{{
        {ClaimKind::Accusation, "accusation", "accusation", "says that somebody did something wrong"},
        {ClaimKind::Observation, "observation", "observation", "a finding offered as evidence"},
        {ClaimKind::Investigation, "investigation", "investigation", "somebody looks into it"},
        {ClaimKind::Denial, "denial", "denial", "says that it is not so"},
        {ClaimKind::Response, "response", "response", "answers without denying"},
        {ClaimKind::Admission, "admission", "admission", "says that it is so, of itself"},
        {ClaimKind::Countermeasure, "countermeasure", "countermeasure", "acts to stop it"},
        {ClaimKind::Policy, "policy", "policy", "a rule that bears on it"},
        {ClaimKind::Opinion, "opinion", "opinion", "a judgement or a view"},
        {ClaimKind::Ruling, "ruling", "ruling", "a court or an agency decides"},
        {ClaimKind::Settlement, "settlement", "settlement", "the parties agree to end it"},
        {ClaimKind::SelfClaim, "self-claim", "claim about itself", "what a party says of its own work"},
        {ClaimKind::Background, "background", "background", "context that an article recalls"},
    }};
};

template <>
struct Vocabulary<Conduct> {
    static constexpr std::string_view name = "conduct";
    static constexpr std::array<Term<Conduct>, 27> terms{{
        {Conduct::Distillation, "distillation", "distillation", "training a model on a rival model's answers to copy its abilities"},
        {Conduct::TrainingOnOutputs, "training-on-outputs", "training on outputs", "using another model's outputs as training data"},
        {Conduct::DataExfiltration, "data-exfiltration", "data exfiltration", "taking data out through an interface or accounts"},
        {Conduct::UnauthorizedDataUse, "unauthorized-data-use", "unauthorised data use", "using data without leave"},
        {Conduct::Scraping, "scraping", "scraping", "copying a site's content by machine"},
        {Conduct::UnlicensedTrainingData, "unlicensed-training-data", "unlicensed training data", "training on works without a licence"},
        {Conduct::CopyrightInfringement, "copyright-infringement", "copyright infringement", "breaking copyright"},
        {Conduct::TermsOfServiceViolation, "terms-of-service-violation", "breach of terms of service", "breaking a service's terms"},
        {Conduct::AccessControlCircumvention, "access-control-circumvention", "circumvention of access controls", "getting round blocks, paywalls or limits"},
        {Conduct::AccountFraud, "account-fraud", "account fraud", "false or leaked accounts"},
        {Conduct::Piracy, "piracy", "piracy", "taking works from pirate collections"},
        {Conduct::ExportControlViolation, "export-control-violation", "export control violation", "getting controlled chips or models"},
        {Conduct::UndisclosedTrainingData, "undisclosed-training-data", "undisclosed training data", "not saying what a model was trained on"},
        {Conduct::SelfIdentificationAsOtherModel, "self-identification-as-other-model", "answers as another model", "a model that says it is another"},
        {Conduct::TradeSecretMisappropriation, "trade-secret-misappropriation", "trade secret misappropriation", "taking trade secrets"},
        {Conduct::LikenessMisuse, "likeness-misuse", "misuse of likeness", "using a voice, face or style of a person"},
        {Conduct::ReproductionInOutputs, "reproduction-in-outputs", "reproduction in outputs", "a model that gives works out again"},
        {Conduct::RemovalOfCopyrightInfo, "removal-of-copyright-info", "removal of copyright information", "stripping names, notices or licences"},
        {Conduct::LicenceViolation, "licence-violation", "licence violation", "breaking an open or other licence"},
        {Conduct::TrainingDataContamination, "training-data-contamination", "training data contamination", "test or generated data among the training data"},
        {Conduct::CostClaim, "cost-claim", "cost claim", "what training is said to have cost"},
        {Conduct::EnablingMisuse, "enabling-misuse", "enabling misuse", "making misuse possible"},
        {Conduct::NationalSecurityRisk, "national-security-risk", "national security risk", "a danger to a state"},
        {Conduct::Censorship, "censorship", "censorship", "suppressing answers"},
        {Conduct::PrivacyViolation, "privacy-violation", "privacy violation", "using personal data unlawfully"},
        {Conduct::EvidenceTampering, "evidence-tampering", "evidence tampering", "destroying or making up evidence"},
        {Conduct::Other, "other", "other conduct", "none of these"},
    }};
};

template <>
struct Vocabulary<EvidenceType> {
    static constexpr std::string_view name = "evidence";
    static constexpr std::array<Term<EvidenceType>, 9> terms{{
        {EvidenceType::StylisticSimilarity, "stylistic-similarity", "stylistic similarity", "outputs that read alike"},
        {EvidenceType::TraceSimilarity, "trace-similarity", "trace similarity", "reasoning traces that read alike"},
        {EvidenceType::SelfIdentification, "self-identification", "self-identification", "the model names itself as another"},
        {EvidenceType::AccountActivity, "account-activity", "account activity", "logs of accounts or interfaces"},
        {EvidenceType::StatementWithoutEvidence, "statement-without-evidence", "statement without evidence", "evidence is said to exist, none is shown"},
        {EvidenceType::Document, "document", "document", "a memo, letter, paper or leak"},
        {EvidenceType::CourtFiling, "court-filing", "court filing", "a filing or exhibit"},
        {EvidenceType::Reproduction, "reproduction", "reproduction", "works that the model gave out"},
        {EvidenceType::Experiment, "experiment", "experiment", "a test that somebody ran"},
    }};
};

template <>
struct Vocabulary<Certainty> {
    static constexpr std::string_view name = "certainty";
    static constexpr std::array<Term<Certainty>, 6> terms{{
        {Certainty::Denied, "denied", "denied", "said not to be so"},
        {Certainty::NotConclusive, "not-conclusive", "not conclusive", "said to be no proof"},
        {Certainty::Possible, "possible", "possible", "may, might, could, whether"},
        {Certainty::Suspected, "suspected", "suspected", "suspects, believes, clues"},
        {Certainty::Alleged, "alleged", "alleged", "accuses, alleges, claims, reportedly"},
        {Certainty::Asserted, "asserted", "asserted", "said without a hedge"},
    }};
};

template <>
struct Vocabulary<EntityType> {
    static constexpr std::string_view name = "type";
    static constexpr std::array<Term<EntityType>, 7> terms{{
        {EntityType::Person, "person", "person", "a human being"},
        {EntityType::Organisation, "organisation", "organisation", "a company, lab, union or group"},
        {EntityType::Product, "product", "model or product", "a model or a product"},
        {EntityType::Dataset, "dataset", "dataset", "a collection of data"},
        {EntityType::Outlet, "outlet", "outlet", "a publication"},
        {EntityType::Court, "court", "court or agency", "a court, ministry or agency"},
        {EntityType::Law, "law", "law", "an act or a regulation"},
    }};
};

template <>
struct Vocabulary<BlockKind> {
    static constexpr std::string_view name = "block";
    static constexpr std::array<Term<BlockKind>, 6> terms{{
        {BlockKind::Heading, "heading", "heading", "a sub-heading"},
        {BlockKind::Paragraph, "paragraph", "paragraph", "running text"},
        {BlockKind::ListItem, "list-item", "list item", "an item of a list"},
        {BlockKind::Quotation, "quotation", "quotation", "a block quotation"},
        {BlockKind::LiveEntry, "live-entry", "live entry", "an entry of a live blog"},
        {BlockKind::Caption, "caption", "caption", "the words under a picture"},
    }};
};

template <>
struct Vocabulary<OriginKind> {
    static constexpr std::string_view name = "origin";
    static constexpr std::array<Term<OriginKind>, 4> terms{{
        {OriginKind::Outlet, "outlet", "outlet", "another publication"},
        {OriginKind::Document, "document", "document", "a filing, memo, paper or letter"},
        {OriginKind::Speaker, "speaker", "speaker", "somebody who said or posted it"},
        {OriginKind::Article, "article", "this article", "it credits nobody"},
    }};
};

template <>
struct Vocabulary<ArticleStatus> {
    static constexpr std::string_view name = "status";
    static constexpr std::array<Term<ArticleStatus>, 4> terms{{
        {ArticleStatus::Ok, "ok", "read", "its text is here"},
        {ArticleStatus::Gone, "gone", "gone", "taken down; the last good text is kept"},
        {ArticleStatus::Incomplete, "incomplete", "incomplete", "cut off on the way"},
        {ArticleStatus::Failed, "failed", "failed", "could not be read"},
    }};
};

template <>
struct Vocabulary<DateBasis> {
    static constexpr std::string_view name = "date_basis";
    static constexpr std::array<Term<DateBasis>, 3> terms{{
        {DateBasis::Happened, "happened", "happened", "when it took place"},
        {DateBasis::Said, "said", "said", "when it was said"},
        {DateBasis::Published, "published", "published", "when it was first reported"},
    }};
};

template <>
struct Vocabulary<SourceKind> {
    static constexpr std::string_view name = "source";
    static constexpr std::array<Term<SourceKind>, 3> terms{{
        {SourceKind::Feed, "feed", "feed", "RSS, Atom or JSON Feed"},
        {SourceKind::Sitemap, "sitemap", "sitemap", "a sitemap or an index of sitemaps"},
        {SourceKind::Page, "page", "page", "a section page whose links are followed"},
    }};
};

template <>
struct Vocabulary<EventKind> {
    static constexpr std::string_view name = "event";
    static constexpr std::array<Term<EventKind>, 13> terms{{
        {EventKind::Accusation, "accusation", "accusation", "somebody is accused"},
        {EventKind::Evidence, "evidence", "evidence", "a finding is offered as evidence"},
        {EventKind::Investigation, "investigation", "investigation", "somebody looks into it"},
        {EventKind::Denial, "denial", "denial", "the accused denies it"},
        {EventKind::Response, "response", "response", "the accused answers"},
        {EventKind::Admission, "admission", "admission", "the accused admits it"},
        {EventKind::Countermeasure, "countermeasure", "countermeasure", "somebody acts to stop it"},
        {EventKind::Policy, "policy", "policy", "a rule is made or pointed to"},
        {EventKind::Filing, "filing", "filing", "a suit or a motion is filed"},
        {EventKind::Ruling, "ruling", "ruling", "a court or an agency decides"},
        {EventKind::Settlement, "settlement", "settlement", "the parties settle"},
        {EventKind::Withdrawal, "withdrawal", "withdrawal", "the accusation is taken back"},
        {EventKind::Background, "background", "background", "context"},
    }};
};

template <>
struct Vocabulary<DisputeState> {
    static constexpr std::string_view name = "state";
    static constexpr std::array<Term<DisputeState>, 8> terms{{
        {DisputeState::Alleged, "alleged", "alleged", "accused, no answer found"},
        {DisputeState::UnderInvestigation, "under-investigation", "under investigation", "somebody looks into it"},
        {DisputeState::Answered, "answered", "answered", "the accused has answered"},
        {DisputeState::Denied, "denied", "denied", "the accused denies it"},
        {DisputeState::InCourt, "in-court", "in court", "a suit was filed"},
        {DisputeState::Ruled, "ruled", "ruled", "a court or an agency decided"},
        {DisputeState::Settled, "settled", "settled", "the parties settled"},
        {DisputeState::Withdrawn, "withdrawn", "withdrawn", "the accusation was taken back"},
    }};
};

template <>
struct Vocabulary<ConductFamily> {
    static constexpr std::string_view name = "family";
    static constexpr std::array<Term<ConductFamily>, 4> terms{{
        {ConductFamily::Distillation, "distillation", "distillation", "taking a model's abilities through its answers"},
        {ConductFamily::TrainingData, "training-data", "training data", "works and data that a model was trained on"},
        {ConductFamily::Security, "security", "security and control", "secrets, export rules, misuse"},
        {ConductFamily::Other, "other", "other conduct", "none of these"},
    }};
};

template <>
struct Vocabulary<CorrectionKind> {
    static constexpr std::string_view name = "correction";
    static constexpr std::array<Term<CorrectionKind>, 3> terms{{
        {CorrectionKind::RejectClaim, "reject-claim", "no claim", "the sentence makes no such claim"},
        {CorrectionKind::SetSlot, "set-slot", "slot", "a slot of a claim was read wrongly"},
        {CorrectionKind::MergeEntities, "merge-entities", "one entity", "two names are of one entity"},
    }};
};

template <>
struct Vocabulary<ClaimSlot> {
    static constexpr std::string_view name = "slot";
    static constexpr std::array<Term<ClaimSlot>, 7> terms{{
        {ClaimSlot::Kind, "kind", "kind", "what is said"},
        {ClaimSlot::Claimant, "claimant", "claimant", "who says it"},
        {ClaimSlot::Accused, "accused", "accused", "about whom"},
        {ClaimSlot::Conduct, "conduct", "conduct", "what is said to have been done"},
        {ClaimSlot::ObjectOwner, "object-owner", "owner", "whose data, model or asset"},
        {ClaimSlot::Via, "via", "via", "media credited for it"},
        {ClaimSlot::Certainty, "certainty", "certainty", "how surely it is said"},
    }};
};

// clang-format on

}  // namespace core
