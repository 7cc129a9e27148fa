// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/conversion.h"

#include "safety/postgresql/placement.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString string(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

ObjectName name(const PgTree::Name &tree)
{
    return {string(tree.schema), string(tree.name)};
}

template <typename Result, typename Tree, typename Convert>
QList<Result> list(const std::vector<Tree> &values, Convert convert)
{
    QList<Result> result;
    if (values.empty())
        return result;
    result.reserve(static_cast<qsizetype>(values.size()));
    for (const Tree &value : values)
        result.append(convert(value));
    return result;
}

template <typename Text>
QStringList strings(const std::vector<Text> &values)
{
    return list<QString>(values, [](const Text &value) { return string(value); });
}

QList<ObjectName> names(const std::vector<PgTree::Name> &values)
{
    return list<ObjectName>(values, name);
}

/// Units of UTF-16 that the UTF-8 character of this first byte takes; 0 within a character.
int units(char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    return (value & 0xC0) == 0x80 ? 0 : value >= 0xF0 ? 2 : 1;
}

/// Whether every character takes one byte.
bool isAscii(QByteArrayView utf8)
{
    return std::ranges::none_of(utf8, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
}

} // namespace

TreeConversion::TreeConversion(QStringView text, QByteArrayView utf8, const NewerSyntax &newer)
    : m_text(text), m_utf8(utf8), m_newer(newer), m_isAscii(newer.isEmpty() ? text.size() == utf8.size() : isAscii(utf8))
{
}

qsizetype TreeConversion::parsedOffset(int byte)
{
    if (m_isAscii)
        return byte;
    for (; m_byte < byte; ++m_byte)
        m_offset += units(m_utf8[m_byte]);
    while (m_byte > byte)
        m_offset -= units(m_utf8[--m_byte]);
    return m_offset;
}

qsizetype TreeConversion::offset(int byte)
{
    const qsizetype parsed = parsedOffset(byte);
    return m_newer.isEmpty() ? parsed : m_newer.original(parsed);
}

/// What the translation of `range` left out, that which follows it included: in the tree it ends before.
template <typename Part>
void TreeConversion::applyNewer(PgTree::Range range, Part &part)
{
    if (m_newer.isEmpty())
        return;
    const bool isPart = !range.isEmpty(); // else all of the statement
    const qsizetype begin = isPart ? offset(range.begin) : 0;
    qsizetype end = isPart ? offset(range.end) : m_text.size();
    for (const NewerSyntax::Mark &mark : m_newer.marks(begin, m_text.size())) {
        if (mark.begin > end && !m_text.sliced(end, mark.begin - end).trimmed().isEmpty())
            break;
        end = std::max(end, mark.end);
        apply(mark.meaning, part);
    }
    if constexpr (requires { part.text; })
        part.text = m_text.sliced(begin, end - begin).toString();
    else if (isPart)
        part.length = end - begin;
}

void TreeConversion::apply(NewerSyntax::Meaning meaning, ConstraintDefinition &constraint) const
{
    using Kind = ConstraintDefinition::Kind;
    switch (meaning) {
    case NewerSyntax::Meaning::NotEnforced:
        constraint.notEnforced = true;
        return;
    case NewerSyntax::Meaning::NotNull: // read as CHECK (column IS NOT NULL)
        constraint.kind = Kind::NotNull;
        constraint.columns = constraint.expression.provesNotNull;
        constraint.expression = {};
        return;
    case NewerSyntax::Meaning::NotValid:
        constraint.notValid = true;
        return;
    case NewerSyntax::Meaning::Exclusion:
        constraint.kind = Kind::Exclusion;
        return;
    default:
        return;
    }
}

void TreeConversion::apply(NewerSyntax::Meaning meaning, ColumnDefinition &column) const
{
    if (meaning == NewerSyntax::Meaning::Virtual)
        column.generated = ColumnDefinition::Generated::Virtual;
}

void TreeConversion::apply(NewerSyntax::Meaning meaning, Operation &operation) const
{
    if (meaning == NewerSyntax::Meaning::NotEnforced && operation.kind == Operation::Kind::AlterConstraint)
        operation.value = u"NOT ENFORCED"_s;
    else if (meaning == NewerSyntax::Meaning::Enforced && operation.kind == Operation::Kind::AlterConstraint)
        operation.value = u"ENFORCED"_s;
    else if (meaning == NewerSyntax::Meaning::Only)
        operation.flags |= Operation::Flag::Only;
    else if (meaning == NewerSyntax::Meaning::Repack)
        operation.value = u"REPACK"_s;
}

QString TreeConversion::text(PgTree::Range range)
{
    if (range.isEmpty())
        return {};
    const qsizetype begin = offset(range.begin);
    return m_text.sliced(begin, offset(range.end) - begin).toString();
}

TypeName TreeConversion::type(const PgTree::Type &tree)
{
    TypeName result;
    result.name = name(tree.name);
    result.modifiers = list<int>(tree.modifiers, [](int modifier) { return modifier; });
    result.arrayDimensions = tree.arrayDimensions;
    result.isSerial = tree.isSerial;
    result.collation = string(tree.collation);
    result.text = text(tree.text);
    return result;
}

