// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/impactof.h"
#include "safety/tokens/tokencursor.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Flag = Operation::Flag;
using Kind = OperationKind;

bool equal(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// What the kinds of operation take: SQLite's "How To Corrupt"'s other side, "File Locking And Concurrency", and tests/safety_sqlite.
struct Row
{
    Kind kind;
    bool writes;       ///< takes the database's one write lock, RESERVED
    Answer rewrite = Answer::No;
    Answer scan = Answer::No;
    ServerVersion since = {}; ///< ALTER TABLE can do it from this version on
    bool never = false;       ///< no version can
};

constexpr ServerVersion always{};

constexpr Row rows[] = {
    {Kind::CreateTable, true},
    {Kind::CreateTableAs, true, Answer::Yes, Answer::Yes},
    {Kind::CreateIndex, true, Answer::No, Answer::Yes},
    {Kind::CreateView, true},
    {Kind::CreateTrigger, true},
    {Kind::DropObject, true},
    {Kind::RenameObject, true},
    {Kind::AddColumn, true},
    {Kind::RenameColumn, true, Answer::No, Answer::No, {3, 25, 0}},
    {Kind::DropColumn, true, Answer::Yes, Answer::Yes, {3, 35, 0}},
    {Kind::SetNotNull, true, Answer::No, Answer::Yes, {3, 53, 0}},
    {Kind::DropNotNull, true, Answer::No, Answer::No, {3, 53, 0}},
    {Kind::AddConstraint, true, Answer::No, Answer::Yes, {3, 53, 0}},
    {Kind::DropConstraint, true, Answer::No, Answer::No, {3, 53, 0}},
    {Kind::ModifyColumn, false, Answer::No, Answer::No, always, true},
    {Kind::AlterColumnType, false, Answer::No, Answer::No, always, true},
    {Kind::SetDefault, false, Answer::No, Answer::No, always, true},
    {Kind::DropDefault, false, Answer::No, Answer::No, always, true},
    {Kind::Insert, true},
    {Kind::Update, true},
    {Kind::Delete, true},
    {Kind::Reindex, true, Answer::No, Answer::Yes},
    {Kind::Analyze, true, Answer::No, Answer::Yes},
    {Kind::Vacuum, true, Answer::Yes, Answer::Yes},
};

bool isName(const Token &token, const QString &name)
{
    return (token.kind == TokenKind::Word || token.kind == TokenKind::QuotedName) && equal(unquoted(token, Dialect::SQLite), name);
}

/// A trigger's condition or body asks for the column of the row that it runs for.
bool firesWith(const CatalogScript &trigger, const QString &column)
{
    const TokenCursor tokens(trigger.text, Dialect::SQLite);
    for (qsizetype i = 2; i < tokens.count(); ++i) {
        if (isName(tokens.at(i), column) && tokens.at(i - 1).isSymbol(u'.') && tokens.at(i - 2).isAnyWord({"NEW"_L1, "OLD"_L1}))
            return true;
    }
    return false;
}

/// Whether the query of a view, or the body of a trigger, reads the column: not where it does not name it. `isOnlySource`: of
/// what it reads nothing else could have a column of that name.
Answer readsColumn(const CatalogScript &script, const QString &column, bool isOnlySource)
{
    if (script.text.isEmpty())
        return Answer::Depends;
    const TokenCursor tokens(script.text, Dialect::SQLite);
    qsizetype i = 0;
    while (i < tokens.count() && !tokens.at(i).isAnyWord({"AS"_L1, "BEGIN"_L1, "WHEN"_L1}))
        ++i; // the names of the view's own columns, the columns that a trigger waits for
    Answer reads = Answer::No;
    for (++i; i < tokens.count(); ++i) {
        if (!isName(tokens.at(i), column) || tokens.at(i - 1).isWord("AS"_L1) || tokens.at(i + 1).isSymbol(u'.'))
            continue;
        static constexpr std::initializer_list<QLatin1StringView> beforeColumns{
            "SELECT"_L1, "DISTINCT"_L1, "WHERE"_L1, "AND"_L1, "OR"_L1, "NOT"_L1, "ON"_L1, "BY"_L1, "HAVING"_L1, "WHEN"_L1, "THEN"_L1, "ELSE"_L1};
        const Token &before = tokens.at(i - 1);
        const bool isColumn = before.isAnyWord(beforeColumns) || (before.kind == TokenKind::Symbol && !before.isSymbol(u')'));
        // In double quotes it is a text as soon as there is no such column.
        if (isOnlySource && isColumn && !tokens.at(i).text.startsWith(u'"'))
            return Answer::Yes;
        reads = Answer::Depends;
    }
    return reads;
}

class SqliteImpact
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::SqliteImpact)

