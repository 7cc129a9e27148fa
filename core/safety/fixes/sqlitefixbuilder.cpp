// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/fixes/sqlitefixbuilder.h"

#include "safety/reader.h"
#include "safety/tokens/tokencursor.h"
#include "sql/splitter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Kind = Operation::Kind;
using Constraint = ConstraintDefinition::Kind;

/// What a column's own text says, read again; nothing where it is not one.
std::optional<ColumnDefinition> readColumn(const QString &text)
{
    const SplitScript script = splitScript(u"CREATE TABLE t (%1)"_s.arg(text), Dialect::SQLite);
    if (script.statements.size() != 1)
        return {};
    const QList<Operation> read = readStatement(script.statements.constFirst(), Dialect::SQLite).operations;
    const bool isColumn = read.size() == 1 && read.constFirst().kind == Kind::CreateTable &&
                          read.constFirst().columns.size() == 1 && read.constFirst().constraints.isEmpty();
    return isColumn ? std::optional(read.constFirst().columns.constFirst()) : std::nullopt;
}

/// The text is what the catalog knows: nothing has changed the column since it was written.
bool isAsWritten(const CatalogColumn &column)
{
    const auto read = readColumn(column.definition->text);
    return read && read->name == column.name && read->type.name == column.type.name &&
           read->notNull == column.definition->notNull && read->hasDefault == column.definition->hasDefault &&
           read->defaultValue.text == column.definition->defaultValue.text;
}

/// The constraint stands within one of the table's columns, whose text holds it.
bool isInline(const CatalogRelation &table, const ConstraintDefinition &constraint)
{
    return std::ranges::any_of(table.columns, [&](const CatalogColumn &column) {
        return std::ranges::any_of(column.definition->constraints, [&](const ConstraintDefinition &own) {
            return own.kind == constraint.kind && own.text == constraint.text;
        });
    });
}

/// A column's text with other words: the type after its name, NOT NULL, a default.
class ColumnText
{
public:
    explicit ColumnText(const QString &text)
        : m_text(text)
    {
    }

    QString withType(const QString &before, const QString &type) const
    {
        TokenCursor tokens(m_text, Dialect::SQLite);
        tokens.readIdentifier();
        const qsizetype end = tokens.endOffset(tokens.index() - 1);
        const QString rest = m_text.sliced(end).trimmed();
        if (!rest.startsWith(before))
            return {};
        return QString(m_text.first(end) + u' ' + type + u' ' + rest.sliced(before.size()).trimmed()).trimmed();
    }
    /// Without `first` and what follows it: a second word, or a value.
    QString without(std::initializer_list<QLatin1StringView> words, bool withValue) const
    {
        TokenCursor tokens(m_text, Dialect::SQLite);
        while (!tokens.atEnd() && !tokens.isWords(words)) {
            if (!tokens.skipParentheses())
                tokens.advance();
        }
        if (tokens.atEnd() || tokens.index() == 0 || tokens.at(tokens.index() - 2).isWord("CONSTRAINT"_L1))
            return {};
        const qsizetype begin = tokens.endOffset(tokens.index() - 1);
        tokens.advance(qsizetype(words.size()));
        if (withValue && (tokens.isSymbol(u'-') || tokens.isSymbol(u'+')))
            tokens.advance();
        if (withValue && !tokens.skipParentheses())
            tokens.advance();
        return m_text.first(begin) + m_text.sliced(tokens.endOffset(tokens.index() - 1));
    }

private:
    QString m_text;
};

} // namespace

std::optional<SqliteFixBuilder::Table> SqliteFixBuilder::tableNow() const
{
    if (!m_table || !m_table->isComplete)
        return {};
    Table table;
    for (const CatalogColumn &column : m_table->columns) {
        if (!isAsWritten(column) || mayHoldComment(column.definition->text))
            return {};
        table.columns << column.definition->text;
        if (column.generated == ColumnDefinition::Generated::No)
            table.filled << text(column.name);
    }
    for (const CatalogConstraint &constraint : m_table->constraints) {
        if (isInline(*m_table, constraint.definition))
            continue;
        if (constraint.definition.text.isEmpty() || mayHoldComment(constraint.definition.text))
            return {};
        table.constraints << constraint.definition.text;
    }
    table.values = table.filled;
    return table;
}

