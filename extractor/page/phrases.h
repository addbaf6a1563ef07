// How notes to the reader begin, end or read, in the languages of the press. Latin letters without
// accents stand in lower case here and are compared so; others as they are written.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "extractor/page/fate.h"

namespace extractor {

enum class Where : std::uint8_t {
    Begins,  // the line begins so
    Whole,   // it is all of the line, but for marks around it
    Within,  // anywhere in it
};

enum class Needs : std::uint8_t {
    Nothing,
    Link,   // and a good part of the line is linked, or it is shorter than kShort
    Tail,   // and the line is one of the last of the article
    Digit,  // and there is a digit in it
};

struct Phrase {
    std::string_view words;
    Where where;
    Needs needs;
    std::uint16_t longest;  // letters of the line
    Fate fate;
};

inline constexpr std::size_t kShort = 60;

inline constexpr std::array phrases{
    // Other stories.
    Phrase{"read more", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"read also", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"also read", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"read next", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"read:", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"read |", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"must read", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"related:", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"related", Where::Whole, Needs::Nothing, 40, Fate::Related},
    Phrase{"related stories", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"related articles", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"related coverage", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"see also", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"see more", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"more:", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"more from", Where::Begins, Needs::Link, 160, Fate::Related},
    Phrase{"more on", Where::Begins, Needs::Link, 160, Fate::Related},
    Phrase{"more stories", Where::Begins, Needs::Link, 160, Fate::Related},
    Phrase{"watch:", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"listen:", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"watch now", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"don't miss", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"you may also like", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"you might also like", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"recommended", Where::Whole, Needs::Nothing, 40, Fate::Related},
    Phrase{"editor's picks", Where::Begins, Needs::Link, 160, Fate::Related},
    Phrase{"lesen sie", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"lesen sie auch", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"lesen sie hier", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"lesen sie mehr", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"lies auch", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"mehr zum thema", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"mehr dazu", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"auch interessant", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"passend dazu", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"lire aussi", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"\u00e0 lire", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"\u00c0 lire", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"a lire aussi", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"voir aussi", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"lea tambi\u00e9n", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"lee tambi\u00e9n", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"leer m\u00e1s", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"ver tambi\u00e9n", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"te puede interesar", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"le puede interesar", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"m\u00e1s informaci\u00f3n", Where::Begins, Needs::Link, 160, Fate::Related},
    Phrase{"leia tamb\u00e9m", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"leia mais", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"veja tamb\u00e9m", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"leggi anche", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"leggi su", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"lees ook", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"lees meer", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"les ogs\u00e5", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"l\u00e6s ogs\u00e5", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"l\u00e6s mere", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"l\u00e4s ocks\u00e5", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"l\u00e4s mer", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"les mer", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"lue my\u00f6s", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"czytaj te\u017c", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"czytaj tak\u017ce", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"czytaj wi\u0119cej", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"zobacz te\u017c", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"zobacz tak\u017ce", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"p\u0159e\u010dt\u011bte si", Where::Begins, Needs::Link, 220, Fate::Related},
    Phrase{"cite\u0219te \u0219i", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"baca juga", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"ilgili haber", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"\u0447\u0438\u0442\u0430\u0439\u0442\u0435 \u0442\u0430\u043a\u0436\u0435",
           Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"\u0427\u0438\u0442\u0430\u0439\u0442\u0435 \u0442\u0430\u043a\u0436\u0435",
           Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"\u0427\u0438\u0442\u0430\u0439\u0442\u0435 ", Where::Begins, Needs::Link, 220,
           Fate::Related},
    Phrase{"\u0395\u03b9\u03b4\u03ae\u03c3\u03b5\u03b9\u03c2", Where::Begins, Needs::Link, 160,
           Fate::Related},
    Phrase{"\u0394\u03b9\u03b1\u03b2\u03ac\u03c3\u03c4\u03b5", Where::Begins, Needs::Link, 220,
           Fate::Related},
    Phrase{"\u95a2\u9023\u8a18\u4e8b", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"\u5ef6\u4f38\u95b1\u8b80", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"\u76f8\u5173\u9605\u8bfb", Where::Begins, Needs::Nothing, 220, Fate::Related},
    Phrase{"\u0627\u0642\u0631\u0623 \u0623\u064a\u0636\u0627", Where::Begins, Needs::Nothing, 220,
           Fate::Related},
    Phrase{"\u0627\u0642\u0631\u0623 \u0627\u064a\u0636\u0627", Where::Begins, Needs::Nothing, 220,
           Fate::Related},

    // Advertisements.
    Phrase{"advertisement", Where::Whole, Needs::Nothing, 40, Fate::Advertisement},
    Phrase{"advertising", Where::Whole, Needs::Nothing, 40, Fate::Advertisement},
    Phrase{"ad", Where::Whole, Needs::Nothing, 40, Fate::Advertisement},
    Phrase{"sponsored", Where::Whole, Needs::Nothing, 40, Fate::Advertisement},
    Phrase{"anzeige", Where::Whole, Needs::Nothing, 40, Fate::Advertisement},
    Phrase{"werbung", Where::Whole, Needs::Nothing, 40, Fate::Advertisement},
    Phrase{"publicit\u00e9", Where::Whole, Needs::Nothing, 40, Fate::Advertisement},
    Phrase{"publicidad", Where::Whole, Needs::Nothing, 40, Fate::Advertisement},
    Phrase{"publicidade", Where::Whole, Needs::Nothing, 40, Fate::Advertisement},
    Phrase{"pubblicit\u00e0", Where::Whole, Needs::Nothing, 40, Fate::Advertisement},
    Phrase{"advertentie", Where::Whole, Needs::Nothing, 40, Fate::Advertisement},
    Phrase{"annons", Where::Whole, Needs::Nothing, 40, Fate::Advertisement},
    Phrase{"annonse", Where::Whole, Needs::Nothing, 40, Fate::Advertisement},
    Phrase{"annonce", Where::Whole, Needs::Nothing, 40, Fate::Advertisement},
    Phrase{"mainos", Where::Whole, Needs::Nothing, 40, Fate::Advertisement},
    Phrase{"reklama", Where::Whole, Needs::Nothing, 40, Fate::Advertisement},
    Phrase{"\u0440\u0435\u043a\u043b\u0430\u043c\u0430", Where::Whole, Needs::Nothing, 40,
           Fate::Advertisement},
    Phrase{"\u0420\u0435\u043a\u043b\u0430\u043c\u0430", Where::Whole, Needs::Nothing, 40,
           Fate::Advertisement},
    Phrase{"story continues below", Where::Begins, Needs::Nothing, 80, Fate::Advertisement},
    Phrase{"article continues below", Where::Begins, Needs::Nothing, 80, Fate::Advertisement},
    Phrase{"article continues after", Where::Begins, Needs::Nothing, 80, Fate::Advertisement},
    Phrase{"continue reading", Where::Begins, Needs::Nothing, 80, Fate::Advertisement},
    Phrase{"scroll to continue", Where::Begins, Needs::Nothing, 80, Fate::Advertisement},
    Phrase{"skip advert", Where::Begins, Needs::Nothing, 80, Fate::Advertisement},
    Phrase{"may earn a commission", Where::Within, Needs::Nothing, 400, Fate::Advertisement},
    Phrase{"may earn commission", Where::Within, Needs::Nothing, 400, Fate::Advertisement},
    Phrase{"earn an affiliate commission", Where::Within, Needs::Nothing, 400, Fate::Advertisement},
    Phrase{"may receive a commission", Where::Within, Needs::Nothing, 400, Fate::Advertisement},

    // Subscriptions, apps, social networks.
    Phrase{"sign up for", Where::Begins, Needs::Nothing, 260, Fate::Newsletter},
    Phrase{"sign up to", Where::Begins, Needs::Nothing, 260, Fate::Newsletter},
    Phrase{"sign up here", Where::Within, Needs::Nothing, 260, Fate::Newsletter},
    Phrase{"subscribe to", Where::Begins, Needs::Nothing, 260, Fate::Newsletter},
    Phrase{"subscribe now", Where::Begins, Needs::Nothing, 260, Fate::Newsletter},
    Phrase{"subscribe today", Where::Within, Needs::Nothing, 200, Fate::Newsletter},
    Phrase{"our newsletter", Where::Within, Needs::Nothing, 260, Fate::Newsletter},
    Phrase{"our free newsletter", Where::Within, Needs::Nothing, 260, Fate::Newsletter},
    Phrase{"this newsletter may contain", Where::Within, Needs::Nothing, 400, Fate::Newsletter},
    Phrase{"newsletter", Where::Within, Needs::Link, 160, Fate::Newsletter},
    Phrase{"to your inbox", Where::Within, Needs::Nothing, 260, Fate::Newsletter},
    Phrase{"in your inbox", Where::Within, Needs::Nothing, 260, Fate::Newsletter},
    Phrase{"thanks for signing up", Where::Begins, Needs::Nothing, 120, Fate::Newsletter},
    Phrase{"thank you for subscribing", Where::Begins, Needs::Nothing, 120, Fate::Newsletter},
    Phrase{"follow us on", Where::Begins, Needs::Nothing, 200, Fate::Share},
    Phrase{"follow us", Where::Begins, Needs::Link, 200, Fate::Share},
    Phrase{"like us on", Where::Begins, Needs::Nothing, 200, Fate::Share},
    Phrase{"share this", Where::Begins, Needs::Nothing, 60, Fate::Share},
    Phrase{"share on", Where::Begins, Needs::Nothing, 60, Fate::Share},
    Phrase{"download our app", Where::Within, Needs::Nothing, 200, Fate::Share},
    Phrase{"folgen sie uns", Where::Within, Needs::Nothing, 200, Fate::Share},
    Phrase{"suivez-nous", Where::Begins, Needs::Nothing, 200, Fate::Share},
    Phrase{"s\u00edguenos", Where::Begins, Needs::Nothing, 200, Fate::Share},
    Phrase{"siga-nos", Where::Begins, Needs::Nothing, 200, Fate::Share},
    Phrase{"newsletter abonnieren", Where::Within, Needs::Nothing, 260, Fate::Newsletter},
    Phrase{"leave a comment", Where::Begins, Needs::Nothing, 80, Fate::Comments},
    Phrase{"join the conversation", Where::Begins, Needs::Nothing, 120, Fate::Comments},
    Phrase{"view comments", Where::Begins, Needs::Nothing, 60, Fate::Comments},
    Phrase{"click here to", Where::Begins, Needs::Nothing, 160, Fate::Phrase},
    Phrase{"click here for", Where::Within, Needs::Link, 160, Fate::Phrase},

    // Cookies and browsers.
    Phrase{"uses cookies", Where::Within, Needs::Nothing, 900, Fate::Consent},
    Phrase{"use cookies to", Where::Within, Needs::Nothing, 900, Fate::Consent},
    Phrase{"use of cookies", Where::Within, Needs::Nothing, 400, Fate::Consent},
    Phrase{"store cookies on your", Where::Within, Needs::Nothing, 900, Fate::Consent},
    Phrase{"accept cookies", Where::Within, Needs::Nothing, 400, Fate::Consent},
    Phrase{"accept all cookies", Where::Within, Needs::Nothing, 400, Fate::Consent},
    Phrase{"verwendet cookies", Where::Within, Needs::Nothing, 900, Fate::Consent},
    Phrase{"utilise des cookies", Where::Within, Needs::Nothing, 900, Fate::Consent},
    Phrase{"utiliza cookies", Where::Within, Needs::Nothing, 900, Fate::Consent},
    Phrase{"utilizza cookie", Where::Within, Needs::Nothing, 900, Fate::Consent},
    Phrase{"enable javascript", Where::Within, Needs::Nothing, 200, Fate::Hidden},
    Phrase{"your browser does not support", Where::Within, Needs::Nothing, 200, Fate::Hidden},
    Phrase{"browser ist veraltet", Where::Within, Needs::Nothing, 300, Fate::Hidden},

    // Pictures.
    Phrase{"photo:", Where::Begins, Needs::Nothing, 160, Fate::Caption},
    Phrase{"photo by", Where::Begins, Needs::Nothing, 160, Fate::Caption},
    Phrase{"photo credit", Where::Begins, Needs::Nothing, 160, Fate::Caption},
    Phrase{"photos:", Where::Begins, Needs::Nothing, 160, Fate::Caption},
    Phrase{"image:", Where::Begins, Needs::Nothing, 160, Fate::Caption},
    Phrase{"image credit", Where::Begins, Needs::Nothing, 160, Fate::Caption},
    Phrase{"image source", Where::Begins, Needs::Nothing, 160, Fate::Caption},
    Phrase{"picture:", Where::Begins, Needs::Nothing, 160, Fate::Caption},
    Phrase{"credit:", Where::Begins, Needs::Nothing, 160, Fate::Caption},
    Phrase{"foto:", Where::Begins, Needs::Nothing, 160, Fate::Caption},
    Phrase{"bild:", Where::Begins, Needs::Nothing, 160, Fate::Caption},
    Phrase{"getty images", Where::Within, Needs::Nothing, 220, Fate::Caption},

    // Dates, tags, rights.
    Phrase{"published", Where::Begins, Needs::Digit, 70, Fate::Byline},
    Phrase{"updated", Where::Begins, Needs::Digit, 70, Fate::Byline},
    Phrase{"last updated", Where::Begins, Needs::Digit, 70, Fate::Byline},
    Phrase{"posted", Where::Begins, Needs::Digit, 70, Fate::Byline},
    Phrase{"tags:", Where::Begins, Needs::Nothing, 200, Fate::Meta},
    Phrase{"topics:", Where::Begins, Needs::Nothing, 200, Fate::Meta},
    Phrase{"filed under", Where::Begins, Needs::Nothing, 200, Fate::Meta},
    Phrase{"all rights reserved", Where::Within, Needs::Nothing, 300, Fate::Footer},
    Phrase{"\u00a9", Where::Begins, Needs::Nothing, 200, Fate::Footer},
    Phrase{"copyright \u00a9", Where::Begins, Needs::Nothing, 200, Fate::Footer},
    Phrase{"copyright 20", Where::Begins, Needs::Nothing, 200, Fate::Footer},
    Phrase{"originally published", Where::Within, Needs::Tail, 200, Fate::Phrase},
    Phrase{"originally appeared", Where::Within, Needs::Tail, 200, Fate::Phrase},
    Phrase{"first appeared on", Where::Within, Needs::Tail, 200, Fate::Phrase},
    Phrase{"the post ", Where::Begins, Needs::Tail, 200, Fate::Phrase},

    // About the author.
    Phrase{"is a reporter", Where::Within, Needs::Tail, 320, Fate::AuthorBox},
    Phrase{"is a senior reporter", Where::Within, Needs::Tail, 320, Fate::AuthorBox},
    Phrase{"is a staff writer", Where::Within, Needs::Tail, 320, Fate::AuthorBox},
    Phrase{"is a senior writer", Where::Within, Needs::Tail, 320, Fate::AuthorBox},
    Phrase{"is a freelance", Where::Within, Needs::Tail, 320, Fate::AuthorBox},
    Phrase{"is a contributing", Where::Within, Needs::Tail, 320, Fate::AuthorBox},
    Phrase{"is a contributor", Where::Within, Needs::Tail, 320, Fate::AuthorBox},
    Phrase{"writes about", Where::Within, Needs::Tail, 320, Fate::AuthorBox},
    Phrase{"follow him on", Where::Within, Needs::Tail, 320, Fate::AuthorBox},
    Phrase{"follow her on", Where::Within, Needs::Tail, 320, Fate::AuthorBox},
    Phrase{"follow them on", Where::Within, Needs::Tail, 320, Fate::AuthorBox},
    Phrase{"follow me on", Where::Within, Needs::Tail, 320, Fate::AuthorBox},
    Phrase{"@", Where::Within, Needs::Tail, 160, Fate::AuthorBox},
};

}  // namespace extractor
