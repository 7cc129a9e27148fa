// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/mysql/impact/alterimpact.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Kind = OperationKind;

bool equal(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

const CatalogIndex *findIndex(const CatalogRelation *table, const QString &name)
{
    if (!table)
        return nullptr;
    const auto index = std::ranges::find_if(table->indexes, [&name](const CatalogIndex &candidate) {
        return equal(candidate.definition.name, name);
    });
    return index != table->indexes.cend() ? &*index : nullptr;
}

bool isFullText(const IndexDefinition &index)
{
    return index.method.compare("FULLTEXT"_L1, Qt::CaseInsensitive) == 0;
}

/// Options that change how rows lie on disk.
bool rebuilds(const QString &option)
{
    return QStringList{u"ROW_FORMAT"_s, u"KEY_BLOCK_SIZE"_s, u"FORCE"_s, u"TABLESPACE"_s, u"ENCRYPTED"_s, u"ENCRYPTION_KEY_ID"_s}.contains(option);
}

} // namespace

AlterImpact::AlterImpact(const Catalog &catalog, const ObjectName &table)
    : m_catalog(catalog)
    , m_dialect(catalog.dialect())
    , m_servers(serversOf(catalog.version(), m_dialect))
    , m_name(catalog.resolved(table))
    , m_table(catalog.relation(table))
{
}

void AlterImpact::add(const Operation &action)
{
    m_onlyRename &= action.kind == Kind::RenameObject && action.objectType == ObjectType::Table;
    static constexpr Kind ofColumns[] = {Kind::AddColumn, Kind::DropColumn, Kind::ModifyColumn, Kind::RenameColumn};
    if (std::ranges::contains(ofColumns, action.kind))
        nameColumns(action);
    switch (action.kind) {
    case Kind::AddColumn:
        return addColumn(action);
    case Kind::DropColumn:
        return dropColumn(action);
    case Kind::ModifyColumn:
        return modifyColumn(action);
    case Kind::RenameColumn:
        return take(DdlChange::RenameColumn);
    case Kind::SetDefault:
    case Kind::DropDefault:
        return take(DdlChange::ColumnDefault);
    case Kind::SetColumnOptions:
        return take(DdlChange::ColumnMetadata);
    case Kind::CreateIndex:
        return addIndex(action);
    case Kind::DropObject: // of an index
        m_dropsFullText |= findIndex(m_table, action.name) && isFullText(findIndex(m_table, action.name)->definition);
        return take(DdlChange::DropIndex);
    case Kind::RenameObject:
        if (action.objectType == ObjectType::Index)
            return take(DdlChange::RenameIndex);
        break;
    case Kind::IndexVisibility:
        return take(DdlChange::IndexVisibility);
    case Kind::AddConstraint:
        return addConstraint(action.constraints.constFirst());
    case Kind::DropConstraint:
        return dropConstraint(action);
    case Kind::AlterConstraint:
        return take(action.value == "ENFORCED"_L1 ? DdlChange::EnforceCheck : DdlChange::DropCheck);
    case Kind::ConvertCharacterSet:
        return take(DdlChange::ConvertCharacterSet);
    case Kind::TableOption:
        return setOption(action);
    case Kind::ChangePartitions:
        return changePartitions(action);
    case Kind::SystemVersioning:
        return take(action.name.endsWith("PERIOD"_L1) ? DdlChange::TableMetadata : DdlChange::Versioning);
    default:
        break;
    }
}

/// All actions of a statement mean the columns that were there before it; a name that one of them frees another may take.
void AlterImpact::nameColumns(const Operation &action)
{
    if (action.has(Operation::Flag::IfExists) || action.has(Operation::Flag::IfNotExists))
        return;
    if (action.kind == Kind::AddColumn) {
        m_newColumns.append(action.columns.constFirst().name);
        return;
    }
    m_namedColumns.append(action.name);
    const bool isRenamed = action.kind != Kind::DropColumn && !action.newName.isEmpty();
    if (isRenamed || action.kind == Kind::DropColumn)
        m_formerColumns.append(action.name);
    if (isRenamed)
        m_newColumns.append(action.newName);
}

void AlterImpact::checkColumns()
{
    if (!m_table || !m_table->isComplete)
        return;
    for (const QString &name : std::as_const(m_namedColumns)) {
        if (!findColumn(m_table, name) && !m_newColumns.contains(name, Qt::CaseInsensitive))
            return refuse(Answer::Yes, tr("“%1” has no column “%2”.").arg(m_name.toString(), name));
    }
    for (const QString &name : std::as_const(m_newColumns)) {
        if (findColumn(m_table, name) && !m_formerColumns.contains(name, Qt::CaseInsensitive))
            return refuse(Answer::Yes, tr("“%1” has a column “%2” already.").arg(m_name.toString(), name));
    }
}

