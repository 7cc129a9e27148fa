// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/analysis.h"
#include "safety/rules/rule.h"

namespace Whimbrel::Test {

/// The schema that a script makes, as a catalog read from a database would have it.
Catalog catalogOf(const QString &script, Dialect dialect, ServerVersion version = {},
                  Catalog::Origin origin = Catalog::Origin::Connected);
/// The schema that a dialect's examples stand on: tests/fixtures/safety/examples-DIALECT.sql.
Catalog exampleCatalog(Dialect dialect, ServerVersion version = {});

/// A script as one direction of a migration.
AnalysisInput inputOf(const QString &script, Dialect dialect, ScriptTransaction transaction = ScriptTransaction::Autocommit);
/// An example of a rule: a script, or a file with the sections `-- migrate:up` and `-- migrate:down`, of which the way up is
/// taken; without the second there is no way down.
AnalysisInput exampleInput(const QString &example, Dialect dialect);

/// The dialect that a rule's examples are written in.
Dialect dialectOf(const Rule &rule);
/// The server a rule's bad example is for.
ServerVersion versionOf(const Rule &rule);
/// Settings under which a rule's examples are analysed: waits are bounded, and the rule is on.
AnalysisSettings settingsFor(const Rule &rule);
ScriptAnalysis analyseExample(const Rule &rule, const QString &example, ServerVersion version);

/// "3: index-build-blocks-writes error", the line first, one a line: for comparing and for messages.
QString summary(const QList<Finding> &findings);

} // namespace Whimbrel::Test
