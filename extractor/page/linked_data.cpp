// JSON-LD: which of its entities is the story, and what it says of it.
#include <algorithm>
#include <array>
#include <optional>

#include "extractor/page/json.h"
#include "extractor/page/page_address.h"
#include "extractor/page/statements.h"
#include "extractor/page/word_table.h"

namespace extractor {

namespace {

constexpr std::size_t kBytes = 4u << 20;  // of all bodies together; what is behind is left out
constexpr std::size_t kCandidates = 500;  // entities that are looked at
constexpr std::size_t kAuthors = 40;
constexpr int kSites = 5;        // that are asked for their names
constexpr int kReferences = 20;  // {"@id": …} that are looked up

// How much a type promises to be the story itself.
using Entry = WordEntry<int>;
constexpr std::array kTypes{
    Entry{"NewsArticle", 60},
    Entry{"ReportageNewsArticle", 60},
    Entry{"AnalysisNewsArticle", 60},
    Entry{"OpinionNewsArticle", 60},
    Entry{"BackgroundNewsArticle", 60},
    Entry{"AskPublicNewsArticle", 60},
    Entry{"ReviewNewsArticle", 60},
    Entry{"LiveBlogPosting", 60},
    Entry{"Article", 55},
    Entry{"BlogPosting", 55},
    Entry{"TechArticle", 55},
    Entry{"ScholarlyArticle", 55},
    Entry{"AdvertiserContentArticle", 55},
    Entry{"SatiricalArticle", 55},
    Entry{"SocialMediaPosting", 45},
    Entry{"DiscussionForumPosting", 45},
    Entry{"Report", 50},
    Entry{"Review", 35},
    Entry{"CriticReview", 40},
    Entry{"ClaimReview", 30},
    Entry{"Recipe", 40},
    Entry{"HowTo", 30},
    Entry{"Interview", 40},
    Entry{"CreativeWork", 25},
    Entry{"WebPage", 20},
    Entry{"ItemPage", 20},
    Entry{"MedicalWebPage", 25},
    Entry{"VideoObject", 12},
    Entry{"PodcastEpisode", 15},
    Entry{"Product", 5},
};
constexpr WordTable kTypeScores(kTypes);

// Below these an entity is about something else than the page.
constexpr std::array kAsides = std::to_array<std::string_view>(
    {"itemListElement", "hasPart",        "isPartOf",        "mentions",        "citation",
     "about",           "liveBlogUpdate", "subjectOf",       "comment",         "relatedLink",
     "review",          "itemReviewed",   "author",          "publisher",       "isBasedOn",
     "video",           "image",          "associatedMedia", "potentialAction", "breadcrumb",
     "significantLink", "backstory",      "blogPost"});

constexpr int kStory = 25;  // score from which an entity is the story

struct Candidate {
    const Json* json;
    JsonIndex object;
    int score;
};

bool is_aside(std::string_view key) {
    return std::find(kAsides.begin(), kAsides.end(), key) != kAsides.end();
}

class LinkedData {
public:
    LinkedData(const Document& document, const core::FetchedPage& page, Statements& statements)
        : document_(document), address_(page_address(document, page)), out_(statements) {}

    void read() {
        std::size_t bytes = 0;
        documents_.reserve(document_.json_ld.size());
        for (const auto body : document_.json_ld) {
            if ((bytes += body.size()) > kBytes) break;
            documents_.emplace_back(document_.at_source(body));
        }
        for (const auto& json : documents_) find_candidates(json);
        const auto best = std::max_element(
            candidates_.begin(), candidates_.end(),
            [](const Candidate& a, const Candidate& b) { return a.score < b.score; });
        for (auto it = candidates_.begin(); it != candidates_.end(); ++it) {
            if (it->score <= 0) continue;
            const bool is_story = it == best && it->score >= kStory;
            tell(*it, is_story ? Witness::JsonLd : Witness::JsonLdOther);
        }
        for (const auto& json : documents_) tell_outlet(json);
    }

private:
    void find_candidates(const Json& json) {
        JsonIndex aside_end = 0;  // end of the subtree that is about something else
        for (JsonIndex n = 1; n < json.nodes().size(); ++n) {
            if (n >= aside_end && is_aside(json.key(n))) aside_end = json.end(n);
            if (!json.is(n, JsonNode::Kind::Object) || candidates_.size() >= kCandidates) continue;
            if (const auto score = score_of(json, n, n < aside_end); score > 0)
                candidates_.push_back({&json, n, score});
        }
    }

    int score_of(const Json& json, JsonIndex object, bool is_aside) const {
        int score = type_score(json, object);
        if (json.member(object, "headline")) score += score > 0 ? 3 : kStory;
        if (score == 0) return 0;
        if (is_aside) score -= 50;
        return score + address_score(json, object);
    }

    static int type_score(const Json& json, JsonIndex object) {
        const auto type = json.member(object, "@type");
        if (!type) return 0;
        int best = 0;
        for (auto n = *type; n < json.end(*type); ++n) {
            auto name = json.raw(n);
            if (const auto slash = name.rfind('/'); slash != std::string_view::npos)
                name.remove_prefix(slash + 1);
            if (const auto* score = kTypeScores.find(name)) best = std::max(best, *score);
        }
        return best;
    }

