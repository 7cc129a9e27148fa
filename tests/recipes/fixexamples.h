// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/analysis.h"
#include "safety/catalog/catalog.h"
#include "scriptedproject.h"

namespace Whimbrel::Test {

/// A statement that a rule finds fault with, and the database it is to run on.
struct FixExample
{
    Dialect dialect = Dialect::PostgreSql;
    QString rule{};
    QString name{};
    QString statement{};
    QString schema{}; ///< SQL; empty: the dialect's fixture of examples
    QString meant{};  ///< reaches the schema that the statement was to reach, where it cannot do so itself
    QList<std::pair<QString, QString>> answers{}; ///< what a person says to a fix that asks
};

/// The bad examples of all rules that have a fix to be applied at once, and statements of this suite's own.
QList<FixExample> fixExamples(Dialect dialect);

/// What is known of the schema that the example stands on.
Catalog catalogOf(const FixExample &example);
QStringList schemaStatements(const FixExample &example);
QStringList rowStatements(const FixExample &example); ///< fill it

QStringList statementsOf(const QString &script, Dialect dialect);
AnalysisInput inputOf(const QString &file, const MigrationScript &script, Dialect dialect, Direction direction,
                      MigrationPhase phase);
AnalysisSettings fixSettings(const QString &rule);
/// dbmate's file in its parts.
MigrationScripts parsed(const QString &text);
/// What an example is in a migration's way up, where the tool makes the transaction.
QString fileWith(const QString &statement);

/// The first fix of the example's rule in this file that needs no form, or no more than the answers.
/// `schema`: what it stands on; without one, catalogOf().
std::optional<std::pair<Finding, Fix>> fixOf(const FixExample &example, const QString &text,
                                             const std::optional<Catalog> &schema = {});

} // namespace Whimbrel::Test
