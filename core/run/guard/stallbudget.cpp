// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/stallbudget.h"

#include "project/guardlimits.h"
#include "safety/annotation.h"
#include "safety/project/migrationreading.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Whimbrel {

namespace {

constexpr auto word = "stall-budget"_L1;

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

/// Files may be large, and few of them say the word.
bool mayHoldWord(const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return false;
    const QByteArray content = file.readAll();
    return content.contains("stall-budget");
}

Result<milliseconds> durationOf(const Annotation &annotation, const PlanStep &step)
{
    const FilePosition position{
        .file = step.migration.displayFile, .line = annotation.start.line, .column = annotation.start.column};
    Result<milliseconds> duration = parseDuration(annotation.rest.section(u' ', 0, 0));
    if (duration && *duration >= leastStallBudget)
        return duration;
    return std::unexpected(
        Error{.kind = ErrorKind::Refused,
              .message = tr("“stall-budget %1” is no time that others can be made to wait.").arg(annotation.rest),
              .detail = {},
              .hint = tr("Nothing was changed. Write it as in “-- whimbrel: stall-budget 5s”, %1 ms at least.")
                          .arg(leastStallBudget.count()),
              .code = {},
              .position = position});
}

} // namespace

milliseconds StepBudget::of(int statement) const
{
    if (const auto own = statements.constFind(statement); own != statements.cend())
        return *own;
    return file > milliseconds(0) ? file : environment;
}

milliseconds StepBudget::ofTransaction() const
{
    milliseconds longest = file > milliseconds(0) ? file : environment;
    for (const milliseconds own : statements)
        longest = std::max(longest, own);
    return longest;
}

Result<StepBudget> readStepBudget(const MigrationFormat &format, const PlanStep &step, Dialect dialect,
                                  milliseconds environment)
{
    StepBudget budget{.environment = environment};
    if (!mayHoldWord(step.migration.file))
        return budget;
    const MigrationReading reading = readMigration(format, step.migration, dialect, ReadingDetail::Both);
    const AnalysisInput *input = step.direction == Direction::Up ? &reading.up
                                 : reading.down                  ? &*reading.down
                                                                 : nullptr;
    if (!input)
        return budget;
    for (const Annotation &annotation : annotations(*input, dialect)) {
        if (annotation.word != word)
            continue;
        const Result<milliseconds> duration = durationOf(annotation, step);
        if (!duration)
            return std::unexpected(duration.error());
        if (annotation.target == Annotation::Target::File)
            budget.file = *duration;
        else if (annotation.target == Annotation::Target::Statement || annotation.target == Annotation::Target::Line)
            budget.statements.insert(annotation.statement + 1, *duration);
    }
    return budget;
}

} // namespace Whimbrel
