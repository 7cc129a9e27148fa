// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/configuration/projectconfiguration.h"

#include "network/webaddress.h"
#include "project/configuration/guardlimits.h"
#include "project/configuration/tomltable.h"
#include "safety/rules/rule.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

void readGuards(TomlTable &table, RunGuards &guards)
{
    table.read("stall-budget", guards.stallBudget);
    if (guards.stallBudget < leastStallBudget)
        table.fail("stall-budget", Text::tr("The stall budget is less than %1 ms, in which no lock can be had.").arg(leastStallBudget.count()),
                   Text::tr("Write how long others may wait because of a run, such as \"100ms\"; a long time where it does not matter."));
    table.read("give-up-after", guards.giveUpAfter);
    table.read("statement-timeout", guards.statementTimeout);
    table.read("lock-timeout", guards.lockTimeout);
}

void readColor(TomlTable &table, QString &color)
{
    static const QRegularExpression form(u"^(#[0-9a-fA-F]{6}|[a-zA-Z]+)$"_s);
    table.read("color", color);
    if (!color.isEmpty() && !form.match(color).hasMatch())
        table.fail("color", Text::tr("“%1” is not a colour.").arg(color), Text::tr("Write a name such as \"red\", or \"#rrggbb\"."));
}

Environment readEnvironment(TomlTable &table, const QString &name, const RunGuards &guards)
{
    Environment environment{.name = name, .guards = guards};
    table.read("url", environment.url);
    readColor(table, environment.color);
    table.read("protected", environment.isProtected);
    table.read("read-only", environment.readOnly);
    table.read("role", environment.role);
    table.read("search-path", environment.searchPath);
    table.read("backup-file", environment.backupFile);
    table.read("health-url", environment.healthUrl);
    readGuards(table, environment.guards);
    table.refuseOthers();
    if (environment.url.isEmpty())
        table.fail({}, Text::tr("The environment “%1” names no database.").arg(name), Text::tr("Add a line such as url = \"postgresql://user@host/database\"."));
    return environment;
}

QString unknownRule(const QString &id)
{
    return Text::tr("There is no rule “%1”.").arg(id);
}

void readRules(TomlTable &table, const char *key, QStringList &rules)
{
    table.read(key, rules);
    for (qsizetype i = 0; i < rules.size(); ++i) {
        if (!rule(rules.at(i)))
            table.failAt(key, i, unknownRule(rules.at(i)), Text::tr("“whimbrel rules” lists them all."));
    }
}

/// nullopt where the key is not there.
std::optional<Severity> readSeverity(TomlTable &table, const char *key)
{
    QString id;
    table.read(key, id);
    const std::optional<Severity> severity = severityOf(id);
    if (!severity && !id.isNull())
        table.fail(key, Text::tr("“%1” is no severity.").arg(id), Text::tr("Write \"info\", \"warning\" or \"error\"."));
    return severity;
}

void readLint(TomlTable &table, LintConfiguration &lint)
{
    readRules(table, "disable", lint.disabled);
    readRules(table, "enable", lint.enabled);
    table.readTable("severity", [&lint](TomlTable &severities) {
        for (const QString &id : severities.keys()) {
            const QByteArray key = id.toUtf8();
            if (!rule(id))
                severities.fail(key, unknownRule(id), Text::tr("“whimbrel rules” lists them all."));
            if (const std::optional<Severity> severity = readSeverity(severities, key.constData()))
                lint.severities.insert(id, *severity);
        }
    });
    lint.failOn = readSeverity(table, "fail-on");
    table.refuseOthers();
}

ProjectProblem passwordWarning(const Environment &environment, const FilePosition &position)
{
    return {ProjectProblem::Severity::Warning,
            Error{.kind = ErrorKind::Project,
                  .message = Text::tr("The address of the environment “%1” holds a password.").arg(environment.name),
                  .detail = {},
                  .hint = Text::tr("This file is meant to be shared: take the password out of it, and keep it in the keychain, in PGPASSWORD or "
                             "MYSQL_PWD, or in the database's own password file."),
                  .code = {},
                  .position = position}};
}

