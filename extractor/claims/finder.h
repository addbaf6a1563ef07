// Goes through an article's sentences and remembers what it told. Private to extractor/.
#pragma once
#include <optional>
#include <vector>

#include "extractor/claims/confidence.h"
#include "extractor/claims/drafts.h"
#include "extractor/claims/parties.h"
#include "extractor/claims/reading.h"
#include "extractor/claims/scene.h"

namespace extractor {

class Finder {
public:
    explicit Finder(const Reading& reading);

    void read_all();
    std::vector<core::Claim> take_claims() { return std::move(claims_); }
    std::vector<core::Citation> take_citations();

private:
    void read(std::size_t index);
    void read_dispute();
    static void merge(std::vector<core::Claim>& found, std::vector<Draft>& kept);
    const ReadWord* credited_name(const Scene& scene, const Match& match) const;
    std::vector<Party> credits(const Scene& scene);
    void cite_outlets(const Scene& scene);
    bool is_party(const core::Citation& citation) const;
    std::optional<Party> who_speaks_in(const Scene& scene) const;
    std::optional<Party> speaker(std::size_t index) const;
    std::optional<Party> who_introduces(const Scene& scene) const;

    // What is still missing in a draft is taken from memory; false: no claim of ours.
    bool complete(Draft& draft, std::size_t index) const;
    void turn_into_ruling(Draft& draft) const;
    void turn_into_answer(Draft& draft, const Scene& scene) const;
    bool turn_into_denial(Draft& draft, const Scene& scene) const;  // false: it is no claim
    void fill_claimant(Draft& draft, std::size_t index) const;
    void settle_guess(Draft& draft, std::size_t index) const;
    void turn_into_self_claim(Draft& draft) const;
    void turn_into_observation(Draft& draft, const Scene& scene) const;
    static void drop(Draft& draft);
    bool answers_nothing(const Draft& draft, const Scene& scene) const;
    bool is_person(const std::vector<Party>& parties) const;
    void fill_accused(Draft& draft) const;
    void fill_conduct(Draft& draft, const Scene& scene) const;
    bool is_accuser(const std::vector<Party>& by) const;
    bool is_claim(const Draft& draft) const;

    core::Claim claim_of(const Draft& draft, const Scene& scene) const;
    void add_object(core::Claim& claim, const Draft& draft, const Scene& scene) const;
    static Grounds grounds_of(const core::Claim& claim, const Draft& draft, const Scene& scene);
    void hedge(core::Claim& claim, const Draft& draft, const Scene& scene) const;
    std::optional<std::size_t> answered(const core::Claim& claim) const;
    std::vector<Party> via_of(const Draft& draft, const std::vector<Party>& via,
                              std::size_t block) const;

    void remember_suit(const Scene& scene);
    void remember(const core::Claim& claim, const Draft& draft);
    void remember_names(const Scene& scene);

    const Reading& reading_;
    std::vector<Scene> scenes_;                           // of each sentence
    std::vector<std::optional<std::size_t>> quotations_;  // where each sentence's began
    Memory memory_;
    Parties parties_;
    std::optional<core::Days> published_;
    std::optional<core::Conduct> main_conduct_;  // named most often
    struct DisputeSides {
        std::vector<Party> accuser, accused;
        std::vector<core::Conduct> conduct;
    };
    std::vector<DisputeSides> sides_;  // of the plain accusations
    std::vector<core::Claim> claims_;
    std::vector<core::Citation> citations_;
    std::vector<core::Citation> tellers_;  // credited by the sentence's build alone
    std::vector<Party> last_via_;
    std::size_t last_block_ = static_cast<std::size_t>(-1);
    std::vector<Party> charged_;  // by the last accusation, in its paragraph
    std::size_t charged_block_ = static_cast<std::size_t>(-1);
};

}  // namespace extractor
