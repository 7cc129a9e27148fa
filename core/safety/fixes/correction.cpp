// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/fixes/correction.h"

#include "safety/rules/execution/foreignkeys.h"
#include "safety/tokens/tokencursor.h"
#include "sql/quoting.h"

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

/// What a correction is made from.
struct Place
{
    const RuleContext &context;
    const StatementAnalysis &statement;
    const Operation *operation; ///< nullptr: the statement does several things

    const QString &text() const { return statement.statement.text; }
    Dialect dialect() const { return context.before.dialect(); }
};

/// `key`: "statement" or "afterwards", see correction.h.
Fix made(const QString &title, const QString &key, const QString &sql)
{
    Fix fix;
    fix.title = title;
    fix.values = {{key, sql}};
    fix.isComplete = true;
    return fix;
}

Fix inOtherWords(const QString &title, const QString &statement)
{
    return made(title, u"statement"_s, statement);
}

Fix withAnotherStatement(const QString &title, const QString &statement)
{
    return made(title, u"afterwards"_s, statement);
}

QString replaced(const QString &text, const Token &token, const QString &by)
{
    return text.first(token.begin) + by + text.sliced(token.end);
}

std::optional<Fix> jsonb(const Place &place)
{
    if (!place.operation)
        return {};
    TokenCursor tokens(place.text(), place.dialect());
    const qsizetype begin = place.operation->offset;
    for (; !tokens.atEnd(); tokens.advance()) {
        const qsizetype at = tokens.index();
        const bool isWithin = tokens.offset(at) >= begin && (place.operation->length <= 0 || tokens.offset(at) < begin + place.operation->length);
        // Behind a name, so that a column named json is none.
        const bool isType = at > 0 && tokens.atName(-1) && !tokens.at(at - 1).isAnyWord({"ADD"_L1, "COLUMN"_L1, "EXISTS"_L1});
        if (isWithin && isType && tokens.isWord("JSON"_L1))
            return inOtherWords(Text::tr("Use jsonb"), replaced(place.text(), tokens.peek(), u"jsonb"_s));
    }
    return {};
}

std::optional<Fix> innoDb(const Place &place)
{
    TokenCursor tokens(place.text(), place.dialect());
    while (!tokens.atEnd() && !tokens.isWord("ENGINE"_L1)) {
        if (!tokens.skipParentheses())
            tokens.advance();
    }
    if (!tokens.accept("ENGINE"_L1))
        return {};
    tokens.acceptSymbol(u'=');
    return tokens.atEnd() ? std::nullopt : std::optional(inOtherWords(Text::tr("Use InnoDB"), replaced(place.text(), tokens.peek(), u"InnoDB"_s)));
}

/// The values that are there in their order, and the new ones behind them.
std::optional<Fix> appendedValues(const Place &place)
{
    const Operation *modify = place.operation;
    const CatalogRelation *table = modify ? place.context.before.relation(modify->relation) : nullptr;
    const CatalogColumn *column = table ? table->column(modify->name) : nullptr;
    if (!column || modify->kind != Kind::ModifyColumn || modify->columns.isEmpty())
        return {};
    const QStringList &wanted = modify->columns.constFirst().type.values;
    QStringList values = column->type.values;
    const auto isKept = [&wanted](const QString &value) { return wanted.contains(value); };
    if (values.isEmpty() || !std::ranges::all_of(values, isKept))
        return {};
    for (const QString &value : wanted) {
        if (!values.contains(value))
            values << value;
    }
    for (QString &value : values)
        value = literalText(value, place.dialect());
    TokenCursor tokens(place.text(), place.dialect());
    while (!tokens.atEnd() && !(tokens.isAnyWord({"ENUM"_L1, "SET"_L1}) && tokens.isSymbol(u'(', 1)))
        tokens.advance();
    const qsizetype open = tokens.index() + 1;
    const qsizetype behind = tokens.behindParentheses(open);
    if (tokens.atEnd() || behind < 0 || tokens.offset(open) < modify->offset)
        return {};
    return inOtherWords(Text::tr("Append the new values"),
                        place.text().first(tokens.endOffset(open)) + values.join(u", "_s) + place.text().sliced(tokens.offset(behind - 1)));
}

