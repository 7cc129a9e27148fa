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

LockReach reachOf(DdlLock lock)
{
    switch (lock) {
    case DdlLock::None:
        return LockReach::SchemaChanges;
    case DdlLock::Shared:
        return LockReach::Writes;
    case DdlLock::Exclusive:
        break;
    }
    return LockReach::ReadsAndWrites;
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
    , m_version(catalog.version())
    , m_name(catalog.resolved(table))
    , m_table(catalog.relation(table))
{
}

void AlterImpact::add(const Operation &action)
{
    m_onlyRename &= action.kind == Kind::RenameObject && action.objectType == ObjectType::Table;
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
    take(changes.changes);
    if (!changes.dependsOn.isEmpty())
        dependOn(changes.dependsOn);
    if (changes.changes.contains(DdlChange::ChangeType) && isForeignKeyColumn(action.name) && checksForeignKeys())
        refuse(changes.dependsOn.isEmpty() ? Answer::Yes : Answer::Depends,
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
        m_lock = DdlLock::Exclusive;
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
    m_lock = std::max(m_lock, writing.contains(action.name) || byHash ? DdlLock::Shared
                          : action.name == "CHECK"_L1 || action.name == "ANALYZE"_L1 || (action.name == "ADD"_L1 && m_dialect == Dialect::MySql)
                          ? DdlLock::None
                          : DdlLock::Exclusive);
    m_algorithm = std::max(m_algorithm, DdlAlgorithm::NoCopy);
    if (action.name == "EXCHANGE"_L1 || action.name == "CONVERT"_L1)
        m_exchanged.append(action.other);
}

void AlterImpact::take(DdlChange change)
{
    m_changes.insert(change);
}

void AlterImpact::take(const QSet<DdlChange> &changes)
{
    m_changes.unite(changes);
}

void AlterImpact::dependOn(const QString &what)
{
    if (!m_dependsOn.contains(what))
        m_dependsOn.append(what);
    m_rewrite = Answer::Depends;
}

void AlterImpact::refuse(Answer fails, const QString &why)
{
    if (m_fails == Answer::Yes)
        return;
    m_fails = fails;
    m_failure = why;
}

/// The dearest of the changes, and what they do to each other.
void AlterImpact::combine()
{
    using enum DdlChange;
    // DROP PRIMARY KEY, ADD PRIMARY KEY in one statement is one rebuild.
    if (has({AddPrimaryKey}) && has({DropPrimaryKey}))
        m_changes.remove(DropPrimaryKey);
    for (const DdlChange change : std::as_const(m_changes)) {
        const DdlFact fact = ddlFact(change, m_dialect);
        DdlAlgorithm algorithm = fact.algorithm;
        if (m_version < fact.since) {
            algorithm = fact.older;
            if (m_version == ServerVersion())
                dependOn(tr("the version of the server"));
        }
        m_algorithm = std::max(m_algorithm, algorithm);
        m_lock = std::max(m_lock, fact.lock);
    }
    const bool shapesRows = has({AddColumn, AddPlacedColumn, DropColumn, DropStoredColumn, MoveColumn});
    const auto raise = [this](DdlAlgorithm algorithm) { m_algorithm = std::max(m_algorithm, algorithm); };
    const bool mariaDb = m_dialect == Dialect::MariaDb;
    // A row's new shape is not written into the dictionary alone where an index is built from the rows in the same statement.
    if (shapesRows && has({AddIndex, AddFullText, AddFirstFullText, AddSpatial, AddUncheckedForeignKey}))
        raise(DdlAlgorithm::Inplace);
    if (has({AddVirtualColumn}) && has({AddIndex}) && mariaDb && !shapesRows)
        m_lock = std::max(m_lock, DdlLock::None);
    if ((has({AddVirtualColumn, DropVirtualColumn}) && shapesRows)
        || (hasVirtualColumns() && mariaDb && has({AddPlacedColumn, SetNotNull})))
        raise(DdlAlgorithm::Copy);
    const bool compressed = m_table && equal(m_table->rowFormat, u"COMPRESSED"_s);
    if (shapesRows && (compressed || hasFullText()))
        raise(DdlAlgorithm::Inplace);
    if (hasFullText() && m_algorithm == DdlAlgorithm::Inplace && !m_dropsFullText)
        m_lock = std::max(m_lock, DdlLock::Shared);
    // What another engine does, nobody has promised; all but InnoDB copy.
    if (m_table && !m_table->engine.isEmpty() && !equal(m_table->engine, u"InnoDB"_s) && !m_onlyRename)
        raise(DdlAlgorithm::Copy);
    if (m_algorithm == DdlAlgorithm::Copy) {
        const bool online = mariaDb && m_version >= onlineCopySince && !has({AddIdentityColumn, MakeIdentity});
        m_lock = std::max(online ? DdlLock::None : DdlLock::Shared, has({RenameTable}) ? m_lock : DdlLock::None);
        if (mariaDb && m_version == ServerVersion())
            dependOn(tr("the version of the server"));
    }
    if (m_algorithm >= DdlAlgorithm::Inplace && m_rewrite == Answer::No)
        m_rewrite = Answer::Yes;
}

void AlterImpact::honourRequests(const Operation &first)
{
    const auto algorithmOf = [](const QString &word) {
        return word == "INSTANT"_L1 ? DdlAlgorithm::Instant
            : word == "NOCOPY"_L1   ? DdlAlgorithm::NoCopy
            : word == "INPLACE"_L1  ? DdlAlgorithm::Inplace
                                    : DdlAlgorithm::Copy;
    };
    const Answer refused = m_rewrite == Answer::Depends ? Answer::Depends : Answer::Yes;
    if (!first.algorithm.isEmpty() && first.algorithm != "DEFAULT"_L1) {
        const DdlAlgorithm asked = algorithmOf(first.algorithm);
        // MariaDB 10 takes whatever is asked for beside PARTITION BY, and copies.
        const bool isIgnored = m_dialect == Dialect::MariaDb && m_version.major == 10 && has({DdlChange::Partitioning});
        if (m_algorithm > asked && !isIgnored)
            refuse(refused, tr("ALGORITHM=%1 cannot do this: it takes %2.").arg(first.algorithm, ddlAlgorithmName(m_algorithm, m_dialect)));
        const bool copies = asked == DdlAlgorithm::Copy && m_algorithm < DdlAlgorithm::Copy;
        // MySQL takes INPLACE at its word and rebuilds; MariaDB takes it as the dearest that is allowed.
        const bool rebuildsInPlace = asked == DdlAlgorithm::Inplace && m_dialect == Dialect::MySql && m_algorithm == DdlAlgorithm::Instant
            && has({DdlChange::AddColumn, DdlChange::AddPlacedColumn, DdlChange::DropColumn});
        if (copies || rebuildsInPlace) {
            m_algorithm = asked;
            m_rewrite = Answer::Yes;
        }
        if (copies && !(m_dialect == Dialect::MariaDb && m_version >= onlineCopySince))
            m_lock = std::max(m_lock, DdlLock::Shared);
        if (m_dialect == Dialect::MySql && asked == DdlAlgorithm::Instant && !first.lock.isEmpty() && first.lock != "DEFAULT"_L1)
            refuse(Answer::Yes, tr("ALGORITHM=INSTANT allows no LOCK clause."));
    }
    if (!first.lock.isEmpty() && first.lock != "DEFAULT"_L1) {
        const DdlLock asked = first.lock == "NONE"_L1 ? DdlLock::None : first.lock == "SHARED"_L1 ? DdlLock::Shared : DdlLock::Exclusive;
        if (m_lock > asked)
            refuse(refused, tr("LOCK=%1 cannot be kept: this takes LOCK=%2.").arg(first.lock, ddlLockName(m_lock)));
        m_lock = std::max(m_lock, asked);
    }
}

void AlterImpact::finish(const Operation &first, StatementImpact &impact)
{
    if (m_onlyRename)
        take(DdlChange::RenameTable);
    combine();
    honourRequests(first);
    Impact target;
    target.relation = m_name;
    target.lock = ddlLockName(m_lock);
    target.reach = reachOf(m_lock);
    target.briefly = u"EXCLUSIVE"_s;
    target.rewrite = m_partial && m_rewrite == Answer::No ? Answer::Yes : m_rewrite;
    target.scan = target.rewrite;
    if (m_algorithm == DdlAlgorithm::NoCopy
        && has({DdlChange::AddIndex, DdlChange::AddFullText, DdlChange::AddSpatial})) {
        target.indexRebuild = Answer::Yes;
        target.scan = Answer::Yes;
    }
    target.dependsOn = m_dependsOn.join(u", "_s);
    target.certain = true;
    if (m_table) {
        target.isNew = m_catalog.isNew(m_table->made);
        target.invisible = m_table->isTemporary;
    }
    impact.relations.append(target);
    for (const ObjectName &name : std::as_const(m_referenced)) {
        Impact other;
        other.relation = m_catalog.resolved(name);
        other.role = Impact::Role::Referenced;
        other.lock = ddlLockName(DdlLock::None);
        other.reach = LockReach::SchemaChanges;
        if (const CatalogRelation *relation = m_catalog.relation(name))
            other.isNew = m_catalog.isNew(relation->made);
        if (other.relation != target.relation)
            impact.relations.append(other);
    }
    for (const ObjectName &name : std::as_const(m_exchanged)) {
        Impact other;
        other.relation = m_catalog.resolved(name);
        other.role = Impact::Role::Partition;
        other.lock = ddlLockName(DdlLock::Exclusive);
        other.reach = LockReach::ReadsAndWrites;
        impact.relations.append(other);
    }
    impact.algorithm = m_hasClause ? ddlAlgorithmName(m_algorithm, m_dialect) : QString();
    impact.dependsOn += m_dependsOn;
    impact.fails = m_fails;
    impact.failure = m_failure;
}

bool AlterImpact::has(std::initializer_list<DdlChange> changes) const
{
    return std::ranges::any_of(changes, [this](DdlChange change) { return m_changes.contains(change); });
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
