// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "impactbuilder.h"

namespace Whimbrel::PostgreSqlImpact {

/// One operation of a statement, and the table's row for it.
struct Part
{
    ImpactBuilder &builder;
    const Operation &operation;
    const QList<Operation> &statement; ///< all its operations: DROP TABLE a, b refers to both
    const Row &row;
    Variant variant;

    Costs costs() const { return {.rewrite = row.rewrite, .scan = row.scan, .rebuild = row.rebuild, .dependsOn = {}}; }
};

/// Takes the row's locks: the costs for the target and, where they are locked, its tree and partitions.
void takeRow(const Part &part, const Costs &costs);
/// The same where each relation of the tree has costs of its own.
void takeRow(const Part &part, const std::function<Costs(const CatalogRelation &)> &costsOf, const Costs &unknown);

// Operations whose answer depends on the catalog beyond what their row says. Each takes all the locks, the row's included.
void addColumn(const Part &part);
void dropColumn(const Part &part);
void alterColumnType(const Part &part);
void setNotNull(const Part &part);
void alterIdentity(const Part &part);
void setExpression(const Part &part);

void addConstraint(const Part &part);
void validateConstraint(const Part &part);
void dropConstraint(const Part &part);
void renameConstraint(const Part &part);
Variant variantOfConstraint(const ConstraintDefinition &constraint);
Variant variantOfValidation(const ImpactBuilder &builder, const Operation &operation);

void attachPartition(const Part &part);
void detachPartition(const Part &part);
/// CREATE TABLE … PARTITION OF.
void makePartition(const Part &part, const ObjectName &parent);
/// Dropping a partition closes its parent and the default partition beside it.
void dropPartition(ImpactBuilder &builder, const CatalogRelation &partition);

void createTable(const Part &part);
void createTableAs(const Part &part);
void createView(const Part &part);
void createIndex(const Part &part);
void createTrigger(const Part &part);
void dropObject(const Part &part);
void truncate(const Part &part);
void changeDomain(const Part &part);
void alterCompositeType(const Part &part);
void alterIndex(const Part &part);
void setStorage(const Part &part);     ///< SET LOGGED, TABLESPACE, ACCESS METHOD
void changeOwner(const Part &part);

void select(const Part &part);
void changeRows(const Part &part);     ///< INSERT, UPDATE, DELETE, MERGE, COPY FROM
void lockTable(const Part &part);

void reindex(const Part &part);
void cluster(const Part &part);
void vacuum(const Part &part);
void refresh(const Part &part);

} // namespace Whimbrel::PostgreSqlImpact
