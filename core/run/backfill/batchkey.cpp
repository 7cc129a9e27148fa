// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/backfill/batchkey.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

bool isBinary(const QString &mySqlType)
{
    return mySqlType.endsWith("binary"_L1);
}

bool isNumber(const QString &mySqlType)
{
    return mySqlType.endsWith("int"_L1) || mySqlType == "decimal"_L1 || mySqlType == "year"_L1;
}

QString name(qsizetype column)
{
    return u"k%1"_s.arg(column + 1);
}

} // namespace

BatchKey::BatchKey(Kind kind, QList<Column> columns, QString table, QString qualifier)
    : m_kind(kind)
    , m_columns(std::move(columns))
    , m_table(std::move(table))
    , m_qualifier(std::move(qualifier))
{
}

QStringList BatchKey::columnNames() const
{
    QStringList names;
    for (const Column &column : m_columns)
        names << column.name;
    return names;
}

QString BatchKey::description() const
{
    return m_kind == Kind::Blocks ? QCoreApplication::translate("Whimbrel", "the blocks of the table") : columnNames().join(u", "_s);
}

QString BatchKey::columnSql(const Session &session, qsizetype column, const QString &qualifier) const
{
    const Column &one = m_columns.at(column);
    const QString dot = qualifier.isEmpty() ? QString() : qualifier + u'.';
    if (m_kind == Kind::RowId)
        return dot + one.name;
    const QString collation = one.collation.isEmpty() ? QString() : u" COLLATE "_s + session.quotedIdentifier(one.collation);
    return dot + session.quotedIdentifier(one.name) + collation;
}

/// As `value` came from textSql().
QString BatchKey::literal(const Session &session, qsizetype column, const QString &value) const
{
    const QString &type = m_columns.at(column).type;
    switch (session.dialect()) {
    case Dialect::PostgreSql:
        return session.quotedLiteral(value) + u"::"_s + type;
    case Dialect::SQLite:
        return value; // quote() wrote it as a literal
    case Dialect::MySql:
    case Dialect::MariaDb:
        break;
    }
    if (isBinary(type))
        return u"X'"_s + value + u'\'';
    return isNumber(type) ? value : session.quotedLiteral(value);
}

QString BatchKey::textSql(const Session &session, qsizetype column, const QString &expression) const
{
    switch (session.dialect()) {
    case Dialect::PostgreSql:
        return u'(' + expression + u")::text"_s;
    case Dialect::SQLite:
        return u"quote("_s + expression + u')';
    case Dialect::MySql:
    case Dialect::MariaDb:
        break;
    }
    return (isBinary(m_columns.at(column).type) ? u"HEX("_s : u"CONCAT("_s) + expression + u')';
}

/// `values` compared column by column: PostgreSQL and SQLite find a range of an index for rows, MariaDB only for this form,
/// where the first column is bounded by itself.
QString BatchKey::compared(const Session &session, const QStringList &values, QLatin1StringView strict, bool orEqual, const QString &qualifier) const
{
    QStringList columns;
    QStringList literals;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        columns << columnSql(session, i, qualifier);
        literals << literal(session, i, values.at(i));
    }
    const QString last = orEqual ? strict + u"="_s : QString(strict);
    if (columns.size() == 1)
        return u"%1 %2 %3"_s.arg(columns.first(), last, literals.first());
    if (!isMySqlFamily(session.dialect()))
        return u"(%1) %2 (%3)"_s.arg(columns.join(u", "_s), last, literals.join(u", "_s));
    QString inner = u"%1 %2 %3"_s.arg(columns.last(), last, literals.last());
    for (qsizetype i = columns.size() - 2; i >= 0; --i)
        inner = u"(%1 %2 %3 OR (%1 = %3 AND %4))"_s.arg(columns.at(i), strict, literals.at(i), inner);
    return u"%1 %2= %3 AND %4"_s.arg(columns.first(), strict, literals.first(), inner);
}

QString BatchKey::above(const Session &session, const QStringList &cursor, const QString &qualifier) const
{
    return cursor.isEmpty() ? QString() : compared(session, cursor, ">"_L1, false, qualifier);
}

