// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/sessionthread.h"
#include "project/migrationproject.h"
#include "run/resume/recovery.h"
#include "run/resume/resolution.h"

#include <QObject>
#include <QSet>

#include <memory>
#include <optional>

namespace Whimbrel {

class Workbench;

/// Finds migrations whose run did not end well, looks what became of them, and settles them. Everything that asks the
/// database runs on a session of its own.
class RecoveryController final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Nothing, ///< nothing was looked for yet
        Looking,
        Found,   ///< recovery() says what
        Clean,   ///< there is nothing to recover (any more)
        Settling,
        Failed,  ///< error() says why it could not be looked, or settled
    };

    explicit RecoveryController(Workbench &workbench, QObject *parent = nullptr);
    ~RecoveryController() override;

    State state() const { return m_state; }
    const QString &version() const { return m_version; }
    const std::optional<Recovery> &recovery() const { return m_recovery; }
    const std::optional<Error> &error() const { return m_error; }
    /// What was settled last, in words; empty where nothing was.
    const QString &settled() const { return m_settled; }
    /// All that runs have left open on the target, in the order of the timeline: several where one was run past another.
    QList<Migration> leftOpen() const;

public Q_SLOTS:
    /// Asks for the page, and looks.
    void show(const QString &version);
    /// Writes it down. On a protected target its release gate is looked at again, and `typedName` must be the environment's
    /// name. Then `done` is called, if it was written.
    void settle(Whimbrel::Resolution resolution, const QString &typedName, const std::function<void()> &done = {});

Q_SIGNALS:
    /// Somebody should look at the page: a person asked for it, or something was found.
    void pageWanted();
    void changed();

private:
    void find();
    QString keyOf(const TimelineEntry &entry) const;
    void look(const QString &version, bool isAsked);
    void take(const Result<std::optional<Recovery>> &result, bool isAsked);
    void write(Resolution resolution, const Target &target, const std::function<void()> &done);
    void setState(State state);
    void fail(const Error &error);
    void forgetForeign();

    Workbench &m_workbench;
    State m_state = State::Nothing;
    QString m_version;
    QString m_settled;
    std::optional<Recovery> m_recovery;
    std::optional<Error> m_error;
    std::optional<Target> m_target; ///< that was looked at
    QSet<QString> m_seen; ///< attempts that were shown on their own, or listed beside one that was: once each
    quint64 m_question = 0; ///< answers to earlier ones are dropped
    std::unique_ptr<SessionThread> m_session;
};

} // namespace Whimbrel