public:
    explicit SqliteImpact(const Catalog &catalog)
        : m_catalog(catalog)
    {
    }

    StatementImpact of(const StatementReading &reading);

private:
    void add(const Operation &operation);
    void addLock(const Operation &operation, QLatin1StringView lock, LockReach reach);
    void addTable(const Operation &operation, const Row &row);
    void checkAdditions(const Operation &operation);
    void checkDrop(const Operation &operation);
    void checkReaders(const CatalogRelation &table, const QString &column);
    void checkReader(const CatalogScript &script, Answer reads, bool isView);
    QList<const CatalogRelation *> viewsAbove(const CatalogRelation &table) const;
    void checkVersion(const Row &row);
    void refuse(Answer fails, const QString &why);
    bool enforcesForeignKeys() const;
    /// Whether the statement fails depends on what the tables hold, which only they know.
    void refuseForRows(const QString &why) { refuse(Answer::Depends, why); }

    const Catalog &m_catalog;
    StatementImpact m_result;
};

StatementImpact SqliteImpact::of(const StatementReading &reading)
{
    if (reading.operations.size() > 1)
        refuse(Answer::Yes, tr("SQLite's ALTER TABLE does one thing at a time: each needs a statement of its own."));
    for (const Operation &operation : reading.operations)
        add(operation);
    return m_result;
}

void SqliteImpact::add(const Operation &operation)
{
    if (operation.kind == Kind::Unknown || operation.kind == Kind::Opaque) {
        m_result.known = false;
        return;
    }
    if (operation.kind == Kind::Begin && (operation.value == "IMMEDIATE"_L1 || operation.value == "EXCLUSIVE"_L1)) {
        const bool exclusive = operation.value == "EXCLUSIVE"_L1;
        return addLock(operation, exclusive ? "EXCLUSIVE"_L1 : "RESERVED"_L1, exclusive ? LockReach::ReadsAndWrites : LockReach::Writes);
    }
    const auto row = std::ranges::find(rows, operation.kind, &Row::kind);
    if (row == std::end(rows))
        return;
    checkVersion(*row);
    const bool isColumn = operation.kind == Kind::AddColumn || operation.kind == Kind::DropColumn;
    if (isColumn && (operation.has(Flag::IfExists) || operation.has(Flag::IfNotExists)))
        refuse(Answer::Yes, tr("SQLite's ALTER TABLE has no IF EXISTS and no IF NOT EXISTS."));
    if (operation.kind == Kind::AddColumn)
        checkAdditions(operation);
    else if (operation.kind == Kind::DropColumn)
        checkDrop(operation);
    else if (operation.kind == Kind::DropObject && operation.objectType == ObjectType::Table && enforcesForeignKeys()
             && !m_catalog.foreignKeysTo(m_catalog.resolved(operation.relation)).isEmpty())
        refuseForRows(tr("Rows of other tables may reference it."));
    else if ((operation.kind == Kind::CreateTable || operation.kind == Kind::CreateTableAs) && !operation.has(Flag::IfNotExists)
             && !operation.has(Flag::Temporary) && m_catalog.relation(operation.relation))
        refuse(Answer::Yes, tr("“%1” exists already.").arg(operation.relation.toString()));
    else if (operation.kind == Kind::AddConstraint && operation.constraints.constFirst().kind != ConstraintKind::Check)
        refuse(Answer::Yes, tr("SQLite can add no such constraint to a table: the table has to be built again."));
    if (operation.kind == Kind::Vacuum) {
        m_result.transaction = TransactionRule::Forbidden;
        if (!operation.value.isEmpty())
            return; // INTO: only reads
        addLock(operation, "EXCLUSIVE"_L1, LockReach::ReadsAndWrites);
        m_result.relations.last().rewrite = m_result.relations.last().scan = Answer::Yes;
        return;
    }
    if (operation.has(Flag::Temporary) || equal(operation.relation.schema, u"temp"_s))
        return; // a file of its own, which only this connection has
    if (row->writes)
        addLock(operation, "RESERVED"_L1, LockReach::Writes);
    addTable(operation, *row);
}

