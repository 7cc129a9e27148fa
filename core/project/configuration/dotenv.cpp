// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/configuration/projectconfiguration.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\v' || c == u'\f' || c == u'\r' || c == QChar(0x85) || c == QChar(0xa0);
}

// Reads as godotenv does, which dbmate uses: a key, `=` or `:`, and a value that is bare to the end of its line, literal in
// single quotes, or in double quotes with escapes. Bare and double-quoted values have their variables put in.
class DotEnvReader
{
public:
    DotEnvReader(QString text, const QMap<QString, QString> &environment)
        : m_text(std::move(text.replace(u"\r\n"_s, u"\n"_s))), m_environment(environment)
    {
    }

    QMap<QString, QString> read()
    {
        while (skipToKey()) {
            const QString key = readKey();
            if (key.isEmpty())
                break; // what follows cannot be read; godotenv stops here too
            m_values.insert(key, readValue());
        }
        return m_values;
    }

private:
    bool skipToKey()
    {
        while (m_at < m_text.size()) {
            if (m_text.at(m_at) == u'#')
                m_at = endOfLine();
            else if (m_text.at(m_at).isSpace())
                ++m_at;
            else
                return true;
        }
        return false;
    }

    QString readKey()
    {
        if (QStringView(m_text).sliced(m_at).startsWith("export"_L1) && m_at + 6 < m_text.size() && isBlank(m_text.at(m_at + 6)))
            m_at += 7;
        const qsizetype start = m_at;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == u'=' || c == u':')
                return m_text.sliced(start, m_at++ - start).trimmed();
            if (!c.isLetterOrNumber() && c != u'_' && c != u'.' && !isBlank(c))
                return {};
        }
        return {};
    }

    QString readValue()
    {
        while (m_at < m_text.size() && isBlank(m_text.at(m_at)))
            ++m_at;
        if (m_at == m_text.size())
            return {};
        const QChar quote = m_text.at(m_at);
        return quote == u'\'' || quote == u'"' ? readQuoted(quote) : readBare();
    }

    QString readBare()
    {
        const qsizetype end = endOfLine();
        QStringView value = QStringView(m_text).sliced(m_at, end - m_at);
        m_at = end;
        for (qsizetype i = value.size() - 1; i > 0; --i) {
            if (value.at(i) == u'#' && isBlank(value.at(i - 1))) {
                value = value.first(i);
                break;
            }
        }
        return expanded(value.trimmed().toString());
    }

    QString readQuoted(QChar quote)
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && (m_text.at(end) != quote || m_text.at(end - 1) == u'\\'))
            ++end;
        const QString inside = m_text.sliced(m_at + 1, end - m_at - 1);
        m_at = qMin(end + 1, m_text.size());
        return quote == u'"' ? expanded(unescaped(inside)) : inside;
    }

    static QString unescaped(const QString &text)
    {
        QString result;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text.at(i) != u'\\' || i + 1 == text.size() || text.at(i + 1) == u'$') {
                result += text.at(i);
                continue;
            }
            const QChar next = text.at(++i);
            result += next == u'n' ? u'\n' : next == u'r' ? u'\r' : next;
        }
        return result;
    }

    // $NAME and ${NAME}, in upper case only; \$ stands for a dollar sign.
    QString expanded(const QString &text) const
    {
        static const QRegularExpression variable(u"(\\\\)?\\$(\\()?\\{?([A-Z0-9_]+)?\\}?"_s);
        QString result;
        qsizetype done = 0;
        for (const QRegularExpressionMatch &match : variable.globalMatch(text)) {
            result += QStringView(text).sliced(done, match.capturedStart() - done);
            done = match.capturedEnd();
            const QString name = match.captured(3);
            if (match.hasCaptured(1) || match.hasCaptured(2))
                result += match.capturedView().sliced(1);
            else if (!name.isEmpty())
                result += m_values.value(name, m_environment.value(name));
            else
                result += match.capturedView();
        }
        return result.append(QStringView(text).sliced(done));
    }

    qsizetype endOfLine() const
    {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        return end < 0 ? m_text.size() : end;
    }

    QString m_text;
    const QMap<QString, QString> &m_environment;
    QMap<QString, QString> m_values;
    qsizetype m_at = 0;
};

} // namespace

QMap<QString, QString> parseDotEnv(const QString &text, const QMap<QString, QString> &environment)
{
    return DotEnvReader(text, environment).read();
}

} // namespace Whimbrel
