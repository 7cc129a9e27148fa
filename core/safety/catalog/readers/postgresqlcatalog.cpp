// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresqlcatalog.h"

#include "postgresqlqueries.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// The query with or without the functions that could wait for a lock.
QString queryOf(QString sql, bool mayWait)
{
    static const QRegularExpression waiting(u"%(pg_[^%]*)%"_s);
    return sql.replace(waiting, mayWait ? u"\\1"_s : u"NULL"_s);
}

ObjectType typeOf(QStringView kind)
{
    switch (kind.isEmpty() ? u'r' : kind.front().unicode()) {
    case u'v':
        return ObjectType::View;
    case u'm':
        return ObjectType::MaterializedView;
    case u'S':
        return ObjectType::Sequence;
    case u'f':
        return ObjectType::ForeignTable;
    default:
        return ObjectType::Table;
    }
}

} // namespace

QStringList PostgreSqlCatalog::stringsOf(const QString &json)
{
    QStringList strings;
    for (const QJsonValue &value : QJsonDocument::fromJson(json.toUtf8()).array())
        strings.append(value.toString());
    return strings;
}

PostgreSqlCatalog::PostgreSqlCatalog(Session &session)
    : CatalogReader(session)
    , m_definitions(Dialect::PostgreSql)
{
}

Result<> PostgreSqlCatalog::fill(const QString &sql, Fill filling)
{
    Result<Rows> rows = m_session.query(queryOf(sql, true));
    if (!rows && rows.error().kind == ErrorKind::LockTimeout)
        rows = m_session.query(queryOf(sql, false));
    if (!rows)
        return std::unexpected(rows.error());
    (this->*filling)(*rows);
    return {};
}

Result<> PostgreSqlCatalog::read()
{
    using namespace PostgreSqlQueries;
    const std::pair<QString, Fill> parts[] = {
        {path, &PostgreSqlCatalog::readPath},         {types, &PostgreSqlCatalog::readTypes},
        {relations, &PostgreSqlCatalog::readRelations}, {parents, &PostgreSqlCatalog::readParents},
        {columns, &PostgreSqlCatalog::readColumns},   {sequences, &PostgreSqlCatalog::readSequences},
        {indexes, &PostgreSqlCatalog::readIndexes},   {constraints, &PostgreSqlCatalog::readConstraints},
        {views, &PostgreSqlCatalog::readViews},       {belongings, &PostgreSqlCatalog::readBelongings},
        {functions, &PostgreSqlCatalog::readFunctions},
    };
    for (const auto &[sql, filling] : parts) {
        if (const Result<> done = fill(sql, filling); !done)
            return done;
    }
    addUp();
    for (const CatalogType &type : std::as_const(m_types))
        m_catalog.insert(type);
    for (const CatalogRelation &relation : std::as_const(m_relations))
        m_catalog.insert(relation);
    return {};
}

Result<WriteCounts> PostgreSqlCatalog::readWrites()
{
    const Result<Rows> rows = m_session.query(PostgreSqlQueries::writes);
    if (!rows)
        return std::unexpected(rows.error());
    WriteCounts writes;
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        writes.takenAt = QDateTime::fromString(rows->text(row, u"now"), Qt::ISODateWithMs);
        const ObjectName name{rows->text(row, u"schemaname"), rows->text(row, u"relname")};
        writes.counts.insert(name.toString(), rows->number(row, u"writes"));
    }
    return writes;
}

CatalogRelation *PostgreSqlCatalog::relation(const Rows &rows, qsizetype row, QStringView oid)
{
    const auto found = m_relations.find(rows.number(row, oid));
    return found == m_relations.end() ? nullptr : &*found;
}

ObjectName PostgreSqlCatalog::nameOf(const Rows &rows, qsizetype row, QStringView oid) const
{
    const auto found = m_relations.constFind(rows.number(row, oid));
    return found == m_relations.cend() ? ObjectName() : found->name;
}

