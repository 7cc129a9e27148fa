// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/fixes/fixbuilder.h"

#include "sql/lexer.h"
#include "sql/quoting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Kind = Operation::Kind;
using Flag = Operation::Flag;
using Constraint = ConstraintDefinition::Kind;

QStringList words(const QString &text, Dialect dialect)
{
    QStringList found;
    Lexer lexer(text, dialect);
    int depth = 0;
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        depth += token.isSymbol(u'(') ? 1 : token.isSymbol(u')') ? -1 : 0;
        if (depth == 0 && token.kind == TokenKind::Word)
            found << token.text.toString().toUpper();
    }
    return found;
}

/// "CASCADE", "SET NULL", … of ON DELETE; nothing where a foreign key says more than a recipe can.
std::optional<QString> onDelete(const QString &constraint, Dialect dialect)
{
    const QStringList all = words(constraint, dialect);
    for (const QString &unsupported : {u"UPDATE"_s, u"MATCH"_s, u"DEFERRABLE"_s, u"INITIALLY"_s, u"ENFORCED"_s}) {
        if (all.contains(unsupported))
            return {};
    }
    const qsizetype at = all.indexOf(u"DELETE"_s);
    if (at < 0)
        return u"no action"_s;
    const QString word = all.value(at + 1).toLower();
    return word == "set"_L1 || word == "no"_L1 ? word + u' ' + all.value(at + 2).toLower() : word;
}

} // namespace

FixBuilder::FixBuilder(const Catalog &catalog, const Operation &operation, const QString &statement)
    : m_catalog(catalog)
    , m_operation(operation)
    , m_statement(statement)
    , m_table(catalog.relation(operation.relation))
{
}

bool FixBuilder::begin(const char *recipe)
{
    m_fix = {};
    m_fix.recipe = QString::fromLatin1(recipe);
    m_fix.isComplete = true;
    return true;
}

void FixBuilder::beginOnTable(const char *recipe)
{
    begin(recipe);
    set("table", text(m_operation.relation));
}

void FixBuilder::beginOnColumn(const char *recipe)
{
    beginOnTable(recipe);
    set("column", text(m_operation.name));
}

void FixBuilder::set(const char *name, const QString &value)
{
    if (!value.isEmpty())
        m_fix.values.append({QString::fromLatin1(name), value});
}

void FixBuilder::need(const char *name, const QString &value)
{
    set(name, value);
    needIf(!value.isEmpty());
}

void FixBuilder::needIf(bool known)
{
    m_fix.isComplete = m_fix.isComplete && known;
}

QString FixBuilder::text(const QString &name) const
{
    return identifierText(name, m_catalog.dialect());
}

QString FixBuilder::text(const ObjectName &name) const
{
    return name.schema.isEmpty() ? text(name.name) : text(name.schema) + u'.' + text(name.name);
}

QString FixBuilder::text(const QStringList &names) const
{
    QStringList quoted;
    for (const QString &name : names)
        quoted << text(name);
    return quoted.join(u", "_s);
}

bool FixBuilder::hasPart(std::initializer_list<QLatin1StringView> parts, const QString &text) const
{
    const QStringList all = words(text, m_catalog.dialect());
    return std::ranges::any_of(parts, [&](QLatin1StringView part) { return all.contains(part); });
}

const CatalogColumn *FixBuilder::column() const
{
    return m_table ? m_table->column(m_operation.name) : nullptr;
}

bool FixBuilder::isFree(const QString &column) const
{
    if (!m_table || !m_table->isComplete)
        return false;
    const auto inIndex = [&](const CatalogIndex &index) {
        const IndexDefinition &definition = index.definition;
        return definition.keyColumns().contains(column) || definition.included.contains(column) ||
               definition.predicate.columns.contains(column) ||
               std::ranges::any_of(definition.parts, [&](const IndexDefinition::Part &part) {
                   return part.expression.columns.contains(column);
               });
    };
    const auto inConstraint = [&](const CatalogConstraint &constraint) {
        return constraint.definition.columns.contains(column) ||
               constraint.definition.expression.columns.contains(column);
    };
    const auto inKeyTo = [&](const Catalog::ForeignKey &key) {
        return key.constraint->definition.referencedColumns.contains(column);
    };
    const auto inView = [&](const CatalogRelation *view) {
        return view->readColumns.isEmpty() || view->readColumns.contains(column);
    };
    return std::ranges::none_of(m_table->indexes, inIndex) &&
           std::ranges::none_of(m_table->constraints, inConstraint) &&
           std::ranges::none_of(m_catalog.foreignKeysTo(m_table->name), inKeyTo) &&
           std::ranges::none_of(m_catalog.viewsOn(m_table->name), inView) && !m_table->partitionKey.contains(column);
}

