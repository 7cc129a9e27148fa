// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Whimbrel::Bench {

namespace {

constexpr int count = 1000;

QList<Project::Migration> smallMigrations()
{
    QList<Project::Migration> migrations;
    for (int i = 0; i < count; ++i) {
        const QByteArray table = "t" + QByteArray::number(i / 2);
        if (i % 2 == 0)
            migrations.append({"CREATE TABLE " + table + " (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL);", "DROP TABLE " + table + ";"});
        else
            migrations.append({"ALTER TABLE " + table + " ADD COLUMN email VARCHAR(80);", "ALTER TABLE " + table + " DROP COLUMN email;"});
    }
    return migrations;
}

/// What a client would have to do for the same: each migration and its history row in a transaction of its own.
QByteArray clientScript(const Peer &peer, const QList<Project::Migration> &migrations, bool up)
{
    QByteArray script;
    if (up)
        script += "CREATE TABLE schema_migrations (version VARCHAR(128) PRIMARY KEY);\n";
    for (qsizetype i = 0; i < migrations.size(); ++i) {
        const qsizetype index = up ? i : migrations.size() - 1 - i;
        const QByteArray version = Project::version(index);
        script += peer.begin() + (up ? migrations[index].up : migrations[index].down) + '\n';
        script += up ? "INSERT INTO schema_migrations (version) VALUES ('" + version + "');\nCOMMIT;\n"
                     : "DELETE FROM schema_migrations WHERE version = '" + version + "';\nCOMMIT;\n";
    }
    return script;
}

void run(Dialect dialect)
{
    const QList<Project::Migration> migrations = smallMigrations();
    const Project project(migrations);
    Peer ours(dialect);
    Peer theirs(dialect);
    const QString up = project.folder() + u"/up.sql"_s;
    const QString down = project.folder() + u"/down.sql"_s;
    writeFile(up, clientScript(theirs, migrations, true));
    writeFile(down, clientScript(theirs, migrations, false));

    // Up and down in turns on one database each: a round leaves it as it was, but for the history table.
    std::vector<Comparison> ups;
    std::vector<Comparison> downs;
    for (int round = 0; round < 3; ++round) {
        theirs.newDatabase();
        ours.newDatabase();
        const QStringList where{u"-p"_s, project.folder(), u"-d"_s, ours.url(), u"--quiet"_s};
        ups.push_back({measure(theirs.client(up)), measure(whimbrel(QStringList{u"up"_s} + where))});
        downs.push_back({measure(theirs.client(down)), measure(whimbrel(QStringList{u"down"_s, u"--to"_s, u"0"_s} + where))});
    }
    const auto byRatio = [](const Comparison &c) { return c.whimbrel.seconds / c.floor.seconds; };
    std::ranges::sort(ups, {}, byRatio);
    std::ranges::sort(downs, {}, byRatio);
    report(u"1,000 small migrations up, "_s + dialectName(dialect), ups[1], u"<= 1.15x"_s);
    report(u"1,000 small migrations down, "_s + dialectName(dialect), downs[1], u"<= 1.15x"_s);
}

} // namespace

void migrations()
{
    for (const Dialect dialect : Peer::dialects())
        run(dialect);

    // All in one transaction, which SQLite likes best.
    const QList<Project::Migration> steps = smallMigrations();
    const Project project(steps);
    Peer ours(Dialect::SQLite);
    Peer theirs(Dialect::SQLite);
    QByteArray script = clientScript(theirs, steps, true);
    script.replace("BEGIN;\n", "").replace("COMMIT;\n", "");
    const QString file = project.folder() + u"/one.sql"_s;
    writeFile(file, "BEGIN;\n" + script + "COMMIT;\n");
    std::vector<Comparison> all;
    for (int round = 0; round < 3; ++round) {
        theirs.newDatabase();
        ours.newDatabase();
        all.push_back({measure(theirs.client(file)), measure(whimbrel({u"up"_s, u"--single-transaction"_s, u"-p"_s, project.folder(), u"-d"_s,
                                                                        ours.url(), u"--quiet"_s}))});
    }
    std::ranges::sort(all, {}, [](const Comparison &c) { return c.whimbrel.seconds / c.floor.seconds; });
    report(u"1,000 small migrations in one transaction, SQLite"_s, all[1], u"<= 1.3x"_s);
}

} // namespace Whimbrel::Bench