/// `numbers` is a JSON array of column numbers; 0 is an expression.
QStringList PostgreSqlCatalog::columnsAt(const QHash<int, QString> &names, const QString &numbers)
{
    QStringList columns;
    for (const QJsonValue &number : QJsonDocument::fromJson(numbers.toUtf8()).array())
        columns.append(names.value(number.toInt()));
    return columns;
}

void PostgreSqlCatalog::readPath(const Rows &rows)
{
    m_catalog.setSearchPath(stringsOf(rows.text(0, u"path")));
}

void PostgreSqlCatalog::readTypes(const Rows &rows)
{
    using Kind = CatalogType::Kind;
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        CatalogType type;
        type.name = {rows.text(row, u"nspname"), rows.text(row, u"typname")};
        const QString kind = rows.text(row, u"typtype");
        type.kind = kind == u'e' ? Kind::Enum : kind == u'd' ? Kind::Domain : kind == u'c' ? Kind::Composite
            : kind == u'r'       ? Kind::Range
                                 : Kind::Base;
        type.values = stringsOf(rows.text(row, u"labels"));
        if (type.kind == Kind::Composite) {
            type.attributes = stringsOf(rows.text(row, u"attributes"));
            for (const QJsonValue &table : QJsonDocument::fromJson(rows.text(row, u"typed_tables").toUtf8()).array())
                type.usedBy.append({table[u"schema"].toString(), table[u"name"].toString()});
        }
        if (type.kind == Kind::Domain) {
            type.baseType = m_definitions.type(rows.text(row, u"base"));
            type.isNotNull = rows.boolean(row, u"typnotnull");
            type.hasDefault = rows.boolean(row, u"has_default");
            for (const QJsonValue &check : QJsonDocument::fromJson(rows.text(row, u"checks").toUtf8()).array()) {
                ConstraintDefinition constraint = m_definitions.constraint(check[u"text"].toString());
                constraint.name = check[u"name"].toString();
                constraint.notValid = !check[u"valid"].toBool();
                type.constraints.append(std::move(constraint));
            }
            type.isConstrained = type.isNotNull || !type.constraints.isEmpty();
        }
        m_types.insert(rows.number(row, u"oid"), std::move(type));
    }
}

void PostgreSqlCatalog::readRelations(const Rows &rows)
{
    const auto bytes = [&](qsizetype row, QStringView exact, QStringView known) -> qint64 {
        if (!rows.isNull(row, exact))
            return rows.number(row, exact);
        return rows.number(row, known) > 0 ? rows.number(row, known) : -1;
    };
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        CatalogRelation relation;
        relation.name = {rows.text(row, u"nspname"), rows.text(row, u"relname")};
        relation.type = typeOf(rows.text(row, u"relkind"));
        relation.isComplete = true;
        relation.isTemporary = rows.text(row, u"relpersistence") == u't';
        relation.unlogged = rows.text(row, u"relpersistence") == u'u';
        relation.isPartition = rows.boolean(row, u"relispartition");
        relation.isPartitioned = !rows.isNull(row, u"partstrat");
        relation.partitionKey = {rows.text(row, u"partkey")}; // resolved with the columns
        relation.tablespace = rows.text(row, u"spcname");
        relation.accessMethod = rows.text(row, u"amname");
        relation.comment = rows.text(row, u"comment");
        if (relation.isPartition)
            relation.bound = boundOf(rows.text(row, u"bound"));
        const bool hasRows = relation.type == ObjectType::Table || relation.type == ObjectType::MaterializedView;
        if (hasRows && !relation.isPartitioned) {
            RelationStatistics statistics;
            statistics.rows = rows.number(row, u"rows");
            statistics.bytes = bytes(row, u"bytes", u"known_bytes");
            statistics.heapBytes = bytes(row, u"heap_bytes", u"known_heap_bytes");
            relation.statistics = statistics;
        }
        m_relations.insert(rows.number(row, u"oid"), std::move(relation));
    }
}

