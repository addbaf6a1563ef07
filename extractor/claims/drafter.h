// Reads one sentence into drafts of claims, act by act. Private to extractor/.
#pragma once
#include <vector>

#include "extractor/claims/arguments.h"
#include "extractor/claims/drafts.h"
#include "extractor/claims/sides.h"

namespace extractor {

// Looks into the scene and the parties, which must outlive it.
class Drafter {
public:
    Drafter(const Scene& scene, const Parties& parties)
        : scene_(scene), parties_(parties), sides_(scene, parties), arguments_(scene, parties) {}

    std::vector<Draft> all();

private:
    std::size_t size() const { return scene_.words.size(); }
    std::string_view lower(std::size_t at) const { return scene_.words[at].lower; }
    const Act& act(std::size_t index) const {
        return Clues::builtin().act_of[scene_.acts[index].rule];
    }
    std::size_t verb(std::size_t index) const { return arguments_.head_of(scene_.acts[index]); }

    Range content_after(std::size_t index) const;
    Draft draft(std::size_t index, Range content) const;
    Who subject(std::size_t index) const;
    Who accused_by(std::size_t index, Range content, const Who& claimant) const;
    bool may_tell_of_itself(std::size_t index, Range content, const Who& claimant) const;
    static bool is_side(const Who& who);
    Who accused_before(const Who& claimant) const;
    bool is_generic(const Who& who) const;
    Who sayer() const;
    Who doer_in(std::size_t index, Range content, const Who& claimant) const;
    Who source_of(std::size_t index, Range content) const;

    void read(std::size_t index);
    void read_active(std::size_t index);
    void read_passive(std::size_t index);
    void read_noun(std::size_t index);
    void read_say(std::size_t index);
    void read_source(std::size_t index);
    void read_self(std::size_t index);
    void read_proof(std::size_t index);
    void read_bare(Range range);

    bool is_inverted(std::size_t index, Range content, const Who& claimant) const;
    bool is_outside(const Who& who) const;
    Who tag_of(std::size_t index) const;
    void read_tagged(std::size_t index, Who claimant);
    bool is_credit(const Match& match) const;
    std::vector<core::Conduct> forbidden_in(Range range) const;

    // What one act adds to the one before.
    void keep(Draft made);
    void keep_inner(Draft made);
    bool is_inner(const Draft& made) const;
    bool gave_voice(std::size_t index, const Who& claimant);

    const Scene& scene_;
    const Parties& parties_;
    Sides sides_;
    Arguments arguments_;
    std::vector<Draft> drafts_;
    std::size_t free_from_ = 0;  // the first word that belongs to no draft yet
};

}  // namespace extractor
