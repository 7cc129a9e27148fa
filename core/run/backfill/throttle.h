// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"
#include "project/migrationproject.h"

#include <QCoreApplication>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

namespace Whimbrel {

/// What holds back the next batch: a pause file, replicas that are behind, a query or a web page of the project's. Asks on a
/// session of its own, at most every second.
class Throttle
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    Throttle(const MigrationProject &project, const ConnectionSettings &settings);
    ~Throttle();

    /// Why the next batch has to wait, translated; nothing: it need not. What cannot be asked holds nobody up, but is told once.
    std::optional<QString> reason(const std::stop_token &stop);
    /// What could not be asked, translated; empty where there is nothing new.
    QString takeProblem();

private:
    std::optional<QString> ask(const std::stop_token &stop);
    std::optional<QString> askDatabase();
    std::optional<QString> webPage(const std::stop_token &stop);
    std::optional<QString> replicaLag();
    std::optional<QString> projectQuery();
    void problem(const QString &text);

    const BackfillSettings &m_settings;
    QString m_pauseFile;
    ConnectionSettings m_connection;
    std::unique_ptr<Session> m_session;
    std::chrono::steady_clock::time_point m_asked{};
    std::optional<QString> m_answer;
    bool m_lagIsKnown = true;
    bool m_toldOfProblem = false;
    QString m_problem;
};

} // namespace Whimbrel
