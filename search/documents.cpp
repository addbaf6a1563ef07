// How a document is spelled in Xapian.
#include <algorithm>

#include <xapian.h>

#include "search/day_terms.h"
#include "search/spelling.h"
#include "search/terms.h"
#include "search/token_stream.h"

namespace search {

namespace {

constexpr Xapian::termcount kTitleWeight = 2;  // by measurement (docs/decisions.md)
constexpr Xapian::termpos kFieldGap = 100;     // no phrase runs from title to body

std::string id_letter(DocKind kind) {
    switch (kind) {
        case DocKind::Claim: return "c";
        case DocKind::Article: return "a";
        case DocKind::Entity: return "e";
    }
    return "?";
}

bool is_english(std::string_view language) {
    return language.empty() || core::lower_ascii(language.substr(0, 2)) == "en";
}

bool is_counted(Field field) { return field != Field::Entity && field != Field::Lang; }

class Filler {
public:
    Filler(const IndexDoc& doc, Xapian::Document& document)
        : doc_(doc),
          document_(document),
          stream_(document),
          local_(doc.language),
          is_english_(is_english(doc.language)) {}

    void run() {
        document_.set_data(id_letter(doc_.kind) + std::to_string(doc_.id));
        document_.add_boolean_term(unique_term(doc_.kind, doc_.id));
        document_.add_boolean_term(kind_term(doc_.kind));
        if (doc_.article != 0) document_.add_boolean_term(article_term(doc_.article));
        add_text(doc_.title, kTitleWeight);
        stream_.leave_gap(kFieldGap);
        add_text(doc_.body, 1);
        for (const auto& [field, value] : doc_.values) add_value(field, value);
        if (doc_.kind == DocKind::Entity) add_names();
        if (doc_.date) add_days(kPublished, *doc_.date, document_);
        if (doc_.happened) add_days(kHappened, *doc_.happened, document_);
        if (doc_.origins > 0)
            document_.add_value(kSlotOrigins, Xapian::sortable_serialise(doc_.origins));
    }

private:
    void add_text(std::string_view text, Xapian::termcount weight) {
        for (const auto& token : tokens_of(text)) {
            stream_.add(token.word);
            document_.add_term(token.word, weight);
            document_.add_term("Z" + english_.stem(token.word), weight);
            if (!is_english_) document_.add_term("Y" + local_.stem(token.word), weight);
        }
    }
    // "DeepSeek" asks for DeepSeek before "DeepSeek R1": an entity also has its names as a whole.
    void add_names() {
        for (const auto& [field, value] : doc_.values)
            if (const auto term = name_term(tokens_of(value)); field == Field::Entity && term)
                document_.add_term(*term);
    }
    // Names are found by any of their words, and as phrases; codes as a whole.
    void add_value(Field field, const std::string& value) {
        if (is_counted(field)) document_.add_boolean_term(facet_term(field, value));
        if (is_coded(field)) {
            document_.add_boolean_term(field_term(field, core::lower_ascii(value)));
            return;
        }
        for (const auto& token : tokens_of(value))
            document_.add_posting(field_term(field, token.word), ++position_, 0);
        position_ += kFieldGap;
    }

    const IndexDoc& doc_;
    Xapian::Document& document_;
    TokenStream stream_;
    Stemmer english_{"en"};
    Stemmer local_;
    bool is_english_;
    Xapian::termpos position_ = 0;  // of the words of names
};

}  // namespace

bool is_coded(Field field) {
    return field == Field::Conduct || field == Field::Evidence || field == Field::Kind ||
           field == Field::Certainty || field == Field::Lang;
}

std::string facet_term(Field field, std::string_view name) {
    const auto letter = static_cast<char>('A' + static_cast<int>(field));
    std::string_view whole = name.substr(0, kMaxTermBytes);
    while (!whole.empty() && core::first_invalid_utf8(whole)) whole.remove_suffix(1);
    auto term = std::string(kFacetPrefix) + letter + std::string(whole);
    std::replace(term.begin(), term.end(), '\0', ' ');  // counts double, and is nobody's name
    return term;
}

std::string field_term(Field field, std::string_view word) {
    return std::string(row(field).prefix) + std::string(word.substr(0, kMaxTermBytes));
}

std::optional<std::string> name_term(std::span<const Token> words) {
    std::string term = "XNM";
    for (const auto& token : words) term += token.word + ' ';
    if (words.empty() || term.size() > kMaxTermBytes) return std::nullopt;
    return term;
}

std::string unique_prefix(DocKind kind) { return "Q" + id_letter(kind); }

std::string unique_term(DocKind kind, std::int64_t id) {
    return unique_prefix(kind) + std::to_string(id);
}

std::string kind_term(DocKind kind) {
    switch (kind) {
        case DocKind::Claim: return "XTclaim";
        case DocKind::Article: return "XTarticle";
        case DocKind::Entity: return "XTentity";
    }
    return "XT";
}

std::string article_term(std::int64_t article) { return "XA" + std::to_string(article); }

std::string sortable(core::Days day) {
    return Xapian::sortable_serialise(static_cast<double>(day.time_since_epoch().count()));
}

void fill_document(const IndexDoc& doc, Xapian::Document& document) { Filler(doc, document).run(); }

}  // namespace search
