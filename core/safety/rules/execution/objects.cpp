// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

#include "sql/lexer.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

bool needsTable(const Operation &operation)
{
    const bool isAlter = operation.kind >= Kind::AddColumn && operation.kind <= Kind::DetachPartition;
    return (isAlter || operation.kind == Kind::CreateIndex || operation.kind == Kind::CreateTrigger ||
            operation.kind == Kind::Truncate) &&
           operation.objectType == ObjectType::Table && !operation.relation.isEmpty();
}

bool needsColumn(const Operation &operation)
{
    switch (operation.kind) {
    case Kind::DropColumn:
    case Kind::RenameColumn:
    case Kind::AlterColumnType:
    case Kind::SetDefault:
    case Kind::DropDefault:
    case Kind::SetNotNull:
    case Kind::DropNotNull:
    case Kind::ModifyColumn:
        return operation.objectType == ObjectType::Table;
    default:
        return false;
    }
}

/// What the server would say is missing; empty: nothing that is known.
QString missing(const RuleContext &context, const Operation &operation)
{
    const CatalogRelation *table = context.before.relation(operation.relation);
    const QString name = operation.relation.toString();
    const bool isForgiven = operation.has(Flag::IfExists);
    if (needsTable(operation) && !table && !isForgiven && context.before.isComplete() &&
        !context.after.relation(operation.relation))
        return tr("There is no table “%1”.").arg(name);
    if (!table || !table->isComplete || isForgiven)
        return {};
    const bool isAddedHere = std::ranges::any_of(context.operations(), [&operation](const Operation &other) {
        return other.kind == Kind::AddColumn && !other.columns.isEmpty() &&
               other.columns.constFirst().name == operation.name;
    });
    if (needsColumn(operation) && !table->column(operation.name) && !isAddedHere)
        return tr("“%1” has no column “%2”.").arg(name, operation.name);
    const bool needsConstraint = operation.kind == Kind::ValidateConstraint || operation.kind == Kind::RenameConstraint;
    if (needsConstraint && table->constraints.isEmpty() && context.before.isComplete())
        return tr("“%1” has no constraint “%2”.").arg(name, operation.name);
    return {};
}

/// What is there already; empty: nothing that is known.
QString duplicate(const RuleContext &context, const Operation &operation)
{
    if (operation.has(Flag::IfNotExists) || operation.has(Flag::OrReplace))
        return {};
    const QString name = operation.relation.toString();
    const CatalogRelation *table = context.before.relation(operation.relation);
    switch (operation.kind) {
    case Kind::CreateTable:
    case Kind::CreateTableAs:
        return table && table->isComplete && !operation.has(Flag::Temporary) ? tr("“%1” exists already.").arg(name)
                                                                             : QString();
    case Kind::AddColumn:
        return table && !operation.columns.isEmpty() && table->column(operation.columns.constFirst().name)
                   ? tr("“%1” has a column “%2” already.").arg(name, operation.columns.constFirst().name)
                   : QString();
    case Kind::AddConstraint: {
        const QString constraint = operation.constraints.value(0).name;
        return table && !constraint.isEmpty() && table->constraint(constraint)
                   ? tr("“%1” has a constraint “%2” already.").arg(name, constraint)
                   : QString();
    }
    case Kind::CreateIndex:
        return table && !operation.name.isEmpty() && table->index(operation.name)
                   ? tr("“%1” has an index “%2” already.").arg(name, operation.name)
                   : QString();
    default:
        return {};
    }
}

/// The column that two parts of the statement add, or one names twice.
QString repeatedColumn(const QList<Operation> &operations)
{
    QStringList names;
    for (const Operation &operation : operations) {
        if (operation.kind != Kind::AddColumn && operation.kind != Kind::CreateTable)
            continue;
        for (const ColumnDefinition &column : operation.columns) {
            const QString key = operation.relation.toString() + u' ' + column.name;
            if (names.contains(key))
                return column.name;
            names.append(key);
        }
    }
    return {};
}

/// Failures that rules of their own explain.
bool isExplainedElsewhere(const Operation &operation)
{
    return operation.kind == Kind::AlterColumnType || operation.kind == Kind::LockTable ||
           (operation.has(Flag::Concurrently) &&
            (operation.kind == Kind::CreateIndex || operation.kind == Kind::DropObject));
}