/// One lock for the whole file, held until the transaction ends. COMMIT takes EXCLUSIVE for a moment, except in WAL mode.
void SqliteImpact::addLock(const Operation &operation, QLatin1StringView lock, LockReach reach)
{
    const bool attached = !operation.relation.schema.isEmpty() && !equal(operation.relation.schema, u"main"_s);
    const ObjectName database{.schema = {}, .name = attached ? operation.relation.schema : u"main"_s};
    const auto known = std::ranges::find(m_result.relations, database, &Impact::relation);
    if (known != m_result.relations.end())
        return;
    Impact impact;
    impact.relation = database;
    impact.type = ObjectType::Database;
    impact.role = Impact::Role::Database;
    impact.lock = lock;
    impact.reach = reach;
    if (!equal(m_catalog.setting(u"journal_mode"_s), u"wal"_s))
        impact.briefly = u"EXCLUSIVE"_s;
    m_result.relations.append(impact);
}

/// The table, for its rows: the lock is the database's.
void SqliteImpact::addTable(const Operation &operation, const Row &row)
{
    if (operation.relation.isEmpty() || operation.objectType != ObjectType::Table)
        return;
    Impact impact;
    impact.relation = m_catalog.resolved(operation.relation);
    impact.rewrite = row.rewrite;
    impact.scan = row.scan;
    const bool changesRows = operation.kind == Kind::Update || operation.kind == Kind::Delete;
    const bool all = operation.expression.isEmpty() || operation.expression.isAlwaysTrue;
    if (changesRows) {
        impact.scan = all ? Answer::Yes : Answer::Depends;
        if (!all)
            impact.dependsOn = tr("an index that finds the rows");
    }
    if (operation.kind == Kind::AddColumn) {
        const ColumnDefinition &column = operation.columns.constFirst();
        const auto isCheck = [](const ConstraintDefinition &constraint) { return constraint.kind == ConstraintKind::Check; };
        // Since 3.37 a CHECK, and NOT NULL of a generated column, are held against the rows there are.
        if (std::ranges::any_of(column.constraints, isCheck) || (column.generated != GeneratedKind::No && column.notNull))
            impact.scan = Answer::Yes;
    }
    if (const CatalogRelation *relation = m_catalog.relation(operation.relation)) {
        impact.isNew = m_catalog.isNew(relation->made);
        impact.invisible = m_catalog.isInvisible(relation->made);
    } else if (operation.kind == Kind::CreateTable || operation.kind == Kind::CreateTableAs) {
        impact.isNew = impact.invisible = !operation.has(Flag::IfNotExists);
    }
    m_result.relations.append(impact);
}

/// ADD COLUMN: sqlite.org/lang_altertable.html, section 4.
void SqliteImpact::checkAdditions(const Operation &operation)
{
    const ColumnDefinition &column = operation.columns.constFirst();
    if (column.generated == GeneratedKind::Stored)
        return refuse(Answer::Yes, tr("A STORED column cannot be added to a table, only a VIRTUAL one."));
    const bool valueless = !column.hasDefault || column.defaultValue.isNull;
    for (const ConstraintDefinition &constraint : column.constraints) {
        if (constraint.kind == ConstraintKind::PrimaryKey)
            return refuse(Answer::Yes, tr("A PRIMARY KEY column cannot be added to a table."));
        if (constraint.kind == ConstraintKind::Unique)
            return refuse(Answer::Yes, tr("A UNIQUE column cannot be added to a table: add the column, then a unique index."));
    }
    if (column.generated != GeneratedKind::No)
        return;
    if (column.notNull && valueless)
        return refuseForRows(tr("A NOT NULL column needs a default other than NULL where the table has rows."));
    if (column.hasDefault && !column.defaultValue.isConstant)
        return refuseForRows(tr("The default of an added column has to be a constant where the table has rows."));
    for (const ConstraintDefinition &constraint : column.constraints) {
        if (constraint.kind == ConstraintKind::ForeignKey && !valueless && enforcesForeignKeys())
            return refuseForRows(tr("An added column that references a table has to have a default of NULL while foreign keys are on."));
        if (constraint.kind == ConstraintKind::Check)
            refuseForRows(tr("The rows there are have to pass the CHECK."));
    }
}

