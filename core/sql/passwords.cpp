// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/passwords.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// A quick look, because most statements hold no such word and some are megabytes long.
bool mayHoldPassword(QStringView sql)
{
    const auto startsWord = [sql](qsizetype at, QLatin1StringView word) { return sql.sliced(at).startsWith(word, Qt::CaseInsensitive); };
    for (qsizetype at = 0; at < sql.size(); ++at) {
        const char16_t lower = sql[at].unicode() | 0x20;
        if ((lower == u'p' && startsWord(at, "password"_L1)) || (lower == u'i' && startsWord(at, "identified"_L1))
            || (lower == u':' && startsWord(at, "://"_L1)))
            return true;
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
