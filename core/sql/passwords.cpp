// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/passwords.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Whether `sql` holds `word`, in whatever case: looks for the one of its characters that is rare in SQL.
bool holds(QStringView sql, QLatin1StringView word, qsizetype rare)
{
    const auto isWordAt = [&](qsizetype at) { return at >= 0 && sql.sliced(at).startsWith(word, Qt::CaseInsensitive); };
    const QChar lower = word[rare];
    const auto holdsWith = [&](QChar character) {
        for (qsizetype at = sql.indexOf(character); at >= 0; at = sql.indexOf(character, at + 1)) {
            if (isWordAt(at - rare))
                return true;
        }
        return false;
    };
    return holdsWith(lower) || (lower.isLetter() && holdsWith(lower.toUpper()));
}

/// A quick look, because most statements hold no such word and some are megabytes long.
bool mayHoldPassword(QStringView sql)
{
    return holds(sql, "password"_L1, 4) || holds(sql, "identified"_L1, 6) || holds(sql, "://"_L1, 0);
}

} // namespace

QString withoutPasswords(const QString &sql)
{
    // A literal may be cut off at the end of the text.
    static const QString literal = uR"((?:E?'(?:[^'\\]++|''|\\.)*+(?:'|\z)|"(?:[^"\\]++|\\.)*+(?:"|\z)|\$(\w*)\$.*?(?:\$\2\$|\z)))"_s;
    static const QRegularExpression afterWord(uR"(((?:\b\w*PASSWORD(?:\s+FOR\s+\S+)?\s*=?\s*(?:(?:OLD_)?PASSWORD)?\s*\(?|)"
                                              uR"(\bIDENTIFIED\s+(?:\w+\s+\w+\s+)?(?:BY|AS|USING)\s+(?:PASSWORD\s*\(?)?)\s*))"_s
                                                  + literal,
                                              QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    // Inside a literal: the words of a connection, or a URL.
    static const QRegularExpression inConnection(uR"(('[^']*?\bpassword\s*=\s*)[^\s'&]+)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression inUrl(uR"((://[^:/@\s']*:)[^@\s']+@)"_s);
    if (!mayHoldPassword(sql))
        return sql;
    return QString(sql).replace(afterWord, u"\\1'***'"_s).replace(inConnection, u"\\1***"_s).replace(inUrl, u"\\1***@"_s);
}

} // namespace Whimbrel