Expression TreeConversion::expression(const PgTree::Expression &tree)
{
    Expression result;
    if (tree.isEmpty())
        return result;
    result.text = text(tree.text);
    result.isConstant = tree.isConstant;
    result.isNull = tree.isNull;
    result.isAlwaysTrue = tree.isAlwaysTrue;
    result.isOpaque = tree.isOpaque;
    result.isParenthesised = tree.isParenthesised;
    result.functions = list<QString>(tree.functions, [](const PgTree::Name &function) { return name(function).toString().toLower(); });
    result.columns = strings(tree.columns);
    result.provesNotNull = strings(tree.provesNotNull);
    result.comparisons = list<Expression::Comparison>(tree.comparisons, [](const PgTree::Expression::Comparison &comparison) {
        return Expression::Comparison{string(comparison.column), string(comparison.op), strings(comparison.literals)};
    });
    result.literals = strings(tree.literals);
    result.relations = names(tree.relations);
    return result;
}

ConstraintDefinition TreeConversion::constraint(const PgTree::Constraint &tree)
{
    ConstraintDefinition result;
    result.kind = tree.kind;
    result.name = string(tree.name);
    result.columns = strings(tree.columns);
    result.expression = expression(tree.expression);
    result.references = name(tree.references);
    result.referencedColumns = strings(tree.referencedColumns);
    result.onDelete = string(tree.onDelete);
    result.onUpdate = string(tree.onUpdate);
    result.usingIndex = string(tree.usingIndex);
    result.notValid = tree.notValid;
    result.deferrable = tree.deferrable;
    result.text = text(tree.text);
    applyNewer(tree.text, result);
    return result;
}

ColumnDefinition TreeConversion::column(const PgTree::Column &tree)
{
    ColumnDefinition result;
    result.name = string(tree.name);
    result.type = type(tree.type);
    result.notNull = tree.notNull;
    result.explicitNull = tree.explicitNull;
    result.hasDefault = tree.hasDefault;
    if (tree.hasDefault)
        result.defaultValue = expression(tree.defaultValue);
    result.identity = tree.identity;
    result.generated = tree.generated;
    if (tree.generated != GeneratedKind::No)
        result.generatedAs = expression(tree.generatedAs);
    result.constraints = list<ConstraintDefinition>(tree.constraints, [this](const PgTree::Constraint &part) { return constraint(part); });
    result.text = text(tree.text);
    applyNewer(tree.text, result);
    return result;
}

IndexDefinition TreeConversion::index(const PgTree::Index &tree)
{
    IndexDefinition result;
    result.name = string(tree.name);
    result.parts = list<IndexDefinition::Part>(tree.parts, [this](const PgTree::Index::Part &part) {
        return IndexDefinition::Part{string(part.column), expression(part.expression), part.plain};
    });
    result.included = strings(tree.included);
    result.predicate = expression(tree.predicate);
    result.method = string(tree.method);
    result.unique = tree.unique;
    result.nullsNotDistinct = tree.nullsNotDistinct;
    result.text = text(tree.text);
    return result;
}

PartitionBound TreeConversion::bound(const PgTree::Bound &tree)
{
    PartitionBound result;
    result.kind = tree.kind;
    result.from = strings(tree.from);
    result.to = strings(tree.to);
    result.values = strings(tree.values);
    result.text = text(tree.text);
    return result;
}

Operation TreeConversion::operation(const PgTree::Operation &tree)
{
    Operation result;
    result.kind = tree.kind;
    result.objectType = tree.objectType;
    result.flags = Operation::Flags::fromInt(tree.flags);
    result.relation = name(tree.relation);
    result.name = string(tree.name);
    result.newName = string(tree.newName);
    result.other = name(tree.other);
    result.value = string(tree.value);
    result.columns = list<ColumnDefinition>(tree.columns, [this](const PgTree::Column &part) { return column(part); });
    result.constraints = list<ConstraintDefinition>(tree.constraints, [this](const PgTree::Constraint &part) { return constraint(part); });
    result.indexes = list<IndexDefinition>(tree.indexes, [this](const PgTree::Index &part) { return index(part); });
    result.columnNames = strings(tree.columnNames);
    result.expression = expression(tree.expression);
    if (tree.bound.kind != BoundKind::None)
        result.bound = bound(tree.bound);
    for (const PgTree::Operation::Like &like : tree.likes)
        result.likes.append({name(like.table), strings(like.including), qsizetype(like.columnsBefore)});
    result.reads = names(tree.reads);
    for (const auto &[option, value] : tree.options)
        result.options.append({string(option), string(value)});
    if (!tree.range.isEmpty()) {
        result.offset = offset(tree.range.begin);
        result.length = offset(tree.range.end) - result.offset;
    }
    result.position = string(tree.position);
    placeFields(result);
    applyNewer(tree.range, result);
    return result;
}

} // namespace Whimbrel
