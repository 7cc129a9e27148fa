// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/fit/stallbudget.h"

#include "project/configuration/guardlimits.h"
#include "safety/annotation.h"
#include "safety/project/migrationreading.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Whimbrel {

namespace {

constexpr auto word = "stall-budget"_L1;

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
    Result<milliseconds> duration = parseStallBudget(annotation.rest);
    if (duration)
        return duration;
    Error error = duration.error();
    error.kind = ErrorKind::Refused;
    error.position = {.file = step.migration.displayFile, .line = annotation.start.line, .column = annotation.start.column};
    return std::unexpected(error);
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

Result<StepBudget> readStepBudget(const MigrationFormat &format, const PlanStep &step, Dialect dialect, milliseconds environment,
                                  const std::optional<QString> &typed)
{
    StepBudget budget{.environment = environment};
    if (!step.speaksToWhimbrel || (typed ? !typed->contains(word) : !mayHoldWord(step.migration.file)))
        return budget;
    const MigrationReading reading = typed ? readMigrationText(format, step.migration, *typed, dialect, ReadingDetail::Both)
                                           : readMigration(format, step.migration, dialect, ReadingDetail::Both);
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