QString BatchKey::upTo(const Session &session, const QStringList &end, const QString &qualifier) const
{
    return compared(session, end, "<"_L1, true, qualifier);
}

QString BatchKey::order(const Session &session, const QString &qualifier, bool descending) const
{
    QStringList columns;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        QString column = columnSql(session, i, qualifier);
        columns << (descending ? column + u" DESC"_s : column);
    }
    return columns.join(u", "_s);
}

QString BatchKey::lastQuery(const Session &session) const
{
    if (m_kind == Kind::Blocks) {
        return u"SELECT n - 1 AS k1 FROM (SELECT pg_relation_size(%1::regclass) / current_setting('block_size')::bigint AS n) s WHERE n > 0"_s
            .arg(session.quotedLiteral(m_table));
    }
    QStringList texts;
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        texts << textSql(session, i, columnSql(session, i, {})) + u" AS "_s + name(i);
    return u"SELECT %1 FROM %2 ORDER BY %3 LIMIT 1"_s.arg(texts.join(u", "_s), m_table, order(session, {}, true));
}

QString BatchKey::endQuery(const Session &session, const QStringList &cursor, const QStringList &last, qlonglong size) const
{
    if (m_kind == Kind::Blocks)
        return u"SELECT 1 AS k1 WHERE false"_s;
    QStringList texts;
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        texts << textSql(session, i, columnSql(session, i, {})) + u" AS "_s + name(i);
    const QString lower = cursor.isEmpty() ? QString() : above(session, cursor, {}) + u" AND "_s;
    return u"SELECT %1 FROM %2 WHERE %3%4 ORDER BY %5 LIMIT 1 OFFSET %6"_s
        .arg(texts.join(u", "_s), m_table, lower, upTo(session, last, {}), order(session, {}, false), QString::number(size - 1));
}

QString BatchKey::restQuery(const Session &session, const QStringList &cursor, const QStringList &last, qlonglong size) const
{
    if (m_kind == Kind::Blocks) { // no look at the table is needed
        const qlonglong from = cursor.isEmpty() ? -1 : cursor.first().toLongLong();
        const qlonglong end = std::min(from + size, last.first().toLongLong());
        return u"SELECT %1 AS k1, %2 AS n WHERE %2 > 0"_s.arg(end).arg(end - from);
    }
    QStringList raw;
    QStringList texts;
    QStringList descending;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        raw << columnSql(session, i, {}) + u" AS "_s + name(i);
        texts << textSql(session, i, name(i)) + u" AS "_s + name(i);
        const QString &collation = m_columns.at(i).collation;
        descending << u"b."_s + name(i) + (collation.isEmpty() ? QString() : u" COLLATE "_s + session.quotedIdentifier(collation)) + u" DESC"_s;
    }
    const QString lower = cursor.isEmpty() ? QString() : above(session, cursor, {}) + u" AND "_s;
    return u"SELECT %1, count(*) OVER () AS n FROM (SELECT %2 FROM %3 WHERE %4%5 ORDER BY %6 LIMIT %7) b ORDER BY %8 LIMIT 1"_s
        .arg(texts.join(u", "_s), raw.join(u", "_s), m_table, lower, upTo(session, last, {}), order(session, {}, false), QString::number(size),
             descending.join(u", "_s));
}

QString BatchKey::range(const Session &session, const QStringList &cursor, const QStringList &end) const
{
    if (m_kind == Kind::Blocks) {
        const qlonglong from = cursor.isEmpty() ? 0 : cursor.first().toLongLong() + 1;
        return u"%1.ctid >= '(%2,0)'::tid AND %1.ctid < '(%3,0)'::tid"_s.arg(m_qualifier).arg(from).arg(end.first().toLongLong() + 1);
    }
    const QString lower = cursor.isEmpty() ? QString() : above(session, cursor, m_qualifier) + u" AND "_s;
    return u'(' + lower + upTo(session, end, m_qualifier) + u')';
}

QStringList BatchKey::values(const Rows &rows, qsizetype columns)
{
    QStringList values;
    for (qsizetype i = 0; i < columns; ++i)
        values << rows.text(0, name(i));
    return values;
}

} // namespace Whimbrel
