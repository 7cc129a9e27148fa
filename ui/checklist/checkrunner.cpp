// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/checkrunner.h"

#include "workbench/workbench.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
QList<ItemAnswer> unknownAnswers(const QList<ChecklistItem> &items, const QString &reason)
{
    QList<ItemAnswer> answers;
    for (const ChecklistItem &item : items) {
        ProbeResult result;
        result.message = reason;
        result.at = QDateTime::currentDateTimeUtc();
        answers << ItemAnswer{.item = item.id, .result = result};
    }
    return answers;
}
} // namespace

CheckRunner::CheckRunner(Workbench &workbench, QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
{
    m_pool.setMaxThreadCount(2);
}

CheckRunner::~CheckRunner()
{
    m_stop.request_stop(); // the pool is joined at once then
}

void CheckRunner::run(const QList<ChecklistItem> &items)
{
    if (!m_workbench.project() || !m_workbench.target())
        return;
    Target target = *m_workbench.target();
    target.settings = m_workbench.resolvedSettings();
    if (target.settings.database.isEmpty() && target.settings.host.isEmpty())
        target.settings = m_workbench.target()->settings;
    QList<ChecklistItem> onSession;
    QList<ChecklistItem> onPool;
    for (const ChecklistItem &item : items) {
        if (item.isManual() || m_running.contains(item.id))
            continue;
        const Probe *found = probe(item.probe);
        (found && !found->usesSession() ? onPool : onSession) << item;
        m_running.insert(item.id);
    }
    if (onSession.isEmpty() && onPool.isEmpty())
        return;
    Q_EMIT runningChanged();
    if (!onPool.isEmpty())
        runOnPool(onPool, target);
    if (!onSession.isEmpty())
        runOnSession(onSession, target);
}

void CheckRunner::runOnSession(const QList<ChecklistItem> &items, const Target &target)
{
    SessionThread *session = m_workbench.browseSession();
    if (!session) {
        finish(items, unknownAnswers(items, m_workbench.connectionMessage().isEmpty()
                                                ? tr("There is no connection to the database.")
                                                : m_workbench.connectionMessage()));
        return;
    }
    session
        ->run([project = m_workbench.project(), target, items](Session &open,
                                                               std::stop_token stop) -> Result<QList<ItemAnswer>> {
            return runChecks(items, ProbeContext(*project, target, &open, std::move(stop)));
        })
        .then(this,
              [this, items](const Result<QList<ItemAnswer>> &answers) {
                  finish(items, answers ? *answers : unknownAnswers(items, answers.error().toString()));
              })
        .onCanceled(this, [this, items] { finish(items, {}); }); // the session went away: an environment was changed
}

void CheckRunner::runOnPool(const QList<ChecklistItem> &items, const Target &target)
{
    QtConcurrent::run(&m_pool, [project = m_workbench.project(), target, items, timeline = m_workbench.timeline(),
                                stop = m_stop.get_token()] {
        ProbeContext context(*project, target, nullptr, stop);
        if (timeline.connected)
            context.setTimeline(timeline);
        return runChecks(items, context);
    }).then(this, [this, items](const QList<ItemAnswer> &answers) { finish(items, answers); });
}

void CheckRunner::finish(const QList<ChecklistItem> &items, const QList<ItemAnswer> &answers)
{
    for (const ChecklistItem &item : items)
        m_running.remove(item.id);
    if (!answers.isEmpty())
        Q_EMIT answered(answers);
    Q_EMIT runningChanged();
}

} // namespace Whimbrel