    // Whether it says that this page is its own, or another one.
    int address_score(const Json& json, JsonIndex object) const {
        if (address_.empty()) return 0;
        bool has_other = false;
        for (const std::string_view key : {"mainEntityOfPage", "url", "@id"}) {
            const auto member = json.member(object, key);
            if (!member) continue;
            auto text = json.text(*member);
            if (text.empty()) text = json.text(json.member(*member, "@id"));
            const auto path = comparable_address(text);
            if (path.empty()) continue;
            if (path == address_) return 15;
            has_other = true;
        }
        return has_other ? -4 : 0;
    }

    void add(Field field, Witness witness, std::string value, bool is_group = false) {
        state(out_, {field, witness, std::move(value), 0, is_group});
    }

    void tell(const Candidate& from, Witness witness) {
        const auto& json = *from.json;
        const auto text = [&](std::string_view key) {
            const auto member = json.member(from.object, key);
            // {"@value": …} and lists of one.
            if (member && json.nodes()[*member].end > *member + 1)
                return json.is(*member, JsonNode::Kind::Object)
                           ? json.text(json.member(*member, "@value"))
                           : json.text(*member + 1);
            return json.text(member);
        };
        const auto headline = text("headline");
        add(Field::Title, witness, headline.empty() ? text("name") : headline);
        const auto published = text("datePublished");
        add(Field::Published, witness, published.empty() ? text("dateCreated") : published);
        if (published.empty()) add(Field::Published, witness, text("uploadDate"));
        add(Field::Modified, witness, text("dateModified"));
        add(Field::Address, witness, text("url"));
        add(Field::Language, witness, text("inLanguage"));
        for (const std::string_view key : {"author", "creator", "authors"})
            if (const auto author = json.member(from.object, key))
                if (tell_authors(json, *author, witness)) break;
    }

    bool tell_authors(const Json& json, JsonIndex value, Witness witness) {
        const auto before = out_.size();
        if (!json.is(value, JsonNode::Kind::Array)) {
            tell_author(json, value, witness);
        } else {
            std::size_t count = 0;
            for (auto n = value + 1; n < json.end(value) && count < kAuthors; n = json.end(n)) {
                tell_author(json, n, witness);
                ++count;
            }
        }
        return out_.size() > before;
    }

    void tell_author(const Json& json, JsonIndex value, Witness witness) {
        if (!json.is(value, JsonNode::Kind::Object))
            return add(Field::Author, witness, json.text(value));
        const Json* in = &json;
        auto object = value;
        if (!json.member(value, "name"))
            if (const auto id = json.member(value, "@id"))
                if (const auto found = find_named(json.raw(*id))) {
                    in = found->json;
                    object = found->object;
                }
        const auto name = in->member(object, "name");
        if (!name) return tell_parts(*in, object, witness);
        const auto type = in->member(object, "@type");
        const bool is_group = type && in->raw(*type).find("Organization") != std::string::npos;
        if (!in->is(*name, JsonNode::Kind::Array))
            return add(Field::Author, witness, in->text(*name), is_group);
        for (auto n = *name + 1; n < in->end(*name); ++n)
            add(Field::Author, witness, in->text(n), is_group);
    }

    void tell_parts(const Json& json, JsonIndex person, Witness witness) {
        const auto given = json.text(json.member(person, "givenName"));
        const auto family = json.text(json.member(person, "familyName"));
        if (!family.empty()) add(Field::Author, witness, given + " " + family);
    }

    // The entity with a name that {"@id": …} points at.
    std::optional<Candidate> find_named(std::string_view id) {
        if (id.empty() || ++references_ > kReferences) return std::nullopt;
        for (const auto& json : documents_)
            for (JsonIndex n = 1; n < json.nodes().size(); ++n)
                if (json.key(n) == "@id" && json.raw(n) == id)
                    if (const auto object = parent_object(json, n);
                        object && json.member(*object, "name"))
                        return Candidate{&json, *object, 0};
        return std::nullopt;
    }
    // The object whose member the node is: the nearest one before it that reaches over it.
    static std::optional<JsonIndex> parent_object(const Json& json, JsonIndex node) {
        for (auto n = node; n-- > 0;)
            if (json.end(n) > node)
                return json.is(n, JsonNode::Kind::Object) ? std::optional(n) : std::nullopt;
        return std::nullopt;
    }

    // The publisher of the story; else the site or the organisation that the page speaks of.
    void tell_outlet(const Json& json) {
        for (const auto& candidate : candidates_) {
            if (candidate.json != &json || candidate.score < kStory) continue;
            for (const std::string_view key : {"publisher", "sourceOrganization"})
                if (const auto publisher = json.member(candidate.object, key)) {
                    const auto name = json.text(json.member(*publisher, "name"));
                    add(Field::Outlet, Witness::JsonLd,
                        name.empty() ? json.text(*publisher) : name);
                }
        }
        int sites = 0;
        for (JsonIndex n = 1; n < json.nodes().size() && sites < kSites; ++n) {
            if (json.key(n) != "@type") continue;
            const auto type = json.raw(n);
            if (type != "WebSite" && type != "NewsMediaOrganization") continue;
            ++sites;
            if (const auto object = parent_object(json, n))
                add(Field::Outlet, Witness::JsonLdOther, json.text(json.member(*object, "name")));
        }
    }

    const Document& document_;
    std::string address_;
    Statements& out_;
    std::vector<Json> documents_;
    std::vector<Candidate> candidates_;
    int references_ = 0;
};

}  // namespace

void collect_linked_data(const Document& document, const core::FetchedPage& page,
                         Statements& statements) {
    LinkedData(document, page, statements).read();
}

}  // namespace extractor
