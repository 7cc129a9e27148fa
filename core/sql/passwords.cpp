// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/passwords.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Whether `word` stands in `sql`, in whatever case, with the character that it has at `place` at `at`.
bool isWordAround(QStringView sql, qsizetype at, QLatin1StringView word, qsizetype place)
{
    return at >= place && sql.sliced(at - place).startsWith(word, Qt::CaseInsensitive);
}

/// A quick look, because most statements hold no such word and some are megabytes long: one pass, for the character of each
/// word that is rare in SQL.
bool mayHoldPassword(QStringView sql)
{
    for (qsizetype at = 0; at < sql.size(); ++at) {
        switch (sql[at].unicode()) {
        case u'w':
        case u'W':
            if (isWordAround(sql, at, "password"_L1, 4))
                return true;
            break;
        case u'f':
        case u'F':
            if (isWordAround(sql, at, "identified"_L1, 6))
                return true;
            break;
        case u':':
            if (isWordAround(sql, at, "://"_L1, 0))
                return true;
            break;
        default:
            break;
        }
    }
    return false;
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
