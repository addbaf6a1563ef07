#include "core/url.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/text.h"
#include "core/url_encode.h"
#include "core/url_parser.h"

namespace core {

namespace {

// Parameters that say where a reader came from, never which page it is. Lower case.
constexpr std::array tracking_prefixes = std::to_array<std::string_view>({
    "utm_",     // Google Analytics, and nearly everybody since
    "mtm_",     // Matomo
    "matomo_",  //
    "pk_",      // Piwik
    "piwik_",   //
    "hsa_",     // HubSpot ads
    "at_",      // AT Internet, Piano
    "guce_",    // Yahoo consent
});
constexpr std::array tracking_names = std::to_array<std::string_view>({
    // clicks on advertisements
    "dclid",
    "epik",
    "fbclid",
    "gbraid",
    "gclid",
    "gclsrc",
    "li_fat_id",
    "msclkid",
    "rb_clickid",
    "s_kwcid",
    "srsltid",
    "ttclid",
    "twclid",
    "wbraid",
    "yclid",
    "ysclid",
    // newsletters
    "_hsenc",
    "_hsmi",
    "_kx",
    "ck_subscriber_id",
    "hsctatracking",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "oly_anon_id",
    "oly_enc_id",
    "vero_conv",
    "vero_id",
    // shared links
    "_branch_match_id",
    "_ga",
    "_gl",
    "_openstat",
    "igsh",
    "igshid",
    "mibextid",
    "soc_src",
    "soc_trk",
    // campaign marks of news sites
    "cmp",
    "cmpid",
    "guccounter",
    "icid",
    "ito",
    "mbid",
    "ncid",
    "ocid",
    "s_cid",
    "sc_cid",
    "smid",
    "smtyp",
    "sref",
    "taid",
    "wickedid",
    "xtor",
});

// The same page in Google's AMP.
constexpr std::array amp_marks =
    std::to_array<std::string_view>({"amp", "amp=1", "amp=true", "outputtype=amp"});

// Where an AMP cache keeps the pages of others: host, and the path in front of their address.
struct AmpCache {
    std::string_view host, path;
    std::string_view scheme;  // of the page
};
constexpr std::array amp_caches = std::to_array<AmpCache>({
    {".cdn.ampproject.org", "/c/s/", "https://"},
    {".cdn.ampproject.org", "/c/", "http://"},
    {".cdn.ampproject.org", "/v/s/", "https://"},
    {".google.com", "/amp/s/", "https://"},
    {".google.com", "/amp/", "http://"},
});

std::optional<Url> page_in_amp_cache(const Url& url) {
    for (const auto& cache : amp_caches) {
        if (!url.host().ends_with(cache.host) || !url.path().starts_with(cache.path)) continue;
        const auto page =
            std::string(cache.scheme) + url.path_and_query().substr(cache.path.size());
        if (auto parsed = Url::parse(page); parsed && site_of(parsed->host()))
            return std::move(*parsed);
    }
    return std::nullopt;
}

bool is_tracking(std::string_view parameter) {
    if (std::find(amp_marks.begin(), amp_marks.end(), lower_ascii(parameter)) != amp_marks.end())
        return true;
    const auto name = lower_ascii(parameter.substr(0, parameter.find('=')));
    const auto begins = [&name](std::string_view prefix) { return name.starts_with(prefix); };
    return std::any_of(tracking_prefixes.begin(), tracking_prefixes.end(), begins) ||
           std::find(tracking_names.begin(), tracking_names.end(), name) != tracking_names.end();
}

std::string canonical_query(std::string_view query) {
    std::string kept;
    for (const auto parameter : split(query, '&')) {
        const auto normal = normalise_escapes(parameter);
        if (normal.empty() || is_tracking(normal)) continue;
        kept += kept.empty() ? '?' : '&';
        kept += normal;
    }
    return kept;
}

}  // namespace

Result<Url> Url::parse(std::string_view text) { return UrlParser::parse(text, nullptr); }

Result<Url> Url::parse(std::string_view text, const Url& base) {
    return UrlParser::parse(text, &base);
}

std::string_view Url::host() const {
    const UrlLayout layout(text_);
    return std::string_view(text_).substr(layout.host, layout.port - layout.host);
}

std::uint16_t Url::port() const {
    const UrlLayout layout(text_);
    std::uint16_t port = is_https() ? 443 : 80;
    if (layout.port < layout.path) {
        std::from_chars(text_.data() + layout.port + 1, text_.data() + layout.path, port);
    }
    return port;
}

std::string Url::origin() const {
    const UrlLayout layout(text_);
    return text_.substr(0, layout.authority) + text_.substr(layout.host, layout.path - layout.host);
}

std::string_view Url::path() const {
    const UrlLayout layout(text_);
    return std::string_view(text_).substr(layout.path, layout.query - layout.path);
}

std::string_view Url::query() const {
    const UrlLayout layout(text_);
    if (layout.query == layout.fragment) return {};
    return std::string_view(text_).substr(layout.query + 1, layout.fragment - layout.query - 1);
}

std::string Url::path_and_query() const {
    const UrlLayout layout(text_);
    return text_.substr(layout.path, layout.fragment - layout.path);
}

Url canonical(const Url& url) {
    if (const auto page = page_in_amp_cache(url)) return canonical(*page);
    return UrlParser::trust(url.origin() + normalise_escapes(url.path()) +
                            canonical_query(url.query()));
}

}  // namespace core
