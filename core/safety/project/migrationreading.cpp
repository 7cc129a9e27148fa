// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/project/migrationreading.h"

#include "project/textfile.h"
#include "safety/scriptwalk.h"
#include "sql/rowshape.h"
#include "sql/splitter.h"

#include <thread>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr qsizetype manyStatements = 4'000; // from here on another thread is worth its start

QList<StatementReading> readAll(const QList<Statement> &statements, Dialect dialect)
{
    QList<StatementReading> readings(statements.size());
    const auto readRange = [&statements, dialect, result = readings.data()](qsizetype from, qsizetype to) {
        std::optional<RowShape> rows; // of the last INSERT … VALUES
        for (qsizetype i = from; i < to; ++i) {
            // Of a dump, what its rows are read as would be most of the time and of the memory.
            if (rows && rows->fits(statements.at(i).text)) {
                result[i] = result[i - 1];
                continue;
            }
            result[i] = readStatement(statements.at(i), dialect);
            rows.reset();
            if (ScriptWalk::isRows(result[i]))
                rows.emplace(statements.at(i).text, dialect);
            if (i > from && ScriptWalk::areRowsAlike(result[i - 1], result[i]))
                result[i] = result[i - 1];
        }
    };
    const qsizetype threads = statements.size() < manyStatements ? 1 : std::clamp<qsizetype>(std::thread::hardware_concurrency(), 1, 16);
    std::vector<std::jthread> others;
    for (qsizetype i = 1; i < threads; ++i)
        others.emplace_back(readRange, statements.size() * i / threads, statements.size() * (i + 1) / threads);
    readRange(0, statements.size() / threads);
    return readings;
}

/// What stands before the first statement and the comment that belongs to it: words there are about the whole file.
QString headOf(const QString &text, const QList<Statement> &statements)
{
    if (statements.isEmpty())
        return text;
    const Statement &first = statements.first();
    qsizetype end = first.start.offset;
    if (!first.comment.isEmpty())
        end = std::max<qsizetype>(0, QStringView(text).first(end).lastIndexOf(first.comment));
    return text.first(end);
}

/// Something is said in a section beside the marker that begins it.
bool holdsComment(const QString &section)
{
    const qsizetype endOfMarker = section.indexOf(u'\n');
    const QStringView rest = endOfMarker < 0 ? QStringView() : QStringView(section).sliced(endOfMarker);
    return rest.contains("--"_L1) || rest.contains("/*"_L1) || rest.contains(u'#');
}

ScriptTransaction transactionOf(const MigrationFormat &format, const MigrationScript &script, Dialect dialect)
{
    if (script.transaction)
        return ScriptTransaction::Wrapped;
    return format.sendsAsOneString(script, dialect) ? ScriptTransaction::OneQuery : ScriptTransaction::Autocommit;
}

AnalysisInput inputOf(const Migration &migration, const MigrationScript &script, Direction direction, Dialect dialect)
{
    AnalysisInput input;
    input.file = migration.displayFile;
    input.version = migration.version;
    input.direction = direction;
    input.text = script.text;
    input.start = script.start;
    input.statements = splitScript(script.text, dialect, script.start).statements;
    input.readings = readAll(input.statements, dialect);
    input.description = migration.description;
    return input;
}

QList<Operation> operationsOf(const AnalysisInput &input)
{
    QList<Operation> operations;
    for (const StatementReading &reading : input.readings)
        operations += reading.operations;
    return operations;
}

} // namespace

MigrationReading readMigrationText(const MigrationFormat &format, const Migration &migration, const QString &text, Dialect dialect,
                                   ReadingDetail detail)
{
    const Result<MigrationScripts> scripts = format.parse(text, migration.displayFile);
    if (!scripts)
        return {.text = text, .up = {}, .down = {}, .error = scripts.error()};
    MigrationReading reading;
    reading.text = text;
    reading.up = inputOf(migration, scripts->up, Direction::Up, dialect);
    reading.up.transaction = transactionOf(format, scripts->up, dialect);
    reading.up.declaredPhase = scripts->phase;
    reading.up.head = headOf(text, reading.up.statements);
    if (detail == ReadingDetail::Up)
        return reading;
    reading.up.counterpart = AnalysisInput::Counterpart{};
    if (!scripts->down.exists)
        return reading;
    reading.down = inputOf(migration, scripts->down, Direction::Down, dialect);
    reading.down->transaction = transactionOf(format, scripts->down, dialect);
    reading.down->declaredPhase = scripts->phase;
    reading.down->head = reading.up.head;
    reading.up.counterpart = AnalysisInput::Counterpart{.exists = true, .hasComment = holdsComment(scripts->down.text),
                                                       .operations = operationsOf(*reading.down)};
    return reading;
}

MigrationReading readMigration(const MigrationFormat &format, const Migration &migration, Dialect dialect, ReadingDetail detail)
{
    Result<TextFile> file = readTextFile(migration.file, migration.displayFile, Links::Refuse);
    if (!file && file.error().code == "LINK"_L1) { // the format knows which links it follows
        if (const Result<MigrationScripts> scripts = format.read(migration); !scripts)
            return {.text = {}, .up = {}, .down = {}, .error = scripts.error()};
        file = readTextFile(migration.file, migration.displayFile);
    }
    if (!file)
        return {.text = {}, .up = {}, .down = {}, .error = file.error()};
    file->bytes.clear();
    return readMigrationText(format, migration, file->text, dialect, detail);
}

MigrationReading readScriptText(const QString &text, const QString &file, Dialect dialect)
{
    MigrationReading reading;
    reading.text = text;
    MigrationScript script;
    script.text = text;
    Migration migration;
    migration.displayFile = file;
    reading.up = inputOf(migration, script, Direction::Up, dialect);
    reading.up.transaction = ScriptTransaction::Autocommit;
    reading.up.declaredPhase = declaredPhase(text);
    reading.up.head = headOf(text, reading.up.statements);
    return reading;
}

} // namespace Whimbrel
