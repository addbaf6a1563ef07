// One name of a byline, or what was taken for one. Private to authors.cpp.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/page/authors.h"

namespace extractor {

// Its words are views of the text that it was made of.
class PersonName {
public:
    // Without "By", roles, addresses, the outlet's name and what follows the name.
    PersonName(std::string_view text, CreditForm form, std::span<const std::string> outlet);

    const std::vector<std::string_view>& words() const { return words_; }
    std::string text() const;

    // Whether it is spelt like a person's name and is none of a group's or the outlet's.
    bool is_person() const;
    // The wire service that stood behind the name: "Jane Doe Associated Press".
    const std::string& agency() const { return agency_; }
    // "Jane Doe Morning Echo": the outlet's name that was taken off.
    bool had_outlet() const { return had_outlet_; }
    // "Senior Reporter Jane Doe": roles that were taken off.
    bool had_role() const { return had_role_; }
    bool has_role() const { return has_role_; }  // one is left: "Wellness Writer"

private:
    void cut_tail();
    void strip_roles();
    void strip_degrees();
    void strip_outlet();
    void strip_marks();
    bool may_lose(std::string_view rest) const;
    bool is_group() const;
    bool is_spelt_like_a_name() const;
    bool is_lone_name(std::string_view word) const;

    CreditForm form_;
    std::span<const std::string> outlet_;
    std::string agency_;
    bool had_role_ = false;
    bool has_role_ = false;
    bool had_outlet_ = false;
    std::vector<std::string_view> words_;
};

// How the first letter is written.
bool begins_lower(std::string_view word);
// In a script that knows no capitals: Han, kana, Hangul, Arabic, Hebrew, Thai …
bool is_caseless(std::string_view word);

}  // namespace extractor
