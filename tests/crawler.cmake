test_room(crawler
  SOURCES crawler_body_test.cpp crawler_faults_test.cpp crawler_feeds_test.cpp crawler_discovery_test.cpp crawler_fetch_test.cpp crawler_memory_test.cpp
          crawler_politeness_test.cpp crawler_redirects_test.cpp crawler_robots_test.cpp
          crawler_schedule_test.cpp crawler_sitemaps_test.cpp crawler_tls_test.cpp
          crawler_transfer_test.cpp
          crawler_warc_evidence_test.cpp crawler_warc_test.cpp crawler_xml_test.cpp loopback_server.cpp tls_server.cpp
  ROOMS crawler core
  LIBRARIES Threads::Threads gnutls)

fuzz_target(feed crawler core)
fuzz_target(robots crawler core)
fuzz_target(sitemap crawler core)
fuzz_target(warc crawler core)

bench_target(crawler crawler core)
