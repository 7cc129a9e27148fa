// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connectionsettings.h"
#include "database/error.h"
#include "project/configuration/backfillsettings.h"
#include "project/migration.h"
#include "safety/finding.h"

#include <QDir>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Whimbrel {

/// How carefully a run treats others (design: "Sessions of a run"). Values of an environment override the project's.
struct RunGuards
{
    std::chrono::milliseconds stallBudget{100};
    std::chrono::milliseconds giveUpAfter = std::chrono::minutes(5);
    std::chrono::milliseconds statementTimeout{0}; ///< 0: none
    std::chrono::milliseconds lockTimeout = std::chrono::seconds(2);

    bool operator==(const RunGuards &) const = default;
};

/// A database the project knows by name.
struct Environment
{
    QString name{};
    QString url{};   ///< as written; relative SQLite paths are from the project's folder
    QString color{}; ///< a colour name or #rrggbb; empty: none chosen
    bool isProtected = false;
    bool readOnly = false;
    QString role{};
    QString searchPath{};
    QString backupFile{}; ///< checked by the backup probe; empty: none named
    QString healthUrl{};  ///< asked by the health probe; empty: none named
    RunGuards guards{};
    bool personal = false; ///< from the settings of this person, not from whimbrel.toml

    bool operator==(const Environment &) const = default;
};

/// [lint]: which rules judge the migrations, and how strictly. Rules stand here by their ids, all of which exist.
struct LintConfiguration
{
    QStringList disabled{};
    QStringList enabled{};              ///< of those that are off by default
    QMap<QString, Severity> severities{};
    std::optional<Severity> failOn{};   ///< of `lint` where --fail-on is not given

    bool operator==(const LintConfiguration &) const = default;
};

/// whimbrel.toml, or its defaults. See design/CLI.md for every key.
struct ProjectConfiguration
{
    QString name;
    QString format;              ///< empty: to be detected
    QStringList migrations;      ///< folders relative to the project's; empty: the tool's default
    QString historyTable;        ///< empty: the tool's default
    bool journal = true;
    QString defaultEnvironment;
    RunGuards guards;
    BackfillSettings backfill;
    LintConfiguration lint;
    QList<Environment> environments; ///< in the order of the file

    QString schemaFile;          ///< the tool's dump of the schema, relative; empty: the tool writes none
    bool strictOrder = false;    ///< the tool refuses pending migrations older than the newest applied (dbmate --strict)
    QMap<QString, QString> dotEnv; ///< the project's .env; the shell's environment wins over it
    QList<ProjectProblem> warnings; ///< what was accepted and should not stay: a password written in a URL

    const Environment *environment(const QString &name) const;

    /// Reads `folder`/whimbrel.toml; defaults if there is none. Errors: Project, with line and reason (an unknown key, a
    /// wrong type, a bad duration, a default-environment that does not exist).
    static Result<ProjectConfiguration> load(const QDir &folder);
};

/// "100ms", "5min", "2s", "1h", "0". Errors: Project, naming what is accepted.
Result<std::chrono::milliseconds> parseDuration(const QString &text);

/// True if a password stands in the URL, before its host or among its options.
bool urlHoldsPassword(const QString &url);

/// Adds or replaces `[environment.NAME]`, only the lines concerned, so that comments stay. Written by QSaveFile.
/// Errors: Usage, where the URL holds a password (never written); Project, where the file cannot be read; Io.
Result<> saveEnvironment(const QDir &folder, const Environment &environment);

/// KEY=value lines as dbmate reads them: comments, quotes, `export`, $VAR and ${VAR} (upper case only) expanded from the
/// lines above and then from `environment`.
QMap<QString, QString> parseDotEnv(const QString &text, const QMap<QString, QString> &environment = {});

} // namespace Whimbrel