void AlterImpact::addColumn(const Operation &action)
{
    const ColumnDefinition &column = action.columns.constFirst();
    if (column.generated == GeneratedKind::Virtual)
        take(DdlChange::AddVirtualColumn);
    else if (column.generated == GeneratedKind::Stored)
        take(DdlChange::AddStoredColumn);
    else if (column.identity)
        take(DdlChange::AddIdentityColumn);
    else
        take(action.position.isEmpty() ? DdlChange::AddColumn : DdlChange::AddPlacedColumn);
    QStringList functions = column.defaultValue.functions;
    functions.removeIf([](const QString &name) { return name == "now"_L1 || name.startsWith("current_"_L1) || name.startsWith("local"_L1); });
    if (!functions.isEmpty())
        take(DdlChange::AddComputedDefault);
    for (const ConstraintDefinition &constraint : column.constraints) {
        if (constraint.kind == ConstraintKind::Unique)
            take(DdlChange::AddIndex);
        else if (constraint.kind == ConstraintKind::PrimaryKey)
            take(DdlChange::AddPrimaryKey);
        else if (constraint.kind == ConstraintKind::ForeignKey && m_dialect == Dialect::MariaDb)
            addConstraint(constraint); // MySQL reads it and forgets it
        else if (constraint.kind == ConstraintKind::Check && m_dialect == Dialect::MySql)
            take(DdlChange::AddCheck);
    }
}

void AlterImpact::dropColumn(const Operation &action)
{
    const CatalogColumn *column = findColumn(m_table, action.name);
    const GeneratedKind generated = column ? column->generated : GeneratedKind::No;
    take(generated == GeneratedKind::Virtual      ? DdlChange::DropVirtualColumn
             : generated == GeneratedKind::Stored ? DdlChange::DropStoredColumn
                                                  : DdlChange::DropColumn);
    if (!m_table)
        return;
    for (const CatalogIndex &index : m_table->indexes) {
        if (index.definition.keyColumns().contains(action.name, Qt::CaseInsensitive)) {
            take(DdlChange::DropIndex);
            m_dropsFullText |= isFullText(index.definition);
        }
    }
    if (isForeignKeyColumn(action.name))
        refuse(Answer::Depends, tr("The column belongs to a foreign key, which has to be dropped first."));
}

void AlterImpact::modifyColumn(const Operation &action)
{
    const ColumnChanges changes = columnChanges(action, m_table, m_dialect);
    for (const DdlChange change : changes.changes)
        changes.possible.contains(change) ? mayTake(change) : take(change);
    if (!changes.dependsOn.isEmpty())
        dependOn(changes.dependsOn);
    if (changes.changes.contains(DdlChange::ChangeType) && isForeignKeyColumn(action.name) && checksForeignKeys())
        refuse(changes.possible.contains(DdlChange::ChangeType) ? Answer::Depends : Answer::Yes,
               tr("The type of a column cannot be changed while a foreign key uses it."));
    const auto isIndexed = [&action](const CatalogIndex &index) {
        return index.definition.keyColumns().contains(action.name, Qt::CaseInsensitive);
    };
    if (changes.changes.contains(DdlChange::ChangeCollation) && m_table && std::ranges::any_of(m_table->indexes, isIndexed))
        take(DdlChange::AddIndex); // which is sorted by another order from now on
}

void AlterImpact::addIndex(const Operation &action)
{
    const IndexDefinition &index = action.indexes.constFirst();
    if (isFullText(index))
        return take(hasFullText() ? DdlChange::AddFullText : DdlChange::AddFirstFullText);
    if (index.method == "SPATIAL"_L1)
        return take(DdlChange::AddSpatial);
    take(DdlChange::AddIndex);
}

void AlterImpact::addConstraint(const ConstraintDefinition &constraint)
{
    switch (constraint.kind) {
    case ConstraintKind::PrimaryKey:
        return take(DdlChange::AddPrimaryKey);
    case ConstraintKind::Check:
        return take(constraint.notEnforced ? DdlChange::DropCheck : DdlChange::AddCheck);
    case ConstraintKind::ForeignKey: {
        m_referenced.append(constraint.references);
        if (checksForeignKeys())
            return take(DdlChange::AddCheckedForeignKey);
        take(DdlChange::AddUncheckedForeignKey);
        const auto serves = [&constraint](const CatalogIndex &index) {
            const QStringList columns = index.definition.keyColumns();
            return columns.size() >= constraint.columns.size()
                && std::ranges::equal(columns.first(constraint.columns.size()), constraint.columns, equal);
        };
        if (!m_table || std::ranges::none_of(m_table->indexes, serves))
            take(DdlChange::AddIndex);
        return;
    }
    default:
        take(DdlChange::AddIndex);
    }
}

void AlterImpact::dropConstraint(const Operation &action)
{
    if (action.value == "PRIMARY KEY"_L1 || equal(action.name, u"PRIMARY"_s)) {
        take(DdlChange::DropPrimaryKey);
        if (!m_catalog.foreignKeysTo(m_name).isEmpty() && checksForeignKeys())
            refuse(Answer::Depends, tr("A foreign key of another table may need the primary key."));
        return;
    }
    if (action.value == "FOREIGN KEY"_L1)
        return take(DdlChange::DropForeignKey);
    const CatalogConstraint *constraint = m_table ? m_table->constraint(action.name) : nullptr;
    if (constraint && constraint->definition.kind == ConstraintKind::ForeignKey)
        take(DdlChange::DropForeignKey);
    else if ((constraint && constraint->definition.kind == ConstraintKind::Unique) || findIndex(m_table, action.name))
        take(DdlChange::DropIndex);
    else
        take(DdlChange::DropCheck);
}