bool SqliteFixBuilder::changeColumn(Table &table, const Operation &operation) const
{
    const auto place = std::ranges::find(m_table->columns, operation.name, &CatalogColumn::name);
    if (place == m_table->columns.end())
        return false;
    QString &line = table.columns[place - m_table->columns.begin()];
    const ColumnDefinition &definition = *place->definition;
    switch (operation.kind) {
    case Kind::AlterColumnType:
        if (operation.columns.isEmpty())
            return false;
        line = ColumnText(line).withType(place->type.text, operation.columns.constFirst().type.text);
        break;
    case Kind::ModifyColumn:
        if (operation.columns.isEmpty() || !operation.newName.isEmpty())
            return false; // what names the column would have to follow
        line = operation.columns.constFirst().text;
        break;
    case Kind::SetNotNull:
        line = definition.notNull ? QString() : line + u" NOT NULL"_s;
        break;
    case Kind::DropNotNull:
        line = ColumnText(line).without({"NOT"_L1, "NULL"_L1}, false);
        break;
    case Kind::SetDefault:
        if (definition.hasDefault)
            line = ColumnText(line).without({"DEFAULT"_L1}, true);
        if (!line.isEmpty())
            line += u" DEFAULT "_s + operation.expression.text;
        break;
    case Kind::DropDefault:
        line = ColumnText(line).without({"DEFAULT"_L1}, true);
        break;
    default:
        return false;
    }
    return !line.isEmpty() && readColumn(line).has_value();
}

/// A column that the rows there are have to be written for.
bool SqliteFixBuilder::appendColumn(Table &table, const Operation &operation) const
{
    if (operation.columns.isEmpty())
        return false;
    const ColumnDefinition &column = operation.columns.constFirst();
    const bool isKey = std::ranges::any_of(column.constraints, [](const ConstraintDefinition &constraint) {
        return constraint.kind == Constraint::PrimaryKey || constraint.kind == Constraint::Unique;
    });
    if (isKey || (column.notNull && !column.hasDefault))
        return false;
    table.columns << column.text;
    if (column.hasDefault) {
        table.filled << text(column.name);
        table.values << column.defaultValue.text;
    }
    return true;
}

bool SqliteFixBuilder::change(Table &table, const Operation &operation) const
{
    if (operation.kind == Kind::AddColumn)
        return appendColumn(table, operation);
    if (operation.kind != Kind::AddConstraint)
        return changeColumn(table, operation);
    if (operation.constraints.isEmpty() || operation.constraints.constFirst().text.isEmpty())
        return false;
    table.constraints << operation.constraints.constFirst().text;
    return true;
}

/// A column that nothing names; a rebuild by itself needs none of it.
bool SqliteFixBuilder::dropColumn(Table &table, Table &before, const Operation &operation) const
{
    const auto place = std::ranges::find(m_table->columns, operation.name, &CatalogColumn::name);
    if (place == m_table->columns.end() || !isFree(operation.name) || hasObjects() || place->notNull == Answer::Yes)
        return false;
    table.columns[place - m_table->columns.begin()].clear();
    for (Table *one : {&table, &before}) { // its values are gone, there and back
        one->values.removeOne(text(operation.name));
        one->filled.removeOne(text(operation.name));
    }
    return true;
}

QList<Operation> SqliteFixBuilder::operations() const
{
    const SplitScript script = splitScript(m_statement, Dialect::SQLite);
    const QList<Operation> all = script.statements.size() == 1 ? readStatement(script.statements.constFirst(), Dialect::SQLite).operations : QList<Operation>();
    return all.size() > 1 ? all : QList{m_operation};
}

