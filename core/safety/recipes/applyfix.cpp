// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/reader.h"
#include "safety/recipes/quickfix.h"
#include "safety/recipes/recipebook.h"
#include "sql/splitter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Kind = Operation::Kind;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

QString columnOf(const Operation &operation)
{
    return operation.name.isEmpty() && !operation.columns.isEmpty() ? operation.columns.constFirst().name
                                                                    : operation.name;
}

QString namedBy(const Operation &operation) // an index's or a constraint's name
{
    if (operation.kind == Kind::CreateIndex && !operation.indexes.isEmpty())
        return operation.indexes.constFirst().name;
    if (operation.kind == Kind::AddConstraint && !operation.constraints.isEmpty())
        return operation.constraints.constFirst().name;
    return operation.kind == Kind::DropObject ? operation.relation.name : operation.name;
}

/// The kind that undoes this one.
Kind inverseOf(Kind kind)
{
    switch (kind) {
    case Kind::AddColumn:
        return Kind::DropColumn;
    case Kind::DropColumn:
        return Kind::AddColumn;
    case Kind::AddConstraint:
        return Kind::DropConstraint;
    case Kind::SetNotNull:
        return Kind::DropNotNull;
    case Kind::AttachPartition:
        return Kind::DetachPartition;
    case Kind::DetachPartition:
        return Kind::AttachPartition;
    case Kind::RenameColumn:
    case Kind::RenameObject:
    case Kind::AlterColumnType:
        return kind;
    default:
        return Kind::Unknown;
    }
}

bool undoesObject(const Operation &down, const Operation &up)
{
    const auto isDropOf = [](const Operation &drop, ObjectType type) {
        return drop.kind == Kind::DropObject && drop.objectType == type;
    };
    if (up.kind == Kind::CreateIndex)
        return isDropOf(down, ObjectType::Index) && (namedBy(up).isEmpty() || namedBy(up) == namedBy(down));
    if (isDropOf(up, ObjectType::Index))
        return down.kind == Kind::CreateIndex && namedBy(up) == namedBy(down);
    if (up.kind == Kind::CreateTable)
        return isDropOf(down, ObjectType::Table) && up.relation.name == down.relation.name;
    return isDropOf(up, ObjectType::Table) && down.kind == Kind::CreateTable && up.relation.name == down.relation.name;
}

bool undoes(const Operation &down, const Operation &up)
{
    if (down.kind != inverseOf(up.kind) || up.kind == Kind::Unknown)
        return undoesObject(down, up);
    switch (up.kind) {
    case Kind::RenameColumn:
        return down.name == up.newName && down.newName == up.name;
    case Kind::RenameObject:
        return down.relation.name == up.newName && down.newName == up.relation.name;
    case Kind::AttachPartition:
    case Kind::DetachPartition:
        return down.other.name == up.other.name;
    case Kind::AddConstraint:
        return down.relation.name == up.relation.name && (namedBy(up).isEmpty() || namedBy(up) == down.name);
    default:
        return down.relation.name == up.relation.name && columnOf(down) == columnOf(up);
    }
}

/// One direction's statements, and the one that goes.
struct Section
{
    QList<Statement> statements;
    qsizetype begin = 0; ///< of the text below the section's marker
    qsizetype going = -1;

    bool isEmptyAfterwards() const
    {
        for (qsizetype i = 0; i < statements.size(); ++i) {
            if (i != going && statements.at(i).kind != StatementKind::TransactionControl)
                return false;
        }
        return true;
    }
};

Section sectionOf(const MigrationScript &script, Dialect dialect)
{
    if (!script.exists)
        return {};
    return {splitScript(script.text, dialect, script.start).statements,
            script.start.offset + script.text.indexOf(u'\n') + 1};
}

qsizetype statementAt(const QList<Statement> &statements, qsizetype offset)
{
    const auto found = std::ranges::find_if(statements, [offset](const Statement &statement) {
        return statement.start.offset <= offset && offset < std::max(statement.end(), statement.start.offset + 1);
    });
    return found == statements.end() ? -1 : found - statements.begin();
}

qsizetype undoing(const QList<Statement> &statements, const Statement &up, Dialect dialect)
{
    const QList<Operation> done = readStatement(up, dialect).operations;
    qsizetype found = -1;
    for (qsizetype i = 0; done.size() == 1 && i < statements.size(); ++i) {
        const QList<Operation> operations = readStatement(statements.at(i), dialect).operations;
        if (operations.size() != 1 || !undoes(operations.constFirst(), done.constFirst()))
            continue;
        if (found >= 0)
            return -1; // two that would: a person has to say which
        found = i;
    }
    return found;
}

