// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/passwords.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Pairs of characters that these words hold and SQL rarely does, in whatever case. Without a branch, so that the compiler takes
/// many characters at once.
bool holdsRarePair(QStringView sql)
{
    const char16_t *units = sql.utf16();
    char16_t found = 0;
    for (qsizetype i = 0; i + 1 < sql.size(); ++i) {
        const char16_t first = units[i] | 0x20;
        const char16_t second = units[i + 1] | 0x20;
        found |= static_cast<char16_t>(((first == u's') & (second == u'w')) | ((first == u'i') & (second == u'f')) | ((first == u':') & (second == u'/')));
    }
    return found != 0;
}

/// A quick look, because most statements hold no such word and some are megabytes long.
bool mayHoldPassword(QStringView sql)
{
    return holdsRarePair(sql)
        && (sql.contains("password"_L1, Qt::CaseInsensitive) || sql.contains("identified"_L1, Qt::CaseInsensitive) || sql.contains("://"_L1));
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
