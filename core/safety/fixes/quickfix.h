// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/formats/migrationformat.h"
#include "safety/finding.h"

namespace Whimbrel {

class RuleContext;
struct Operation;

/// The recipes, or corrections of the file itself (correction.h), that would do safely what the rule of `context` found, filled in from the statement of this index and
/// the schema before it. `operation` is the part that was found; nullptr: the statement, if it does one thing only.
/// Called by RuleContext::report.
QList<Fix> fixesFor(const RuleContext &context, int statement, const Operation *operation);

/// The file that a fix is to be applied to, and where its further migrations go.
struct FixPlace
{
    const MigrationFormat &format;
    const ProjectConfiguration &configuration;
    QDir folder;
    Migration migration;
    Dialect dialect = Dialect::PostgreSql;
    ServerVersion version; ///< {0,0,0}: not known
};

/// What a fix comes to. A value for a diff: nothing is written until somebody does (writeMigrations()).
struct AppliedFix
{
    QString text;                       ///< of the edited file
    QList<PlannedMigration> migrations; ///< new ones, in order, after every migration of the project
    bool keepsDown = false; ///< nothing in the file's way down was found that undid the statement: it stays as it is
};

/// Takes the statement that `finding` is about out of the file's way up, and what undid it out of its way down, and
/// makes the recipe's migrations instead: the first in the file itself where nothing else is left in it, the others as
/// new files. `text` is the file's as it is being edited. Errors: Usage, where the fix lacks a value (it names which);
/// Project, where the file has changed so that the statement is not there.
Result<AppliedFix> applyFix(const FixPlace &place, const QString &text, const Finding &finding, const Fix &fix,
                            const QDateTime &now);

} // namespace Whimbrel
