// SPDX-License-Identifier: GPL-3.0-or-later
#include "mysqlcatalog.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

const QString tablesSql = u"SELECT TABLE_NAME AS tab, TABLE_TYPE AS kind, ENGINE AS engine, TABLE_ROWS AS estimate, DATA_LENGTH AS heap, "
                          "DATA_LENGTH + INDEX_LENGTH AS bytes, TABLE_COLLATION AS collation_name, TABLE_COMMENT AS comment, "
                          "CREATE_OPTIONS LIKE '%partitioned%' AS is_partitioned, AUTO_INCREMENT AS next_value "
                          "FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"_s;

const QString foreignKeysSql
    = u"SELECT k.TABLE_NAME AS tab, k.CONSTRAINT_NAME AS name, k.COLUMN_NAME AS col, k.REFERENCED_TABLE_SCHEMA AS other_schema, "
      "k.REFERENCED_TABLE_NAME AS other, k.REFERENCED_COLUMN_NAME AS other_col FROM information_schema.KEY_COLUMN_USAGE k "
      "WHERE k.TABLE_SCHEMA = DATABASE() AND k.REFERENCED_TABLE_NAME IS NOT NULL "
      "ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION"_s;

const QString triggersSql = u"SELECT EVENT_OBJECT_TABLE AS tab, TRIGGER_NAME AS name FROM information_schema.TRIGGERS "
                            "WHERE TRIGGER_SCHEMA = DATABASE() ORDER BY TRIGGER_NAME"_s;

const QString viewsSql = u"SELECT TABLE_NAME AS tab, VIEW_DEFINITION AS body FROM information_schema.VIEWS "
                         "WHERE TABLE_SCHEMA = DATABASE()"_s;

const QString functionsSql = u"SELECT ROUTINE_NAME AS name, IS_DETERMINISTIC AS is_deterministic FROM information_schema.ROUTINES "
                             "WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_TYPE = 'FUNCTION'"_s;

/// As IndexDefinition has it: btree, and FULLTEXT and SPATIAL as such.
QString methodOf(const QString &kind)
{
    return kind == "FULLTEXT"_L1 || kind == "SPATIAL"_L1 ? kind : kind.toLower();
}

QString quoted(const QString &text)
{
    QString inner = text;
    inner.replace(u'\\', u"\\\\"_s).replace(u'\'', u"''"_s);
    return u'\'' + inner + u'\'';
}

QString quotedName(QString name)
{
    return u'`' + name.replace(u'`', u"``"_s) + u'`';
}

} // namespace

MySqlCatalog::MySqlCatalog(Session &session)
    : CatalogReader(session)
    , m_definitions(session.dialect())
{
}

Result<> MySqlCatalog::read()
{
    const Result<Rows> database = m_session.query(u"SELECT DATABASE() AS name"_s);
    if (!database)
        return std::unexpected(database.error());
    m_database = database->text(0, u"name");
    m_catalog.setSearchPath({m_database});

    const std::pair<QString, Fill> parts[] = {
        {tablesSql, &MySqlCatalog::readTables},           {columnsSql(), &MySqlCatalog::readColumns},
        {indexesSql(), &MySqlCatalog::readIndexes},       {foreignKeysSql, &MySqlCatalog::readForeignKeys},
        {checksSql(), &MySqlCatalog::readChecks},         {triggersSql, &MySqlCatalog::readTriggers},
        {viewsSql, &MySqlCatalog::readViews},             {functionsSql, &MySqlCatalog::readFunctions},
    };
    for (const auto &[sql, filling] : parts) {
        const Result<Rows> rows = m_session.query(sql);
        if (!rows)
            return std::unexpected(rows.error());
        (this->*filling)(*rows);
    }
    for (const CatalogRelation &relation : std::as_const(m_relations))
        m_catalog.insert(relation);
    return {};
}

QString MySqlCatalog::columnsSql() const
{
    return u"SELECT TABLE_NAME AS tab, COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, COLUMN_DEFAULT AS value, "
           "EXTRA AS extra, CHARACTER_SET_NAME AS charset, COLLATION_NAME AS collation_name, COLUMN_COMMENT AS comment, "
           "GENERATION_EXPRESSION AS expression FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() "
           "ORDER BY TABLE_NAME, ORDINAL_POSITION"_s;
}

