// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/execution/refusals.h"
#include "safety/rules/support.h"

#include "sql/lexer.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

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
        if (const QString message = refusalOfForm(operation, context.before.dialect()); !message.isEmpty()) {
            context.report(message, &operation);
            return;
        }
        const QString message = refusalOf(context, operation);
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
    if (context.impact().fails != Answer::Yes || context.before.dialect() == Dialect::SQLite)
        return; // what SQLite cannot do has rules of its own
    if (context.before.dialect() != Dialect::PostgreSql) {
        if (!context.impact().failure.isEmpty())
            context.report(context.impact().failure);
        return;
    }
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

/// As PostgreSQL cuts it: after the last character that fits.
QString cutTo(const QString &name, qsizetype bytes)
{
    QString cut = name.left(bytes);
    while (cut.toUtf8().size() > bytes)
        cut.chop(cut.size() > 1 && cut.back().isLowSurrogate() ? 2 : 1);
    return cut;
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
                ? tr("PostgreSQL cuts this name off after %1 bytes: it becomes “%2”.").arg(limit).arg(cutTo(name, limit))
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
