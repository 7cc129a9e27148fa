// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/fixes/fixtarget.h"

#include "safety/reader.h"
#include "safety/tokens/tokencursor.h"
#include "sql/splitter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Kind = Operation::Kind;
using Flag = Operation::Flag;

/// Names within a table, compared without case: at worst a fix is not offered.
class Names
{
public:
    void add(const QString &name)
    {
        if (!name.isEmpty())
            m_names << name.toLower();
    }
    void add(const QStringList &names)
    {
        for (const QString &name : names)
            add(name);
    }
    void add(const ConstraintDefinition &constraint)
    {
        add(constraint.name);
        add(constraint.columns);
        add(constraint.expression.columns);
    }
    void add(const IndexDefinition &index)
    {
        add(index.name);
        add(index.keyColumns());
        add(index.included);
        add(index.predicate.columns);
        for (const IndexDefinition::Part &part : index.parts)
            add(part.expression.columns);
    }
    bool meets(const Names &other) const
    {
        return std::ranges::any_of(m_names, [&](const QString &name) { return other.m_names.contains(name); });
    }

private:
    QStringList m_names;
};

/// Every column, constraint and index that the operation is about.
Names namesIn(const Operation &operation)
{
    Names names;
    names.add(operation.name);
    names.add(operation.newName);
    names.add(operation.position);
    names.add(operation.expression.columns);
    for (const ColumnDefinition &column : operation.columns) {
        names.add(column.name);
        names.add(column.generatedAs.columns);
        for (const ConstraintDefinition &constraint : column.constraints)
            names.add(constraint);
    }
    for (const ConstraintDefinition &constraint : operation.constraints)
        names.add(constraint);
    for (const IndexDefinition &index : operation.indexes)
        names.add(index);
    return names;
}

bool takesNameAway(const Operation &operation)
{
    return operation.kind == Kind::DropColumn || operation.kind == Kind::RenameColumn ||
           operation.kind == Kind::DropConstraint || operation.kind == Kind::DropObject ||
           (operation.kind == Kind::ModifyColumn && !operation.newName.isEmpty());
}

/// Something that stands on columns, and on which nothing stands: it may as well come later than the rest.
bool isOnTop(const Operation &operation)
{
    return operation.kind == Kind::AddConstraint || operation.kind == Kind::SetNotNull ||
           operation.kind == Kind::CreateIndex;
}

/// Whether `rest` would not do the same before `going` that it did beside it.
bool needs(const Operation &rest, const Operation &going)
{
    if (rest.kind == Kind::DropObject && going.kind == Kind::DropObject)
        return false; // names of one list
    if (!isOnTop(going) || takesNameAway(rest))
        return namesIn(rest).meets(namesIn(going));
    Names own;
    own.add(going.kind == Kind::SetNotNull ? QString() : going.name);
    for (const ConstraintDefinition &constraint : going.constraints)
        own.add(constraint.name);
    const auto isKey = [](const ConstraintDefinition &constraint) {
        return constraint.kind == ConstraintKind::ForeignKey;
    };
    return namesIn(rest).meets(own) ||
           std::ranges::any_of(rest.constraints, isKey); // a key may refer to the table itself
}

bool isOneList(const QList<Operation> &operations)
{
    const Operation &first = operations.constFirst();
    return std::ranges::all_of(operations, [&](const Operation &operation) {
        const bool isDrop = operation.kind == Kind::DropObject && first.kind == Kind::DropObject &&
                            operation.objectType == first.objectType && !operation.has(Flag::Cascade);
        return isDrop || (operation.relation == first.relation && operation.kind != Kind::DoBlock);
    });
}

/// The part with the comma behind it, or the one before it where it is the last.
bool takeComma(const TokenCursor &tokens, FixTarget &target)
{
    for (qsizetype i = 0; i < tokens.count(); ++i) {
        if (tokens.offset(i) >= target.end && tokens.at(i).isSymbol(u',')) {
            target.end = i + 1 < tokens.count() ? tokens.offset(i + 1) : tokens.endOffset(i);
            return true;
        }
        if (tokens.offset(i) >= target.end)
            break;
    }
    for (qsizetype i = tokens.count() - 1; i > 0; --i) {
        if (tokens.endOffset(i) <= target.begin) {
            target.begin = tokens.endOffset(i - 1);
            return tokens.at(i).isSymbol(u',');
        }
    }
    return false;
}