std::optional<Fix> resetSetting(const Place &place)
{
    const bool isSet = place.operation && place.operation->kind == Kind::SetSetting && !place.operation->name.isEmpty() &&
                       place.operation->name != "session_replication_role"_L1; // right at no time
    const QString form = isMySqlFamily(place.dialect()) ? u"SET SESSION %1 = DEFAULT"_s : u"RESET %1"_s;
    return isSet ? std::optional(withAnotherStatement(Text::tr("Take the setting back at the end"), form.arg(place.operation->name))) : std::nullopt;
}

std::optional<Fix> committed(const Place &)
{
    return withAnotherStatement(Text::tr("End the transaction"), u"COMMIT"_s);
}

/// For this transaction only: where there is none, nothing holds it.
std::optional<Fix> withTimeout(const Place &place)
{
    if (!place.statement.inTransaction)
        return {};
    return inOtherWords(Text::tr("Wait for the lock two seconds at most"), u"SET LOCAL lock_timeout = '2s';\n"_s + place.text());
}

std::optional<Fix> withMySqlTimeout(const Place &place)
{
    return inOtherWords(Text::tr("Wait for the lock five seconds at most"), u"SET SESSION lock_wait_timeout = 5;\n"_s + place.text());
}

/// In the same migration: the table is new, so nobody waits for the index, and what undoes the table undoes it. Of one that is there
/// already, the index comes first, see FixBuilder::addIndexedForeignKey().
std::optional<Fix> indexedKeys(const Place &place)
{
    const Catalog &after = place.context.after;
    const CatalogRelation *table = place.operation ? after.relation(place.operation->relation) : nullptr;
    const bool isElsewhere = place.dialect() == Dialect::SQLite && place.operation && !place.operation->relation.schema.isEmpty();
    if (!table || isElsewhere || !after.isNew(table->made))
        return {};
    const auto text = [&place](const QString &name) { return identifierText(name, place.dialect()); };
    const ObjectName &relation = place.operation->relation;
    QStringList statements;
    for (const QStringList &columns : keysWithoutIndex(after, *place.operation)) {
        const QString index = fittedIdentifier(relation.name + u'_' + columns.join(u'_') + u"_idx"_s, place.dialect());
        if (after.tableOfIndex({relation.schema, index}))
            return {};
        QStringList quoted;
        for (const QString &column : columns)
            quoted << text(column);
        const QString on = (relation.schema.isEmpty() ? QString() : text(relation.schema) + u'.') + text(relation.name);
        statements << u"CREATE INDEX %1 ON %2 (%3)"_s.arg(text(index), on, quoted.join(u", "_s));
    }
    statements.removeDuplicates();
    if (statements.isEmpty())
        return {};
    return withAnotherStatement(Text::tr("Index the foreign key’s columns at the end"), statements.join(u";\n"_s));
}

struct Correction
{
    QLatin1StringView rule;
    std::optional<Fix> (*make)(const Place &);
};

constexpr Correction corrections[] = {
    {"json-column-no-equality"_L1, jsonb},
    {"mysql-engine-without-transactions"_L1, innoDb},
    {"mysql-enum-reorder"_L1, appendedValues},
    {"foreign-key-without-index"_L1, indexedKeys},
    {"session-setting-leaks"_L1, resetSetting},
    {"transaction-left-open"_L1, committed},
    {"lock-without-timeout"_L1, withTimeout},
    {"mysql-lock-wait-timeout"_L1, withMySqlTimeout},
};

} // namespace

std::optional<Fix> correctionFor(const RuleContext &context, int statement, const Operation *operation)
{
    const auto known = std::ranges::find(corrections, QLatin1StringView(context.rule->id), &Correction::rule);
    if (known == std::end(corrections) || context.input.direction == Direction::Down)
        return {};
    const StatementAnalysis &found = context.script.statements.at(statement);
    const QList<Operation> &operations = found.reading.operations;
    if (!operation && operations.size() == 1)
        operation = &operations.constFirst();
    return known->make({context, found, operation});
}

} // namespace Whimbrel