QString MySqlCatalog::indexesSql() const
{
    const bool hasExpressions = m_session.dialect() == Dialect::MySql;
    const bool hasIgnored = m_session.serverVersion() >= ServerVersion{10, 6, 0};
    return u"SELECT TABLE_NAME AS tab, INDEX_NAME AS name, NON_UNIQUE AS duplicates, COLUMN_NAME AS col, SUB_PART AS prefix, "
           "INDEX_TYPE AS kind, "_s
        + (hasExpressions ? u"EXPRESSION"_s : u"NULL"_s) + u" AS expression, "_s
        + (hasExpressions ? u"IS_VISIBLE = 'NO'"_s : hasIgnored ? u"IGNORED = 'YES'"_s : u"0"_s)
        + u" AS is_invisible FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() "
          "ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX"_s;
}

QString MySqlCatalog::checksSql() const
{
    if (m_session.dialect() == Dialect::MariaDb)
        return u"SELECT TABLE_NAME AS tab, CONSTRAINT_NAME AS name, CHECK_CLAUSE AS body, 'YES' AS enforced "
               "FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()"_s;
    return u"SELECT t.TABLE_NAME AS tab, c.CONSTRAINT_NAME AS name, c.CHECK_CLAUSE AS body, t.ENFORCED AS enforced "
           "FROM information_schema.CHECK_CONSTRAINTS c JOIN information_schema.TABLE_CONSTRAINTS t "
           "ON t.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND t.CONSTRAINT_NAME = c.CONSTRAINT_NAME "
           "AND t.CONSTRAINT_TYPE = 'CHECK' WHERE c.CONSTRAINT_SCHEMA = DATABASE()"_s;
}

CatalogRelation *MySqlCatalog::relation(const Rows &rows, qsizetype row)
{
    const auto found = m_relations.find(rows.text(row, u"tab"));
    return found == m_relations.end() ? nullptr : &*found;
}

void MySqlCatalog::readTables(const Rows &rows)
{
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        CatalogRelation relation;
        relation.name = {m_database, rows.text(row, u"tab")};
        const QString kind = rows.text(row, u"kind");
        relation.type = kind == "VIEW"_L1 ? ObjectType::View : kind == "SEQUENCE"_L1 ? ObjectType::Sequence : ObjectType::Table;
        relation.isComplete = true;
        relation.engine = rows.text(row, u"engine");
        relation.comment = relation.type == ObjectType::Table ? rows.text(row, u"comment") : QString();
        relation.characterSet = rows.text(row, u"collation_name").section(u'_', 0, 0);
        relation.isPartitioned = rows.boolean(row, u"is_partitioned");
        if (relation.type == ObjectType::Table && !rows.isNull(row, u"estimate"))
            relation.statistics = RelationStatistics{rows.number(row, u"estimate"), rows.number(row, u"bytes"), rows.number(row, u"heap"), -1};
        if (!rows.isNull(row, u"next_value"))
            relation.lastValue = rows.number(row, u"next_value") - 1;
        m_relations.insert(relation.name.name, relation);
    }
}

/// The column as one would write it: what MODIFY is compared with.
QString MySqlCatalog::columnText(const Rows &rows, qsizetype row) const
{
    const QString extra = rows.text(row, u"extra");
    QString text = quotedName(rows.text(row, u"name")) + u' ' + rows.text(row, u"type");
    if (!rows.isNull(row, u"charset"))
        text += u" CHARACTER SET "_s + rows.text(row, u"charset") + u" COLLATE "_s + rows.text(row, u"collation_name");
    if (const QString expression = rows.text(row, u"expression"); !expression.isEmpty())
        text += u" GENERATED ALWAYS AS ("_s + expression + u')'
            + (extra.contains("VIRTUAL"_L1, Qt::CaseInsensitive) ? u" VIRTUAL"_s : u" STORED"_s);
    if (rows.text(row, u"nullable") == "NO"_L1)
        text += u" NOT NULL"_s;
    if (!rows.isNull(row, u"value")) {
        // MariaDB gives an expression; MySQL a bare text, unless it says that it generated the value.
        const QString value = rows.text(row, u"value");
        const bool isExpression = m_session.dialect() == Dialect::MariaDb || extra.contains("DEFAULT_GENERATED"_L1);
        const bool isCall = extra.contains("DEFAULT_GENERATED"_L1) && !value.startsWith("CURRENT_TIMESTAMP"_L1);
        text += u" DEFAULT "_s + (isCall ? u'(' + value + u')' : isExpression ? value : quoted(value));
    }
    if (extra.contains("on update"_L1, Qt::CaseInsensitive))
        text += u" ON UPDATE CURRENT_TIMESTAMP"_s;
    if (extra.contains("auto_increment"_L1, Qt::CaseInsensitive))
        text += u" AUTO_INCREMENT"_s;
    if (const QString comment = rows.text(row, u"comment"); !comment.isEmpty())
        text += u" COMMENT "_s + quoted(comment);
    return text;
}