bool FixBuilder::refresh()
{
    if (m_operation.kind != Kind::RefreshMaterializedView)
        return false;
    const auto servesAll = [](const CatalogIndex &index) {
        return index.definition.unique && index.definition.predicate.isEmpty() &&
               !index.definition.keyColumns().isEmpty();
    };
    begin("own-migration");
    set("statement", u"REFRESH MATERIALIZED VIEW CONCURRENTLY "_s + text(m_operation.relation));
    set("description", u"refresh_"_s + m_operation.relation.name);
    set("transaction", u"yes"_s);
    return m_table && std::ranges::any_of(m_table->indexes, servesAll);
}

bool FixBuilder::newConstraint(Constraint kind, const char *recipe)
{
    if (m_operation.kind != Kind::AddConstraint || m_operation.constraints.isEmpty())
        return false;
    const ConstraintDefinition &constraint = m_operation.constraints.constFirst();
    if (constraint.kind != kind || constraint.deferrable || constraint.notEnforced || !constraint.usingIndex.isEmpty())
        return false;
    beginOnTable(recipe);
    set("constraint", constraint.name.isEmpty() ? QString() : text(constraint.name));
    return !m_table || !m_table->isPartitioned;
}

bool FixBuilder::addForeignKey()
{
    if (!newConstraint(Constraint::ForeignKey, "add-foreign-key"))
        return false;
    const ConstraintDefinition &key = m_operation.constraints.constFirst();
    const std::optional<QString> action = onDelete(key.text, m_catalog.dialect());
    if (!action)
        return false;
    const CatalogRelation *referenced = m_catalog.relation(key.references);
    const CatalogConstraint *primary = referenced ? referenced->primaryKey() : nullptr;
    QStringList columns = key.referencedColumns;
    if (columns.isEmpty() && primary)
        columns = primary->definition.columns;
    set("columns", text(key.columns));
    set("references", text(key.references));
    need("referenced_columns", text(columns));
    set("on_delete", *action);
    set("validate", key.notValid ? u"no"_s : QString());
    const auto leads = [&](const CatalogIndex &index) {
        return index.definition.predicate.isEmpty() &&
               index.definition.keyColumns().first(
                   std::min(key.columns.size(), index.definition.keyColumns().size())) == key.columns;
    };
    set("index", m_table && std::ranges::any_of(m_table->indexes, leads) ? u"no"_s : u"yes"_s);
    return true;
}

bool FixBuilder::addIndexedForeignKey()
{
    const bool isNew = m_table && m_catalog.isNew(m_table->made); // its index can be made in the same migration
    return !isNew && addForeignKey();
}

bool FixBuilder::addCheck()
{
    if (!newConstraint(Constraint::Check, "add-check"))
        return false;
    const ConstraintDefinition &check = m_operation.constraints.constFirst();
    if (hasPart({"INHERIT"_L1}, check.text))
        return false;
    need("condition", check.expression.text);
    return true;
}

bool FixBuilder::addUnique()
{
    if (!newConstraint(Constraint::Unique, "add-unique-constraint"))
        return false;
    const ConstraintDefinition &unique = m_operation.constraints.constFirst();
    need("columns", text(unique.columns));
    return !hasPart({"INCLUDE"_L1, "NULLS"_L1, "WITH"_L1, "USING"_L1}, unique.text);
}

bool FixBuilder::addPrimaryKey()
{
    if (!newConstraint(Constraint::PrimaryKey, "add-primary-key"))
        return false;
    const ConstraintDefinition &key = m_operation.constraints.constFirst();
    need("columns", text(key.columns));
    QStringList nullable = key.columns;
    nullable.removeIf([this](const QString &name) {
        const CatalogColumn *column = m_table ? m_table->column(name) : nullptr;
        return column && column->notNull == Answer::Yes;
    });
    set("not_null", nullable.isEmpty() ? u"yes"_s : QString());
    set("nullable", nullable == key.columns ? QString() : text(nullable));
    return !hasPart({"INCLUDE"_L1, "WITH"_L1, "USING"_L1}, key.text);
}

bool FixBuilder::validateConstraint()
{
    if (m_operation.kind != Kind::ValidateConstraint)
        return false;
    beginOnTable("validate-constraint");
    set("constraint", text(m_operation.name));
    return true;
}

bool FixBuilder::setNotNull()
{
    if (m_operation.kind != Kind::SetNotNull)
        return false;
    beginOnColumn("set-not-null");
    return !m_table || !m_table->isPartitioned;
}

} // namespace Whimbrel
