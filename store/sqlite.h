// RAII over the SQLite C API. Private to store/. Every failure is a core::SystemError that names
// the file.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace store::sqlite {

enum class Access { Read, ReadWrite, Create };

class Database {
public:
    // `uri` is a path or an SQLite URI; messages name `file`.
    Database(const std::string& uri, Access access, std::string file);
    Database(const std::string& file, Access access) : Database(file, access, file) {}
    void run(const std::string& sql);  // any number of statements
    sqlite3* handle() const { return handle_.get(); }
    const std::string& file() const { return file_; }
    std::int64_t last_id() const;
    [[noreturn]] void fail(std::string_view doing) const;

    // Prepared once for each text; ready to be bound. A statement in use must not be asked for
    // again.
    sqlite3_stmt* prepared(std::string_view sql) const;

private:
    struct Close {
        void operator()(sqlite3* db) const;
    };
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::string file_;
    std::unique_ptr<sqlite3, Close> handle_;
    mutable std::unordered_map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>> statements_;
};

// One use of a prepared statement: bound in order, stepped, and reset when it goes out of scope.
//
//     Query claims(db, "SELECT id, kind FROM claim WHERE article = ?", article.value);
//     while (claims.step()) show(claims.int64(0), claims.text(1));
class Query {
public:
    template <class... Values>
    Query(const Database& db, std::string_view sql, const Values&... values)
        : db_(db), statement_(db.prepared(sql)) {
        int position = 0;
        (bind(++position, values), ...);
    }
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    bool step();   // true while there is a row
    void done() {  // for what returns no rows
        while (step()) {
        }
    }
    std::int64_t int64(int column) const;
    int integer(int column) const { return static_cast<int>(int64(column)); }
    double real(int column) const;
    std::string text(int column) const;
    bool is_null(int column) const;
    std::optional<std::int64_t> maybe_int64(int column) const;
    std::optional<std::string> maybe_text(int column) const;

private:
    void bind(int position, std::nullptr_t);
    void bind(int position, std::int64_t value);
    void bind(int position, int value) { bind(position, std::int64_t{value}); }
    void bind(int position, double value);
    void bind(int position, std::string_view value);
    void bind(int position, const std::string& value) { bind(position, std::string_view(value)); }
    void bind(int position, const char* value) { bind(position, std::string_view(value)); }
    template <class T>
    void bind(int position, const std::optional<T>& value) {
        if (value)
            bind(position, *value);
        else
            bind(position, nullptr);
    }
    const Database& db_;
    sqlite3_stmt* statement_;
};

// Rolls back unless commit() was reached. Takes the write lock at once.
class Transaction {
public:
    explicit Transaction(Database& db);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& db_;
    bool open_ = true;
};

// One consistent view for several reads.
class Snapshot {
public:
    explicit Snapshot(const Database& db);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    const Database& db_;
    bool own_;
};

}  // namespace store::sqlite