bool skipReference(TokenCursor &tokens)
{
    tokens.advance();
    if (tokens.readName().isEmpty())
        return false;
    tokens.skipParentheses();
    while (true) {
        if (tokens.accept("MATCH"_L1)) {
            tokens.advance();
        } else if (tokens.accept({"ON"_L1, "DELETE"_L1}) || tokens.accept({"ON"_L1, "UPDATE"_L1})) {
            tokens.advance(tokens.isAnyWord({"SET"_L1, "NO"_L1}) ? 2 : 1);
            tokens.skipParentheses();
        } else {
            return true;
        }
    }
}

/// Behind a column's constraint that begins with its own word; false where it says more than this knows.
bool skipConstraint(TokenCursor &tokens, ConstraintKind kind)
{
    switch (kind) {
    case ConstraintKind::Check:
        tokens.advance();
        if (!tokens.skipParentheses())
            return false;
        break;
    case ConstraintKind::ForeignKey:
        if (!skipReference(tokens))
            return false;
        break;
    default:
        tokens.advance();
        tokens.accept("KEY"_L1);
    }
    return !tokens.isAnyWord(
               {"NO"_L1, "NULLS"_L1, "WITH"_L1, "USING"_L1, "DEFERRABLE"_L1, "INITIALLY"_L1, "ENFORCED"_L1}) &&
           !tokens.isWords({"ON"_L1, "CONFLICT"_L1}) && !tokens.isWords({"NOT"_L1, "DEFERRABLE"_L1}) &&
           !tokens.isWords({"NOT"_L1, "ENFORCED"_L1});
}

/// Finds the only constraint of this kind within ADD COLUMN.
bool findConstraint(TokenCursor &tokens, ConstraintKind kind, FixTarget &target)
{
    const QLatin1StringView word = kind == ConstraintKind::Check        ? "CHECK"_L1
                                   : kind == ConstraintKind::ForeignKey ? "REFERENCES"_L1
                                                                        : "UNIQUE"_L1;
    const qsizetype from = target.begin;
    const qsizetype to = target.end;
    int found = 0;
    while (!tokens.atEnd()) {
        if (tokens.skipParentheses())
            continue;
        const qsizetype at = tokens.index();
        if (!tokens.isWord(word) || tokens.offset(at) < from || tokens.offset(at) >= to) {
            tokens.advance();
            continue;
        }
        const bool isNamed = at >= 2 && tokens.at(at - 2).isWord("CONSTRAINT"_L1);
        if (!skipConstraint(tokens, kind) || ++found > 1)
            return false;
        target.begin = tokens.endOffset(isNamed ? at - 3 : at - 1);
        target.end = tokens.endOffset(tokens.index() - 1);
    }
    return found == 1;
}

bool takeConstraint(const QString &statement, ConstraintKind kind, Dialect dialect, FixTarget &target,
                    Operation &column)
{
    if (column.kind != Kind::AddColumn || column.columns.isEmpty())
        return false;
    QList<ConstraintDefinition> &constraints = column.columns.first().constraints;
    const auto isOfKind = [kind](const ConstraintDefinition &constraint) { return constraint.kind == kind; };
    TokenCursor tokens(statement, dialect);
    if (std::ranges::count_if(constraints, isOfKind) != 1 || !findConstraint(tokens, kind, target))
        return false;
    Operation constraint;
    constraint.kind = Kind::AddConstraint;
    constraint.relation = column.relation;
    constraint.constraints = {*std::ranges::find_if(constraints, isOfKind)};
    constraint.name = constraint.constraints.constFirst().name;
    constraint.constraints.first().text = statement.sliced(target.begin, target.end - target.begin).trimmed();
    constraints.removeIf(isOfKind);
    target.operation = constraint;
    return true;
}

