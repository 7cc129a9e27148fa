// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorplan.h"

#include "run/guard/fit/fitcheck.h"
#include "run/stepchecks.h"

#include <QtConcurrentRun>

namespace Whimbrel {

RunPlan planOf(const FileStatements &found, const Migration &migration, const MigrationProject *project,
               Dialect dialect)
{
    RunPlan plan;
    plan.dialect = dialect;
    if (found.unreadable)
        plan.refusals << *found.unreadable;
    const auto addStep = [&](Direction direction, const MigrationScript &script, const QList<Statement> &statements,
                             const QList<ScriptProblem> &problems) {
        if (!script.exists)
            return;
        PlanStep step;
        step.migration = migration;
        step.direction = direction;
        step.transaction = script.transaction;
        for (const Statement &statement : statements) {
            step.statements << PlanStatement{statement, static_cast<int>(step.statements.size()) + 1};
            step.ownCommits = step.ownCommits || (step.transaction && mayCommitByItself(statement, dialect));
        }
        step.notes = stepNotes(step, dialect);
        if (project)
            step.notes << project->format().differences(script, statements, dialect);
        plan.refusals << stepRefusals(step, problems, dialect);
        plan.steps << step;
    };
    addStep(Direction::Up, found.scripts.up, found.up, found.upProblems);
    addStep(Direction::Down, found.scripts.down, found.down, found.downProblems);
    return plan;
}

QFuture<QList<Error>> guardRefusalsOf(const RunPlan &plan, const QString &text, const std::shared_ptr<const MigrationProject> &project,
                                      const RunGuards &guards, const std::optional<Catalog> &schema)
{
    if (!project || !schema)
        return QtFuture::makeReadyValueFuture(QList<Error>());
    return QtConcurrent::run([=] { return guardRefusals(*project, plan, guards, *schema, text); });
}

} // namespace Whimbrel