void AlterImpact::setOption(const Operation &action)
{
    if (action.name == "ENGINE"_L1) {
        const bool toInnoDb = equal(action.value, u"InnoDB"_s);
        const bool isInnoDb = !m_table || m_table->engine.isEmpty() || equal(m_table->engine, u"InnoDB"_s);
        take(toInnoDb && isInnoDb ? DdlChange::Rebuild : DdlChange::ChangeEngine);
    } else if (action.name == "ORDER BY"_L1) {
        take(DdlChange::OrderRows);
    } else if (action.name.endsWith("ABLE KEYS"_L1)) {
        take(DdlChange::SwitchKeys);
    } else if (action.name.endsWith(" TABLESPACE"_L1)) {
        m_cost.lock = DdlLock::Exclusive;
        m_hasClause = false;
    } else if (rebuilds(action.name)) {
        take(DdlChange::Rebuild);
    } else if (action.name.endsWith(" DIRECTORY"_L1) || (action.name == "ENCRYPTION"_L1)) {
        take(DdlChange::ChangeEngine);
    } else {
        take(DdlChange::TableMetadata);
    }
}

void AlterImpact::changePartitions(const Operation &action)
{
    static const QStringList writing{u"REORGANIZE"_s, u"COALESCE"_s, u"REBUILD"_s, u"OPTIMIZE"_s, u"REPAIR"_s};
    if (action.name == "PARTITION BY"_L1 || action.name == "REMOVE"_L1) {
        take(DdlChange::Partitioning);
        const auto isForeignKey = [](const CatalogConstraint &constraint) {
            return constraint.definition.kind == ConstraintKind::ForeignKey;
        };
        const bool hasForeignKeys = (m_table && std::ranges::any_of(m_table->constraints, isForeignKey))
            || !m_catalog.foreignKeysTo(m_name).isEmpty();
        if (action.name == "PARTITION BY"_L1 && hasForeignKeys)
            refuse(Answer::Yes, tr("A partitioned table can neither have foreign keys nor be referenced by one."));
        return;
    }
    m_hasClause = m_dialect == Dialect::MySql;
    const bool byHash = action.name == "ADD"_L1 && !action.value.isEmpty();
    m_partial |= writing.contains(action.name) || byHash;
    m_cost.lock = std::max(m_cost.lock, writing.contains(action.name) || byHash ? DdlLock::Shared
                          : action.name == "CHECK"_L1 || action.name == "ANALYZE"_L1 || (action.name == "ADD"_L1 && m_dialect == Dialect::MySql)
                          ? DdlLock::None
                          : DdlLock::Exclusive);
    m_cost.algorithm = std::max(m_cost.algorithm, DdlAlgorithm::NoCopy);
    if (action.name == "EXCHANGE"_L1 || action.name == "CONVERT"_L1)
        m_exchanged.append(action.other);
}

void AlterImpact::take(DdlChange change)
{
    m_changes.insert(change);
    m_certain.insert(change);
}

void AlterImpact::mayTake(DdlChange change)
{
    m_changes.insert(change);
}

void AlterImpact::dependOn(const QString &what)
{
    if (!m_dependsOn.contains(what))
        m_dependsOn.append(what);
}

void AlterImpact::refuse(Answer fails, const QString &why)
{
    if (m_fails == Answer::Yes)
        return;
    m_fails = fails;
    m_failure = why;
}

bool AlterImpact::hasVirtualColumns() const
{
    return m_table && std::ranges::any_of(m_table->columns, [](const CatalogColumn &column) {
        return column.generated == GeneratedKind::Virtual;
    });
}

bool AlterImpact::hasFullText() const
{
    return m_table
        && std::ranges::any_of(m_table->indexes, [](const CatalogIndex &index) { return isFullText(index.definition); });
}

bool AlterImpact::checksForeignKeys() const
{
    const QString setting = m_catalog.setting(u"foreign_key_checks"_s).toLower();
    return setting != "0"_L1 && setting != "off"_L1 && setting != "false"_L1;
}

bool AlterImpact::isForeignKeyColumn(const QString &column) const
{
    const auto uses = [&column](const CatalogConstraint &constraint) {
        return constraint.definition.kind == ConstraintKind::ForeignKey
            && constraint.definition.columns.contains(column, Qt::CaseInsensitive);
    };
    if (m_table && std::ranges::any_of(m_table->constraints, uses))
        return true;
    return std::ranges::any_of(m_catalog.foreignKeysTo(m_name), [&](const Catalog::ForeignKey &key) {
        return key.constraint->definition.referencedColumns.contains(column, Qt::CaseInsensitive);
    });
}

} // namespace Whimbrel
