// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/reader.h"
#include "safety/fixes/fixtarget.h"
#include "safety/fixes/quickfix.h"
#include "safety/recipes/recipebook.h"
#include "safety/fixes/scriptfix.h"
#include "sql/splitter.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <utility>

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
    return operation.kind == Kind::DropObject && operation.name.isEmpty() ? operation.relation.name : operation.name;
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
    case Kind::DropConstraint:
        return Kind::AddConstraint;
    case Kind::SetNotNull:
        return Kind::DropNotNull;
    case Kind::DropNotNull:
        return Kind::SetNotNull;
    case Kind::DropDefault:
        return Kind::SetDefault;
    case Kind::AttachPartition:
        return Kind::DetachPartition;
    case Kind::DetachPartition:
        return Kind::AttachPartition;
    case Kind::RenameColumn:
    case Kind::RenameObject:
    case Kind::AlterColumnType:
    case Kind::ModifyColumn:
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
    case Kind::DropConstraint:
        return down.relation.name == up.relation.name && namedBy(down) == up.name;
    case Kind::AddConstraint:
        return down.relation.name == up.relation.name && (namedBy(up).isEmpty() || namedBy(up) == down.name);
    default:
        return down.relation.name == up.relation.name && columnOf(down) == columnOf(up);
    }
}

/// One direction's statements, and what goes.
struct Section
{
    QList<Statement> statements;
    qsizetype begin = 0;  ///< of the text below the section's marker
    qsizetype going = -1; ///< the statement that goes, or that a part of goes
    FixTarget target;

    bool isEmptyAfterwards() const
    {
        for (qsizetype i = 0; i < statements.size(); ++i) {
            if ((i != going || !target.isWhole) && statements.at(i).kind != StatementKind::TransactionControl)
                return false;
        }
        return true;
    }
    /// The statement's place in the file; the end where there is none.
    qsizetype place() const
    {
        return going < 0 ? std::numeric_limits<qsizetype>::max() : statements.at(going).start.offset;
    }
};

Section sectionOf(const MigrationScript &script, Dialect dialect)
{
    if (!script.exists)
        return {};
    return {splitScript(script.text, dialect, script.start).statements,
            script.start.offset + script.text.indexOf(u'\n') + 1,
            -1,
            {}};
}

qsizetype statementAt(const QList<Statement> &statements, qsizetype offset)
{
    const auto found = std::ranges::find_if(statements, [offset](const Statement &statement) {
        return statement.start.offset <= offset && offset < std::max(statement.end(), statement.start.offset + 1);
    });
    return found == statements.end() ? -1 : found - statements.begin();
}

/// What the finding is about; the fix says whether that is a constraint within a column.
void findTarget(Section &up, const Finding &finding, const Fix &fix, Dialect dialect)
{
    const qsizetype index = statementAt(up.statements, finding.start.offset);
    if (index < 0)
        return;
    const Statement &statement = up.statements.at(index);
    const QList<Operation> operations = readStatement(statement, dialect).operations;
    const auto part = std::ranges::find_if(operations, [&](const Operation &operation) {
        return operation.length > 0 && statement.start.offset + operation.offset == finding.start.offset;
    });
    const qsizetype place = part != operations.end() ? part - operations.begin() : operations.size() == 1 ? 0 : -1;
    const bool addsColumn = place >= 0 && operations.at(place).kind == Kind::AddColumn;
    const auto constraint = addsColumn ? constraintOfRecipe(fix.recipe) : std::nullopt;
    if (const auto target = fixTarget(statement.text, operations, place, constraint, dialect)) {
        up.going = index;
        up.target = *target;
    }
}

