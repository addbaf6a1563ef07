test_room(knowledge
  SOURCES knowledge_topics_test.cpp knowledge_allegations_test.cpp knowledge_origins_test.cpp
          knowledge_disputes_test.cpp knowledge_timeline_test.cpp knowledge_order_test.cpp
          knowledge_copies_test.cpp knowledge_corrections_test.cpp knowledge_credits_test.cpp
          knowledge_outlets_test.cpp knowledge_parties_test.cpp
  ROOMS knowledge core)

bench_target(clusters knowledge core nlohmann_json::nlohmann_json)
bench_target(knowledge knowledge core)
