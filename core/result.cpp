#include "core/result.h"

namespace core {

std::string_view code(Failure::Kind kind) {
    using Kind = Failure::Kind;
    switch (kind) {
        case Kind::Unreachable: return "unreachable";
        case Kind::Refused: return "refused";
        case Kind::Gone: return "gone";
        case Kind::TooLarge: return "too-large";
        case Kind::NotReadable: return "not-readable";
        case Kind::NoArticle: return "no-article";
        case Kind::BadUrl: return "bad-url";
        case Kind::BadDate: return "bad-date";
        case Kind::BadQuery: return "bad-query";
        case Kind::BadConfiguration: return "bad-configuration";
        case Kind::NotFound: return "not-found";
        case Kind::NotBuilt: return "not-built";
        case Kind::System: return "system";
    }
    return "unknown";
}

}  // namespace core
