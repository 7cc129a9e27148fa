// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/tree/tables.h"

#include "safety/postgresql/tree/expressions.h"

#include <utils/timestamp.h>

namespace Whimbrel::PgTree {

namespace {

ConstraintKind kindOf(ConstrType type)
{
    switch (type) {
    case CONSTR_NOTNULL:
        return ConstraintKind::NotNull;
    case CONSTR_PRIMARY:
        return ConstraintKind::PrimaryKey;
    case CONSTR_UNIQUE:
        return ConstraintKind::Unique;
    case CONSTR_EXCLUSION:
        return ConstraintKind::Exclusion;
    case CONSTR_FOREIGN:
        return ConstraintKind::ForeignKey;
    default:
        return ConstraintKind::Check;
    }
}

/// DEFERRABLE and the like: they belong to the constraint before them.
bool isAttribute(const ::Constraint *constraint)
{
    return constraint->contype == CONSTR_ATTR_DEFERRABLE || constraint->contype == CONSTR_ATTR_NOT_DEFERRABLE
        || constraint->contype == CONSTR_ATTR_DEFERRED || constraint->contype == CONSTR_ATTR_IMMEDIATE;
}

/// CONSTRAINT name before what follows.
int behindConstraintName(const Source &source, int position)
{
    return source.isWord(position, "constraint") ? source.tokenAt(source.behindName(source.behindToken(position))) : position;
}

bool isParenthesised(const Source &source, Range range)
{
    return !range.isEmpty() && source.text(range).front() == '(' && source.behindGroup(range.begin) == range.end;
}

/// NO ACTION is empty: what holds where nothing is written.
Text actionOf(char action)
{
    switch (action) {
    case FKCONSTR_ACTION_RESTRICT:
        return "RESTRICT";
    case FKCONSTR_ACTION_CASCADE:
        return "CASCADE";
    case FKCONSTR_ACTION_SETNULL:
        return "SET NULL";
    case FKCONSTR_ACTION_SETDEFAULT:
        return "SET DEFAULT";
    default:
        return {};
    }
}

} // namespace

Type readType(const ::TypeName *type, Range text)
{
    Type result;
    if (!type)
        return result;
    result.name = nameOf(type->names);
    if (result.name.schema == "pg_catalog")
        result.name.schema = {};
    static constexpr std::pair<Text, Text> serials[] = {{"serial", "int4"},      {"serial4", "int4"},   {"bigserial", "int8"},
                                                        {"serial8", "int8"},     {"smallserial", "int2"}, {"serial2", "int2"}};
    if (size(type->names) == 1) {
        for (const auto &[serial, integer] : serials) {
            if (result.name.name == serial) {
                result.name.name = integer;
                result.isSerial = true;
            }
        }
    }
    for (const Node *modifier : each<Node>(type->typmods)) {
        if (is(modifier, T_A_Const) && is(&as<A_Const>(modifier)->val.node, T_Integer))
            result.modifiers.push_back(as<A_Const>(modifier)->val.ival.ival);
    }
    if (result.name.name == "interval" && result.modifiers.size() == 2 && result.modifiers.front() == INTERVAL_FULL_RANGE)
        result.modifiers.erase(result.modifiers.begin()); // interval(3) has its precision behind a mask of fields
    else if (result.name.name == "interval" && result.modifiers.size() == 1)
        result.modifiers.push_back(INTERVAL_FULL_PRECISION); // year to month: two modifiers, never to be taken for a precision
    result.arrayDimensions = static_cast<int>(PgTree::size(type->arrayBounds));
    result.text = text;
    return result;
}

Constraint readConstraint(const ::Constraint *constraint, const Source &source, Range range)
{
    Constraint result;
    result.kind = kindOf(constraint->contype);
    result.name = text(constraint->conname);
    result.text = range;
    result.notValid = constraint->skip_validation;
    result.deferrable = constraint->deferrable;
    result.usingIndex = text(constraint->indexname);
    const int begin = behindConstraintName(source, range.begin);
    if (constraint->contype == CONSTR_FOREIGN) {
        result.columns = texts(constraint->fk_attrs);
        result.references = nameOf(constraint->pktable);
        result.referencedColumns = texts(constraint->pk_attrs);
        result.onDelete = actionOf(constraint->fk_del_action);
        result.onUpdate = actionOf(constraint->fk_upd_action);
    } else if (constraint->contype == CONSTR_EXCLUSION) {
        for (const ::List *element : each<::List>(constraint->exclusions)) {
            if (const IndexElem *part = at<IndexElem>(element, 0); part && part->name)
                result.columns.push_back(text(part->name));
        }
    } else if (constraint->contype == CONSTR_CHECK) {
        result.expression = readExpression(constraint->raw_expr, source.insideParentheses(begin, range.end));
    } else {
        result.columns = texts(constraint->keys);
    }
    return result;
}

namespace {

/// The parts of a column's definition in the order of the text.
class ColumnReader
{
public:
    ColumnReader(const ColumnDef *definition, const Source &source, Range range) : m_definition(definition), m_source(source), m_range(range) {}

