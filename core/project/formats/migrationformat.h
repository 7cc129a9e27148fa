// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/configuration/projectconfiguration.h"
#include "project/formats/historytable.h"
#include "project/migration.h"
#include "project/newmigration.h"

#include <QDateTime>
#include <QDir>

#include <memory>
#include <vector>

namespace Whimbrel {

/// What a format found in its folders.
struct MigrationListing
{
    QList<Migration> migrations;     ///< in the order the tool would apply them
    QList<ProjectProblem> problems;  ///< files that look like migrations and are not usable; duplicate versions
};

/// A tool's conventions. Stateless and thread-safe; one object per tool, listed in formats.cpp.
class MigrationFormat
{
public:
    virtual ~MigrationFormat() = default;

    virtual QString id() const = 0;   ///< "dbmate": as on the command line and in whimbrel.toml
    virtual QString name() const = 0; ///< "dbmate": as people write it
    virtual QString summary() const = 0; ///< one translated sentence: files and history table

    /// True if `folder` (a project's top) holds this tool's project, in the folders that `configuration` names or in the
    /// tool's own. `evidence` gets what was found: a file.
    virtual bool recognises(const ProjectConfiguration &configuration, const QDir &folder, QString *evidence) const = 0;
    /// What recognises() looks for, as a translated sentence for the "no project here" message.
    virtual QString looksFor() const = 0;

    /// The configuration the tool itself would use in this folder (its .env, its defaults), where whimbrel.toml is silent.
    virtual ProjectConfiguration withToolDefaults(ProjectConfiguration configuration, const QDir &folder) const = 0;

    /// Lists by file names; reads no file. 10,000 files in well under 50 ms.
    virtual MigrationListing list(const ProjectConfiguration &configuration, const QDir &folder) const = 0;
    /// Reads and parses one file. Errors: Project, with file and line.
    virtual Result<MigrationScripts> read(const Migration &migration) const = 0;
    /// The same of a text that is being edited.
    virtual Result<MigrationScripts> parse(const QString &text, const QString &displayFile) const = 0;

    /// The migration that create() would write now, for a preview; writes nothing. With `after`, a version, one that the tool
    /// applies after it. Errors: Usage, for an empty description; Project, where nothing can come after `after`.
    Result<Migration> planNew(const ProjectConfiguration &configuration, const QDir &folder, const QString &description, const QDateTime &now) const
    {
        return planNew(configuration, folder, description, now, {});
    }
    virtual Result<Migration> planNew(const ProjectConfiguration &configuration, const QDir &folder, const QString &description,
                                      const QDateTime &now, const QString &after) const = 0;
    /// The text of a migration's file. Errors: Project, where a script holds what the tool would take for a marker.
    virtual Result<QString> compose(const NewMigration &migration) const = 0;
    /// True if the tool applies a migration of version `a` before one of version `b`.
    virtual bool isBefore(const QString &a, const QString &b) const = 0;
    /// The line that begins a direction's section in a file, with the transaction mode it asks for.
    /// dbmate: "-- migrate:up transaction:false".
    virtual QString sectionMarker(Direction direction, bool transaction) const = 0;
    /// Writes a new, empty migration and returns it. Never overwrites. Errors: Project, Io.
    virtual Result<Migration> create(const ProjectConfiguration &configuration, const QDir &folder, const QString &description,
                                     const QDateTime &now) const = 0;

    virtual std::unique_ptr<HistoryTable> historyTable(const ProjectConfiguration &configuration,
                                                       const ConnectionSettings &settings) const = 0;

    /// The order in which applied migrations are undone, newest first; dbmate: by file name.
    virtual QList<Migration> undoOrder(QList<Migration> applied) const = 0;

    /// True where the tool sends a section that asks for no transaction as one string (dbmate), which PostgreSQL runs as one
    /// implicit transaction.
    virtual bool sendsAsOneString(const MigrationScript &script, Dialect dialect) const = 0;
    /// What a person writes to have a migration run outside a transaction, for messages: "-- migrate:up transaction:false".
    virtual QString noTransactionMarker() const = 0;

    /// Where the tool itself would do something else with this script than Whimbrel does, as translated sentences
    /// (dbmate: transaction:false sections go as one string).
    virtual QStringList differences(const MigrationScript &script, const QList<Statement> &statements, Dialect dialect) const = 0;

    /// Rewrites what the tool writes after a run (dbmate: schema.sql). Returns a translated warning where it could not,
    /// or an empty text. Called on a thread that may wait.
    virtual QString afterRun(const ProjectConfiguration &configuration, const QDir &folder, const ConnectionSettings &settings,
                             const std::stop_token &stop) const = 0;
};

/// Every format there is; a new one is one more line in formats.cpp.
const std::vector<std::unique_ptr<MigrationFormat>> &migrationFormats();
/// nullptr if there is none of this id.
const MigrationFormat *migrationFormat(const QString &id);

} // namespace Whimbrel
