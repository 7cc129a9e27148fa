// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/lint/excerpt.h"
#include "report/lint/lintwriters.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringBuilder>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

// ANSI: red for errors, yellow for warnings, cyan for notes.
int colorOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return 31;
    case Severity::Warning:
        return 33;
    case Severity::Info:
        return 36;
    }
    Q_UNREACHABLE_RETURN(0);
}

/// file:line:column: severity: message [rule], then the line of the source. Why and what to do stand with the first finding
/// of a rule, and again where they say something else.
class TextLintReport final : public LintReport
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::TextLintReport)

public:
    TextLintReport(QTextStream &out, const Options &options) : LintReport(out), m_options(options) { }

    void finish() override
    {
        if (!m_options.quiet)
            m_out << lintSummary(m_counts) << u'\n';
        m_out.flush();
    }

protected:
    void write(const LintedFile &file) override
    {
        const QString name = shownText(file.file);
        QString text;
        for (const Finding &finding : file.findings) {
            appendColored(text, name % u':' % QString::number(finding.start.line) % u':' % QString::number(finding.start.column) % u':', 1);
            text += u' ';
            appendColored(text, severityId(finding.severity) % u':', colorOf(finding.severity));
            text += u' ' % shownText(finding.message) % u" [" % finding.rule % u"]\n";
            if (m_options.quiet)
                continue;
            appendExcerpt(text, file.text, finding);
            appendExplanation(text, finding);
            text += u'\n';
        }
        m_out << text;
    }

private:
    struct Explanation
    {
        QString why;
        QString fix;
    };

    void appendColored(QString &text, const QString &part, int code) const
    {
        if (m_options.color)
            text += u"\x1b[" % QString::number(code) % u'm' % part % u"\x1b[0m";
        else
            text += part;
    }

    void appendExcerpt(QString &text, const QString &source, const Finding &finding) const
    {
        const Excerpt excerpt = excerptOf(source, finding.start.offset, finding.end.offset);
        const QString line = QString::number(finding.start.line).rightJustified(6);
        text += line % u" | " % excerpt.line % u'\n';
        text += QString(line.size(), u' ') % u" | " % QString(excerpt.column, u' ');
        appendColored(text, u'^' + QString(excerpt.width - 1, u'~'), colorOf(finding.severity));
        text += u'\n';
    }

    void appendExplanation(QString &text, const Finding &finding)
    {
        Explanation &before = m_explained[finding.rule];
        if (isNew(finding.why, before.why))
            appendIndented(text, tr("Why: %1").arg(shownText(finding.why)));
        if (isNew(finding.fix, before.fix))
            appendIndented(text, tr("Instead: %1").arg(shownText(finding.fix)));
        if (finding.needsSchema)
            appendIndented(text, m_needsSchema);
    }

    static bool isNew(const QString &said, QString &before)
    {
        if (said.isEmpty() || said == before)
            return false;
        before = said;
        return true;
    }

    static void appendIndented(QString &text, const QString &line) { text += u"       " % line % u'\n'; }

    const Options m_options;
    const QString m_needsSchema
        = tr("Not certain: the schema, or the server’s version, is not known here. With a connection (-d or -e) it would be.");
    QHash<QString, Explanation> m_explained;
};

} // namespace

std::unique_ptr<LintReport> textLintReport(QTextStream &out, const LintReport::Options &options)
{
    return std::make_unique<TextLintReport>(out, options);
}

} // namespace Whimbrel
