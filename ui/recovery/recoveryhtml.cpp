// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/recoveryhtml.h"

#include "run/resume/recoverychoices.h"
#include "run/stepchecks.h"
#include "settings/theme.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Fate = StatementFate::Fate;

constexpr qsizetype mostAlike = 6; ///< statements of one fate in a row: of more only the first and the last are shown

struct RecoveryPage
{
    Q_DECLARE_TR_FUNCTIONS(RecoveryPage)
};

ColorRole roleOf(Fate fate)
{
    switch (fate) {
    case Fate::Done:
    case Fate::Took:
        return ColorRole::Positive;
    case Fate::Leftover:
    case Fate::HalfWay:
    case Fate::Failed:
    case Fate::Unknown:
        return ColorRole::Negative;
    case Fate::InPart:
    case Fate::Running:
    case Fate::Repeatable:
        return ColorRole::Neutral;
    case Fate::DidNot:
    case Fate::RolledBack:
    case Fate::NotReached:
        break;
    }
    return ColorRole::Inactive;
}

/// A state reads without colour.
QString signOf(Fate fate)
{
    switch (roleOf(fate)) {
    case ColorRole::Positive:
        return u"●"_s;
    case ColorRole::Negative:
        return fate == Fate::Unknown ? u"?"_s : u"◆"_s;
    case ColorRole::Neutral:
        return u"◐"_s;
    default:
        return u"○"_s;
    }
}

QString paragraph(const QString &text)
{
    return text.isEmpty() ? QString() : u"<p>%1</p>"_s.arg(text.toHtmlEscaped().replace(u'\n', u"<br>"_s));
}

QString statementRow(const StatementFate &fate)
{
    const QString color = roleColor(roleOf(fate.fate)).name();
    QString row = u"<tr><td style='color:%1'>%2&nbsp;</td><td align='right'>%3&nbsp;&nbsp;</td>"
                  "<td style='color:%1; white-space:nowrap'>%4&nbsp;&nbsp;</td><td><code>%5</code>"_s
                      .arg(color, signOf(fate.fate), QString::number(fate.line), fateName(fate.fate).toHtmlEscaped(), shortSql(fate.sql, 90).toHtmlEscaped());
    const bool isPlain = fate.fate == Fate::Done || fate.fate == Fate::RolledBack || fate.fate == Fate::NotReached;
    if (!isPlain)
        row += u"<br><span style='color:%1'>%2</span>"_s.arg(roleColor(ColorRole::Inactive).name(), fateReason(fate).toHtmlEscaped());
    return row + u"</td></tr>"_s;
}

QString statementsTable(const QList<StatementFate> &statements)
{
    QString html = u"<table cellspacing='0' cellpadding='2' style='margin-top:8px'><tr><th></th><th align='right'>%1&nbsp;&nbsp;</th><th align='left'>%2&nbsp;&nbsp;</th><th align='left'>%3</th></tr>"_s
                       .arg(RecoveryPage::tr("Line").toHtmlEscaped(), RecoveryPage::tr("What became of it").toHtmlEscaped(), RecoveryPage::tr("Statement").toHtmlEscaped());
    for (auto begin = statements.begin(); begin != statements.end();) {
        const auto end = std::find_if(begin, statements.end(), [&](const StatementFate &one) { return one.fate != begin->fate; });
        const auto alike = end - begin;
        if (alike <= mostAlike) {
            for (auto one = begin; one != end; ++one)
                html += statementRow(*one);
        } else {
            html += statementRow(*begin) + statementRow(*(begin + 1));
            html += u"<tr><td></td><td></td><td colspan='2'>%1</td></tr>"_s
                        .arg(RecoveryPage::tr("and %n more: %1", nullptr, static_cast<int>(alike) - 3).arg(fateName(begin->fate)).toHtmlEscaped());
            html += statementRow(*(end - 1));
        }
        begin = end;
    }
    return html + u"</table>"_s;
}

} // namespace

QString recoveryHtml(const Recovery &recovery)
{
    const JournalSummary &attempt = recovery.attempt;
    QString html = u"<p><b>%1</b></p>"_s.arg(recoverySummary(recovery).toHtmlEscaped());
    const QString when = QLocale().toString(attempt.at.toLocalTime(), QLocale::ShortFormat);
    html += paragraph(RecoveryPage::tr("%1, by %2, %3 of %n statement(s) noted as done.", "when, who, how many", attempt.statementsTotal)
                          .arg(when, attempt.by, QLocale().toString(attempt.statementsDone)));
    html += paragraph(attempt.message);
    if (!recovery.statements.isEmpty())
        html += statementsTable(recovery.statements);
    if (const QStringList leftovers = recovery.leftovers(); !leftovers.isEmpty())
        html += u"<p>%1<br><code>%2</code></p>"_s.arg(RecoveryPage::tr("What is left over, and the statements that settle it:").toHtmlEscaped(),
                                                      leftovers.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s));
    return html;
}

} // namespace Whimbrel
