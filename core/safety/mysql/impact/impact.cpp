// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/impactof.h"

#include "safety/mysql/impact/alterimpact.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Flag = Operation::Flag;
using Kind = OperationKind;

class MySqlImpact
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::MySqlImpact)

public:
    explicit MySqlImpact(const Catalog &catalog)
        : m_catalog(catalog)
    {
    }

    StatementImpact of(const StatementReading &reading);

private:
    void addTable(const Operation &operation);
    void addCreation(const Operation &operation);
    void addReferences(const QList<ConstraintDefinition> &constraints);
    void addRows(const Operation &operation);
    void addReads(const Operation &operation);
    void setTransactionRule(const Operation &operation);
    Impact impactOn(const ObjectName &name, QLatin1StringView lock, LockReach reach, Impact::Role role = Impact::Role::Target) const;
    void add(const Impact &impact);

    const Catalog &m_catalog;
    StatementImpact m_result;
};

/// The kinds that are parts of an ALTER TABLE or do what one would do.
bool isAlteration(const Operation &operation)
{
    switch (operation.kind) {
    case Kind::AddColumn:
    case Kind::DropColumn:
    case Kind::RenameColumn:
    case Kind::ModifyColumn:
    case Kind::SetDefault:
    case Kind::DropDefault:
    case Kind::SetColumnOptions:
    case Kind::CreateIndex:
    case Kind::IndexVisibility:
    case Kind::AddConstraint:
    case Kind::DropConstraint:
    case Kind::AlterConstraint:
    case Kind::ConvertCharacterSet:
    case Kind::TableOption:
    case Kind::ChangePartitions:
    case Kind::SystemVersioning:
        return true;
    case Kind::DropObject:
    case Kind::RenameObject:
        return operation.objectType == ObjectType::Index;
    default:
        return false;
    }
}

/// Ends an open transaction: MySQL manual, "Statements That Cause an Implicit Commit".
bool commits(const Operation &operation)
{
    switch (operation.kind) {
    case Kind::CreateTable:
    case Kind::CreateTableAs:
    case Kind::DropObject:
        return !operation.has(Flag::Temporary);
    case Kind::CreateView:
    case Kind::CreateSequence:
    case Kind::CreateFunction:
    case Kind::CreateTrigger:
    case Kind::CreateDatabase:
    case Kind::CreateTablespace:
    case Kind::CreateRole:
    case Kind::RenameObject:
    case Kind::AlterView:
    case Kind::AlterSequence:
    case Kind::AlterFunction:
    case Kind::AlterRole:
    case Kind::AlterDatabase:
    case Kind::Grant:
    case Kind::Revoke:
    case Kind::Truncate:
    case Kind::LockTable:
    case Kind::Analyze:
    case Kind::Vacuum:
    case Kind::Begin:
        return true;
    default:
        return isAlteration(operation);
    }
}

StatementImpact MySqlImpact::of(const StatementReading &reading)
{
    const QList<Operation> &operations = reading.operations;
    const auto isUnread = [](const Operation &operation) {
        return operation.kind == Kind::Unknown || operation.kind == Kind::Opaque || operation.kind == Kind::Call;
    };
    m_result.known = std::ranges::none_of(operations, isUnread);
    const Operation *first = nullptr;
    std::optional<AlterImpact> alter;
    for (const Operation &operation : operations) {
        setTransactionRule(operation);
        const bool partOfAlter = isAlteration(operation)
            || (operation.kind == Kind::RenameObject && operation.length > 0 && (alter || operations.size() == 1));
        if (!partOfAlter) {
            addTable(operation);
            continue;
        }
        if (!alter) {
            alter.emplace(m_catalog, operation.relation);
            first = &operation;
        }
        alter->add(operation);
    }
    if (alter)
        alter->finish(*first, m_result);
    return m_result;
}