    Column read();

private:
    int endOf(size_t constraint) const;
    void readType();
    void readPart(const ::Constraint *constraint, Range range);

    const ColumnDef *m_definition;
    const Source &m_source;
    Range m_range;
    Column m_column;
};

Column ColumnReader::read()
{
    m_column.name = text(m_definition->colname);
    m_column.text = m_range;
    readType();
    const ::List *constraints = m_definition->constraints;
    for (size_t i = 0; i < size(constraints); ++i) {
        const ::Constraint *constraint = at<::Constraint>(constraints, i);
        if (isAttribute(constraint)) {
            if (!m_column.constraints.empty() && constraint->contype != CONSTR_ATTR_NOT_DEFERRABLE && constraint->contype != CONSTR_ATTR_IMMEDIATE)
                m_column.constraints.back().deferrable = true;
            continue;
        }
        readPart(constraint, m_source.trimmed({constraint->location, endOf(i)}));
    }
    return std::move(m_column);
}

/// Where the next part begins that is not an attribute of this one.
int ColumnReader::endOf(size_t constraint) const
{
    const int begin = at<::Constraint>(m_definition->constraints, constraint)->location;
    int end = m_range.end;
    for (size_t i = constraint + 1; i < size(m_definition->constraints); ++i) {
        const ::Constraint *next = at<::Constraint>(m_definition->constraints, i);
        if (!isAttribute(next)) {
            end = next->location;
            break;
        }
    }
    if (m_definition->collClause && m_definition->collClause->location > begin)
        end = std::min(end, m_definition->collClause->location);
    return end;
}

void ColumnReader::readType()
{
    const ::TypeName *type = m_definition->typeName;
    if (!type)
        return;
    int end = m_range.end;
    if (const ::Constraint *first = at<::Constraint>(m_definition->constraints, 0))
        end = std::min(end, first->location);
    if (m_definition->collClause)
        end = std::min(end, m_definition->collClause->location);
    if (m_definition->storage_name || m_definition->compression || m_definition->fdwoptions || m_definition->raw_default) {
        const int position = m_source.anyWord({"storage", "compression", "options", "using"}, m_source.behindToken(type->location), end);
        end = position < 0 ? end : position;
    }
    m_column.type = PgTree::readType(type, m_source.trimmed({type->location, end}));
    if (m_definition->collClause)
        m_column.type.collation = nameOf(m_definition->collClause->collname).name;
}

void ColumnReader::readPart(const ::Constraint *constraint, Range range)
{
    const int begin = behindConstraintName(m_source, range.begin);
    switch (constraint->contype) {
    case CONSTR_NULL:
        m_column.explicitNull = true;
        return;
    case CONSTR_NOTNULL:
        m_column.notNull = true;
        if (!constraint->conname)
            return;
        break;
    case CONSTR_DEFAULT: {
        const Range text = m_source.trimmed({m_source.behindToken(begin), range.end});
        m_column.hasDefault = true;
        m_column.defaultValue = readExpression(constraint->raw_expr, text);
        m_column.defaultValue.isParenthesised = isParenthesised(m_source, text);
        return;
    }
    case CONSTR_IDENTITY:
        m_column.identity = true;
        return;
    case CONSTR_GENERATED:
        m_column.generated = GeneratedKind::Stored;
        m_column.generatedAs = readExpression(constraint->raw_expr, m_source.insideParentheses(begin, range.end));
        return;
    default:
        break;
    }
    m_column.constraints.push_back(readConstraint(constraint, m_source, range));
    if (m_column.constraints.back().kind != ConstraintKind::Check)
        m_column.constraints.back().columns = {m_column.name};
}

void readPartitionKey(const PartitionSpec *key, Operation &operation)
{
    const char *strategy = key->strategy == PARTITION_STRATEGY_LIST ? "LIST" : key->strategy == PARTITION_STRATEGY_HASH ? "HASH" : "RANGE";
    operation.options.emplace_back("PARTITION BY", strategy);
    for (const PartitionElem *element : each<PartitionElem>(key->partParams)) {
        if (!element->name) { // an expression: the columns alone would say something else
            operation.columnNames.clear();
            return;
        }
        operation.columnNames.push_back(text(element->name));
    }
}

void readParents(const CreateStmt *statement, const Source &source, Operation &operation)
{
    bool first = true;
    for (const RangeVar *parent : each<RangeVar>(statement->inhRelations)) {
        if (first) {
            operation.other = nameOf(parent);
            operation.value = statement->partbound ? "PARTITION OF" : "INHERITS";
            if (statement->partbound)
                operation.bound = readBound(statement->partbound, source, source.behindName(parent->location));
        } else {
            operation.reads.push_back(nameOf(parent));
        }
        first = false;
    }
    operation.set(OperationFlag::DefaultPartition, statement->partbound && statement->partbound->is_default);
    if (statement->ofTypename) {
        operation.other = readType(statement->ofTypename).name;
        operation.value = "OF";
    }
}

void readLike(const TableLikeClause *clause, Operation &operation)
{
    static constexpr std::pair<bits32, Text> kinds[] = {
        {CREATE_TABLE_LIKE_CONSTRAINTS, "CONSTRAINTS"}, {CREATE_TABLE_LIKE_DEFAULTS, "DEFAULTS"}, {CREATE_TABLE_LIKE_GENERATED, "GENERATED"},
        {CREATE_TABLE_LIKE_IDENTITY, "IDENTITY"},       {CREATE_TABLE_LIKE_INDEXES, "INDEXES"},
    };
    Operation::Like like{.table = nameOf(clause->relation), .including = {}, .columnsBefore = operation.columns.size()};
    for (const auto &[bit, word] : kinds) {
        if (clause->options & bit)
            like.including.push_back(word);
    }
    operation.likes.push_back(std::move(like));
}

} // namespace

Column readColumn(const ColumnDef *definition, const Source &source, Range range)
{
    return ColumnReader(definition, source, range).read();
}

void readCreateTable(const CreateStmt *statement, const Source &source, std::vector<Operation> &operations)
{
    Operation operation;
    operation.kind = OperationKind::CreateTable;
    operation.objectType = is(statement, T_CreateForeignTableStmt) ? ObjectType::ForeignTable : ObjectType::Table;
    operation.relation = nameOf(statement->relation);
    operation.set(OperationFlag::IfNotExists, statement->if_not_exists);
    operation.set(OperationFlag::Temporary, statement->relation->relpersistence == 't');
    operation.set(OperationFlag::Unlogged, statement->relation->relpersistence == 'u');
    if (statement->oncommit == ONCOMMIT_DROP)
        operation.value = "ON COMMIT DROP";
    operation.columns.reserve(size(statement->tableElts));
    readParents(statement, source, operation);
    for (const Node *element : each<Node>(statement->tableElts)) {
        if (is(element, T_ColumnDef))
            operation.columns.push_back(readColumn(as<ColumnDef>(element), source, source.item(as<ColumnDef>(element)->location)));
        else if (is(element, T_Constraint))
            operation.constraints.push_back(readConstraint(as<::Constraint>(element), source, source.item(as<::Constraint>(element)->location)));
        else if (is(element, T_TableLikeClause))
            readLike(as<TableLikeClause>(element), operation);
    }
    if (statement->partspec)
        readPartitionKey(statement->partspec, operation);
    if (statement->tablespacename)
        operation.options.emplace_back("TABLESPACE", statement->tablespacename);
    if (statement->accessMethod)
        operation.options.emplace_back("USING", statement->accessMethod);
    for (const DefElem *option : each<DefElem>(statement->options))
        addOption(option, operation);
    operations.push_back(std::move(operation));
}

namespace {

std::vector<std::string> boundValues(const ::List *datums)
{
    std::vector<std::string> values;
    for (const Node *datum : each<Node>(datums)) {
        const Node *value = datum;
        if (is(datum, T_PartitionRangeDatum)) { // after parse analysis only
            value = as<PartitionRangeDatum>(datum)->value;
        } else if (is(datum, T_ColumnRef)) { // MINVALUE and MAXVALUE are names to the grammar
            std::string name = joined(as<ColumnRef>(datum)->fields);
            std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
            values.push_back(std::move(name));
            continue;
        }
        values.push_back(valueText(value));
    }
    return values;
}

} // namespace

Bound readBound(const PartitionBoundSpec *bound, const Source &source, int after)
{
    Bound result;
    if (!bound)
        return result;
    int begin = source.word(bound->is_default ? "default" : "for", after, source.size());
    if (begin < 0)
        begin = bound->location;
    result.text = {begin, source.behindToken(begin)};
    const int groups = bound->is_default ? 0 : bound->strategy == PARTITION_STRATEGY_RANGE ? 2 : 1;
    for (int i = 0; i < groups; ++i) {
        int token = source.tokenAt(result.text.end);
        while (token < source.size() && source.text({token, token + 1}) != "(")
            token = source.tokenAt(source.behindToken(token));
        result.text.end = token < source.size() ? source.behindGroup(token) : source.size();
    }
    if (bound->is_default) {
        result.kind = BoundKind::Default;
    } else if (bound->strategy == PARTITION_STRATEGY_RANGE) {
        result.kind = BoundKind::Range;
        result.from = boundValues(bound->lowerdatums);
        result.to = boundValues(bound->upperdatums);
    } else if (bound->strategy == PARTITION_STRATEGY_LIST) {
        result.kind = BoundKind::List;
        result.values = boundValues(bound->listdatums);
    } else {
        result.kind = BoundKind::Hash;
        result.values = {std::to_string(bound->modulus), std::to_string(bound->remainder)};
    }
    return result;
}

Index readIndex(const IndexStmt *statement, const Source &source)
{
    Index index;
    index.name = text(statement->idxname);
    index.method = text(statement->accessMethod);
    index.unique = statement->unique;
    index.nullsNotDistinct = statement->nulls_not_distinct;
    index.text = source.trimmed({0, source.item(0).end});
    for (const IndexElem *included : each<IndexElem>(statement->indexIncludingParams))
        index.included.push_back(text(included->name));

    int open = source.tokenAt(source.behindName(statement->relation->location));
    if (source.isWord(open, "using"))
        open = source.tokenAt(source.behindName(source.behindToken(open)));
    int position = source.behindToken(open);
    for (const IndexElem *element : each<IndexElem>(statement->indexParams)) {
        const Range item = source.item(position);
        position = source.behindToken(source.tokenAt(item.end));
        Index::Part part;
        part.column = text(element->name);
        part.plain = size(element->collation) == 0 && size(element->opclass) == 0 && element->ordering != SORTBY_DESC
            && element->nulls_ordering != SORTBY_NULLS_FIRST;
        if (element->expr) {
            const bool enclosed = source.text({item.begin, item.begin + 1}) == "(";
            const Range call{item.begin, source.behindGroup(source.tokenAt(source.behindName(item.begin)))};
            part.expression = readExpression(element->expr, enclosed ? source.insideParentheses(item.begin, item.end) : call);
        }
        index.parts.push_back(std::move(part));
    }
    if (statement->whereClause) {
        const int where = source.word("where", source.behindGroup(open), source.size());
        index.predicate = readExpression(statement->whereClause, where < 0 ? Range{} : source.item(source.behindToken(where)));
    }
    return index;
}

} // namespace Whimbrel::PgTree