bool SqliteFixBuilder::rebuildTable()
{
    std::optional<Table> now = tableNow();
    const std::optional<Objects> others = now ? objectsNow() : std::nullopt;
    if (!now || !others)
        return false;
    Table wanted = *now;
    const QList<Operation> changes = operations();
    for (const Operation &one : changes) {
        const bool isDone = one.kind == Kind::DropColumn ? dropColumn(wanted, *now, one) : change(wanted, one);
        if (!isDone)
            return false;
    }
    wanted.columns.removeAll(QString());
    const auto definition = [](const Table &table) { return (table.columns + table.constraints).join(u",\n    "_s); };
    beginOnTable("rebuild-table");
    set("definition", definition(wanted));
    set("columns", wanted.filled.join(u", "_s));
    set("values", wanted.values == wanted.filled ? QString() : wanted.values.join(u", "_s));
    QStringList objects = others->texts;
    if (const QString indexes = indexesNow(); !indexes.isEmpty())
        objects.prepend(indexes);
    set("clear", others->drops.join(u'\n'));
    set("objects", objects.join(u'\n'));
    set("options", m_table->rowFormat);
    set("old_definition", definition(*now));
    set("old_columns", now->filled.join(u", "_s));
    set("old_objects", objects.join(u'\n'));
    return true;
}

bool SqliteFixBuilder::addColumn()
{
    return FixBuilder::addColumn() && m_operation.columns.constFirst().notNull &&
           !m_operation.columns.constFirst().hasDefault;
}

bool SqliteFixBuilder::addUnique()
{
    return FixBuilder::addUnique() && m_operation.constraints.constFirst().columns.size() == 1;
}

bool SqliteFixBuilder::renameColumn()
{
    if (!FixBuilder::renameColumn())
        return false;
    const CatalogColumn *known = column();
    needIf(known && known->hasDefault == Answer::No && known->definition->type.collation.isEmpty() &&
           m_table->rowFormat.isEmpty());
    return true;
}

bool SqliteFixBuilder::dropColumn()
{
    if (m_operation.kind != Kind::DropColumn)
        return false;
    const CatalogColumn *known = column();
    beginOnColumn("drop-column");
    need("type", known ? known->type.text : QString());
    if (!known)
        return true;
    set("default", known->definition->defaultValue.text);
    QStringList indexes;
    for (const CatalogIndex &index : m_table->indexes) {
        const IndexDefinition &definition = index.definition;
        if (definition.predicate.columns.contains(m_operation.name) ||
            (definition.keyColumns().contains(m_operation.name) &&
             (definition.parts.size() > 1 || !index.constraint.isEmpty())))
            return false; // something is left to build anew
        if (definition.keyColumns().contains(m_operation.name))
            indexes << definition.name;
    }
    for (const CatalogConstraint &constraint : m_table->constraints) {
        if (constraint.definition.columns.contains(m_operation.name) ||
            constraint.definition.expression.columns.contains(m_operation.name))
            return false;
    }
    set("indexes", text(indexes));
    needIf(m_table->isComplete && !hasObjects() && (known->notNull == Answer::No || known->hasDefault == Answer::Yes));
    return true;
}

bool SqliteFixBuilder::renameTable()
{
    if (m_operation.kind != Kind::RenameObject || m_operation.objectType != ObjectType::Table)
        return false;
    const CatalogConstraint *primary = m_table ? m_table->primaryKey() : nullptr;
    QStringList columns;
    if (m_table) {
        for (const CatalogColumn &column : m_table->columns)
            columns << column.name;
    }
    beginOnTable("rename-table");
    set("new_table", text(m_operation.newName));
    need("columns", text(columns));
    need("key", primary && primary->definition.columns.size() == 1 ? text(primary->definition.columns.constFirst())
                                                                   : QString());
    needIf(m_table && m_table->isComplete);
    return true;
}

bool SqliteFixBuilder::dropTable()
{
    if (m_operation.kind != Kind::DropObject || m_operation.objectType != ObjectType::Table)
        return false;
    const std::optional<Table> now = m_table && !hasObjects() ? tableNow() : std::nullopt;
    beginOnTable("drop-table");
    need("definition", now ? (now->columns + now->constraints).join(u",\n    "_s) : QString());
    needIf(m_table && m_table->rowFormat.isEmpty() && indexesNow().isEmpty()); // they would not come back with it
    return true;
}

bool SqliteFixBuilder::standAlone()
{
    return m_operation.kind == Kind::Vacuum && FixBuilder::standAlone();
}

} // namespace Whimbrel
