// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"
#include "sql/splitter.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

/// The words that PostgreSQL refuses inside a transaction, as its own messages write them.
QString refusedWords(const RuleContext &context, const Operation &operation)
{
    switch (operation.kind) {
    case Kind::CreateIndex:
        return u"CREATE INDEX CONCURRENTLY"_s;
    case Kind::DropObject:
        switch (operation.objectType) {
        case ObjectType::Index:
            return u"DROP INDEX CONCURRENTLY"_s;
        case ObjectType::Database:
            return u"DROP DATABASE"_s;
        case ObjectType::Tablespace:
            return u"DROP TABLESPACE"_s;
        case ObjectType::Subscription:
            return u"DROP SUBSCRIPTION"_s;
        default:
            break;
        }
        break;
    case Kind::Reindex:
        return operation.has(Flag::Concurrently) ? u"REINDEX CONCURRENTLY"_s : u"REINDEX"_s;
    case Kind::DetachPartition:
        return u"ALTER TABLE … DETACH PARTITION CONCURRENTLY"_s;
    case Kind::Vacuum:
        return u"VACUUM"_s;
    case Kind::Cluster:
        return u"CLUSTER"_s;
    case Kind::CreateDatabase:
        return u"CREATE DATABASE"_s;
    case Kind::CreateTablespace:
        return u"CREATE TABLESPACE"_s;
    case Kind::CreateSubscription:
        return u"CREATE SUBSCRIPTION"_s;
    case Kind::AlterSystem:
        return u"ALTER SYSTEM"_s;
    case Kind::AlterDatabase:
        return u"ALTER DATABASE … SET TABLESPACE"_s;
    case Kind::AddEnumValue:
        return u"ALTER TYPE … ADD VALUE"_s;
    case Kind::Discard:
        return u"DISCARD ALL"_s;
    default:
        break;
    }
    return firstKeyword(context.statement().statement.text, context.before.dialect());
}

void checkTransaction(RuleContext &context)
{
    const StatementAnalysis &statement = context.statement();
    if (statement.impact.transaction != TransactionRule::Forbidden || !statement.inTransaction ||
        statement.reading.operations.isEmpty())
        return;
    const QString words = refusedWords(context, statement.reading.operations.constFirst());
    QString marker = context.settings.noTransactionMarker;
    if (context.input.direction == Direction::Down)
        marker.replace("migrate:up"_L1, "migrate:down"_L1); // dbmate marks each section by itself
    if (context.input.transaction == ScriptTransaction::OneQuery) {
        context.report(tr("%1 cannot run in a transaction, and the statements of this file are sent as one string, "
                          "which makes them one: it will fail.")
                           .arg(words));
    } else if (context.input.transaction == ScriptTransaction::Wrapped && !marker.isEmpty()) {
        context.report(tr("%1 cannot run in a transaction, and this migration is run in one: it will fail. To run it "
                          "without, write “%2”.")
                           .arg(words, marker));
    } else {
        context.report(
            tr("%1 cannot run in a transaction, and this statement stands in one: it will fail.").arg(words));
    }
}

/// Whether an earlier statement of the script removes what a failed attempt may have left.
bool isRemovedBefore(const RuleContext &context, const QString &name)
{
    for (int i = 0; i < context.index; ++i) {
        for (const Operation &operation : context.script.statements.at(i).reading.operations) {
            if (operation.kind == Kind::DropObject && operation.objectType == ObjectType::Index &&
                operation.has(Flag::IfExists) && operation.relation.name == name) {
                return true;
            }
        }
    }
    return false;
}

void checkInvalid(RuleContext &context)
{
    forEach(context, {Kind::CreateIndex}, [&context](const Operation &index) {
        if (!index.has(Flag::Concurrently) || !index.has(Flag::IfNotExists) || isRemovedBefore(context, index.name))
            return;
        if (!isOthers(context, index.relation))
            return;
        context.report(tr("If a build of “%1” failed or was cancelled before, its invalid index is still there: IF NOT "
                          "EXISTS keeps it, and no query will use it.")
                           .arg(index.name),
                       &index);
    });
}

