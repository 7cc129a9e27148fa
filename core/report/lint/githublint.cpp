// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/lint/excerpt.h"
#include "report/lint/lintwriters.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// As the runner reads them back (docs.github.com: workflow commands). Line breaks stay line breaks, other controls are shown.
QString dataText(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        lines << shownText(line).replace(u'%', u"%25"_s);
    return lines.join(u"%0A"_s);
}

QString propertyText(const QString &text)
{
    return shownText(text).replace(u'%', u"%25"_s).replace(u':', u"%3A"_s).replace(u',', u"%2C"_s);
}

QString commandOf(Severity severity)
{
    return severity == Severity::Info ? u"notice"_s : severityId(severity);
}

/// One workflow command a finding, which GitHub shows beside the line of the pull request.
class GitHubLintReport final : public LintReport
{
public:
    explicit GitHubLintReport(QTextStream &out) : LintReport(out) { }

    void finish() override
    {
        m_out << shownText(lintSummary(m_counts)) << Qt::endl;
    }

protected:
    void write(const LintedFile &file) override
    {
        const QString name = propertyText(file.file);
        QString text;
        for (const Finding &finding : file.findings) {
            text += u"::"_s + commandOf(finding.severity) + u" file="_s + name;
            text += u",line=%1,endLine=%2,"_s.arg(finding.start.line).arg(finding.end.line);
            if (finding.start.line == finding.end.line) // columns of a range of several lines are not taken
                text += u"col=%1,endColumn=%2,"_s.arg(finding.start.column).arg(finding.end.column);
            text += u"title="_s + propertyText(finding.rule) + u"::"_s;
            QStringList paragraphs{finding.message, finding.why, finding.fix};
            paragraphs.removeAll(QString());
            text += dataText(paragraphs.join(u'\n')) + u'\n';
        }
        if (file.error)
            text += u"::error file="_s + name + u",line=%1::"_s.arg(std::max(1, file.error->position.line)) + dataText(file.error->message) + u'\n';
        m_out << text;
    }
};

} // namespace

std::unique_ptr<LintReport> gitHubLintReport(QTextStream &out, const LintReport::Options &)
{
    return std::make_unique<GitHubLintReport>(out);
}

} // namespace Whimbrel
