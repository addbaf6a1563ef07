#include "store/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include "core/result.h"

namespace store::sqlite {

namespace {

constexpr int kBusyTimeout = 5000;  // ms

std::string what_to_do(int code) {
    switch (code & 0xFF) {
        case SQLITE_NOTADB: return "; this is no store of claimtrail, name another --home";
        case SQLITE_CORRUPT: return "; restore a backup, or move the file away and crawl anew";
        case SQLITE_FULL: return "; the disk is full";
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN: return "; is the folder there, and may it be written?";
        case SQLITE_BUSY: return "; another program holds it";
        default: return "";
    }
}

int flags_of(Access access) {
    switch (access) {
        case Access::Read: return SQLITE_OPEN_READONLY;
        case Access::ReadWrite: return SQLITE_OPEN_READWRITE;
        case Access::Create: return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    return SQLITE_OPEN_READONLY;
}

}  // namespace

void Database::Close::operator()(sqlite3* db) const { sqlite3_close_v2(db); }
void Database::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Database::Database(const std::string& uri, Access access, std::string file)
    : file_(std::move(file)) {
    sqlite3* handle = nullptr;
    const int flags =
        flags_of(access) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;
    const int opened = sqlite3_open_v2(uri.c_str(), &handle, flags, nullptr);
    handle_.reset(handle);
    if (opened != SQLITE_OK) fail("cannot be opened");
    sqlite3_busy_timeout(handle, kBusyTimeout);
}

void Database::fail(std::string_view doing) const {
    const int code = sqlite3_extended_errcode(handle_.get());
    throw core::SystemError(
        fmt::format("{}: {}: {}{}", file_, doing, sqlite3_errmsg(handle_.get()), what_to_do(code)));
}

void Database::run(const std::string& sql) {
    if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail("cannot be written");
}

std::int64_t Database::last_id() const { return sqlite3_last_insert_rowid(handle_.get()); }

sqlite3_stmt* Database::prepared(std::string_view sql) const {
    auto& statement = statements_[std::string(sql)];
    if (!statement) {
        sqlite3_stmt* raw = nullptr;
        if (sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                               SQLITE_PREPARE_PERSISTENT, &raw, nullptr) != SQLITE_OK)
            fail("cannot be read");
        statement.reset(raw);
    }
    return statement.get();
}

Query::~Query() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

bool Query::step() {
    const int result = sqlite3_step(statement_);
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    db_.fail(sqlite3_stmt_readonly(statement_) != 0 ? "cannot be read" : "cannot be written");
}

std::int64_t Query::int64(int column) const { return sqlite3_column_int64(statement_, column); }
double Query::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string Query::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

bool Query::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::optional<std::int64_t> Query::maybe_int64(int column) const {
    return is_null(column) ? std::nullopt : std::optional(int64(column));
}

std::optional<std::string> Query::maybe_text(int column) const {
    return is_null(column) ? std::nullopt : std::optional(text(column));
}

void Query::bind(int position, std::nullptr_t) { sqlite3_bind_null(statement_, position); }
void Query::bind(int position, std::int64_t value) {
    sqlite3_bind_int64(statement_, position, value);
}
void Query::bind(int position, double value) { sqlite3_bind_double(statement_, position, value); }
void Query::bind(int position, std::string_view value) {
    // An empty view may hold no address at all, which SQLite would take for NULL.
    sqlite3_bind_text64(statement_, position, value.empty() ? "" : value.data(), value.size(),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
}

Transaction::Transaction(Database& db) : db_(db) { db_.run("BEGIN IMMEDIATE"); }
Transaction::~Transaction() {
    if (open_) sqlite3_exec(db_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}
void Transaction::commit() {
    db_.run("COMMIT");
    open_ = false;
}

Snapshot::Snapshot(const Database& db) : db_(db), own_(sqlite3_get_autocommit(db.handle()) != 0) {
    if (own_) sqlite3_exec(db_.handle(), "BEGIN", nullptr, nullptr, nullptr);
}
Snapshot::~Snapshot() {
    if (own_) sqlite3_exec(db_.handle(), "COMMIT", nullptr, nullptr, nullptr);
}

}  // namespace store::sqlite