void MySqlCatalog::readColumns(const Rows &rows)
{
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        CatalogRelation *table = relation(rows, row);
        if (!table)
            continue;
        ColumnDefinition definition = m_definitions.column(columnText(rows, row));
        CatalogColumn column;
        column.name = rows.text(row, u"name");
        column.type = definition.type;
        column.notNull = rows.text(row, u"nullable") == "NO"_L1 ? Answer::Yes : Answer::No;
        column.hasDefault = definition.hasDefault && !definition.defaultValue.isNull ? Answer::Yes : Answer::No;
        column.isIdentity = definition.identity ? Answer::Yes : Answer::No;
        column.generated = definition.generated;
        column.definition = std::move(definition);
        table->columns.append(std::move(column));
    }
}

void MySqlCatalog::readIndexes(const Rows &rows)
{
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        CatalogRelation *table = relation(rows, row);
        if (!table)
            continue;
        const QString name = rows.text(row, u"name");
        if (table->indexes.isEmpty() || table->indexes.last().definition.name != name) {
            CatalogIndex index;
            index.definition.name = name;
            index.definition.unique = !rows.boolean(row, u"duplicates");
            index.definition.method = methodOf(rows.text(row, u"kind"));
            index.isInvisible = rows.boolean(row, u"is_invisible");
            if (index.definition.unique)
                index.constraint = name;
            table->indexes.append(std::move(index));
        }
        IndexDefinition::Part part;
        part.column = rows.text(row, u"col");
        part.plain = rows.isNull(row, u"prefix");
        if (const QString expression = rows.text(row, u"expression"); !expression.isEmpty())
            part.expression = m_definitions.expression(expression);
        table->indexes.last().definition.parts.append(std::move(part));
    }
    for (CatalogRelation &table : m_relations) {
        for (const CatalogIndex &index : std::as_const(table.indexes)) {
            if (!index.definition.unique)
                continue;
            CatalogConstraint constraint;
            constraint.definition.kind = index.definition.name == "PRIMARY"_L1 ? ConstraintKind::PrimaryKey : ConstraintKind::Unique;
            constraint.definition.name = constraint.index = index.definition.name;
            constraint.definition.columns = index.definition.keyColumns();
            table.constraints.append(std::move(constraint));
        }
    }
}

void MySqlCatalog::readForeignKeys(const Rows &rows)
{
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        CatalogRelation *table = relation(rows, row);
        if (!table)
            continue;
        const QString name = rows.text(row, u"name");
        const bool isFirst = table->constraints.isEmpty() || table->constraints.last().definition.kind != ConstraintKind::ForeignKey
            || table->constraints.last().definition.name != name;
        if (isFirst) {
            CatalogConstraint constraint;
            constraint.definition.kind = ConstraintKind::ForeignKey;
            constraint.definition.name = name;
            constraint.definition.references = {rows.text(row, u"other_schema"), rows.text(row, u"other")};
            table->constraints.append(std::move(constraint));
        }
        ConstraintDefinition &definition = table->constraints.last().definition;
        definition.columns.append(rows.text(row, u"col"));
        definition.referencedColumns.append(rows.text(row, u"other_col"));
    }
}

void MySqlCatalog::readChecks(const Rows &rows)
{
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        CatalogRelation *table = relation(rows, row);
        if (!table)
            continue;
        CatalogConstraint constraint;
        constraint.definition.name = rows.text(row, u"name");
        constraint.definition.expression = m_definitions.expression(rows.text(row, u"body"));
        constraint.definition.notEnforced = rows.text(row, u"enforced") == "NO"_L1;
        constraint.validated = constraint.definition.notEnforced ? Answer::No : Answer::Yes;
        table->constraints.append(std::move(constraint));
    }
}

void MySqlCatalog::readTriggers(const Rows &rows)
{
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        if (CatalogRelation *table = relation(rows, row))
            table->triggers.append(rows.text(row, u"name"));
    }
}

void MySqlCatalog::readViews(const Rows &rows)
{
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        CatalogRelation *view = relation(rows, row);
        if (!view)
            continue;
        const Operation operation = m_definitions.read(u"CREATE VIEW v AS "_s + rows.text(row, u"body")).first();
        view->reads = operation.reads;
        view->readColumns = operation.expression.columns;
    }
}

void MySqlCatalog::readFunctions(const Rows &rows)
{
    using Volatility = CatalogFunction::Volatility;
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        CatalogFunction function;
        function.name = {m_database, rows.text(row, u"name")};
        function.volatility = rows.text(row, u"is_deterministic") == "YES"_L1 ? Volatility::Immutable : Volatility::Volatile;
        m_catalog.insert(function);
    }
}

} // namespace Whimbrel