void checkTimeouts(RuleContext &context)
{
    if (!context.impact().waitsForTransactions)
        return;
    if (const auto timeout = timeSetting(context.before, u"lock_timeout"_s); timeout && *timeout > 0ms) {
        context.report(tr("A lock_timeout of %1 is in force: waiting for older transactions counts as waiting for a "
                          "lock, so this statement may give up and leave an invalid index behind.")
                           .arg(context.before.setting(u"lock_timeout"_s)));
    } else if (const auto limit = timeSetting(context.before, u"statement_timeout"_s);
               limit && *limit > 0ms && *limit < 1h) {
        context.report(tr("A statement_timeout of %1 is in force: if the build takes longer, it is cancelled and "
                          "leaves an invalid index behind.")
                           .arg(context.before.setting(u"statement_timeout"_s)));
    }
}

void checkCorruption(RuleContext &context)
{
    const ServerVersion version = context.before.version();
    // "14" by itself may stand for any 14: only a server's own number is held against it.
    const bool isExact = context.before.origin() == Catalog::Origin::Connected || version.minor > 0;
    if (version.major != 14 || version.minor > 3 || !isExact)
        return;
    forEach(context, {Kind::CreateIndex, Kind::Reindex}, [&](const Operation &operation) {
        if (operation.has(Flag::Concurrently)) {
            context.report(tr("PostgreSQL %1 may leave rows out of an index that it builds concurrently.")
                               .arg(version.toString(context.before.dialect())),
                           &operation);
        }
    });
}

} // namespace

RuleTable concurrentRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "concurrent-in-transaction",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "The statement commits by itself, so PostgreSQL refuses it inside a transaction "
                                     "(25001). Several statements sent as one string are a transaction too."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Move it into a migration of its own, with the mark by which your "
                                                 "tool runs a migration outside a transaction."),
            .bad = "BEGIN; CREATE INDEX CONCURRENTLY i ON t(c); COMMIT",
            .good = "CREATE INDEX CONCURRENTLY i ON t(c)",
            .equivalents = "squawk: ban-concurrent-index-creation-in-transaction; atlas: PG103; pgfence: "
                           "concurrent-in-transaction; bytebase: STATEMENT_NON_TRANSACTIONAL",
            .check = checkTransaction,
        },
        {
            .id = "concurrent-index-may-stay-invalid",
            .category = Locks,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel", "A concurrent build that fails leaves an INVALID index, which every write keeps up and no "
                            "query uses. With IF NOT EXISTS a second run only prints a notice and keeps it so."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Put DROP INDEX CONCURRENTLY IF EXISTS before it, leave IF NOT EXISTS "
                                                 "out, and check indisvalid in pg_index afterwards."),
            .bad = "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t(c)",
            .good = "DROP INDEX CONCURRENTLY IF EXISTS i; CREATE INDEX CONCURRENTLY i ON t(c)",
            .equivalents = "strong_migrations: remove_invalid_indexes",
            .check = checkInvalid,
        },
        {
            .id = "lock-timeout-on-concurrent",
            .category = Locks,
            .severity = Severity::Warning,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel", "CONCURRENTLY waits for transactions older than itself, and blocks nobody meanwhile. A "
                            "timeout made for short locks ends that wait and leaves an INVALID index."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Switch the timeouts off before it (SET lock_timeout = 0; SET "
                                                 "statement_timeout = 0) and on again afterwards."),
            .bad = "SET lock_timeout = '2s'; CREATE INDEX CONCURRENTLY i ON t(c)",
            .good = "SET lock_timeout = '2s'; ALTER TABLE t ADD y int; RESET lock_timeout; CREATE INDEX CONCURRENTLY i "
                    "ON t(c)",
            .equivalents = "",
            .check = checkTimeouts,
        },
        {
            .id = "concurrent-index-corruption",
            .category = Locks,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "PostgreSQL 14.0 to 14.3 have a fault by which an index built concurrently may "
                                     "miss rows that were written meanwhile: queries then miss them too."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Update the server to 14.4 or newer first."),
            .bad = "CREATE INDEX CONCURRENTLY i ON t(c)",
            .good = "CREATE INDEX CONCURRENTLY i ON t(c)",
            .equivalents = "strong_migrations: add_index_corruption; online_migrations: add_index_corruption",
            .check = checkCorruption,
        },
    };
    return rules;
}

} // namespace Whimbrel
