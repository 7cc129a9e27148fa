// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runtexts.h"

#include "plan/durationtext.h"
#include "run/guard/fit/fitcheck.h"

#include <QCoreApplication>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Whimbrel::RunTexts {

namespace {

QString tr(const char *text, const char *note = nullptr, int number = -1)
{
    return QCoreApplication::translate("Whimbrel::RunTexts", text, note, number);
}

QString row(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString()
                           : u"<tr><td style='padding-right:12px'>%1</td><td>%2</td></tr>"_s.arg(name.toHtmlEscaped(),
                                                                                                 value.toHtmlEscaped());
}

QString guardText(std::chrono::milliseconds time)
{
    return time.count() == 0 ? tr("none") : durationText(time.count());
}

QString paragraph(const QString &text)
{
    return text.isEmpty() ? QString() : u"<p>%1</p>"_s.arg(text.toHtmlEscaped().replace(u'\n', u"<br>"_s));
}

} // namespace

QString title(const RunPlan &plan, const QString &target)
{
    const auto steps = static_cast<int>(plan.steps.size());
    switch (plan.request.action) {
    case RunRequest::Action::Up: return tr("Apply %n migrations to %1", nullptr, steps).arg(target);
    case RunRequest::Action::Down: return tr("Roll back %n migrations on %1", nullptr, steps).arg(target);
    case RunRequest::Action::Redo: break;
    }
    return tr("Roll back and apply again the last migration on %1").arg(target);
}

QString done(const RunPlan &plan, const QString &target, int migrations)
{
    switch (plan.request.action) {
    case RunRequest::Action::Up: return tr("%n migrations were applied to %1.", nullptr, migrations).arg(target);
    case RunRequest::Action::Down: return tr("%n migrations were rolled back on %1.", nullptr, migrations).arg(target);
    case RunRequest::Action::Redo: break;
    }
    return tr("The last migration was rolled back and applied again on %1.").arg(target);
}

QString where(const TargetFacts &facts)
{
    QStringList parts;
    if (facts.user.isEmpty() || facts.version.startsWith(u"SQLite"))
        parts << facts.server;
    else
        parts << tr("%1 on %2 at %3", "user, database, server").arg(facts.user, facts.database, facts.server);
    parts << facts.version;
    if (!facts.state.isEmpty())
        parts << facts.state;
    return parts.join(u" · "_s);
}

QString beforeHtml(const RunPlan &plan, const TargetFacts &facts, const Target &target)
{
    const bool file = plan.dialect == Dialect::SQLite;
    const QString user = facts.loginUser.isEmpty() || facts.loginUser == facts.user
        ? facts.user
        : tr("%1 (logged in as %2)", "a role and a user").arg(facts.user, facts.loginUser);
    QString html = u"<table cellspacing='0' cellpadding='1'>"_s;
    if (!target.environment.isEmpty())
        html += row(tr("Environment"),
                    target.isProtected ? tr("%1 (protected)").arg(target.environment) : target.environment);
    html += row(tr("Database"), facts.database);
    html += row(file ? tr("File") : tr("Server"), facts.server);
    if (!file)
        html += row(tr("Runs as"), user);
    html += row(tr("Version"), facts.version);
    html += row(tr("State"), facts.state);
    if (isGuarded(plan.dialect))
        html += row(tr("Stall budget"), guardText(usualBudget(target.guards, plan.dialect)));
    html += row(tr("Lock timeout"), guardText(target.guards.lockTimeout));
    if (!file)
        html += row(tr("Statement timeout"), guardText(target.guards.statementTimeout));
    html += row(tr("Statements"), QString::number(plan.statementCount()));
    return html + u"</table>"_s;
}

QString errorHtml(const Error &error)
{
    QString html;
    if (error.position.isValid()) {
        QUrl link(u"whimbrel:open"_s);
        QUrlQuery query;
        query.addQueryItem(u"file"_s, QString::fromLatin1(QUrl::toPercentEncoding(error.position.file)));
        query.addQueryItem(u"line"_s, QString::number(error.position.line));
        query.addQueryItem(u"column"_s, QString::number(error.position.column));
        link.setQuery(query);
        html += u"<p><a href=\"%1\">%2</a></p>"_s.arg(link.toString(QUrl::FullyEncoded).toHtmlEscaped(),
                                                      error.position.toString().toHtmlEscaped());
    }
    html += u"<p><b>%1</b></p>"_s.arg(error.message.toHtmlEscaped().replace(u'\n', u"<br>"_s));
    html += paragraph(error.detail);
    html += paragraph(error.hint);
    if (!error.code.isEmpty())
        html += u"<p>%1</p>"_s.arg(tr("Code: %1").arg(error.code).toHtmlEscaped());
    return html;
}

} // namespace Whimbrel::RunTexts
