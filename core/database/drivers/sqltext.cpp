// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/drivers/sqltext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Session)
};

QString doubled(QStringView text, QChar quote)
{
    QString inner = text.toString();
    if (inner.contains(quote))
        inner.replace(quote, QString(2, quote));
    return quote + inner + quote;
}

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QString literalOf(const QByteArray &bytes, Dialect dialect)
{
    return dialect == Dialect::PostgreSql ? u"decode('%1', 'hex')"_s.arg(hex(bytes)) : u"X'%1'"_s.arg(hex(bytes));
}

QString literalOf(double value)
{
    if (!std::isfinite(value))
        return std::isnan(value) ? u"'NaN'"_s : value > 0 ? u"'Infinity'"_s : u"'-Infinity'"_s;
    return QString::number(value, 'g', 17);
}

/// A minus sign after a minus sign would begin a comment.
QString guardedNumber(const QString &number)
{
    return number.startsWith(u'-') ? u'(' + number + u')' : number;
}

/// The end of the string, quoted name, comment or dollar-quoted text that begins at `from`; `from` itself if none does.
qsizetype endOfOpaque(QStringView sql, qsizetype from, Dialect dialect)
{
    const QChar c = sql[from];
    const QStringView rest = sql.sliced(from);
    const auto after = [&](QStringView end, qsizetype skip) {
        const qsizetype found = sql.indexOf(end, from + skip);
        return found < 0 ? sql.size() : found + end.size();
    };
    if (c == u'\'' || c == u'"' || c == u'`')
        return after(QStringView(&c, 1), 1);
    if (rest.startsWith("--"_L1))
        return after(u"\n", 2);
    if (rest.startsWith("/*"_L1))
        return after(u"*/", 2);
    if (c == u'$' && dialect == Dialect::PostgreSql) {
        static const QRegularExpression tag(u"^\\$(?:[A-Za-z_][A-Za-z_0-9]*)?\\$"_s);
        if (const auto match = tag.matchView(rest); match.hasMatch())
            return after(match.capturedView(), match.capturedLength());
    }
    return from;
}

} // namespace

QString literalOf(QStringView text, Dialect dialect)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() >= 0x20 && c.unicode() < 0x7f && c != u'\\';
    });
    if (plain)
        return doubled(text, u'\'');
    switch (dialect) {
    case Dialect::PostgreSql:
        if (!text.contains(u'\\'))
            return doubled(text, u'\'');
        return u'E' + doubled(text.toString().replace(u'\\', "\\\\"_L1), u'\'');
    case Dialect::MySql:
    case Dialect::MariaDb:
        return u"_utf8mb4 X'%1'"_s.arg(hex(text.toUtf8()));
    case Dialect::SQLite:
        if (!text.contains(QChar::Null))
            return doubled(text, u'\'');
        return u"CAST(X'%1' AS TEXT)"_s.arg(hex(text.toUtf8()));
    }
    Q_UNREACHABLE_RETURN({});
}

QString identifierOf(QStringView name, Dialect dialect)
{
    return doubled(name, isMySqlFamily(dialect) ? u'`' : u'"');
}

QString literalOf(const QVariant &value, Dialect dialect)
{
    if (!value.isValid() || value.isNull())
        return u"NULL"_s;
    switch (value.typeId()) {
    case QMetaType::Bool:
        if (dialect == Dialect::PostgreSql)
            return value.toBool() ? u"true"_s : u"false"_s;
        return value.toBool() ? u"1"_s : u"0"_s;
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::ULong:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Short:
    case QMetaType::UShort:
        return guardedNumber(value.toString());
    case QMetaType::Double:
    case QMetaType::Float:
        return guardedNumber(literalOf(value.toDouble()));
    case QMetaType::QByteArray:
        return literalOf(value.toByteArray(), dialect);
    case QMetaType::QDateTime: {
        const QDateTime utc = value.toDateTime().toUTC();
        const QString text = utc.toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
        return literalOf(QStringView(dialect == Dialect::PostgreSql ? text + "+00"_L1 : text), dialect);
    }
    default:
        return literalOf(QStringView(value.toString()), dialect);
    }
}

Result<QString> withParameters(const QString &sql, const QVariantList &parameters, Dialect dialect)
{
    if (parameters.isEmpty() && !sql.contains(u'?'))
        return sql;
    QString result;
    result.reserve(sql.size() + 16 * parameters.size());
    qsizetype used = 0;
    for (qsizetype i = 0; i < sql.size();) {
        if (const qsizetype end = endOfOpaque(sql, i, dialect); end > i) {
            result += QStringView(sql).sliced(i, end - i);
            i = end;
        } else if (sql[i] != u'?') {
            result += sql[i++];
        } else if (i + 1 < sql.size() && sql[i + 1] == u'?') {
            result += u'?';
            i += 2;
        } else {
            result += literalOf(parameters.value(used++), dialect);
            ++i;
        }
    }
    if (used != parameters.size()) {
        return failure(ErrorKind::Statement, Text::tr("A query of Whimbrel has %1 placeholders for %2 values. This is a fault in Whimbrel.")
                                                 .arg(used)
                                                 .arg(parameters.size()));
    }
    return result;
}

bool changesRows(QStringView sql)
{
    static constexpr QLatin1StringView words[] = {"INSERT"_L1, "UPDATE"_L1, "DELETE"_L1, "REPLACE"_L1, "WITH"_L1, "LOAD"_L1};
    return std::any_of(std::begin(words), std::end(words),
                       [sql](QLatin1StringView word) { return sql.startsWith(word, Qt::CaseInsensitive); });
}

FilePosition scriptPosition(const Statement &statement, qsizetype offset)
{
    const QStringView before = QStringView(statement.text).first(std::clamp<qsizetype>(offset, 0, statement.text.size()));
    FilePosition position{.file = {}, .line = statement.start.line, .column = statement.start.column};
    for (const QChar c : before) {
        if (c == u'\n') {
            ++position.line;
            position.column = 1;
        } else if (!c.isLowSurrogate()) {
            ++position.column;
        }
    }
    return position;
}

qsizetype offsetOfCodePoint(QStringView text, qsizetype codePoint)
{
    qsizetype offset = 0;
    for (; codePoint > 0 && offset < text.size(); --codePoint)
        offset += text[offset].isHighSurrogate() && offset + 1 < text.size() ? 2 : 1;
    return offset;
}

qsizetype offsetOfUtf8Byte(QStringView text, qsizetype byte)
{
    return QString::fromUtf8(text.toUtf8().first(std::clamp<qsizetype>(byte, 0, text.toUtf8().size()))).size();
}

qsizetype offsetOfLine(QStringView text, int line)
{
    qsizetype offset = 0;
    for (; line > 1; --line) {
        const qsizetype end = text.indexOf(u'\n', offset);
        if (end < 0)
            break;
        offset = end + 1;
    }
    return offset;
}

} // namespace Whimbrel
