// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/lint/excerpt.h"
#include "report/lint/lintwriters.h"

#include <QCoreApplication>
#include <QHash>

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
            text += colored(name + u":%1:%2:"_s.arg(finding.start.line).arg(finding.start.column), 1) + u' ';
            text += colored(severityId(finding.severity) + u':', colorOf(finding.severity)) + u' ';
            text += shownText(finding.message) + u" ["_s + finding.rule + u"]\n"_s;
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

    QString colored(const QString &text, int code) const
    {
        return m_options.color ? u"\x1b["_s + QString::number(code) + u'm' + text + u"\x1b[0m"_s : text;
    }

    void appendExcerpt(QString &text, const QString &source, const Finding &finding) const
    {
        const Excerpt excerpt = excerptOf(source, finding.start.offset, finding.end.offset);
        const QString line = QString::number(finding.start.line).rightJustified(6);
        const QString underline = u'^' + QString(excerpt.width - 1, u'~');
        text += line + u" | "_s + excerpt.line + u'\n';
        text += QString(line.size(), u' ') + u" | "_s + QString(excerpt.column, u' ') + colored(underline, colorOf(finding.severity)) + u'\n';
    }

    void appendExplanation(QString &text, const Finding &finding)
    {
        Explanation &before = m_explained[finding.rule];
        appendOnce(text, tr("Why: %1"), finding.why, before.why);
        appendOnce(text, tr("Instead: %1"), finding.fix, before.fix);
        if (finding.needsSchema)
            text += u"       "_s + tr("Not certain: the schema is not known here. With a connection (-d or -e) it would be.") + u'\n';
    }

    static void appendOnce(QString &text, const QString &form, const QString &said, QString &before)
    {
        if (said.isEmpty() || said == before)
            return;
        before = said;
        text += u"       "_s + form.arg(shownText(said)) + u'\n';
    }

    const Options m_options;
    QHash<QString, Explanation> m_explained;
};

} // namespace

std::unique_ptr<LintReport> textLintReport(QTextStream &out, const LintReport::Options &options)
{
    return std::make_unique<TextLintReport>(out, options);
}

} // namespace Whimbrel