/// DROP COLUMN: the same page, section 5.
void SqliteImpact::checkDrop(const Operation &operation)
{
    const CatalogRelation *table = m_catalog.relation(operation.relation);
    const QString &name = operation.name;
    if (!table)
        return refuseForRows(tr("Indexes, constraints, views or triggers may name the column."));
    const auto uses = [&name](const QStringList &columns) { return columns.contains(name, Qt::CaseInsensitive); };
    QStringList own;
    if (const CatalogColumn *column = table->column(name)) {
        for (const ConstraintDefinition &constraint : column->definition->constraints)
            own.append(constraint.text);
    }
    for (const CatalogConstraint &constraint : table->constraints) {
        const ConstraintDefinition &definition = constraint.definition;
        // What is written at the column itself goes with it, but for keys.
        const bool goesWithIt = own.contains(definition.text)
            && (definition.kind == ConstraintKind::Check || definition.kind == ConstraintKind::ForeignKey);
        if (uses(definition.columns + definition.expression.columns) && !goesWithIt)
            return refuse(Answer::Yes, tr("A constraint of the table names the column."));
    }
    for (const CatalogIndex &index : table->indexes) {
        QStringList columns = index.definition.keyColumns() + index.definition.predicate.columns;
        for (const IndexDefinition::Part &part : index.definition.parts)
            columns += part.expression.columns;
        if (uses(columns))
            return refuse(Answer::Yes, tr("An index names the column: it has to be dropped first."));
    }
    for (const CatalogColumn &column : table->columns) {
        if (!equal(column.name, name) && uses(column.definition->generatedAs.columns))
            return refuse(Answer::Yes, tr("A generated column is computed from the column."));
    }
    checkReaders(*table, name);
    if (!table->isComplete)
        refuseForRows(tr("Indexes, constraints, views or triggers may name the column."));
}

QList<const CatalogRelation *> SqliteImpact::viewsAbove(const CatalogRelation &table) const
{
    QList<const CatalogRelation *> views = m_catalog.viewsOn(table.name);
    for (qsizetype i = 0; i < views.size(); ++i) {
        for (const CatalogRelation *view : m_catalog.viewsOn(views.at(i)->name)) {
            if (!views.contains(view))
                views.append(view);
        }
    }
    return views;
}

/// SQLite reads all views and triggers again without the column, and takes it back where one of them cannot be read. What they
/// only write to is not looked at before they run.
void SqliteImpact::checkReaders(const CatalogRelation &table, const QString &column)
{
    for (const CatalogRelation *view : viewsAbove(table)) {
        for (const CatalogScript &script : view->scripts) {
            if (equal(script.name, view->name.name))
                checkReader(script, readsColumn(script, column, script.reads.size() == 1 && script.reads.contains(table.name)), true);
        }
    }
    for (const CatalogRelation *owner : m_catalog.tablesWithTriggers()) {
        const bool isOwn = owner->name == table.name;
        for (const CatalogScript &script : owner->scripts) {
            if (owner->triggers.contains(script.name) && (isOwn || script.reads.contains(table.name)))
                checkReader(script, isOwn && firesWith(script, column) ? Answer::Yes : readsColumn(script, column, false), false);
        }
    }
}

void SqliteImpact::checkReader(const CatalogScript &script, Answer reads, bool isView)
{
    if (reads == Answer::Yes)
        refuse(Answer::Yes, (isView ? tr("The view “%1” reads the column.") : tr("The trigger “%1” reads the column.")).arg(script.name));
    else if (reads == Answer::Depends)
        refuse(Answer::Depends, (isView ? tr("The view “%1” may read the column.") : tr("The trigger “%1” may read the column.")).arg(script.name));
}

void SqliteImpact::checkVersion(const Row &row)
{
    if (row.never)
        return refuse(Answer::Yes, tr("SQLite's ALTER TABLE cannot do this: the table has to be built again."));
    if (row.since == always || m_catalog.version() >= row.since)
        return;
    const QString why = tr("SQLite can do this from version %1 on.").arg(row.since.toString(Dialect::SQLite));
    // Everything before 3.53 is years old; what that version brought is not to be counted on.
    if (m_catalog.version().minor > 0) // "3" is any of them
        refuse(Answer::Yes, why);
    else if (row.since >= ServerVersion{3, 53, 0})
        refuse(Answer::Depends, why);
}

void SqliteImpact::refuse(Answer fails, const QString &why)
{
    if (m_result.fails == Answer::Yes)
        return;
    m_result.fails = fails;
    m_result.failure = why;
}

bool SqliteImpact::enforcesForeignKeys() const
{
    const QString setting = m_catalog.setting(u"foreign_keys"_s).toLower();
    return setting == "1"_L1 || setting == "on"_L1 || setting == "true"_L1 || setting == "yes"_L1;
}

} // namespace

StatementImpact impactOfSqlite(const StatementReading &reading, const Catalog &before)
{
    return SqliteImpact(before).of(reading);
}

} // namespace Whimbrel
