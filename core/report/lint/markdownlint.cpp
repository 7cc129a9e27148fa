// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/lint/excerpt.h"
#include "report/lint/lintwriters.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr qsizetype mostCharacters = 60'000; // GitHub refuses a comment of more than 65,536

/// As plain words: nothing in it is markup, mentions somebody or becomes a link.
QString plain(const QString &text)
{
    static const QString marks = u"\\`*_{}[]()<>!|~$"_s;
    QString result;
    for (const QChar c : shownText(text)) {
        if (c == u'<')
            result += u"&lt;"_s;
        else if (c == u'&')
            result += u"&amp;"_s;
        else if (marks.contains(c))
            result += u'\\' + QString(c);
        else if (c == u'@' || c == u'#' || c == u':' || c == u'.')
            result += c + (c == u'.' || c == u':' ? QString() : u"<!-- -->"_s);
        else
            result += c;
    }
    // Bare addresses become links by themselves.
    return result.replace(u"://"_s, u":<!-- -->//"_s).replace(u"www."_s, u"www<!-- -->."_s, Qt::CaseInsensitive);
}

qsizetype longestRun(QStringView text, QChar mark)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == mark ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

QString code(const QString &text)
{
    const QString fence(longestRun(text, u'`') + 1, u'`');
    const bool padded = text.startsWith(u'`') || text.endsWith(u'`');
    return padded ? fence + u' ' + text + u' ' + fence : fence + text + fence;
}

QString codeBlock(const QString &text)
{
    const QString fence(std::max<qsizetype>(3, longestRun(text, u'`') + 1), u'`');
    return u"  %1sql\n  %2\n  %1\n"_s.arg(fence, text);
}

QString markOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"❌"_s;
    case Severity::Warning:
        return u"⚠️"_s;
    case Severity::Info:
        return u"ℹ️"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

/// A comment for a pull request: the count, then the findings of each file. As long as a comment may be.
class MarkdownLintReport final : public LintReport
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::MarkdownLintReport)

public:
    explicit MarkdownLintReport(QTextStream &out) : LintReport(out) { }

    void finish() override
    {
        m_out << u"### Whimbrel: "_s << plain(lintSummary(m_counts)) << u"\n"_s << m_body;
        if (m_leftOut > 0)
            m_out << u"\n"_s << tr("%n more finding(s) are not listed.", nullptr, m_leftOut) << u"\n"_s;
        m_out.flush();
    }

protected:
    void write(const LintedFile &file) override
    {
        const QString name = shownText(file.file);
        if (file.error)
            append(u"\n#### %1\n\n- %2 %3\n"_s.arg(code(name), markOf(Severity::Error), plain(file.error->message)));
        bool first = true;
        for (const Finding &finding : file.findings) {
            QString text = first ? u"\n#### %1\n"_s.arg(code(name)) : QString();
            first = false;
            text += findingText(finding, file.text);
            if (!append(text))
                ++m_leftOut;
        }
    }

private:
    QString findingText(const Finding &finding, const QString &source)
    {
        const QString place = tr("line %1").arg(finding.start.line);
        QString text = u"\n- %1 **%2**, %3: %4\n\n"_s.arg(markOf(finding.severity), code(finding.rule), place, plain(finding.message));
        text += codeBlock(excerptOf(source, finding.start.offset, finding.end.offset).line);
        QString &explained = m_explained[finding.rule];
        const QString explanation = QStringList{plain(finding.why), plain(finding.fix)}.join(u"\n\n  "_s).trimmed();
        if (!explanation.isEmpty() && explained != explanation) {
            explained = explanation;
            text += u"\n  "_s + explanation + u"\n"_s;
        }
        return text;
    }

    bool append(const QString &text)
    {
        if (m_body.size() + text.size() > mostCharacters)
            return false;
        m_body += text;
        return true;
    }

    QString m_body;
    QHash<QString, QString> m_explained;
    qsizetype m_leftOut = 0;
};

} // namespace

std::unique_ptr<LintReport> markdownLintReport(QTextStream &out, const LintReport::Options &)
{
    return std::make_unique<MarkdownLintReport>(out);
}

} // namespace Whimbrel
