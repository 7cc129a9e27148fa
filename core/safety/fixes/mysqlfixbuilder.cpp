// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/fixes/mysqlfixbuilder.h"

#include "safety/fixes/fixtarget.h"
#include "sql/quoting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Kind = Operation::Kind;
using Flag = Operation::Flag;
using Constraint = ConstraintDefinition::Kind;

QString typeOf(const TypeName &type)
{
    QString text = type.text;
    if (!type.characterSet.isEmpty() && !text.contains("CHARACTER"_L1, Qt::CaseInsensitive) &&
        !text.contains("CHARSET"_L1, Qt::CaseInsensitive))
        text += u" CHARACTER SET "_s + type.characterSet;
    if (!type.collation.isEmpty() && !text.contains("COLLATE"_L1, Qt::CaseInsensitive))
        text += u" COLLATE "_s + type.collation;
    return text;
}

/// Other than NULL, which a server names where nobody has.
bool hasDefault(const ColumnDefinition &column)
{
    return column.hasDefault && !column.defaultValue.isNull;
}

QString defaultOf(const ColumnDefinition &column)
{
    return hasDefault(column) ? column.defaultValue.text : QString();
}

/// What a column's definition says behind its type.
QString attributes(const ColumnDefinition &column)
{
    QString text;
    if (column.notNull)
        text += u" NOT NULL"_s;
    text += hasDefault(column) ? u" DEFAULT "_s + column.defaultValue.text : QString();
    if (column.onUpdateNow)
        text += u" ON UPDATE CURRENT_TIMESTAMP"_s;
    if (column.identity)
        text += u" AUTO_INCREMENT"_s;
    if (!column.comment.isEmpty())
        text += u" COMMENT "_s + literalText(column.comment, Dialect::MariaDb);
    return text;
}

bool keepsDefault(const CatalogColumn &before, const ColumnDefinition &wanted)
{
    return hasDefault(*before.definition) == hasDefault(wanted) && defaultOf(*before.definition) == defaultOf(wanted) &&
           (!hasDefault(wanted) || wanted.defaultValue.isConstant);
}

bool isSpecial(const IndexDefinition &index)
{
    return index.method == "FULLTEXT"_L1 || index.method == "SPATIAL"_L1;
}

} // namespace

bool MySqlFixBuilder::isPlain(const CatalogColumn &column) const
{
    const ColumnDefinition &definition = *column.definition;
    return column.generated == ColumnDefinition::Generated::No && column.isIdentity == Answer::No &&
           !definition.onUpdateNow && definition.comment.isEmpty();
}

QString MySqlFixBuilder::definitionOf(const CatalogColumn &column) const
{
    ColumnDefinition definition = *column.definition;
    const bool isKnown = column.notNull != Answer::Depends && column.hasDefault != Answer::Depends &&
                         column.isIdentity != Answer::Depends && !column.type.text.isEmpty() &&
                         column.generated == ColumnDefinition::Generated::No &&
                         (!definition.onUpdateNow || definition.type.modifiers.isEmpty());
    if (!isKnown || (definition.hasDefault && definition.defaultValue.text.isEmpty()))
        return {};
    definition.notNull = column.notNull == Answer::Yes;
    return text(column.name) + u' ' + typeOf(definition.type) + attributes(definition);
}

bool MySqlFixBuilder::createIndex()
{
    if (m_operation.kind != Kind::CreateIndex || m_operation.indexes.isEmpty() ||
        m_operation.has(Flag::FullTextOrSpatial))
        return false;
    const IndexDefinition &index = m_operation.indexes.constFirst();
    begin(index.unique ? "create-unique-index" : "create-index");
    set("table", text(m_operation.relation));
    set("index", index.name.isEmpty() ? QString() : text(index.name));
    return readIndex(index, index.unique) && index.method.compare("hash"_L1, Qt::CaseInsensitive) != 0;
}

bool MySqlFixBuilder::dropIndex()
{
    if (m_operation.kind != Kind::DropObject || m_operation.objectType != ObjectType::Index)
        return false;
    const CatalogIndex *index = m_table ? m_table->index(m_operation.name) : nullptr;
    const CatalogConstraint *primary = m_table ? m_table->primaryKey() : nullptr;
    if (index && ((primary && primary->index == index->definition.name) || isSpecial(index->definition)))
        return false;
    beginOnTable("drop-index");
    set("index", text(m_operation.name));
    set("unique", index && index->definition.unique ? u"yes"_s : QString());
    need("key", index ? text(index->definition.keyColumns()) : QString());
    needIf(index && std::ranges::all_of(index->definition.parts, [](const IndexDefinition::Part &part) {
               return !part.column.isEmpty() && part.plain;
           }));
    return true;
}

