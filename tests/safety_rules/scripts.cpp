// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripts.h"

#include "sql/splitter.h"
#include "test.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

Catalog catalogOf(const QString &script, Dialect dialect, ServerVersion version, Catalog::Origin origin)
{
    Catalog catalog(dialect, origin, version);
    replayScript(inputOf(script, dialect), catalog);
    // What was there before is complete in a database's own catalog: the fixture's tables all begin with CREATE.
    catalog.beginMigration();
    return catalog;
}

Catalog exampleCatalog(Dialect dialect, ServerVersion version)
{
    QFile file(fixture(u"safety/examples-%1.sql"_s.arg(dialectId(dialect))));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    return catalogOf(isOpen ? QString::fromUtf8(file.readAll()) : QString(), dialect, version);
}

AnalysisInput inputOf(const QString &script, Dialect dialect, ScriptTransaction transaction)
{
    AnalysisInput input;
    input.file = u"db/1_x.sql"_s;
    input.text = script;
    input.statements = splitScript(script, dialect).statements;
    input.transaction = transaction;
    input.declaredPhase = declaredPhase(script);
    return input;
}

AnalysisInput exampleInput(const QString &example, Dialect dialect)
{
    static const QString up = u"-- migrate:up\n"_s;
    static const QString down = u"-- migrate:down\n"_s;
    const qsizetype begin = example.indexOf(up);
    const qsizetype end = example.indexOf(down);
    if (begin < 0)
        return inputOf(example, dialect);

    const qsizetype from = begin + up.size();
    AnalysisInput input = inputOf(example.mid(from, end < 0 ? -1 : end - from), dialect);
    input.version = u"1"_s;
    input.description = u"x"_s;
    input.head = example.left(begin);
    input.start = positionAt(example, from);
    input.statements = splitScript(input.text, dialect, input.start).statements;
    input.declaredPhase = declaredPhase(example);
    input.counterpart = AnalysisInput::Counterpart{.exists = end >= 0, .operations = {}};
    if (end < 0)
        return input;
    for (const Statement &statement : splitScript(example.mid(end + down.size()), dialect).statements)
        input.counterpart->operations += readStatement(statement, dialect).operations;
    return input;
}

Dialect dialectOf(const Rule &rule)
{
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::MariaDb, Dialect::MySql, Dialect::SQLite}) {
        if (rule.isFor(dialect))
            return dialect;
    }
    Q_UNREACHABLE_RETURN(Dialect::PostgreSql);
}

ServerVersion versionOf(const Rule &rule)
{
    if (QLatin1StringView(rule.id) == "concurrent-index-corruption"_L1)
        return {14, 2, 0};
    if (QLatin1StringView(rule.id) == "mysql-trust-no-instant-on-partition"_L1)
        return {10, 11, 19};
    switch (dialectOf(rule)) {
    case Dialect::PostgreSql:
        return {17, 4, 0};
    case Dialect::MariaDb:
        return {11, 8, 2};
    case Dialect::MySql:
        return {8, 4, 0};
    case Dialect::SQLite:
        return {3, 45, 0};
    }
    Q_UNREACHABLE_RETURN({});
}

AnalysisSettings settingsFor(const Rule &rule)
{
    AnalysisSettings settings;
    const QString id = QString::fromLatin1(rule.id);
    settings.enabledRules = {id};
    settings.waitsAreBounded = id != "lock-without-timeout"_L1 && id != "mysql-lock-wait-timeout"_L1;
    return settings;
}

ScriptAnalysis analyseExample(const Rule &rule, const QString &example, ServerVersion version)
{
    const Dialect dialect = dialectOf(rule);
    Catalog catalog = rule.setup ? catalogOf(QString::fromUtf8(rule.setup), dialect, version) : exampleCatalog(dialect, version);
    return analyseScript(exampleInput(example, dialect), catalog, settingsFor(rule));
}

QString summary(const QList<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(u"%1: %2 %3"_s.arg(QString::number(finding.start.line), finding.rule, severityId(finding.severity)));
    return lines.join(u'\n');
}

} // namespace Whimbrel::Test
