// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/lint/lintwriters.h"

#include "report/planreport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// The document of design/CLI.md's `lint`, its counts after the findings.
class JsonLintReport final : public LintReport
{
public:
    explicit JsonLintReport(QTextStream &out) : LintReport(out) { }

    void finish() override
    {
        if (m_first)
            m_out << opening;
        m_out << u"],\"files\":"_s << m_counts.files << u",\"statements\":"_s << m_counts.statements;
        m_out << u",\"problems\":"_s << QString::fromUtf8(QJsonDocument(m_problems).toJson(QJsonDocument::Compact)) << u"}"_s << Qt::endl;
    }

protected:
    void write(const LintedFile &file) override
    {
        QString text;
        for (const Finding &finding : file.findings) {
            text += m_first ? opening : u","_s;
            m_first = false;
            text += compact(findingJson(finding, file.file));
        }
        m_out << text;
        if (file.error)
            m_problems << errorJson(*file.error);
    }

private:
    inline static const QString opening = u"{\"findings\":["_s; // with the first finding: an error may come before

    QJsonArray m_problems;
    bool m_first = true;
};

} // namespace

std::unique_ptr<LintReport> jsonLintReport(QTextStream &out, const LintReport::Options &)
{
    return std::make_unique<JsonLintReport>(out);
}

QJsonObject findingJson(const Finding &finding, const QString &file)
{
    QJsonObject object{{u"rule"_s, finding.rule},
                       {u"severity"_s, severityId(finding.severity)},
                       {u"file"_s, file},
                       {u"line"_s, finding.start.line},
                       {u"column"_s, finding.start.column},
                       {u"endLine"_s, finding.end.line},
                       {u"endColumn"_s, finding.end.column},
                       {u"message"_s, finding.message},
                       {u"why"_s, finding.why},
                       {u"fix"_s, finding.fix},
                       {u"certain"_s, !finding.needsSchema}};
    QJsonArray recipes;
    for (const Fix &fix : finding.fixes) {
        if (!fix.recipe.isEmpty()) // what is put right in the file itself has none
            recipes << QJsonObject{{u"recipe"_s, fix.recipe}, {u"title"_s, fix.title}, {u"complete"_s, fix.isComplete}};
    }
    if (!recipes.isEmpty())
        object.insert(u"recipes"_s, recipes);
    return object;
}

} // namespace Whimbrel
