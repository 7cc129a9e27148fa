// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/passwords.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Pairs of characters that these words hold and SQL rarely does, in whatever case. Without a branch, so that the compiler takes
/// many characters at once.
template<typename Unit>
bool holdsRarePair(const Unit *units, qsizetype size)
{
    Unit found = 0;
    for (qsizetype i = 0; i + 1 < size; ++i) {
        const auto first = static_cast<Unit>(units[i] | 0x20);
        const auto second = static_cast<Unit>(units[i + 1] | 0x20);
        found |= static_cast<Unit>(((first == 's') & (second == 'w')) | ((first == 'i') & (second == 'f')) | ((first == ':') & (second == '/')));
    }
    return found != 0;
}

/// A quick look, because most statements hold no such word and some are megabytes long.
bool holdsPasswordWord(QStringView sql)
{
    return holdsRarePair(sql.utf16(), sql.size())
        && (sql.contains("password"_L1, Qt::CaseInsensitive) || sql.contains("identified"_L1, Qt::CaseInsensitive) || sql.contains("://"_L1));
}

} // namespace

bool mayHoldPassword(QLatin1StringView sql)
{
    return holdsRarePair(sql.data(), sql.size());
}

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
    if (!holdsPasswordWord(sql))
        return sql;
    return QString(sql).replace(afterWord, u"\\1'***'"_s).replace(inConnection, u"\\1***"_s).replace(inUrl, u"\\1***@"_s);
}

} // namespace Whimbrel
