// SPDX-License-Identifier: GPL-3.0-or-later
#include "recovery/recoverycontroller.h"

#include "checklist/releasestore.h"
#include "run/runcontroller.h"
#include "workbench/targetchoice.h"
#include "workbench/workbench.h"

#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

RecoveryController::RecoveryController(Workbench &workbench, QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
{
    connect(&workbench, &Workbench::timelineChanged, this, &RecoveryController::find);
    connect(&workbench, &Workbench::targetChanged, this, &RecoveryController::forgetForeign);
}

RecoveryController::~RecoveryController() = default;

/// What was seen on another target is not about this one.
void RecoveryController::forgetForeign()
{
    const std::optional<Target> &now = m_workbench.target();
    if (!m_target || (now && isSameTarget(*now, *m_target)))
        return;
    m_target.reset();
    ++m_question;
    m_session.reset();
    m_recovery.reset();
    m_error.reset();
    m_version.clear();
    m_settled.clear();
    setState(State::Nothing);
}

QList<Migration> RecoveryController::leftOpen() const
{
    QList<Migration> open;
    if (!m_workbench.timeline().connected)
        return open;
    for (const TimelineEntry &entry : m_workbench.timeline().entries) {
        if (needsRecovery(entry))
            open << entry.migration;
    }
    return open;
}

/// Of an attempt: a later one of the same migration is news again.
QString RecoveryController::keyOf(const TimelineEntry &entry) const
{
    return m_workbench.targetName() + u'\n' + entry.migration.version + u'\n' + entry.attempt->runId + entry.attempt->outcome;
}

/// Of each attempt once: whoever has seen the page and left it knows. The page lists the others, so that the first one will do
/// and none takes the place of what a person is reading.
void RecoveryController::find()
{
    const Timeline &timeline = m_workbench.timeline();
    if (!timeline.connected || !m_workbench.target() || m_workbench.run().isRunning() || m_state == State::Looking || m_state == State::Settling)
        return;
    QString first;
    for (const TimelineEntry &entry : timeline.entries) {
        if (!needsRecovery(entry) || m_seen.contains(keyOf(entry)))
            continue;
        m_seen.insert(keyOf(entry));
        if (first.isEmpty())
            first = entry.migration.version;
    }
    if (!first.isEmpty())
        look(first, false);
}

void RecoveryController::show(const QString &version)
{
    m_settled.clear();
    if (const TimelineEntry *entry = m_workbench.timeline().entry(version); entry && entry->attempt)
        m_seen.insert(keyOf(*entry));
    look(version, true);
    Q_EMIT pageWanted();
}

void RecoveryController::look(const QString &version, bool isAsked)
{
    const std::shared_ptr<const MigrationProject> project = m_workbench.project();
    if (!project || !m_workbench.target())
        return;
    const quint64 question = ++m_question;
    m_target = m_workbench.target();
    m_version = version;
    m_recovery.reset();
    m_error.reset();
    setState(State::Looking);
    m_session = std::make_unique<SessionThread>(m_workbench.resolvedSettings(), SessionRole::Browse);
    m_session->run([project, version](Session &session, std::stop_token) { return readRecovery(*project, session, version); })
        .then(this, [this, question, isAsked](const Result<std::optional<Recovery>> &result) {
            if (question == m_question)
                take(result, isAsked);
        });
}

void RecoveryController::take(const Result<std::optional<Recovery>> &result, bool isAsked)
{
    m_session.reset();
    if (!result) {
        fail(result.error());
        return;
    }
    m_recovery = *result;
    setState(m_recovery ? State::Found : State::Clean);
    // What somebody else is at work on is not to be recovered.
    if (!isAsked && m_recovery && m_recovery->otherRun.isEmpty())
        Q_EMIT pageWanted();
}

void RecoveryController::settle(Resolution resolution, const QString &typedName, const std::function<void()> &done)
{
    const std::optional<Target> &target = m_workbench.target();
    const std::shared_ptr<const MigrationProject> project = m_workbench.project();
    if (m_state != State::Found || !target || !project || m_workbench.run().isRunning())
        return;
    if (target->readOnly) {
        fail(failure(ErrorKind::Refused, tr("%1 is read-only.").arg(m_workbench.targetName()), tr("Nothing was changed.")).error());
        return;
    }
    if (target->isProtected && typedName != target->environment) {
        fail(failure(ErrorKind::Refused, tr("%1 is protected.").arg(target->environment), tr("Type its name to confirm.")).error());
        return;
    }
    setState(State::Settling);
    if (!target->isProtected) {
        write(resolution, *target, done);
        return;
    }
    const quint64 question = ++m_question;
    QtConcurrent::run([folder = project->folder(), target = *target] { return checkReleaseGate(folder, target); })
        .then(this, [this, question, resolution, target = *target, done](const Result<> &gate) {
            if (question != m_question)
                return;
            if (gate)
                write(resolution, target, done);
            else
                fail(gate.error());
        });
}

void RecoveryController::write(Resolution resolution, const Target &target, const std::function<void()> &done)
{
    const quint64 question = ++m_question;
    const QString text = (resolution == Resolution::Applied ? tr("By hand, %1 was recorded as applied.") : tr("By hand, %1 was recorded as not applied.")).arg(m_version);
    m_session = std::make_unique<SessionThread>(m_workbench.resolvedSettings(), SessionRole::Run);
    m_session
        ->run([project = m_workbench.project(), version = m_version, environment = releaseEnvironment(target), text, resolution](Session &session, std::stop_token) {
            return resolveMigration(*project, session, version, resolution).and_then([&] { return recordRunInRelease(project->folder(), environment, text); });
        })
        .then(this, [this, question, text, done](const Result<> &written) {
            if (question != m_question)
                return;
            m_session.reset();
            if (!written) {
                fail(written.error());
                return;
            }
            m_recovery.reset();
            m_settled = text;
            setState(State::Clean);
            m_workbench.refresh();
            if (done)
                done();
        });
}

void RecoveryController::fail(const Error &error)
{
    m_error = error;
    setState(State::Failed);
}

void RecoveryController::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace Whimbrel
