// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/fixes/fixbuilder.h"

#include "sql/lexer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Kind = Operation::Kind;
using Flag = Operation::Flag;

/// What stands between the first parentheses of a text, and the words and parentheses after them.
struct Parenthesised
{
    QString content;
    QString before;
    QString after;
};

Parenthesised firstParentheses(const QString &text, Dialect dialect)
{
    Lexer lexer(text, dialect);
    int depth = 0;
    qsizetype begin = 0;
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        if (token.isSymbol(u'(') && depth++ == 0)
            begin = token.end;
        else if (token.isSymbol(u')') && --depth == 0)
            return {text.sliced(begin, token.begin - begin).trimmed(), text.first(begin), text.sliced(token.end)};
    }
    return {};
}

} // namespace

bool FixBuilder::readIndex(const IndexDefinition &index, bool unique)
{
    const Parenthesised key = firstParentheses(index.text, m_catalog.dialect());
    if (key.content.isEmpty() || hasPart({"WITH"_L1, "TABLESPACE"_L1, "DISTINCT"_L1}, key.after))
        return false;
    if (unique) {
        const bool isPlain = std::ranges::all_of(
            index.parts, [](const IndexDefinition::Part &part) { return !part.column.isEmpty() && part.plain; });
        if (!isPlain)
            return false;
        set("columns", text(index.keyColumns()));
    } else {
        set("key", key.content);
        set("method", index.method == "btree"_L1 ? QString() : index.method);
    }
    set("include", text(index.included));
    set("where", index.predicate.text);
    return true;
}

QString FixBuilder::keyOf(const IndexDefinition &index) const
{
    return firstParentheses(index.text, m_catalog.dialect()).content;
}

bool FixBuilder::createIndex()
{
    if (m_operation.kind != Kind::CreateIndex || m_operation.indexes.isEmpty() || (m_table && m_table->isPartitioned))
        return false;
    const IndexDefinition &index = m_operation.indexes.constFirst();
    begin(index.unique ? "create-unique-index" : "create-index");
    set("table", text(m_operation.relation));
    set("index", index.name.isEmpty() ? QString() : text(index.name));
    return readIndex(index, index.unique);
}

bool FixBuilder::createPartitionedIndex()
{
    if (m_operation.kind != Kind::CreateIndex || m_operation.indexes.isEmpty() || !m_table || !m_table->isPartitioned)
        return false;
    const IndexDefinition &index = m_operation.indexes.constFirst();
    if (index.unique || !index.included.isEmpty() || !index.predicate.isEmpty())
        return false;
    beginOnTable("create-partitioned-index");
    set("index", index.name.isEmpty() ? QString() : text(index.name));
    QStringList partitions;
    for (const CatalogRelation *partition : m_catalog.partitionsOf(m_table->name)) {
        if (partition->isPartitioned) // a tree of them needs an index on each level
            return false;
        partitions << text(ObjectName{m_operation.relation.schema, partition->name.name});
    }
    need("partitions", partitions.join(u", "_s));
    return readIndex(index, false);
}

bool FixBuilder::dropIndex()
{
    if (m_operation.kind != Kind::DropObject || m_operation.objectType != ObjectType::Index ||
        m_operation.has(Flag::Cascade))
        return false;
    const CatalogRelation *table = m_catalog.tableOfIndex(m_operation.relation);
    const CatalogIndex *index = table ? table->index(m_operation.relation.name) : nullptr;
    if (index && (!index->constraint.isEmpty() || table->isPartitioned))
        return false;
    begin("drop-index");
    set("index", text(m_operation.relation.name));
    need("table", table ? text(ObjectName{m_operation.relation.schema, table->name.name}) : QString());
    if (!index)
        return true;
    set("unique", index->definition.unique ? u"yes"_s : QString());
    return readIndex(index->definition, false);
}

bool FixBuilder::reindex()
{
    if (m_operation.kind != Kind::Reindex || m_operation.relation.isEmpty())
        return false;
    const bool isIndex = m_operation.objectType == ObjectType::Index;
    begin("own-migration");
    set("statement",
        u"REINDEX %1 CONCURRENTLY %2"_s.arg(isIndex ? u"INDEX"_s : u"TABLE"_s, text(m_operation.relation)));
    set("description", u"reindex_"_s + m_operation.relation.name);
    return true;
}

} // namespace Whimbrel
