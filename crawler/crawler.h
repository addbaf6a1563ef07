// Gets pages, feeds and sitemaps, politely, and keeps them.
//
//   fetch      Web: give it addresses, take outcomes; robots, limits, delays and redirects are its
//              own affair (RFC 9110, RFC 9309)
//   read       read_feed, read_sitemap, Robots: bytes → values (pure)
//   schedule   when to look again (pure)
//   keep       WarcWriter, read_capture (WARC/1.1, ISO 28500:2017)
//
// libcurl, libxml2 and zlib stay out of this header. Everything here takes and returns values and
// knows no database. Everyday failures are core::Result; a disk that cannot be written is a
// core::SystemError. Each object belongs to one thread.
#pragma once
#include "crawler/feeds.h"
#include "crawler/robots.h"
#include "crawler/schedule.h"
#include "crawler/warc.h"
#include "crawler/web.h"