/// The one statement, or part of one, that undoes it. Two that would: a person has to say which.
void findUndoing(Section &down, const Operation &done, Dialect dialect)
{
    std::optional<FixTarget> found;
    for (qsizetype i = 0; i < down.statements.size(); ++i) {
        const Statement &statement = down.statements.at(i);
        const QList<Operation> operations = readStatement(statement, dialect).operations;
        for (qsizetype place = 0; place < operations.size(); ++place) {
            if (!undoes(operations.at(place), done))
                continue;
            if (std::exchange(down.going, i) >= 0) {
                down.going = -1;
                return;
            }
            found = fixTarget(statement.text, operations, place, {}, dialect);
        }
    }
    if (found)
        down.target = *found;
    else
        down.going = -1;
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

void removeGoing(QString &text, const Section &section)
{
    if (section.going < 0)
        return;
    const Statement &statement = section.statements.at(section.going);
    if (section.target.isWhole)
        removeStatement(text, statement, section.begin);
    else
        text.remove(statement.start.offset + section.target.begin, section.target.end - section.target.begin);
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

/// `undo`: the statement of the file's way down that comes along, for a recipe that asks for one.
Result<QList<NewMigration>> madeBy(const FixPlace &place, const Fix &fix, const QString &undo)
{
    const RecipeBook book = RecipeBook::ofProject(place.folder);
    const Recipe *recipe = book.find(fix.recipe, place.dialect, place.version);
    if (!recipe)
        return failure(ErrorKind::Usage,
                       Text::tr("There is no recipe “%1” for %2.").arg(fix.recipe, dialectName(place.dialect)));
    RecipeValues values;
    for (const auto &[name, value] : fix.values)
        values.insert(name, value);
    const RecipeParameter *parameter = recipe->parameter(u"undo"_s);
    const bool takesUndo = parameter && (parameter->kind == RecipeParameter::Kind::Statement || parameter->kind == RecipeParameter::Kind::Statements);
    if (takesUndo && !undo.isEmpty())
        values.insert(parameter->name, undo);
    return fillIn(*recipe, values, place.dialect);
}

/// The file anew, with the phase that it declares.
Result<AppliedFix> applyToScript(const FixPlace &place, const QString &text, const MigrationScripts &scripts, const Section &down, const Fix &fix)
{
    const QString undo = insideOfSwitches(down.statements, scripts.down.text);
    if (undo.isEmpty() && !down.statements.isEmpty()) {
        return failure(ErrorKind::Project, Text::tr("The file’s way down holds what cannot run in a transaction between two switches of foreign keys."),
                       Text::tr("Write it without such statements, or write the switches by hand."));
    }
    Result<QList<NewMigration>> made = madeBy(place, fix, undo);
    if (!made)
        return std::unexpected(made.error());
    NewMigration migration = made->takeFirst();
    migration.phase = declaredPhase(text);
    if (down.statements.isEmpty()) { // what is not undone stays so, with the words that say why
        migration.down = scripts.down.text.sliced(scripts.down.text.indexOf(u'\n') + 1).trimmed();
        migration.downTransaction = scripts.down.transaction;
    }
    return place.format.compose(migration).transform([&](const QString &composed) {
        const qsizetype begin = std::min(scripts.up.start.offset, scripts.down.exists ? scripts.down.start.offset : scripts.up.start.offset);
        return AppliedFix{.text = headOf(text, begin) + composed, .migrations = {}};
    });
}

QString valueOf(const Fix &fix, QLatin1StringView name)
{
    const auto found = std::ranges::find_if(fix.values, [name](const auto &value) { return value.first == name; });
    return found == fix.values.cend() ? QString() : found->second;
}

/// The statement in other words, and one more at the end of the way up.
AppliedFix corrected(const QString &text, const Section &up, qsizetype index, const Fix &fix)
{
    AppliedFix applied{.text = text, .migrations = {}};
    const Statement &last = up.statements.constLast();
    if (const QString afterwards = valueOf(fix, "afterwards"_L1); !afterwards.isEmpty()) { // from the end, so that places stay true
        const bool isEnded = last.length > last.text.size();
        applied.text.insert(last.end(), (isEnded ? u"\n"_s : u";\n"_s) + afterwards + u';');
    }
    const Statement &found = up.statements.at(index);
    if (const QString statement = valueOf(fix, "statement"_L1); !statement.isEmpty())
        applied.text.replace(found.start.offset, found.text.size(), statement);
    return applied;
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
    const qsizetype found = statementAt(up.statements, finding.start.offset);
    if (takesWholeScript(fix.recipe) && found >= 0)
        return applyToScript(place, text, *scripts, down, fix);
    if (fix.recipe.isEmpty())
        return found >= 0 ? Result<AppliedFix>(corrected(text, up, found, fix)) : goneStatement(place);
    findTarget(up, finding, fix, place.dialect);
    if (up.going < 0)
        return goneStatement(place);
    findUndoing(down, up.target.operation, place.dialect);
    const bool isUndone = down.going >= 0 && down.target.isWhole;
    Result<QList<NewMigration>> made = madeBy(place, fix, isUndone ? down.statements.at(down.going).text : QString());
    if (!made)
        return std::unexpected(made.error());

    AppliedFix applied;
    applied.text = text;
    // What a constraint within a column stood for goes with the column.
    const bool goesAlong =
        up.target.rest.size() == readStatement(up.statements.at(up.going), place.dialect).operations.size();
    applied.keepsDown = down.going < 0 && !down.statements.isEmpty() && !goesAlong;
    if (up.isEmptyAfterwards() && down.isEmptyAfterwards()) {
        const Result<QString> first = place.format.compose(made->takeFirst());
        if (!first)
            return std::unexpected(first.error());
        applied.text = headOf(text, std::min(scripts->up.start.offset, scripts->down.start.offset)) + *first;
    } else { // from the end, so that places stay true
        const bool upFirst = up.place() > down.place();
        removeGoing(applied.text, upFirst || down.going < 0 ? up : down);
        if (down.going >= 0)
            removeGoing(applied.text, upFirst ? down : up);
    }
    return planMigrations(place.format, place.configuration, place.folder, *made, place.migration.version, now)
        .transform([&](const QList<PlannedMigration> &planned) {
            applied.migrations = planned;
            return applied;
        });
}

} // namespace Whimbrel