void checkObjects(RuleContext &context)
{
    if (const QString column = repeatedColumn(context.operations()); !column.isEmpty()) {
        context.report(tr("The column “%1” is made twice by one statement; this fails.").arg(column));
        return;
    }
    for (const Operation &operation : context.operations()) {
        QString message = missing(context, operation);
        if (message.isEmpty())
            message = duplicate(context, operation);
        if (!message.isEmpty()) {
            // Without a connection it is the project's own earlier migrations that say so, and others may have had a
            // hand in it.
            const bool isCertain = context.before.isComplete();
            context.report({.message = message,
                            .operation = &operation,
                            .severity = isCertain ? std::nullopt : std::optional(Severity::Warning),
                            .needsSchema = !isCertain});
            return;
        }
    }
    if (context.impact().fails != Answer::Yes || context.before.dialect() != Dialect::PostgreSql)
        return;
    for (const Operation &operation : context.operations()) {
        const StatementImpact impact = impactOfPart(context, operation);
        if (impact.fails == Answer::Yes && !impact.failure.isEmpty() && !isExplainedElsewhere(operation)) {
            context.report(impact.failure, &operation);
            return;
        }
    }
}

qsizetype nameLimit(Dialect dialect)
{
    return dialect == Dialect::PostgreSql ? 63 : 64;
}

/// In bytes for PostgreSQL, in characters for MySQL and MariaDB.
qsizetype lengthOf(QStringView name, Dialect dialect)
{
    return dialect == Dialect::PostgreSql ? name.toUtf8().size() : qsizetype(name.toUcs4().size());
}

/// Cheap, and enough to skip nearly every statement: something in the text goes on for that long without a break.
bool mayHoldLongName(QStringView text, qsizetype limit)
{
    qsizetype run = 0;
    for (const QChar c : text) {
        run =
            c.isLetterOrNumber() || c == u'_' || c == u'$' || c.unicode() > 127 ? run + (c.unicode() > 127 ? 3 : 1) : 0;
        if (run > limit)
            return true;
    }
    return text.contains(u'"') || text.contains(u'`');
}

void checkNames(RuleContext &context)
{
    const Dialect dialect = context.before.dialect();
    const qsizetype limit = nameLimit(dialect);
    const bool makesNames = std::ranges::any_of(context.operations(), [](const Operation &operation) {
        return operation.kind >= Kind::CreateTable && operation.kind <= Kind::AlterExtension;
    });
    const Statement &statement = context.statement().statement;
    if (!makesNames || statement.text.size() <= limit || !mayHoldLongName(statement.text, limit))
        return;
    QStringList said;
    Lexer lexer(statement.text, dialect);
    for (Token token = lexer.nextSignificant(); token.kind != TokenKind::End; token = lexer.nextSignificant()) {
        if (token.kind != TokenKind::Word && token.kind != TokenKind::QuotedName)
            continue;
        const QString name =
            (token.kind == TokenKind::QuotedName ? token.text.mid(1).chopped(1) : token.text).toString();
        if (lengthOf(name, dialect) <= limit || said.contains(name))
            continue;
        said.append(name);
        Operation place;
        place.offset = token.begin;
        place.length = token.end - token.begin;
        const QString message =
            dialect == Dialect::PostgreSql
                ? tr("PostgreSQL cuts this name off after %1 bytes: it becomes %2.").arg(limit).arg(name.left(limit))
                : tr("A name may have %1 characters; this one has more, and the statement fails.").arg(limit);
        context.report(message, &place,
                       dialect == Dialect::PostgreSql ? std::optional(Severity::Warning) : std::nullopt);
    }
}

} // namespace

RuleTable objectRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "object-missing-or-duplicate",
            .category = Execution,
            .severity = Severity::Error,
            .dialects = Rule::Any,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel", "By the schema as it will be when this statement runs, the server refuses it: what it "
                            "names is not there, or is there already, or is not of the kind it needs."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel",
                                     "Correct the name or the order of the migrations. If the database differs from "
                                     "what the project's migrations make, connect to it and look again."),
            .bad = "ALTER TABLE t ADD a int",
            .good = "ALTER TABLE t ADD a9 int",
            .equivalents = "bytebase: BUILTIN_WALK_THROUGH_CHECK; squawk: ban-duplicate-column-assignments",
            .check = checkObjects,
        },
        {
            .id = "identifier-truncated",
            .category = Execution,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql | Rule::MySqlFamily,
            .why = QT_TRANSLATE_NOOP(
                "Whimbrel", "PostgreSQL cuts names off after 63 bytes with nothing but a notice, and two names that "
                            "begin alike become one; MySQL and MariaDB refuse names of more than 64 characters."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Choose a shorter name."),
            .bad = "CREATE INDEX CONCURRENTLY an_identifier_that_is_far_longer_than_the_sixty_three_bytes_allowed_here "
                   "ON t(a)",
            .good = "CREATE INDEX CONCURRENTLY t_a ON t(a)",
            .equivalents = "squawk: identifier-too-long",
            .check = checkNames,
        },
    };
    return rules;
}

} // namespace Whimbrel
