// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresqlcatalog.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

void PostgreSqlCatalog::readIndexes(const Rows &rows)
{
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        CatalogRelation *table = relation(rows, row);
        if (!table)
            continue;
        CatalogIndex index;
        index.definition = rows.isNull(row, u"definition") ? bareIndex(rows, row) : m_definitions.index(rows.text(row, u"definition"));
        index.definition.name = rows.text(row, u"relname");
        index.constraint = rows.text(row, u"conname");
        index.valid = answer(rows.boolean(row, u"indisvalid") && rows.boolean(row, u"indisready"));
        index.parent = {rows.text(row, u"parent_schema"), rows.text(row, u"parent_name")};
        table->indexes.append(std::move(index));
    }
}

/// What is known of an index without its definition, as long as a table is locked.
IndexDefinition PostgreSqlCatalog::bareIndex(const Rows &rows, qsizetype row) const
{
    IndexDefinition index;
    index.unique = rows.boolean(row, u"indisunique");
    index.method = rows.text(row, u"amname");
    const QStringList columns = columnsAt(m_columns.value(rows.number(row, u"oid")), rows.text(row, u"key"));
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (i >= rows.number(row, u"indnkeyatts")) {
            index.included.append(columns.at(i));
            continue;
        }
        IndexDefinition::Part part;
        part.column = columns.at(i);
        part.expression.isOpaque = part.column.isEmpty();
        index.parts.append(std::move(part));
    }
    return index;
}

void PostgreSqlCatalog::readConstraints(const Rows &rows)
{
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        CatalogRelation *table = relation(rows, row);
        const QString kind = rows.text(row, u"contype");
        if (!table)
            continue;
        CatalogConstraint constraint;
        ConstraintDefinition &definition = constraint.definition;
        definition = m_definitions.constraint(rows.text(row, u"definition"));
        definition.text = rows.text(row, u"definition");
        definition.kind = kind == u'c' ? ConstraintKind::Check
            : kind == u'n'             ? ConstraintKind::NotNull
            : kind == u'p'             ? ConstraintKind::PrimaryKey
            : kind == u'u'             ? ConstraintKind::Unique
            : kind == u'f'             ? ConstraintKind::ForeignKey
                                       : ConstraintKind::Exclusion;
        definition.name = rows.text(row, u"conname");
        definition.deferrable = rows.boolean(row, u"condeferrable");
        definition.notEnforced = !rows.boolean(row, u"enforced");
        definition.notValid = !rows.boolean(row, u"convalidated");
        constraint.validated = answer(!definition.notValid);
        constraint.isLocal = rows.boolean(row, u"conislocal");
        if (definition.text.isEmpty() && definition.kind == ConstraintKind::Check) {
            definition.expression.isOpaque = true; // its table is locked
            definition.expression.columns = columnsAt(m_columns.value(rows.number(row, u"oid")), rows.text(row, u"key"));
        }
        if (definition.kind != ConstraintKind::Check)
            definition.columns = columnsAt(m_columns.value(rows.number(row, u"oid")), rows.text(row, u"key"));
        if (definition.kind == ConstraintKind::ForeignKey) {
            definition.references = nameOf(rows, row, u"confrelid");
            definition.referencedColumns
                = columnsAt(m_columns.value(rows.number(row, u"confrelid")), rows.text(row, u"referenced_key"));
        } else {
            constraint.index = rows.text(row, u"index");
        }
        table->constraints.append(std::move(constraint));
    }
}

void PostgreSqlCatalog::readViews(const Rows &rows)
{
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        CatalogRelation *view = relation(rows, row);
        const ObjectName read = nameOf(rows, row, u"refobjid");
        if (!view || read.isEmpty())
            continue;
        if (!view->reads.contains(read))
            view->reads.append(read);
        const QString column = m_columns.value(rows.number(row, u"refobjid")).value(int(rows.number(row, u"refobjsubid")));
        if (!column.isEmpty() && !view->readColumns.contains(column))
            view->readColumns.append(column);
    }
}

void PostgreSqlCatalog::readBelongings(const Rows &rows)
{
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        CatalogRelation *table = relation(rows, row);
        if (!table)
            continue;
        const QString name = rows.text(row, u"name");
        if (const QString kind = rows.text(row, u"kind"); kind == u'p') {
            table->policies.append(name);
        } else if (kind == u's') {
            table->extendedStatistics.append(name);
        } else {
            table->triggers.append(name);
            table->triggerFunctions.append({rows.text(row, u"nspname"), rows.text(row, u"proname")});
        }
    }
}

void PostgreSqlCatalog::readFunctions(const Rows &rows)
{
    using Volatility = CatalogFunction::Volatility;
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        CatalogFunction function;
        function.name = {rows.text(row, u"nspname"), rows.text(row, u"proname")};
        const QString volatility = rows.text(row, u"provolatile");
        function.volatility = volatility == u'i' ? Volatility::Immutable
            : volatility == u's'                 ? Volatility::Stable
                                                 : Volatility::Volatile;
        function.returnsTrigger = rows.boolean(row, u"is_trigger");
        const QString body = rows.text(row, u"body").trimmed();
        if (body.startsWith("SELECT"_L1, Qt::CaseInsensitive)) {
            const Expression value = m_definitions.expression(body.sliced(6).chopped(body.endsWith(u';') ? 1 : 0));
            function.inlinesToConstant = value.isConstant && !value.isOpaque;
        }
        CatalogFunction::Overload overload;
        for (const QString &argument : stringsOf(rows.text(row, u"arguments")))
            overload.arguments.append(overloadType(m_definitions.type(argument)));
        // Which of several of a name is called is not known: the worst of them.
        if (const CatalogFunction *other = m_catalog.function(function.name)) {
            const QList<CatalogFunction::Overload> overloads = other->overloads;
            if (other->volatility >= function.volatility)
                function = *other;
            function.overloads = overloads;
        }
        function.overloads.append(overload);
        m_catalog.insert(function);
    }
}

/// What a partitioned table's partitions hold together is what it holds.
void PostgreSqlCatalog::addUp()
{
    QHash<ObjectName, qlonglong> oids;
    for (auto found = m_relations.cbegin(); found != m_relations.cend(); ++found)
        oids.insert(found->name, found.key());
    for (const CatalogRelation &leaf : std::as_const(m_relations)) {
        if (!leaf.isPartition || leaf.isPartitioned || !leaf.statistics)
            continue;
        for (ObjectName name = leaf.parents.value(0); !name.isEmpty();) {
            CatalogRelation &parent = m_relations[oids.value(name)];
            RelationStatistics sum = parent.statistics.value_or(RelationStatistics{0, 0, 0, -1});
            const auto add = [](qint64 &to, qint64 part) { to = to < 0 || part < 0 ? -1 : to + part; };
            add(sum.rows, leaf.statistics->rows);
            add(sum.bytes, leaf.statistics->bytes);
            add(sum.heapBytes, leaf.statistics->heapBytes);
            parent.statistics = sum;
            name = parent.isPartition ? parent.parents.value(0) : ObjectName();
        }
    }
}

} // namespace Whimbrel