bool MySqlFixBuilder::addForeignKey()
{
    if (!FixBuilder::addForeignKey())
        return false;
    m_fix.values.removeIf([](const auto &value) {
        return value.first == "index"_L1; // the server makes one where there is none
    });
    return std::ranges::none_of(m_fix.values, [](const auto &value) { return value.second == "set default"_L1; });
}

bool MySqlFixBuilder::addColumn()
{
    if (!FixBuilder::addColumn() || !m_operation.position.isEmpty())
        return false;
    const ColumnDefinition &column = m_operation.columns.constFirst();
    return column.comment.isEmpty() && !column.onUpdateNow && !column.explicitNull;
}

bool MySqlFixBuilder::isPlainModify() const
{
    if (m_operation.kind != Kind::ModifyColumn || m_operation.columns.isEmpty() || !m_operation.newName.isEmpty() ||
        !m_operation.position.isEmpty())
        return false;
    const ColumnDefinition &wanted = m_operation.columns.constFirst();
    return wanted.generated == ColumnDefinition::Generated::No && wanted.constraints.isEmpty() && !wanted.identity &&
           !wanted.onUpdateNow && wanted.comment.isEmpty();
}

/// Another type, and nothing else: everything that the two definitions say besides has to be the same.
bool MySqlFixBuilder::changeType()
{
    const CatalogColumn *known = column();
    if (!isPlainModify() || m_operation.columns.constFirst().notNull != (known && known->notNull == Answer::Yes))
        return false;
    const ColumnDefinition &wanted = m_operation.columns.constFirst();
    beginOnColumn("change-type");
    need("type", typeOf(wanted.type));
    need("old_type", known ? typeOf(known->type) : QString());
    set("default", defaultOf(wanted));
    set("not_null", wanted.notNull ? u"yes"_s : QString());
    if (wanted.notNull && !hasDefault(wanted))
        return false; // old and new code would each have to give the column that the other knows
    needIf(known && isPlain(*known) && keepsDefault(*known, wanted) && isFree(m_operation.name));
    return true;
}

/// NOT NULL, and nothing else. What becomes of the rows without a value is for a person to say.
bool MySqlFixBuilder::setNotNull()
{
    const CatalogColumn *known = column();
    if (!isPlainModify() || !known || known->notNull != Answer::No || !m_operation.columns.constFirst().notNull)
        return false;
    const ColumnDefinition &wanted = m_operation.columns.constFirst();
    if (wanted.type.name != known->type.name || wanted.type.values != known->type.values || !isPlain(*known) ||
        !keepsDefault(*known, wanted) || !isFree(m_operation.name))
        return false;
    beginOnColumn("set-not-null-in-steps");
    set("type", typeOf(wanted.type));
    set("default", defaultOf(wanted));
    set("keep_default", hasDefault(wanted) ? u"yes"_s : QString());
    needIf(false);
    return true;
}

bool MySqlFixBuilder::renameColumn()
{
    if (!FixBuilder::renameColumn())
        return false;
    const CatalogColumn *known = column();
    for (auto &[name, value] : m_fix.values) {
        if (name == "type"_L1)
            value = typeOf(known->type);
    }
    needIf(known && isPlain(*known));
    return true;
}

bool MySqlFixBuilder::dropColumn()
{
    if (m_operation.kind != Kind::DropColumn)
        return false;
    const CatalogColumn *known = column();
    beginOnColumn("drop-column");
    need("type", known ? typeOf(known->type) : QString());
    if (!known)
        return true;
    set("default", defaultOf(*known->definition));
    set("not_null", known->notNull == Answer::Yes ? u"yes"_s : QString());
    if (known->notNull == Answer::Yes && known->hasDefault != Answer::Yes)
        return false; // what rows get meanwhile that do not name it is for a person to say
    const auto holds = [&](const CatalogIndex &index) {
        return index.definition.keyColumns().contains(m_operation.name, Qt::CaseInsensitive);
    };
    const auto index = std::ranges::find_if(m_table->indexes, holds);
    if (index != m_table->indexes.end()) {
        if (std::ranges::count_if(m_table->indexes, holds) > 1 || index->definition.parts.size() > 1 ||
            index->definition.unique || !index->constraint.isEmpty())
            return false;
        set("index", text(index->definition.name));
    }
    for (const CatalogConstraint &constraint : m_table->constraints) {
        if (constraint.definition.columns.contains(m_operation.name, Qt::CaseInsensitive) ||
            constraint.definition.expression.columns.contains(m_operation.name, Qt::CaseInsensitive))
            return false; // goes along, or keeps the column: in steps of its own
    }
    needIf(m_table->isComplete && isPlain(*known));
    return true;
}

