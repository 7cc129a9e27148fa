// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/splitter.h"

#include <QList>

namespace Whimbrel::Test {

/// One statement of a lock truth suite, and what stands before it.
struct StatementForm
{
    QString name;
    QList<Statement> before; ///< run after the setup, for this form alone
    Statement statement;
};

/// A file of forms: "-- setup" and its statements, then for each form "-- form: NAME", perhaps "-- before: SQL;" lines, and
/// the statement.
struct StatementForms
{
    QList<Statement> setup;
    QList<StatementForm> forms;
};

/// Reads a file below tests/fixtures; ends the test program where it is not such a file.
StatementForms readStatementForms(const QString &path, Dialect dialect);

} // namespace Whimbrel::Test
