// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lint/lintscope.h"
#include "report/lint/lintreport.h"
#include "safety/project/projectanalysis.h"
#include "timeline/timeline.h"

#include <QCoreApplication>

namespace Whimbrel {

/// What the flags of `lint` say of every file.
struct LintFlags
{
    std::optional<Dialect> dialect{}; ///< unset: the database's, else the project's
    ServerVersion version{};          ///< {0,0,0}: the database's, else not known
    std::optional<Severity> failOn{}; ///< unset: the project's, else error
};

/// The dialect that a project's databases have, as far as their addresses tell: those of whimbrel.toml, else DATABASE_URL of
/// the shell, else of .env, by their schemes alone; nothing is connected to.
/// Errors: Usage, where none is named or they are of several kinds, saying how to name it.
Result<Dialect> dialectOf(const MigrationProject &project, const QMap<QString, QString> &shellEnvironment);
/// "postgresql", "postgres", "mysql", "mariadb", "sqlite". Errors: Usage.
Result<Dialect> dialectNamed(const QString &name);
/// "17", "17.4", "8.0.36". Errors: Usage.
Result<ServerVersion> serverVersionOf(const QString &text);
/// Errors: Usage, where there is no such server: MariaDB 8, SQLite 17. {0,0,0} is fine.
Result<> checkServerVersion(ServerVersion version, Dialect dialect);

/// The settings of a project's whimbrel.toml.
AnalysisSettings analysisSettings(const LintConfiguration &configuration);

/// Dialect, version and schema of a database.
Result<> readAnalysisBase(Session &session, AnalysisBase &base);
/// The same, and which of a project's migrations it has; the history it was read from.
Result<Timeline> readAnalysisBase(const MigrationProject &project, Session &session, AnalysisBase &base);

/// Looks at groups of files and reports what is found, in order.
class LintRun
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::LintRun)

public:
    /// Files are named as they are seen from `currentFolder`.
    LintRun(LintReport &report, QDir currentFolder) : m_report(report), m_currentFolder(std::move(currentFolder)) { }

    /// A group's migrations, then its other files. Errors: Cancelled.
    Result<> look(const LintGroup &group, const AnalysisBase &base, Severity failOn, const std::stop_token &stop = {});
    /// A text in the place of the file at `path`, which need not be there. `shownAs` names it. Errors: Cancelled.
    Result<> lookAtText(const QString &text, const QString &path, const QString &shownAs, const LintGroup &group, const AnalysisBase &base,
                        Severity failOn, const std::stop_token &stop = {});

    bool hasFailed() const { return m_failed; }       ///< something was found that is as severe as failOn says
    const QList<Error> &unreadable() const { return m_unreadable; }

private:
    void add(const LintedFile &file, Severity failOn);

    LintReport &m_report;
    const QDir m_currentFolder;
    bool m_failed = false;
    QList<Error> m_unreadable;
    QList<Catalog> m_schemas; ///< that were followed: with 10,000 tables it takes its time to take one apart, which is no use to a command
};

} // namespace Whimbrel
