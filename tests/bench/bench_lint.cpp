// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer.h"

#include <QDir>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace Whimbrel::Bench {

namespace {

/// squawk, its exact version from npm into the build folder, as tests/interop has its tools.
QString squawk()
{
    const QString folder = QStringLiteral(WHIMBREL_BENCH_PEERS);
    QProcess install;
    install.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    install.start(u"cmake"_s, {u"-D"_s, u"FROM="_s + QStringLiteral(WHIMBREL_BENCH_SOURCES) + u"/peers"_s, u"-D"_s, u"TO="_s + folder, u"-P"_s,
                               QStringLiteral(WHIMBREL_BENCH_SOURCES) + u"/../interop/installtools.cmake"_s});
    if (!install.waitForFinished(-1) || install.exitCode() != 0)
        giveUp(u"squawk could not be installed from npm"_s);
    const QDir platforms(folder + u"/node_modules/@squawk-cli"_s); // npm installs the one that fits
    const QStringList names = platforms.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    if (names.isEmpty())
        giveUp(u"npm has no squawk for this platform"_s);
    const QDir platform(platforms.filePath(names.first()));
    for (const QString &name : {u"bin/squawk"_s, u"squawk"_s}) {
        if (platform.exists(name))
            return platform.filePath(name);
    }
    giveUp(u"squawk is not where it was expected"_s);
}

/// Four statements of the kinds that are written most, each on a table of its own among many.
QByteArray ddl(int i)
{
    const QByteArray n = QByteArray::number(i);
    const QByteArray earlier = QByteArray::number(i / 2);
    return "CREATE TABLE item_" + n + " (id bigint PRIMARY KEY, name text NOT NULL, owner_id bigint);\n"
           "CREATE INDEX item_" + n + "_owner ON item_" + n + " (owner_id);\n"
           "ALTER TABLE item_" + earlier + " ADD COLUMN note_" + n + " text;\n"
           "ALTER TABLE item_" + n + " ADD CONSTRAINT item_" + n + "_name CHECK (length(name) < 200);\n";
}

/// Whimbrel against squawk on the same statements; squawk gets them without dbmate's markers.
void lint(const QString &work, const QList<QByteArray> &scripts)
{
    QList<Project::Migration> migrations;
    for (const QByteArray &script : scripts)
        migrations.append({script, "SELECT 0;"});
    const Project project(migrations);
    const QTemporaryDir plain;
    for (qsizetype i = 0; i < scripts.size(); ++i)
        writeFile(plain.filePath(QString::fromLatin1(Project::version(i)) + u".sql"_s), scripts.at(i));
    // Both find something, which ends them with other codes than 0.
    const auto counted = [](const QString &line) { return CommandLine{.program = u"sh"_s, .arguments = {u"-c"_s, line + u" || true"_s}}; };
    const CommandLine theirs = counted(u"ls '%1'/*.sql | xargs -n 20000 '%2'"_s.arg(plain.path(), squawk()));
    const CommandLine ours = counted(u"'%1' lint --dialect postgresql -p '%2'"_s.arg(QStringLiteral(WHIMBREL_PROGRAM), project.folder()));
    const Comparison comparison = compare(theirs, ours, {}, 5);
    report(work, comparison, u"<= 0.125x, 60 MB"_s);
}

} // namespace

void lint()
{
    for (const int count : {1'000, 10'000}) {
        QList<QByteArray> scripts;
        for (int i = 0; i < count; ++i)
            scripts << ddl(i);
        lint(u"lint %L1 files of four statements, squawk"_s.arg(count), scripts);
    }
    QByteArray script;
    for (int i = 0; i < 50'000; ++i) {
        const QByteArray n = QByteArray::number(i);
        script += "INSERT INTO customers (id, name, email) VALUES (" + n + ", 'Customer number " + n + " of the shop', 'customer." + n + "@example.com');\n";
    }
    lint(u"lint one file of 50,000 INSERTs, squawk"_s, {script});
}

} // namespace Whimbrel::Bench