/// Reads what would be left: the proof that the text was cut where it had to be.
bool leavesRest(const QString &statement, const FixTarget &target, Dialect dialect)
{
    QString left = statement;
    left.remove(target.begin, target.end - target.begin);
    const SplitScript script = splitScript(left, dialect);
    if (script.statements.size() != 1 || !script.problems.isEmpty())
        return false;
    const QList<Operation> operations = readStatement(script.statements.constFirst(), dialect).operations;
    return std::ranges::equal(operations, target.rest, [](const Operation &a, const Operation &b) {
        return a.kind == b.kind && a.relation == b.relation && a.name == b.name && a.columns.size() == b.columns.size();
    });
}

} // namespace

std::optional<FixTarget> fixTarget(const QString &statement, const QList<Operation> &operations, qsizetype index,
                                   std::optional<ConstraintKind> constraint, Dialect dialect)
{
    FixTarget target;
    if (index < 0 && dialect == Dialect::SQLite && operations.size() > 1) { // which takes one action a statement: all of them
        target.operation = operations.constFirst();
        target.end = statement.size();
        return target;
    }
    if (index < 0 || index >= operations.size() || operations.at(index).kind == Kind::DoBlock)
        return {};
    target.operation = operations.at(index);
    if (!constraint && operations.size() == 1) {
        target.end = statement.size();
        return target;
    }
    const Operation &part = operations.at(index);
    target.isWhole = false;
    target.begin = part.offset;
    target.end = part.length > 0 ? part.offset + part.length : statement.size();
    target.rest = operations;
    if (constraint) {
        if (!takeConstraint(statement, *constraint, dialect, target, target.rest[index]))
            return {};
    } else {
        target.rest.removeAt(index);
        const auto isNeeded = [&](const Operation &rest) { return needs(rest, part); };
        if (part.length <= 0 || !isOneList(operations) || std::ranges::any_of(target.rest, isNeeded) ||
            !takeComma(TokenCursor(statement, dialect), target))
            return {};
    }
    return leavesRest(statement, target, dialect) ? std::optional(target) : std::nullopt;
}

QString withForeignKeys(const QString &createTable, Dialect dialect)
{
    TokenCursor tokens(createTable, dialect);
    while (!tokens.atEnd() && !tokens.isSymbol(u'('))
        tokens.advance();
    const qsizetype closing = tokens.behindParentheses(tokens.index()) - 1;
    if (closing < 0)
        return {};
    QString text = createTable.first(tokens.endOffset(tokens.index()));
    QString clauses;
    tokens.advance();
    qsizetype kept = tokens.index(); // up to where the text is taken over
    qsizetype column = tokens.index();
    while (tokens.index() < closing) {
        if (tokens.isSymbol(u','))
            column = tokens.index() + 1;
        const bool isClause = tokens.at(column).isAnyWord({"CONSTRAINT"_L1, "FOREIGN"_L1, "PRIMARY"_L1, "UNIQUE"_L1, "KEY"_L1, "INDEX"_L1, "CHECK"_L1});
        if (!tokens.isWord("REFERENCES"_L1) || isClause) {
            if (!tokens.skipParentheses())
                tokens.advance();
            continue;
        }
        const qsizetype reference = tokens.index();
        if (tokens.at(reference - 2).isWord("CONSTRAINT"_L1) || !skipReference(tokens) || tokens.index() > closing)
            return {};
        text += createTable.sliced(tokens.endOffset(kept - 1), tokens.endOffset(reference - 1) - tokens.endOffset(kept - 1));
        clauses += u",\n    FOREIGN KEY (%1) %2"_s.arg(tokens.text(column, column + 1), tokens.text(reference, tokens.index()));
        kept = tokens.index();
    }
    if (clauses.isEmpty())
        return {};
    const qsizetype end = tokens.endOffset(closing - 1);
    return text + createTable.sliced(tokens.endOffset(kept - 1), end - tokens.endOffset(kept - 1)) + clauses + u'\n' + createTable.sliced(tokens.offset(closing));
}

std::optional<ConstraintKind> constraintOfRecipe(const QString &recipe)
{
    if (recipe == "add-check"_L1)
        return ConstraintKind::Check;
    if (recipe == "add-foreign-key"_L1)
        return ConstraintKind::ForeignKey;
    if (recipe == "add-unique-constraint"_L1)
        return ConstraintKind::Unique;
    return {};
}

} // namespace Whimbrel
