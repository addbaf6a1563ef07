// The words by which web sites name the parts of their pages: one row a cue. Two words of one name
// stand here as one: "entry-content" and "entryContent" are "entrycontent".
#pragma once
#include <array>
#include <string_view>

#include "extractor/page/cues.h"

namespace extractor {

struct CueWords {
    Cue cue;
    std::string_view words;
};

inline constexpr std::array cue_words{
    CueWords{Cue::Body,
             "articlebody articlecontent articletext articlecopy articlecontents articlefulltext "
             "bodytext bodycopy storybody storycontent storytext storycopy postbody postcontent "
             "posttext entrycontent entrybody entrytext contentbody contenttext contentarticle "
             "newsbody newstext newscontent fulltext blogcontent blogbody richtext rte wysiwyg "
             "artikeltext artikelbody artikelinhalt cuerpo cuerponoticia noticiacuerpo "
             "textonoticia noticiatexto contenidonoticia corpo articlecontenu contenuarticle "
             "conteudomateria materiaconteudo textobody detailcontent detailbody detailtext "
             "detailscontent readcontent singlecontent haberdetay mainarticle bodycontent"},
    CueWords{Cue::Story,
             "article story post main content entry blogpost news single maincontent primary "
             "hentry text body artikel noticia articulo materia haber"},
    CueWords{Cue::Live,
             "liveblog livepost liveentry livefeed liveupdate liveupdates livecontent liveblogpost "
             "liveblogentry livebloguitem livereporting liveticker tickerentry"},
    CueWords{Cue::Byline,
             "byline bylines author authors authorname authorlink dateline timestamp postmeta "
             "entrymeta articlemeta storymeta publishdate publisheddate pubdate published "
             "publishtime publicationdate postdate postedon articledate datetime lastupdated "
             "updatedate writer reporter contributor contributors autor auteur autore"},
    CueWords{Cue::AuthorBox,
             "authorbio authorbox bio bios aboutauthor theauthor authorinfo authorprofile "
             "authorcard authordescription biography authordetails authorblock"},
    CueWords{Cue::Caption,
             "caption captions figcaption imagecaption captiontext photocaption imgcaption "
             "mediacaption bildunterschrift legende"},
    CueWords{Cue::Credit,
             "credit credits photocredit imagecredit imagesource photographer bildnachweis "
             "imagecopyright photosource"},
    CueWords{Cue::Navigation,
             "nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager pagenav "
             "sitemap toolbar topbar skiplink skip toc tableofcontents tabs jumplinks navlinks "
             "navigationmenu offcanvas hamburger search searchbox searchform searchbar"},
    CueWords{Cue::Related,
             "related relatedposts relatedarticles relatedcontent relatedlinks relatednews "
             "recommended recommendation recommendations recommend recirc recirculation readmore "
             "morefrom mostread mostpopular popular trending outbrain taboola zergnet teaser "
             "teasers teaserlist promo promos upnext nextarticle readnext readalso alsoread moreon "
             "morestories morearticles morenews latestnews latest latestposts latestarticles "
             "topstories suggested suggestions similar yarpp jprelatedposts seealso linkbox "
             "relacionadas relacionados relacionada relacionado similaires correlati verwandt "
             "mehrzumthema weiterlesen articlelist newslist postlist storylist cardlist "
             "inlinerelated youmaylike maylike youmightlike crosslink crosslinks postnav "
             "postnavigation prevnext nextprev nextpost previouspost onward dontmiss editorspicks "
             "featuredposts moretop pullread articlelink inlinelink"},
    CueWords{Cue::Share,
             "share sharing sharebar sharetools sharelinks sharebuttons social socials socialmedia "
             "socialshare socialbar sociallinks socialicons addthis addtoany sharedaddy "
             "shareaholic follow followus sharethis shariff ssba"},
    CueWords{Cue::Comments,
             "comment comments commentlist commentform commentsection disqus respond reply replies "
             "discussion livefyre responses kommentare kommentar commentaires comentarios commenti "
             "yorum yorumlar coral viafoura"},
    CueWords{Cue::Newsletter,
             "newsletter newsletters subscribe subscription subscriptions signup optin mailchimp "
             "emailsignup mailinglist mailmunch inlinesignup newslettersignup subscribebox "
             "subscribeform joinus"},
    CueWords{Cue::Advertisement,
             "ad ads adv advert adverts advertisement advertisements advertising adbox adslot "
             "adunit adwrapper adcontainer adblock adsbygoogle banner banners sponsor sponsored "
             "sponsors sponsoredcontent dfp gpt adsense googlead publicidad werbung anzeige reklam "
             "reklama affiliate affiliates partnercontent annonce annons commercial"},
    CueWords{Cue::Consent,
             "cookie cookies consent gdpr cookiebanner cookienotice onetrust cmp cookieconsent "
             "privacybar cookielaw ccpa"},
    CueWords{Cue::Paywall,
             "paywall regwall piano metered premiumwall subscriberonly subscriberwall gateway "
             "paidcontent paywallbox registrationwall subscriptionwall barrier"},
    CueWords{Cue::Meta,
             "tags taglist tagcloud topics categories topiclist posttags entrytags articletags "
             "keywords print noprint printonly readtime readingtime timetoread fontsize textsize "
             "tagged filedunder posttools articletools storytools entryutility rating ratings "
             "votes likes bookmark audioplayer listen listentoarticle texttospeech "
             "articlesources sourcelist "
             "feedback citations"},
    CueWords{Cue::Modal, "modal popup popover overlay lightbox tooltip toast dialog interstitial"},
    CueWords{Cue::Embed,
             "tweet twittertweet twitterembed tweetembed embeddedtweet instagrammedia fbpost "
             "tiktokembed tweetblockquote embedtwitter instagramembed"},
    CueWords{Cue::Widget,
             "widget widgets carousel slideshow slider gallery videoplayer jwplayer infobox "
             "factbox poll quiz survey calltoaction cta callout ticker marquee countdown donate "
             "donation membership"},
    CueWords{Cue::Sidebar,
             "sidebar sidebars rail rightrail leftrail widgetarea rightsidebar leftsidebar "
             "rightcol"},
    CueWords{Cue::Hidden,
             "visuallyhidden screenreadertext sronly screenreader offscreen invisible "
             "screenreaderonly assistivetext hiddentext accessibilitytext seotitle seoheadline"},
    CueWords{Cue::Lead,
             "standfirst strapline dek subtitle subhead subheadline subheading lede lead deck "
             "excerpt intro "
             "chapo sapo entradilla bajada vorspann summary description abstract sommario ingress "
             "manchet leadtext keypoints keytakeaways takeaways highlights "
             "thehighlights"},
    CueWords{Cue::Headline,
             "headline headlines entrytitle posttitle articletitle storytitle pagetitle title "
             "articleheadline storyheadline titulo titre titel"},
    CueWords{Cue::Footer,
             "footer sitefooter pagefooter colophon copyright legal articlefooter entryfooter "
             "postfooter storyfooter"},
    CueWords{Cue::Header,
             "header siteheader pageheader masthead articleheader entryheader postheader"},
    CueWords{Cue::Disclaimer, "correction corrections disclaimer disclosure editorsnote"},
};

}  // namespace extractor
