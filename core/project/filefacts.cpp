// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/migrationproject.h"
#include "sql/lexer.h"

#include <thread>

namespace Whimbrel {

namespace {

// More than white space, comments and lone semicolons.
bool holdsStatement(QStringView script, Dialect dialect)
{
    Lexer lexer(script, dialect);
    Token token = lexer.nextSignificant();
    while (token.isSymbol(u';'))
        token = lexer.nextSignificant();
    return token.kind != TokenKind::End;
}

// A file that the tool would refuse still has a checksum.
FileFacts checksumOf(const Migration &migration)
{
    return {.checksum = MigrationProject::hashFile(migration.file).value_or(QString())};
}

FileFacts factsOf(const MigrationFormat &format, const Migration &migration, Dialect dialect)
{
    const Result<MigrationScripts> scripts = format.read(migration);
    if (!scripts)
        return checksumOf(migration);
    return {.checksum = scripts->checksum.value(),
            .reversible = scripts->down.exists && holdsStatement(scripts->down.text, dialect),
            .transaction = scripts->up.transaction,
            .phase = scripts->phase};
}

} // namespace

QHash<QString, FileFacts> MigrationProject::readFiles(const QList<Migration> &migrations, FileDetail detail, Dialect dialect) const
{
    // Two threads: most of the time goes into opening files, and more gain nothing on a laptop.
    constexpr qsizetype perThread = 200;
    QList<FileFacts> facts(migrations.size());
    const auto readRange = [&, result = facts.data()](qsizetype from, qsizetype to) {
        for (qsizetype i = from; i < to; ++i)
            result[i] = detail == FileDetail::All ? factsOf(format(), migrations.at(i), dialect) : checksumOf(migrations.at(i));
    };
    const qsizetype middle = migrations.size() > perThread ? migrations.size() / 2 : 0;
    std::jthread other(readRange, 0, middle);
    readRange(middle, migrations.size());
    other.join();

    QHash<QString, FileFacts> byVersion;
    byVersion.reserve(migrations.size());
    for (qsizetype i = 0; i < migrations.size(); ++i) {
        if (!facts.at(i).checksum.isEmpty())
            byVersion.insert(migrations.at(i).version, std::move(facts[i]));
    }
    return byVersion;
}

QList<ProjectProblem> MigrationProject::unreadable(const QList<Migration> &migrations) const
{
    QList<ProjectProblem> problems;
    for (const Migration &migration : migrations) {
        if (const Result<MigrationScripts> scripts = format().read(migration); !scripts)
            problems << ProjectProblem{.severity = ProjectProblem::Severity::Error, .error = scripts.error()};
    }
    return problems;
}

} // namespace Whimbrel
