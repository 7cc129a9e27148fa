// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migration.h"

#include <QDateTime>
#include <QDir>

namespace Whimbrel {

class MigrationFormat;
struct ProjectConfiguration;

/// What a new migration is to do, before any tool's conventions.
struct NewMigration
{
    QString description; ///< "add_status_to_orders": becomes part of the file's name
    QStringList head;    ///< lines of the comment at its head, without the dashes
    MigrationPhase phase = MigrationPhase::Unknown;
    QString up;
    QString down;
    bool upTransaction = true;
    bool downTransaction = true;

    bool operator==(const NewMigration &) const = default;
};

/// A migration as it would be written. A value: nothing is on disk.
struct PlannedMigration
{
    Migration migration;
    QString text;

    QString fileName() const { return migration.displayFile; }
    bool operator==(const PlannedMigration &) const = default;
};

/// The files of new migrations in the project's own format: each version after the one before it, the first after every
/// migration of the project and after `after` (a version; may be empty). Writes nothing.
/// Errors: Project, where a text cannot stand in this format's files.
Result<QList<PlannedMigration>> planMigrations(const MigrationFormat &format, const ProjectConfiguration &configuration,
                                               const QDir &folder, const QList<NewMigration> &migrations,
                                               const QString &after, const QDateTime &now);

/// Writes all of them, or none: what was written is removed again where one cannot be. Never overwrites. Errors: Io.
Result<> writeMigrations(const QList<PlannedMigration> &migrations);

} // namespace Whimbrel
