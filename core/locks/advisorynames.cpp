// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/advisorynames.h"

#include "run/runlock.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

// How the tools lock a run, from their sources. dbmate, Supabase, Drizzle, Diesel, TypeORM and Sequelize take no lock;
// Liquibase and Knex have a row in a table of theirs.

struct FixedKey
{
    qint64 key;
    QLatin1StringView tool;
};

constexpr FixedKey fixedKeys[] = {
    {72707369, "Prisma"_L1},
    {75474063, "Sqitch"_L1},
    {2686470616, "Atlas"_L1}, // FNV-1 of "atlas_migrate_execute"
    {4097083626, "goose"_L1}, // CRC-32 of "goose"
    {7241865325823964, "node-pg-migrate"_L1},
    {4727445306447283, "graphile-migrate"_L1},
    {4036779288569897133, "reshape"_L1},
};

// Keys that are this number times the CRC-32 of the database's name.
constexpr qint64 railsFactor = 2053462845;
constexpr qint64 sqlxFactor = 0x3d32ad9e;

struct FixedName
{
    QLatin1StringView name;
    QLatin1StringView tool;
};

constexpr FixedName fixedNames[] = {{"prisma_migrate"_L1, "Prisma"_L1}, {"atlas_migrate_execute"_L1, "Atlas"_L1}};
constexpr FixedName namePrefixes[] = {
    {"whimbrel-"_L1, "Whimbrel"_L1}, {"Flyway-"_L1, "Flyway"_L1}, {"sqitch working on "_L1, "Sqitch"_L1}};

constexpr qint64 flywayBase = 77431708279161; // "Flyway" as a number, plus a hash of 32 bits
constexpr quint32 golangMigrateSalt = 1486364155;

/// CRC-32/ISO-HDLC, which is zlib's.
quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
    }
    return ~crc;
}

/// Java's String.hashCode().
qint32 javaHash(const QString &text)
{
    quint32 hash = 0;
    for (const QChar unit : text)
        hash = hash * 31 + unit.unicode();
    return static_cast<qint32>(hash);
}

quint32 golangMigrateKey(const QByteArray &name)
{
    return crc32(name) * golangMigrateSalt;
}

QString runLockOf(QLatin1StringView tool)
{
    return u"%1's run lock"_s.arg(tool);
}

bool isTimesCrc32(qint64 key, qint64 factor)
{
    const qint64 crc = key / factor;
    return crc > 0 && crc <= std::numeric_limits<quint32>::max() && key % factor == 0;
}

QString toolOfTable(qint64 key, const QString &database, const HistoryTableName &name)
{
    if (runLockKey(name.schema + u'.' + name.table) == key)
        return u"Whimbrel"_s;
    if (flywayBase + javaHash(u"\"%1\".\"%2\""_s.arg(name.schema, name.table)) == key)
        return u"Flyway"_s;
    // Its command line takes the database's name from the URL's path, with the slash.
    for (const QString &called : {database, u'/' + database}) {
        const QByteArray joined = name.schema.toUtf8() + '\0' + name.table.toUtf8() + '\0' + called.toUtf8();
        if (golangMigrateKey(joined) == key)
            return u"golang-migrate"_s;
    }
    return {};
}

} // namespace

QString advisoryLockName(qint64 key, const QString &database, const QList<HistoryTableName> &tables)
{
    for (const FixedKey &fixed : fixedKeys) {
        if (fixed.key == key)
            return runLockOf(fixed.tool);
    }
    for (const HistoryTableName &name : tables) {
        const QString tool = toolOfTable(key, database, name);
        if (!tool.isEmpty())
            return u"%1's run lock, %2.%3"_s.arg(tool, name.schema, name.table);
    }
    if (isTimesCrc32(key, railsFactor))
        return runLockOf("Rails"_L1);
    if (isTimesCrc32(key, sqlxFactor))
        return runLockOf("sqlx"_L1);
    const qint64 hash = key - flywayBase;
    const bool isFlyway = hash >= std::numeric_limits<qint32>::min() && hash <= std::numeric_limits<qint32>::max();
    return isFlyway ? runLockOf("Flyway"_L1) : QString();
}

QString userLockName(const QString &name, const QString &database)
{
    for (const FixedName &fixed : fixedNames) {
        if (name == fixed.name)
            return runLockOf(fixed.tool);
    }
    for (const FixedName &prefix : namePrefixes) {
        if (name.startsWith(prefix.name))
            return runLockOf(prefix.tool);
    }
    bool isNumber = false;
    const qint64 decimal = name.toLongLong(&isNumber);
    if (isNumber && decimal == golangMigrateKey(database.toUtf8() + ":schema_migrations"))
        return runLockOf("golang-migrate"_L1);
    if (isNumber && isTimesCrc32(decimal, railsFactor))
        return runLockOf("Rails"_L1);
    const qint64 hexadecimal = name.toLongLong(&isNumber, 16);
    return isNumber && isTimesCrc32(hexadecimal, sqlxFactor) ? runLockOf("sqlx"_L1) : QString();
}

} // namespace Whimbrel