bool MySqlFixBuilder::dropTable()
{
    if (m_operation.kind != Kind::DropObject || m_operation.objectType != ObjectType::Table)
        return false;
    beginOnTable("drop-table");
    QStringList lines;
    bool isKnown = m_table && m_table->isComplete && !m_table->isPartitioned;
    if (m_table) {
        for (const CatalogColumn &column : m_table->columns) {
            lines << definitionOf(column);
            isKnown = isKnown && !lines.constLast().isEmpty();
        }
        const CatalogConstraint *primary = m_table->primaryKey();
        if (primary)
            lines << u"PRIMARY KEY (%1)"_s.arg(text(primary->definition.columns));
        for (const CatalogIndex &index : m_table->indexes) {
            if (primary && primary->index == index.definition.name)
                continue;
            isKnown = isKnown && !isSpecial(index.definition) &&
                      index.definition.keyColumns().size() == index.definition.parts.size();
            lines << (index.definition.unique ? u"UNIQUE KEY %1 (%2)"_s : u"KEY %1 (%2)"_s)
                         .arg(text(index.definition.name), text(index.definition.keyColumns()));
        }
        isKnown = isKnown && std::ranges::all_of(m_table->constraints, [](const CatalogConstraint &constraint) {
                      return constraint.definition.kind == Constraint::PrimaryKey ||
                             constraint.definition.kind == Constraint::Unique;
                  });
    }
    need("definition", isKnown ? lines.join(u",\n    "_s) : QString());
    return true;
}

/// Of columns that are NOT NULL: to forbid NULL as well is a step of its own.
bool MySqlFixBuilder::addPrimaryKey()
{
    if (isAskedFor() || !FixBuilder::addPrimaryKey() || !m_table)
        return false;
    m_fix.values.removeIf([](const auto &value) { return value.first != "table"_L1 && value.first != "columns"_L1; });
    return std::ranges::all_of(m_operation.constraints.constFirst().columns, [this](const QString &name) {
        const CatalogColumn *known = m_table->column(name);
        return known && known->notNull == Answer::Yes;
    });
}

bool MySqlFixBuilder::addCheck()
{
    return !isAskedFor() && FixBuilder::addCheck();
}

bool MySqlFixBuilder::nameForeignKeys()
{
    if (m_operation.kind != Kind::CreateTable || m_operation.has(Flag::IfNotExists))
        return false;
    const QString statement = withForeignKeys(m_statement, m_catalog.dialect());
    if (statement.isEmpty() || statement.contains("--"_L1) || statement.contains("/*"_L1))
        return false;
    begin("own-migration");
    set("statement", statement);
    set("undo", u"DROP TABLE "_s + text(m_operation.relation));
    set("description", u"create_"_s + m_operation.relation.name);
    set("reason", u"REFERENCES within a column is a remark to MySQL; FOREIGN KEY is a constraint."_s);
    set("transaction", u"yes"_s);
    return true;
}

bool MySqlFixBuilder::rebuildTable()
{
    const bool isForced = m_operation.kind == Kind::TableOption && m_operation.name == "FORCE"_L1;
    const bool isOptimised = m_operation.kind == Kind::Vacuum;
    if ((!isForced && !isOptimised) || isAskedFor() || m_operation.relation.isEmpty())
        return false;
    beginOnTable("rebuild-table");
    return true;
}

bool MySqlFixBuilder::keepAttributes()
{
    const CatalogColumn *known = column();
    if (m_operation.kind != Kind::ModifyColumn || m_operation.columns.isEmpty() || !m_operation.newName.isEmpty() ||
        !m_operation.position.isEmpty() || !known)
        return false;
    ColumnDefinition wanted = m_operation.columns.constFirst();
    const ColumnDefinition &before = *known->definition;
    if (wanted.generated != ColumnDefinition::Generated::No || !wanted.constraints.isEmpty())
        return false;
    wanted.notNull = wanted.notNull || (!wanted.explicitNull && known->notNull == Answer::Yes);
    if (!wanted.hasDefault && hasDefault(before)) {
        wanted.hasDefault = true;
        wanted.defaultValue = before.defaultValue;
    }
    wanted.identity = wanted.identity || before.identity;
    wanted.onUpdateNow = wanted.onUpdateNow || before.onUpdateNow;
    if (wanted.comment.isEmpty())
        wanted.comment = before.comment;
    const QString old = definitionOf(*known);
    return !old.isEmpty() && (!wanted.onUpdateNow || wanted.type.modifiers.isEmpty()) &&
           alterTable(u"MODIFY COLUMN "_s + text(wanted.name) + u' ' + typeOf(wanted.type) + attributes(wanted),
                      u"MODIFY COLUMN "_s + old);
}

/// Which columns the rows are told apart by from then on is for a person to say.
bool MySqlFixBuilder::changePrimaryKey()
{
    const CatalogConstraint *primary = m_table ? m_table->primaryKey() : nullptr;
    if (m_operation.kind != Kind::DropConstraint || m_operation.value != "PRIMARY KEY"_L1 || !primary)
        return false;
    beginOnTable("change-primary-key");
    set("old_columns", text(primary->definition.columns));
    needIf(false);
    return true;
}

} // namespace Whimbrel
