// Dates with their precision: EDTF (ISO 8601-2:2019, annex A; Library of Congress EDTF levels 0–1).
#pragma once
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "core/time.h"

namespace core {

// One date of an EDTF expression: a year, season, month or day.
struct EdtfDate {
    int year = 0;              // 1000–9999
    int month = 0;             // 1–12; 21–24: spring, summer, autumn, winter; 0: only the year
    int day = 0;               // 1–31; 0: only month or season
    bool uncertain = false;    // "?"
    bool approximate = false;  // "~"; both: "%"
    friend auto operator<=>(const EdtfDate&, const EdtfDate&) = default;
};

// A date, or a closed interval "from/to". Exists only if every part of it is a real date.
class Edtf {
public:
    static std::optional<Edtf> parse(std::string_view text);
    static std::optional<Edtf> of(const EdtfDate& date);
    static std::optional<Edtf> between(const EdtfDate& from, const EdtfDate& to);
    static Edtf of(Days day);

    std::string text() const;
    const EdtfDate& from() const { return from_; }
    const std::optional<EdtfDate>& to() const { return to_; }
    DayRange days() const;  // first and last day it may mean; winter runs into the next year
    friend bool operator==(const Edtf&, const Edtf&) = default;

private:
    Edtf(const EdtfDate& from, const std::optional<EdtfDate>& to) : from_(from), to_(to) {}
    EdtfDate from_;
    std::optional<EdtfDate> to_;
};

}  // namespace core
