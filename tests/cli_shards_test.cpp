// One index in parts: in folders, and behind xapian-tcpsrv on loopback.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <arpa/inet.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/program.h"
#include "tests/temp_dir.h"

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr const char* kServer = "/usr/bin/xapian-tcpsrv";

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// A port that nobody listens at just now.
std::uint16_t free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(bind(socket, any, size) == 0);
    REQUIRE(getsockname(socket, any, &size) == 0);
    close(socket);
    return ntohs(address.sin_port);
}

bool answers(std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool connected =
        connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    close(socket);
    return connected;
}

// xapian-tcpsrv for one folder, ended with this object.
class ShardServer {
public:
    explicit ShardServer(const fs::path& folder) : port_(free_port()) {
        pid_ = fork();
        if (pid_ == 0) {
            setpgid(0, 0);  // it passes SIGTERM on to its whole group
            const auto port = std::to_string(port_);
            execl(kServer, kServer, "--interface", "127.0.0.1", "--port", port.c_str(), "--quiet",
                  folder.c_str(), nullptr);
            _exit(127);
        }
        for (int i = 0; i < 500 && !answers(port_); ++i) usleep(10'000);
    }
    ~ShardServer() { stop(); }
    ShardServer(const ShardServer&) = delete;
    ShardServer& operator=(const ShardServer&) = delete;
    void stop() {
        if (pid_ <= 0) return;
        kill(pid_, SIGTERM);
        waitpid(pid_, nullptr, 0);
        pid_ = 0;
    }
    std::string address() const { return "127.0.0.1:" + std::to_string(port_); }

private:
    std::uint16_t port_;
    pid_t pid_ = 0;
};

std::string articles() {
    std::string lines;
    const char* const makers[] = {"Quillmark", "Parallax Labs", "Heron Research", "Patchbay"};
    for (int n = 0; n < 24; ++n) {
        const std::string by = makers[n % 4];
        const std::string about = makers[(n + 1 + n / 4) % 4];
        lines += R"({"id":"i)" + std::to_string(n) + R"(","date":"2026-0)" +
                 std::to_string(1 + n % 6) + R"(-1)" + std::to_string(n % 9) +
                 R"(","title":"Letter )" + std::to_string(n) + R"(","text":")" + by + " accused " +
                 about + " of distilling its model in an open letter number " + std::to_string(n) +
                 R"(.\n)" + about + R"( denied that it had used the outputs of the model."})" +
                 "\n";
    }
    return lines;
}

struct Home {
    TempDir dir;
    std::string path = (dir.path() / "home").string();

    Home() {
        REQUIRE(run({"import", "-"}, {}, articles()).exit == 0);
        REQUIRE(run({"reindex", "--shards", "2"}).exit == 0);
    }
    fs::path shard(int number) const { return fs::path(path) / "shards" / std::to_string(number); }
    Ran run(std::vector<std::string> words, const std::vector<std::string>& shards = {},
            const std::string& input = {}) const {
        std::string config = "[search]\nshards = [";
        for (const auto& shard : shards) config += '"' + shard + "\", ";
        const auto file = dir.put("config.toml", config + "]\n");
        words.insert(words.begin(), {"--home", path, "--config", file.string()});
        return run_program(words, input);
    }
    // What is found, hit by hit; scores to six places.
    std::vector<std::string> hits(const std::string& query, const std::string& sort,
                                  const std::vector<std::string>& shards) const {
        const auto ran = run({"--json", "search", query, "--limit", "100", "--sort", sort}, shards);
        CAPTURE(ran.err);
        CHECK((ran.exit == 0 || ran.exit == 4));
        std::vector<std::string> all;
        std::istringstream lines(ran.out);
        for (std::string line; std::getline(lines, line);) {
            auto hit = Json::parse(line);
            hit["score"] = std::to_string(hit["score"].get<double>());
            all.push_back(hit.dump());
        }
        return all;
    }
};

const std::vector<std::pair<std::string, std::string>> kQuestions{
    {"letter", "date"},
    {"distilling", "rank"},
    {"\"open letter\" by:Quillmark", "rank"},
    {"\"letter open\" OR \"denied that\"", "rank"},
    {"outputs NEAR/3 model", "rank"},
    {"denied AND NOT \"Heron Research\"", "rank"},
    {"distil* date:2026-02..2026-04", "rank"},
    {"about:\"Parallax Labs\" kind:accusation", "date"},
    {"by:Patchbay", "origins"},
    {"zebra", "rank"},
};

// Equal scores may come in another order.
std::vector<std::string> sorted(std::vector<std::string> all) {
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace

TEST_CASE("Shards in folders find what one index finds", "[cli][shards]") {
    const Home home;
    for (const auto& [query, sort] : kQuestions) {
        CAPTURE(query, sort);
        const auto one = home.hits(query, sort, {});
        CHECK((!one.empty() || query == "zebra"));
        CHECK(sorted(home.hits(query, sort, {home.shard(1), home.shard(2)})) == sorted(one));
    }
}

TEST_CASE("Shards behind xapian-tcpsrv find what one index finds", "[cli][shards]") {
    if (!fs::exists(kServer)) {
        WARN("xapian-tcpsrv is not installed: not tested");
        return;
    }
    const Home home;
    const ShardServer first(home.shard(1));
    const ShardServer second(home.shard(2));
    for (const auto& [query, sort] : kQuestions) {
        CAPTURE(query, sort);
        CHECK(sorted(home.hits(query, sort, {first.address(), second.address()})) ==
              sorted(home.hits(query, sort, {})));
    }
}

TEST_CASE("A shard that is down is named, and the others answer", "[cli][shards]") {
    if (!fs::exists(kServer)) {
        WARN("xapian-tcpsrv is not installed: not tested");
        return;
    }
    const Home home;
    const ShardServer first(home.shard(1));
    ShardServer second(home.shard(2));
    const std::vector<std::string> shards{first.address(), second.address()};
    second.stop();
    const auto ran = home.run({"--json", "search", "letter", "--limit", "100"}, shards);
    CHECK(ran.exit == 1);
    CHECK(has(ran.err, "a shard is missing, so that not all is found: " + second.address()));
    CHECK(has(ran.out, "\"kind\""));
    CHECK(ran.out == home.run({"--json", "search", "letter", "--limit", "100"},
                              {home.shard(1).string(), home.path + "/nowhere"})
                         .out);
    const auto none = home.run({"search", "letter"}, {second.address()});
    CHECK(none.exit == 3);
    CHECK(has(none.err, second.address()));
}