void MySqlImpact::addTable(const Operation &operation)
{
    switch (operation.kind) {
    case Kind::CreateTable:
    case Kind::CreateTableAs:
    case Kind::CreateView:
    case Kind::AlterView:
        return addCreation(operation);
    case Kind::DropObject:
    case Kind::RenameObject:
        if (operation.objectType == ObjectType::Table || operation.objectType == ObjectType::View)
            add(impactOn(operation.relation, "EXCLUSIVE"_L1, LockReach::ReadsAndWrites));
        break;
    case Kind::Truncate: {
        add(impactOn(operation.relation, "EXCLUSIVE"_L1, LockReach::ReadsAndWrites));
        const QString checks = m_catalog.setting(u"foreign_key_checks"_s);
        if (!m_catalog.foreignKeysTo(m_catalog.resolved(operation.relation)).isEmpty() && checks != "0"_L1
            && checks.compare("OFF"_L1, Qt::CaseInsensitive) != 0) {
            m_result.fails = Answer::Yes;
            m_result.failure = tr("A foreign key of another table references it: TRUNCATE is refused.");
        }
        break;
    }
    case Kind::CreateTrigger:
        add(impactOn(operation.relation, "EXCLUSIVE"_L1, LockReach::ReadsAndWrites));
        break;
    case Kind::LockTable: {
        const bool write = operation.value == "WRITE"_L1;
        if (!operation.relation.isEmpty())
            add(impactOn(operation.relation, write ? "EXCLUSIVE"_L1 : "SHARED"_L1, write ? LockReach::ReadsAndWrites : LockReach::Writes));
        break;
    }
    case Kind::Vacuum: {
        Impact impact = impactOn(operation.relation, "NONE"_L1, LockReach::SchemaChanges);
        impact.briefly = u"EXCLUSIVE"_s;
        impact.rewrite = impact.scan = Answer::Yes;
        m_result.algorithm = u"INPLACE"_s;
        add(impact);
        break;
    }
    case Kind::Analyze:
        add(impactOn(operation.relation, "NONE"_L1, LockReach::SchemaChanges));
        break;
    case Kind::Select:
    case Kind::Insert:
    case Kind::Update:
    case Kind::Delete:
    case Kind::CopyFrom:
    case Kind::CopyTo:
        return addRows(operation);
    default:
        break;
    }
}

void MySqlImpact::addCreation(const Operation &operation)
{
    Impact impact = impactOn(operation.relation, "EXCLUSIVE"_L1, LockReach::ReadsAndWrites);
    const bool replaces = operation.has(Flag::OrReplace) || operation.kind == Kind::AlterView;
    const CatalogRelation *there = m_catalog.relation(operation.relation);
    if (there && !there->isTemporary && !replaces && !operation.has(Flag::IfNotExists) && !operation.has(Flag::Temporary)) {
        m_result.fails = Answer::Yes;
        m_result.failure = tr("“%1” exists already.").arg(operation.relation.toString());
    }
    if (operation.objectType == ObjectType::View)
        impact.type = ObjectType::View;
    impact.isNew |= !replaces && !operation.has(Flag::IfNotExists);
    impact.invisible |= operation.has(Flag::Temporary);
    add(impact);
    addReferences(operation.constraints);
    for (const ColumnDefinition &column : operation.columns)
        addReferences(column.constraints);
    if (operation.kind == Kind::CreateTableAs)
        addReads(operation);
}

void MySqlImpact::addReferences(const QList<ConstraintDefinition> &constraints)
{
    for (const ConstraintDefinition &constraint : constraints) {
        if (constraint.kind == ConstraintKind::ForeignKey)
            add(impactOn(constraint.references, "NONE"_L1, LockReach::SchemaChanges, Impact::Role::Referenced));
    }
}

/// Rows are locked one by one, until the transaction ends; all of them where none is left out.
void MySqlImpact::addRows(const Operation &operation)
{
    const bool changes = operation.kind == Kind::Update || operation.kind == Kind::Delete;
    if (!operation.relation.isEmpty()) {
        Impact impact = impactOn(operation.relation, "NONE"_L1, LockReach::SchemaChanges);
        const bool all = operation.expression.isEmpty() || operation.expression.isAlwaysTrue;
        if (changes && all && !operation.reads.isEmpty()) {
            impact.scan = Answer::Depends;
            impact.dependsOn = tr("the rows that match");
        } else if (changes && all && operation.limit.isEmpty()) {
            impact.scan = Answer::Yes;
            impact.reach = LockReach::Writes;
        } else if (changes && !all) {
            impact.scan = Answer::Depends;
            impact.dependsOn = tr("an index that finds the rows");
        }
        add(impact);
    }
    addReads(operation);
}

void MySqlImpact::addReads(const Operation &operation)
{
    for (const ObjectName &name : operation.reads) {
        if (!m_result.on(m_catalog.resolved(name)))
            add(impactOn(name, "NONE"_L1, LockReach::SchemaChanges, Impact::Role::Source));
    }
}

void MySqlImpact::setTransactionRule(const Operation &operation)
{
    if (commits(operation))
        m_result.transaction = TransactionRule::Commits;
}

Impact MySqlImpact::impactOn(const ObjectName &name, QLatin1StringView lock, LockReach reach, Impact::Role role) const
{
    Impact impact;
    impact.relation = m_catalog.resolved(name);
    impact.role = role;
    impact.lock = lock;
    impact.reach = reach;
    if (const CatalogRelation *relation = m_catalog.relation(name)) {
        impact.type = relation->type;
        impact.isNew = m_catalog.isNew(relation->made);
        impact.invisible = relation->isTemporary;
    }
    return impact;
}

void MySqlImpact::add(const Impact &impact)
{
    if (!m_result.on(impact.relation))
        m_result.relations.append(impact);
}

} // namespace

StatementImpact impactOfMySql(const StatementReading &reading, const Catalog &before)
{
    return MySqlImpact(before).of(reading);
}

} // namespace Whimbrel
