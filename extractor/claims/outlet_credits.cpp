#include "extractor/claims/outlet_credits.h"

#include "extractor/claims/words.h"

namespace extractor {

namespace {

using namespace words;

constexpr auto kPlaces =
    std::to_array<std::string_view>({"in", "by", "from", "at", "with", "to", "via", "on", "per"});
constexpr auto kOfReports =
    std::to_array<std::string_view>({"in", "by", "from", "at", "with", "to", "via", "on", "of"});

constexpr auto kCiting = std::to_array<std::string_view>({"citing", "quoting", "crediting"});

bool is_outlet(const ReadWord& word, const Reading& reading) {
    return word.mention >= 0 && reading.entity_of(word).type == core::EntityType::Outlet;
}

class OutletCredits {
public:
    OutletCredits(const Scene& scene, const Reading& reading) : scene_(scene), reading_(reading) {}

    std::vector<Range> all() const {
        std::vector<Range> found;
        const auto words = scene_.words;
        for (std::size_t at = 0; at < words.size();) {
            auto end = at + 1;
            if (is_outlet(words[at], reading_)) {
                while (end < words.size() && words[end].mention == words[at].mention) ++end;
                if (is_credited(tree().top({at, end}))) found.push_back({at, end});
            }
            at = end;
        }
        return found;
    }

private:
    const Tree& tree() const { return scene_.tree; }
    Reporting kind(std::size_t word) const {
        return Clues::builtin().how_it_reports(scene_.words[word].lower);
    }

    // Of a verb, also through what it is joined to: "the Gazette has seen and reviewed".
    bool tells(std::size_t verb) const {
        if (kind(verb).teller && !is_denied(verb)) return true;
        for (const auto below : tree().dependents(verb))
            if (tree().relation(below) == Relation::Conj && kind(below).teller) return true;
        return false;
    }
    bool is_denied(std::size_t verb) const {
        for (const auto below : tree().dependents(verb))
            if (in(kDenials, scene_.words[below].lower)) return true;
        return false;
    }

    bool is_credited(std::size_t name) const {
        // "the Gazette and the Courier reported", "its source, the Gazette"
        for (std::size_t steps = 0; steps < scene_.words.size(); ++steps) {
            if (is_told_by(name)) return true;
            if (!tree().is_any(name, {Relation::Conj, Relation::Appos})) return false;
            const auto above = tree().head(name);
            if (!above) return false;
            name = *above;
        }
        return false;
    }

    bool is_told_by(std::size_t name) const {
        for (const auto below : tree().dependents(name))  // "it was the Gazette that revealed"
            if (tree().relation(below) == Relation::AclRelcl && tells(below) &&
                has_relative_subject(below))
                return true;
        for (const auto below : tree().dependents(name))  // "the Gazette, citing a memo, said"
            if (tree().relation(below) == Relation::Acl && in(kCiting, scene_.words[below].lower))
                return true;
        const auto above = tree().head(name);
        if (!above) return false;
        switch (tree().relation(name)) {
            case Relation::Nsubj: return tells(*above) || governs_report(*above);
            case Relation::NmodPoss: return kind(*above).report;
            case Relation::Nmod: return is_report(name, *above);
            case Relation::OblAgent:
            case Relation::Obl: return is_carried(name, *above);
            default: return false;
        }
    }

    // The relative clause's subject is the outlet: "that revealed", not "that Quill told".
    bool has_relative_subject(std::size_t verb) const {
        const auto subject = tree().dependent(verb, {Relation::Nsubj});
        return !subject || in(kRelatives, scene_.words[*subject].lower);
    }

    bool is_report(std::size_t name, std::size_t noun) const {
        return kind(noun).report && has_case(name, kOfReports);
    }

    bool is_carried(std::size_t name, std::size_t verb) const {
        if (!has_case(name, kPlaces)) return false;
        return kind(verb).carried || kind(verb).report || governs_report(verb);
    }

    // "the Gazette has the story", "gave a statement to the Gazette"
    bool governs_report(std::size_t verb) const {
        const auto object = tree().dependent(verb, {Relation::Obj, Relation::NsubjPass});
        return object && kind(*object).report;
    }

    template <class List>
    bool has_case(std::size_t name, const List& list) const {
        for (const auto below : tree().dependents(name))
            if (tree().relation(below) == Relation::Case)
                return in(list, scene_.words[below].lower);
        return false;
    }

    const Scene& scene_;
    const Reading& reading_;
};

}  // namespace

std::vector<Range> credited_outlets(const Scene& scene, const Reading& reading) {
    if (scene.tree.empty()) return {};
    return OutletCredits(scene, reading).all();
}

bool names_outlet(std::span<const ReadWord> words, const Reading& reading) {
    return std::any_of(words.begin(), words.end(),
                       [&](const ReadWord& word) { return is_outlet(word, reading); });
}

}  // namespace extractor
