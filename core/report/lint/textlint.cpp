// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/lint/excerpt.h"
#include "report/lint/lintwriters.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringBuilder>

#include <array>
#include <charconv>

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
        m_text.resize(0); // and keeps its room for the next file
        for (const Finding &finding : file.findings) {
            beginColored(1);
            m_text += name % u':';
            appendNumber(finding.start.line);
            m_text += u':';
            appendNumber(finding.start.column);
            m_text += u':';
            endColored();
            m_text += u' ';
            beginColored(colorOf(finding.severity));
            m_text += severityId(finding.severity) % u':';
            endColored();
            m_text += u' ';
            appendShown(m_text, finding.message);
            m_text += u" [" % finding.rule % u"]\n";
            if (m_options.quiet)
                continue;
            appendExcerpt(file.text, finding);
            appendExplanation(finding);
            m_text += u'\n';
        }
        m_out << m_text;
    }

private:
    struct Explanation
    {
        QString why;
        QString fix;
    };

    void beginColored(int code)
    {
        if (m_options.color)
            m_text += u"\x1b[" % QString::number(code) % u'm';
    }

    void endColored()
    {
        if (m_options.color)
            m_text += u"\x1b[0m";
    }

    void appendNumber(int number, qsizetype width = 0)
    {
        std::array<char, 12> digits;
        const auto [end, error] = std::to_chars(digits.begin(), digits.end(), number);
        const QLatin1StringView text(digits.begin(), end);
        appendRepeated(u' ', width - text.size());
        m_text += text;
    }

    void appendRepeated(QChar c, qsizetype count) { m_text.resize(m_text.size() + std::max<qsizetype>(count, 0), c); }

    void appendExcerpt(const QString &source, const Finding &finding)
    {
        const Excerpt excerpt = excerptOf(source, finding.start.offset, finding.end.offset);
        const qsizetype begin = m_text.size();
        appendNumber(finding.start.line, 6);
        const qsizetype width = m_text.size() - begin;
        m_text += u" | " % excerpt.line % u'\n';
        appendRepeated(u' ', width);
        m_text += u" | ";
        appendRepeated(u' ', excerpt.column);
        beginColored(colorOf(finding.severity));
        m_text += u'^';
        appendRepeated(u'~', excerpt.width - 1);
        endColored();
        m_text += u'\n';
    }

    void appendExplanation(const Finding &finding)
    {
        Explanation &before = m_explained[finding.rule];
        if (isNew(finding.why, before.why))
            appendIndented(tr("Why: %1").arg(shownText(finding.why)));
        if (isNew(finding.fix, before.fix))
            appendIndented(tr("Instead: %1").arg(shownText(finding.fix)));
        if (finding.needsSchema)
            appendIndented(m_needsSchema);
    }

    static bool isNew(const QString &said, QString &before)
    {
        if (said.isEmpty() || said == before)
            return false;
        before = said;
        return true;
    }

    void appendIndented(const QString &line) { m_text += u"       " % line % u'\n'; }

    const Options m_options;
    const QString m_needsSchema
        = tr("Not certain: the schema, or the server’s version, is not known here. With a connection (-d or -e) it would be.");
    QHash<QString, Explanation> m_explained;
    QString m_text; ///< of the file that is being written
};

} // namespace

std::unique_ptr<LintReport> textLintReport(QTextStream &out, const LintReport::Options &options)
{
    return std::make_unique<TextLintReport>(out, options);
}

} // namespace Whimbrel