/// Takes a statement out of the file with the comment above it and the rest of its line. `floor`: where its section
/// begins.
void removeStatement(QString &text, const Statement &statement, qsizetype floor)
{
    qsizetype begin = std::max(floor, text.lastIndexOf(u'\n', std::max<qsizetype>(statement.start.offset - 1, 0)) + 1);
    if (!QStringView(text).sliced(begin, statement.start.offset - begin).trimmed().isEmpty())
        begin = statement.start.offset; // something else stands before it on its line
    for (qsizetype lines = statement.comment.isEmpty() ? 0 : statement.comment.count(u'\n') + 1;
         lines > 0 && begin > floor; --lines)
        begin = text.lastIndexOf(u'\n', begin - 2) + 1;
    qsizetype end = statement.end();
    while (end < text.size() && (text.at(end) == u' ' || text.at(end) == u'\t' || text.at(end) == u'\r'))
        ++end;
    if (end < text.size() && text.at(end) == u'\n')
        ++end;
    text.remove(begin, end - begin);
}

/// What stands above the sections, without a phase of its own: the migration says its own.
QString headOf(const QString &text, qsizetype end)
{
    QString head;
    for (const QStringView line : QStringView(text).first(end).tokenize(u'\n', Qt::SkipEmptyParts)) {
        if (declaredPhase(line) == MigrationPhase::Unknown)
            head += line.toString() + u'\n';
    }
    return head;
}

std::unexpected<Error> goneStatement(const FixPlace &place)
{
    Error error =
        failure(ErrorKind::Project, Text::tr("The statement that the fix is for is not in the file’s way up any more."),
                Text::tr("Wait for the file to be looked at again, then choose the fix anew."))
            .error();
    error.position.file = place.migration.displayFile;
    return std::unexpected(error);
}

Result<QList<NewMigration>> madeBy(const FixPlace &place, const Fix &fix)
{
    const RecipeBook book = RecipeBook::ofProject(place.folder);
    const Recipe *recipe = book.find(fix.recipe, place.dialect, place.version);
    if (!recipe)
        return failure(ErrorKind::Usage,
                       Text::tr("There is no recipe “%1” for %2.").arg(fix.recipe, dialectName(place.dialect)));
    RecipeValues values;
    for (const auto &[name, value] : fix.values)
        values.insert(name, value);
    return fillIn(*recipe, values, place.dialect);
}

} // namespace

Result<AppliedFix> applyFix(const FixPlace &place, const QString &text, const Finding &finding, const Fix &fix,
                            const QDateTime &now)
{
    const Result<MigrationScripts> scripts = place.format.parse(text, place.migration.displayFile);
    if (!scripts)
        return std::unexpected(scripts.error());
    Section up = sectionOf(scripts->up, place.dialect);
    Section down = sectionOf(scripts->down, place.dialect);
    up.going = statementAt(up.statements, finding.start.offset);
    if (up.going < 0)
        return goneStatement(place);
    down.going = undoing(down.statements, up.statements.at(up.going), place.dialect);
    Result<QList<NewMigration>> made = madeBy(place, fix);
    if (!made)
        return std::unexpected(made.error());

    AppliedFix applied;
    applied.text = text;
    applied.keepsDown = down.going < 0 && !down.statements.isEmpty();
    if (up.isEmptyAfterwards() && down.isEmptyAfterwards()) {
        const Result<QString> first = place.format.compose(made->takeFirst());
        if (!first)
            return std::unexpected(first.error());
        applied.text = headOf(text, std::min(scripts->up.start.offset, scripts->down.start.offset)) + *first;
    } else {
        const Statement &gone = up.statements.at(up.going);
        const Statement *undone = down.going < 0 ? nullptr : &down.statements.at(down.going);
        const bool upFirst =
            !undone || undone->start.offset < gone.start.offset; // from the end, so that places stay true
        if (upFirst)
            removeStatement(applied.text, gone, up.begin);
        if (undone)
            removeStatement(applied.text, *undone, down.begin);
        if (!upFirst)
            removeStatement(applied.text, gone, up.begin);
    }
    return planMigrations(place.format, place.configuration, place.folder, *made, place.migration.version, now)
        .transform([&](const QList<PlannedMigration> &planned) {
            applied.migrations = planned;
            return applied;
        });
}

} // namespace Whimbrel