PartitionBound PostgreSqlCatalog::boundOf(const QString &text) const
{
    const QList<Operation> operations = m_definitions.read(u"CREATE TABLE t PARTITION OF p "_s + text);
    PartitionBound bound = operations.first().bound;
    bound.text = text;
    return bound;
}

void PostgreSqlCatalog::readParents(const Rows &rows)
{
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        CatalogRelation *child = relation(rows, row);
        const ObjectName parent = nameOf(rows, row, u"inhparent");
        if (child && !parent.isEmpty())
            child->parents.append(parent);
    }
}

void PostgreSqlCatalog::readColumns(const Rows &rows)
{
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        CatalogRelation *owner = relation(rows, row);
        if (!owner)
            continue;
        m_columns[rows.number(row, u"oid")].insert(int(rows.number(row, u"attnum")), rows.text(row, u"attname"));
        owner->columns.append(column(rows, row));
    }
    for (auto found = m_relations.begin(); found != m_relations.end(); ++found) {
        const QString numbers = found->partitionKey.value(0);
        found->partitionKey = columnsAt(m_columns.value(found.key()), numbers);
        if (found->partitionKey.contains(QString()))
            found->partitionKey.clear();
    }
}

CatalogColumn PostgreSqlCatalog::column(const Rows &rows, qsizetype row)
{
    CatalogColumn column;
    column.name = rows.text(row, u"attname");
    column.type = m_definitions.type(rows.text(row, u"type"));
    const qlonglong typeOid = rows.number(row, u"atttypid");
    if (const auto type = m_types.constFind(typeOid); type != m_types.cend())
        column.type.name = type->name;
    else if (const auto element = m_types.constFind(rows.number(row, u"typelem")); element != m_types.cend())
        column.type.name = element->name;
    column.notNull = answer(rows.boolean(row, u"attnotnull"));
    const bool isGenerated = !rows.text(row, u"attgenerated").isEmpty();
    const bool isIdentity = !rows.text(row, u"attidentity").isEmpty();
    column.hasDefault = answer(rows.boolean(row, u"has_default") && !isGenerated);
    column.isIdentity = answer(isIdentity);
    if (isGenerated)
        column.generated = rows.text(row, u"attgenerated") == u'v' ? GeneratedKind::Virtual : GeneratedKind::Stored;
    column.isLocal = rows.boolean(row, u"attislocal");

    ColumnDefinition definition;
    definition.name = column.name;
    definition.type = column.type;
    definition.notNull = column.notNull == Answer::Yes;
    definition.identity = isIdentity;
    definition.generated = column.generated;
    definition.hasDefault = column.hasDefault == Answer::Yes;
    if (const QString value = rows.text(row, u"value"); !value.isEmpty())
        (isGenerated ? definition.generatedAs : definition.defaultValue) = m_definitions.expression(value);
    column.definition = std::move(definition);
    return column;
}

void PostgreSqlCatalog::readSequences(const Rows &rows)
{
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        CatalogRelation *sequence = relation(rows, row);
        CatalogRelation *owner = relation(rows, row, u"refobjid");
        if (!sequence || !owner)
            continue;
        const QString name = m_columns.value(rows.number(row, u"refobjid")).value(int(rows.number(row, u"refobjsubid")));
        sequence->ownedBy = owner->name;
        sequence->ownedByColumn = name;
        if (!rows.isNull(row, u"last_value"))
            sequence->lastValue = rows.number(row, u"last_value");
        owner->ownedSequences.append(sequence->name);
        const auto column = std::ranges::find(owner->columns, name, &CatalogColumn::name);
        if (column == owner->columns.end() || column->isIdentity == Answer::Yes
            || !column->definition->defaultValue.functions.contains(u"nextval"_s))
            continue;
        column->isIdentity = Answer::Yes;
        column->type.isSerial = true;
    }
}

} // namespace Whimbrel
