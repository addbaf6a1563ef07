// Opening, creating, migrating and locking.
#include <array>
#include <fstream>
#include <random>

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include "embedded/store.h"
#include "store/impl.h"
#include "store/migrations.h"

namespace store {

namespace {

namespace fs = std::filesystem;
using sqlite::Access;
using sqlite::Database;
using sqlite::Query;

std::string lock_file(const fs::path& database) { return database.string() + ".lock"; }

void set_up(Database& db) {
    db.run("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;");
}

void set_up_writer(Database& db) {
    set_up(db);
    db.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
}

// A path as an SQLite URI, with its own characters escaped.
std::string uri(const fs::path& file, std::string_view options) {
    std::string escaped = "file:";
    for (const char c : fs::absolute(file).string()) {
        if (c == '%' || c == '?' || c == '#')
            escaped += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        else
            escaped += c;
    }
    return escaped + std::string(options);
}

int version_of(const Database& db) {
    Query version(db, "PRAGMA user_version");
    version.step();
    return version.integer(0);
}

std::string new_uuid() {
    std::random_device random;
    std::array<unsigned, 4> words{};
    for (auto& word : words) word = random();
    return fmt::format("{:08x}-{:04x}-4{:03x}-8{:03x}-{:08x}{:04x}", words[0], words[1] >> 16,
                       words[1] & 0xFFF, words[2] >> 20, words[3], words[2] & 0xFFFF);
}

void require_known_version(const Database& db) {
    const int version = version_of(db);
    if (version > kSchemaVersion)
        throw core::SystemError(
            fmt::format("{}: made by a newer claimtrail (schema {}, this one "
                        "knows {}); install the newer one",
                        db.file(), version, kSchemaVersion));
}

// A database that another program made is not ours to change.
void require_ours_or_empty(const Database& db) {
    if (version_of(db) != 0) return;
    Query tables(db, "SELECT count(*) FROM sqlite_schema");
    tables.step();
    if (tables.int64(0) != 0)
        throw core::SystemError(
            fmt::format("{}: a database, but not of claimtrail; name another --home", db.file()));
}

void give_uuid(Database& db) {
    Query(db, "INSERT OR REPLACE INTO meta (key, value) VALUES ('uuid', ?)", new_uuid()).done();
}

// Readable without the folder being writable: SQLite then may not make its -shm file.
Database open_read_only(const fs::path& file) {
    if (access(file.parent_path().c_str(), W_OK) != 0 && !fs::exists(file.string() + "-wal"))
        return {uri(file, "?mode=ro&immutable=1"), Access::Read, file.string()};
    return {uri(file, "?mode=ro"), Access::Read, file.string()};
}

}  // namespace

const std::vector<Migration>& migrations() {
    static const std::vector<Migration> steps{{1, embedded::store::v1_sql()},
                                              {2, embedded::store::v2_sql()},
                                              {3, embedded::store::v3_sql()},
                                              {4, embedded::store::v4_sql()}};
    return steps;
}

void migrate(Database& db, const std::vector<Migration>& steps) {
    const int from = version_of(db);
    if (!steps.empty() && from == steps.back().to) return;
    sqlite::Transaction all_or_nothing(db);
    for (const auto& step : steps) {
        if (step.to <= version_of(db)) continue;
        db.run(std::string(step.sql));
        db.run(fmt::format("PRAGMA user_version = {}", step.to));
    }
    if (from == 0) give_uuid(db);
    all_or_nothing.commit();
}

WriterLock::WriterLock(const fs::path& database) {
    const auto file = lock_file(database);
    descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor_ < 0)
        throw core::SystemError(
            fmt::format("{}: cannot be written: {}", file, std::generic_category().message(errno)));
    if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        std::ifstream holder(file);
        std::string process = "?";
        std::getline(holder, process);
        ::close(descriptor_);
        throw core::SystemError(
            fmt::format("{}: in use by another claimtrail (process {}); wait for it, or stop it",
                        database.parent_path().string(), process));
    }
    const auto process = fmt::format("{}\n", getpid());
    // The number is for the message above only; a lock without it still locks.
    if (ftruncate(descriptor_, 0) == 0) (void)!::write(descriptor_, process.data(), process.size());
}

WriterLock::~WriterLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Reader::Reader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Reader Reader::open(const fs::path& file) {
    auto impl = std::make_unique<Impl>(Impl{std::nullopt, open_read_only(file)});
    set_up(impl->db);
    require_known_version(impl->db);
    if (version_of(impl->db) < kSchemaVersion)
        throw core::SystemError(
            fmt::format("{}: made by an older claimtrail; `claimtrail init` brings it up to date",
                        file.string()));
    return Reader(std::move(impl));
}

Store::Store(std::unique_ptr<Impl> impl) : Reader(std::move(impl)) {}

Store Store::open(const fs::path& file) {
    // Looked at before anything is created or changed beside it.
    if (fs::exists(file)) {
        const Database there(uri(file, "?mode=ro"), Access::Read, file.string());
        require_known_version(there);
        require_ours_or_empty(there);
    }
    WriterLock lock(file);
    auto impl = std::make_unique<Impl>(
        Impl{std::move(lock), Database(uri(file, "?mode=rwc"), Access::Create, file.string())});
    set_up_writer(impl->db);
    migrate(impl->db, migrations());
    return Store(std::move(impl));
}

// In WAL mode the file is sound after a power cut either way.
void Store::set_durability(Durability durability) {
    impl_->db.run(durability == Durability::Always ? "PRAGMA synchronous = FULL"
                                                   : "PRAGMA synchronous = NORMAL");
}

void Store::settle() { impl_->db.run("PRAGMA wal_checkpoint(PASSIVE)"); }

Store Store::in_memory() {
    auto impl = std::make_unique<Impl>(Impl{std::nullopt, Database(":memory:", Access::Create)});
    set_up(impl->db);
    migrate(impl->db, migrations());
    return Store(std::move(impl));
}

int Reader::schema_version() const { return version_of(impl_->db); }

std::string Reader::uuid() const {
    Query row(impl_->db, "SELECT value FROM meta WHERE key = 'uuid'");
    return row.step() ? row.text(0) : "";
}

void Reader::backup(const fs::path& file) const {
    if (fs::exists(file))
        throw core::SystemError(
            fmt::format("{}: is there already; name a new file", file.string()));
    // Under another name until it is whole: half a backup is none.
    const fs::path partial = file.string() + ".partial";
    try {
        fs::remove(partial);
        Query(impl_->db, "VACUUM INTO ?", partial.string()).done();
        {
            // Put back, it knows less than the index beside it, which must see that.
            Database copy(partial.string(), Access::ReadWrite);
            give_uuid(copy);
        }
        fs::rename(partial, file);
    } catch (const std::exception& error) {
        std::error_code ignored;
        fs::remove(partial, ignored);
        throw core::SystemError(
            fmt::format("no backup was made in {}: {}", file.string(), error.what()));
    }
}

}  // namespace store