void readBackfill(TomlTable &table, BackfillSettings &backfill)
{
    table.read("batch-time", backfill.batchTime);
    if (backfill.batchTime.count() <= 0)
        table.fail("batch-time", Text::tr("A batch needs a time to hold its locks."), Text::tr("Write a duration such as \"75ms\"."));
    QString pause;
    table.read("pause", pause);
    if (const std::optional<BatchPause> read = parseBatchPause(pause))
        backfill.pause = *read;
    else if (!pause.isNull())
        table.fail("pause", Text::tr("“%1” is no pause between batches.").arg(pause),
                   Text::tr("Write a share of the time that the batch took, such as \"25%\", or a duration such as \"50ms\"."));
    table.read("max-replica-lag", backfill.maxReplicaLag);
    table.read("throttle-query", backfill.throttleQuery);
    table.read("throttle-url", backfill.throttleUrl);
    if (!backfill.throttleUrl.isEmpty() && !readWebAddress(backfill.throttleUrl))
        table.fail("throttle-url", Text::tr("This is no address of a web page."), Text::tr("Write one that begins with http:// or https://."));
    table.read("pause-file", backfill.pauseFile);
    table.refuseOthers();
}

void readJournal(TomlTable &table, bool &journal)
{
    QString text = u"on"_s;
    table.read("journal", text);
    if (text != "on"_L1 && text != "off"_L1)
        table.fail("journal", Text::tr("“%1” is not a choice for the journal.").arg(text), Text::tr("Write \"on\" or \"off\"."));
    journal = text == "on"_L1;
}

ProjectConfiguration readConfiguration(TomlTable &root)
{
    ProjectConfiguration configuration;
    root.read("name", configuration.name);
    root.read("format", configuration.format);
    root.read("migrations", configuration.migrations);
    root.read("history-table", configuration.historyTable);
    readJournal(root, configuration.journal);
    root.read("default-environment", configuration.defaultEnvironment);
    root.readTable("guards", [&](TomlTable &table) {
        readGuards(table, configuration.guards);
        table.refuseOthers();
    });
    root.readTable("backfill", [&](TomlTable &table) { readBackfill(table, configuration.backfill); });
    root.readTable("lint", [&](TomlTable &table) { readLint(table, configuration.lint); });
    root.readTables("environment", [&](TomlTable &table, const QString &name) {
        configuration.environments << readEnvironment(table, name, configuration.guards);
        if (urlHoldsPassword(configuration.environments.constLast().url))
            configuration.warnings << passwordWarning(configuration.environments.constLast(), table.position("url"));
    });
    root.refuseOthers();
    const QString wanted = configuration.defaultEnvironment;
    if (!wanted.isEmpty() && !configuration.environment(wanted)) {
        root.fail("default-environment", Text::tr("There is no environment “%1”.").arg(wanted),
                  Text::tr("Add a section [environment.%1], or name one that is there.").arg(wanted));
    }
    return configuration;
}

} // namespace

bool urlHoldsPassword(const QString &url)
{
    // What cannot be read as an address may hold one too.
    static const QRegularExpression login(u"://[^@]*:[^@]*@|password"_s, QRegularExpression::CaseInsensitiveOption);
    const Result<ConnectionSettings> settings = ConnectionSettings::fromUrl(url, QDir());
    return settings ? settings->holdsSecret() : login.match(url).hasMatch();
}

const Environment *ProjectConfiguration::environment(const QString &wanted) const
{
    const auto found = std::ranges::find(environments, wanted, &Environment::name);
    return found == environments.end() ? nullptr : &*found;
}

Result<ProjectConfiguration> ProjectConfiguration::load(const QDir &folder)
{
    QFile file(folder.absoluteFilePath(u"whimbrel.toml"_s));
    if (!file.exists())
        return ProjectConfiguration{};
    if (!file.open(QIODevice::ReadOnly)) {
        Error error = failure(ErrorKind::Project, Text::tr("whimbrel.toml cannot be read: %1.").arg(file.errorString()),
                              Text::tr("Make it readable for you, or work in another folder."))
                          .error();
        error.position.file = file.fileName();
        return std::unexpected(error);
    }
    ProjectConfiguration configuration;
    return TomlTable::parse(file.readAll(), file.fileName(), [&](TomlTable &root) { configuration = readConfiguration(root); }).transform([&] {
        return configuration;
    });
}

} // namespace Whimbrel
