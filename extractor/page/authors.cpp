#include "extractor/page/authors.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/text.h"
#include "extractor/page/byline_words.h"
#include "extractor/page/person_name.h"

namespace extractor {

namespace {

constexpr std::size_t kLongestField = 600;  // bytes; what is longer names nobody
constexpr std::size_t kMostNames = 40;
constexpr std::size_t kLongestGroup = 60;

// Behind a comma they belong to the name before it.
constexpr std::array kSuffixes =
    std::to_array<std::string_view>({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"});

// Their slashes would part names that they do not hold.
std::string without_addresses(const std::string& line) {
    if (line.find("://") == std::string::npos && line.find("www.") == std::string::npos)
        return line;
    std::string rest;
    for (const auto word : core::split(line, ' ')) {
        if (word.find("://") != std::string_view::npos ||
            word.find("www.") != std::string_view::npos)
            continue;
        if (!rest.empty()) rest += ' ';
        rest += word;
    }
    return rest;
}

bool is_suffix(std::string_view text) {
    return std::find(kSuffixes.begin(), kSuffixes.end(), core::fold(text)) != kSuffixes.end();
}

enum class Separator : std::uint8_t { None, Bar, Comma, And };

struct Piece {
    std::string_view text;
    Separator separator = Separator::None;  // what stood before it
};

class Splitter {
public:
    explicit Splitter(std::string_view text) : text_(text) {}

    std::vector<Piece> pieces() {
        while (at_ < text_.size()) {
            if (!take_separator()) ++at_;
        }
        add(text_.size(), text_.size(), Separator::None);
        return std::move(pieces_);
    }

private:
    bool take_separator() {
        constexpr std::array marks =
            std::to_array<std::string_view>({";", "|", "\n", "•", "·", "、", "，", "；", "/", "／",
                                             "｜", "،", " - ", " – ", " — ", "&"});
        for (const auto mark : marks)
            if (text_.substr(at_).starts_with(mark))
                return add(at_, at_ + mark.size(), mark == "&" ? Separator::And : Separator::Bar);
        if (text_[at_] == ',') return add(at_, at_ + 1, Separator::Comma);
        if (text_[at_] == ' ') return take_and();
        return false;
    }
    // " and ": the word must stand in lower case or in capitals among capitals.
    bool take_and() {
        const auto end = text_.find(' ', at_ + 1);
        if (end == std::string_view::npos || end - at_ > 8) return false;
        const auto word = text_.substr(at_ + 1, end - at_ - 1);
        if (word.empty() || !is_byline_word(BylineWord::And, core::fold(word))) return false;
        if (!begins_lower(word) && !is_caseless(word) && word != "AND" && word != "UND")
            return false;
        // "Ortega y Gasset": Iberian names have one letter between two words.
        const auto before = core::trim(text_.substr(begin_, at_ - begin_));
        if (word.size() == 1 && before.find(' ') == std::string_view::npos) return false;
        return add(at_, end, Separator::And);
    }
    bool add(std::size_t end, std::size_t next, Separator separator) {
        const auto text = core::trim(core::cut(text_, {begin_, end}));
        if (!text.empty() && pieces_.size() < 2 * kMostNames) pieces_.push_back({text, separator_});
        begin_ = at_ = next;
        separator_ = separator;
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;
    Separator separator_ = Separator::None;
    std::vector<Piece> pieces_;
};

bool is_agency(std::string_view text) {
    auto folded = core::fold(text);
    if (is_byline_word(BylineWord::Agency, folded)) return true;
    return folded.starts_with("the ") && is_byline_word(BylineWord::Agency, folded.substr(4));
}

// "Doe, Jane" → "Jane Doe"
std::optional<std::string> turned_round(const std::vector<Piece>& pieces, CreditForm form) {
    if (form != CreditForm::Field || pieces.size() != 2 || pieces[1].separator != Separator::Comma)
        return std::nullopt;
    for (const auto& piece : pieces) {
        if (piece.text.find(' ') != std::string_view::npos || is_agency(piece.text) ||
            begins_lower(piece.text) || is_caseless(piece.text) || piece.text.size() < 3 ||
            is_suffix(piece.text))
            return std::nullopt;
    }
    return std::string(pieces[1].text) + " " + std::string(pieces[0].text);
}

void add_name(std::vector<std::string>& names, std::string name) {
    const auto folded = core::fold(name);
    const auto same = [&](const std::string& other) { return core::fold(other) == folded; };
    if (names.size() < kMostNames && std::none_of(names.begin(), names.end(), same))
        names.push_back(std::move(name));
}

bool has_picture_word(std::string_view folded) {
    return has_byline_word(BylineWord::Picture, folded);
}

class CreditReader {
public:
    CreditReader(CreditForm form, std::span<const std::string> outlet)
        : form_(form), outlet_(outlet) {}

    void read(const Piece& piece) {
        if (piece.separator == Separator::Comma && is_suffix(piece.text)) {
            if (!credits_.people.empty()) credits_.people.back() += " " + std::string(piece.text);
            return;
        }
        const auto folded = core::fold(piece.text);
        if (byline_words_at(BylineWord::Other, folded) > 0) {
            skips_ = true;
            ++credits_.others;
            return;
        }
        // "Photos by A and B", "Professor of X and Y": what an "and" adds is of the same kind.
        if (piece.separator == Separator::And && skips_) return;
        skips_ = !take(piece);
        if (skips_) ++credits_.others;
    }
    Credits result() { return std::move(credits_); }

private:
    // Whether it named somebody.
    bool take(const Piece& piece) {
        const PersonName name(piece.text, form_, outlet_);
        const auto text = name.text();
        if (!name.agency().empty()) add_name(credits_.agencies, name.agency());
        if (is_agency(text)) {
            add_name(credits_.agencies, text);
            return true;
        }
        // Behind a comma stand places, degrees and what people are.
        const bool is_role = form_ == CreditForm::Line && name.has_role();
        if ((name.had_outlet() || is_role) && !credits_.people.empty()) return false;
        const bool is_addition =
            piece.separator == Separator::Comma &&
            (name.had_role() || (name.words().size() < 2 && !is_caseless(piece.text)));
        if (!is_addition && name.is_person()) {
            add_name(credits_.people, text);
            return true;
        }
        return text.empty() || (!is_addition && form_ == CreditForm::Field && take_group(text));
    }

    // The outlet or a group, if it is more than "Staff".
    bool take_group(const std::string& text) {
        const auto folded = core::fold(text);
        if (text.size() < 2 || text.size() > kLongestGroup ||
            is_byline_word(BylineWord::Nobody, folded) ||
            text.find_first_of("{}<>=!?:$#_\"|*+[]%^~@") != std::string::npos)
            return false;
        for (const auto word : core::split(folded, ' ')) {
            if (is_byline_word(BylineWord::Role, word) ||
                is_byline_word(BylineWord::Collective, word))
                continue;
            add_name(credits_.groups, text);
            return true;
        }
        return false;
    }

    CreditForm form_;
    std::span<const std::string> outlet_;
    Credits credits_;
    bool skips_ = false;
};

}  // namespace

Credits read_credits(std::string_view text, CreditForm form, std::span<const std::string> outlet) {
    Credits credits;
    if (text.size() > kLongestField) return credits;
    const auto line = without_addresses(core::collapse_spaces(text));
    if (form == CreditForm::Line && has_picture_word(core::fold(line))) return credits;
    const auto pieces = Splitter(line).pieces();
    CreditReader reader(form, outlet);
    if (auto name = turned_round(pieces, form)) {
        reader.read({*name, Separator::None});
        return reader.result();
    }
    for (const auto& piece : pieces) reader.read(piece);
    return reader.result();
}

void add_credits(Credits& credits, Credits more) {
    for (auto& name : more.people) add_name(credits.people, std::move(name));
    for (auto& name : more.agencies) add_name(credits.agencies, std::move(name));
    for (auto& name : more.groups) add_name(credits.groups, std::move(name));
}

std::string outlet_key(std::string_view name) {
    const auto folded = core::fold(name);
    std::string key;
    for (const char c : folded)
        if (core::is_alpha(c) || core::is_digit(c) || static_cast<unsigned char>(c) >= 0x80)
            key += c;
    if (folded.starts_with("the ") && key.size() > 6) key.erase(0, 3);
    return key;
}

}  // namespace extractor
