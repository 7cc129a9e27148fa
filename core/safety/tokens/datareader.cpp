// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/tokens/datareader.h"

#include "safety/tokens/expressionreader.h"
#include "safety/tokens/relationscan.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

using Flag = Operation::Flag;
using Kind = Operation::Kind;

namespace {

Operation begin(Kind kind)
{
    Operation operation;
    operation.kind = kind;
    return operation;
}

} // namespace

DataReader::DataReader(TokenCursor &cursor, QList<Operation> &operations)
    : m_cursor(cursor)
    , m_operations(operations)
    , m_start(cursor.index())
{
}

bool DataReader::isHere() const
{
    return m_cursor.isSymbol(u'(')
        || m_cursor.isAnyWord({"WITH"_L1, "SELECT"_L1, "VALUES"_L1, "INSERT"_L1, "REPLACE"_L1, "UPDATE"_L1, "DELETE"_L1});
}

bool DataReader::read()
{
    if (m_cursor.accept("WITH"_L1)) {
        m_cursor.accept("RECURSIVE"_L1);
        do {
            if (m_cursor.readIdentifier().isEmpty())
                return false;
            m_cursor.skipParentheses();
            if (!m_cursor.accept("AS"_L1))
                return false;
            m_cursor.accept("NOT"_L1);
            m_cursor.accept("MATERIALIZED"_L1);
            if (!m_cursor.skipParentheses())
                return false;
            if (m_cursor.accept("CYCLE"_L1)) // MariaDB: CYCLE a, b RESTRICT
                m_cursor.setIndex(find("RESTRICT"_L1, m_cursor.index()) + 1);
        } while (m_cursor.acceptSymbol(u','));
    }
    if (m_cursor.isSymbol(u'(') || m_cursor.isAnyWord({"SELECT"_L1, "VALUES"_L1}))
        return readQuery();
    if (m_cursor.acceptAny({"INSERT"_L1, "REPLACE"_L1}))
        return readInsert();
    if (m_cursor.accept("UPDATE"_L1))
        return readUpdate();
    return m_cursor.accept("DELETE"_L1) && readDelete();
}

bool DataReader::readQuery()
{
    if (m_cursor.isSymbol(u'(') && !m_cursor.peek(1).isAnyWord({"SELECT"_L1, "VALUES"_L1, "WITH"_L1}) && !m_cursor.isSymbol(u'(', 1))
        return false;
    Operation operation = begin(Kind::Select);
    addReads(operation, m_start);
    if (!operation.reads.isEmpty())
        operation.relation = operation.reads.constFirst();
    for (qsizetype i = m_cursor.index(); m_cursor.isMySql() && i < m_cursor.count(); ++i) {
        const Token &next = m_cursor.at(i + 1);
        if ((m_cursor.at(i).isWord("FOR"_L1) && next.isAnyWord({"UPDATE"_L1, "SHARE"_L1}))
            || (m_cursor.at(i).isWord("LOCK"_L1) && next.isWord("IN"_L1)))
            operation.flags |= Flag::ForUpdate;
        else if (m_cursor.at(i).isWord("INTO"_L1) && next.isAnyWord({"OUTFILE"_L1, "DUMPFILE"_L1}))
            operation.kind = Kind::CopyTo;
    }
    if (const qsizetype where = find("WHERE"_L1, m_cursor.index()); where < m_cursor.count())
        readCondition(operation, where + 1);
    m_cursor.setIndex(m_cursor.count());
    add(std::move(operation));
    return true;
}

bool DataReader::readInsert()
{
    Operation operation = begin(Kind::Insert);
    if (m_cursor.at(m_cursor.index() - 1).isWord("REPLACE"_L1))
        operation.value = u"REPLACE"_s;
    if (!m_cursor.isMySql() && m_cursor.accept("OR"_L1)) {
        operation.value = m_cursor.peek().text.toString().toUpper();
        m_cursor.advance();
    }
    while (m_cursor.isMySql()
           && m_cursor.acceptAny({"LOW_PRIORITY"_L1, "DELAYED"_L1, "HIGH_PRIORITY"_L1, "IGNORE"_L1})) {
    }
    if (!m_cursor.accept("INTO"_L1) && !m_cursor.isMySql())
        return false;
    operation.relation = m_cursor.readName();
    if (operation.relation.isEmpty())
        return false;
    if (m_cursor.accept("PARTITION"_L1) && !m_cursor.skipParentheses())
        return false;
    if (m_cursor.accept("AS"_L1) && m_cursor.readIdentifier().isEmpty())
        return false;
    const qsizetype list = m_cursor.index();
    if (const auto names = m_cursor.readNameList())
        operation.columnNames = *names;
    else if (m_cursor.isSymbol(u'(') && m_cursor.isSymbol(u')', 1))
        m_cursor.advance(2);
    // INSERT INTO t (SELECT …) reads as a list of no names.
    if (m_cursor.index() == list && !m_cursor.isSymbol(u'(')
        && !m_cursor.isAnyWord({"VALUES"_L1, "VALUE"_L1, "SELECT"_L1, "SET"_L1, "DEFAULT"_L1, "WITH"_L1, "TABLE"_L1}))
        return false;
    if (m_cursor.isAnyWord({"VALUES"_L1, "VALUE"_L1, "SET"_L1, "DEFAULT"_L1}))
        operation.flags |= Flag::SingleRow;
    if (m_cursor.isWord("SET"_L1))
        readAssignedColumns(operation, m_cursor.index() + 1);
    if (m_cursor.accept("TABLE"_L1))
        operation.reads.append(m_cursor.readName());
    if (m_cursor.atEnd() && operation.reads.isEmpty())
        return false;
    addReads(operation, m_start);
    m_cursor.setIndex(m_cursor.count());
    add(std::move(operation));
    return true;
}

bool DataReader::readUpdate()
{
    if (!m_cursor.isMySql() && m_cursor.accept("OR"_L1))
        m_cursor.advance();
    while (m_cursor.isMySql() && m_cursor.acceptAny({"LOW_PRIORITY"_L1, "IGNORE"_L1})) {
    }
    const qsizetype tables = m_cursor.index();
    const qsizetype set = find("SET"_L1, tables);
    if (set >= m_cursor.count() || set == tables)
        return false;
    Operation operation = begin(Kind::Update);
    readAssignedColumns(operation, set + 1);
    if (const qsizetype where = find("WHERE"_L1, set); where < m_cursor.count())
        readCondition(operation, where + 1);
    // UPDATE a JOIN b … SET b.x = 1 changes those whose columns are assigned.
    const QList<NamedRelation> named = relationsIn(m_cursor, tables, set, true);
    if (named.isEmpty())
        return false;
    QStringList changed;
    for (qsizetype i = set; i < m_cursor.count();) {
        ++i;
        if (m_cursor.atName(i - m_cursor.index()) && m_cursor.at(i + 1).isSymbol(u'.')) {
            qsizetype last = i;
            while (m_cursor.at(last + 3).isSymbol(u'.'))
                last += 2;
            changed.append(unquoted(m_cursor.at(last), m_cursor.dialect()));
        }
        while (i < m_cursor.count() && !m_cursor.at(i).isSymbol(u',') && !m_cursor.at(i).isWord("WHERE"_L1))
            i = std::max(i + 1, m_cursor.behindParentheses(i));
        if (m_cursor.at(i).isWord("WHERE"_L1))
            break;
    }
    const auto isChanged = [&](const NamedRelation &relation) {
        return changed.contains(relation.alias.isEmpty() ? relation.name.name : relation.alias, Qt::CaseInsensitive);
    };
    if (!std::ranges::any_of(named, isChanged))
        changed = {named.constFirst().alias.isEmpty() ? named.constFirst().name.name : named.constFirst().alias};
    addReads(operation, m_start);
    for (const NamedRelation &relation : named) {
        operation.reads.removeAll(relation.name);
        if (!isChanged(relation))
            operation.reads.append(relation.name);
    }
    m_cursor.setIndex(m_cursor.count());
    for (const NamedRelation &relation : named) {
        if (isChanged(relation)) {
            operation.relation = relation.name;
            add(operation);
        }
    }
    return true;
}

bool DataReader::readDelete()
{
    while (m_cursor.isMySql() && m_cursor.acceptAny({"LOW_PRIORITY"_L1, "QUICK"_L1, "IGNORE"_L1, "HISTORY"_L1})) {
    }
    Operation operation = begin(Kind::Delete);
    const bool from = m_cursor.accept("FROM"_L1);
    if (!from && !m_cursor.isMySql())
        return false;
    if (const qsizetype where = find("WHERE"_L1, m_cursor.index()); where < m_cursor.count())
        readCondition(operation, where + 1);
    if (const qsizetype limit = find("LIMIT"_L1, m_cursor.index()); limit + 1 < m_cursor.count())
        operation.limit = m_cursor.text(limit + 1, limit + 2);

    // DELETE a, b FROM tables …; DELETE FROM a, b USING tables …: several, by name or alias
    const qsizetype source = from ? find("USING"_L1, m_cursor.index()) : find("FROM"_L1, m_cursor.index());
    if (source >= m_cursor.count()) {
        if (!from)
            return false;
        operation.relation = m_cursor.readName();
        if (operation.relation.isEmpty())
            return false;
        addReads(operation, m_start);
        operation.reads.removeOne(operation.relation);
        m_cursor.setIndex(m_cursor.count());
        add(std::move(operation));
        return true;
    }
    const QList<NamedRelation> targets = relationsIn(m_cursor, m_cursor.index(), source, true);
    const QList<NamedRelation> named = relationsIn(m_cursor, source + 1, m_cursor.count(), true);
    const auto isTarget = [&targets](const NamedRelation &relation) {
        return std::ranges::any_of(targets, [&relation](const NamedRelation &target) {
            const QString &name = relation.alias.isEmpty() ? relation.name.name : relation.alias;
            return target.name.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    for (const NamedRelation &relation : named) {
        if (relation.depth > 0 || !isTarget(relation))
            operation.reads.append(relation.name);
    }
    m_cursor.setIndex(m_cursor.count());
    bool any = false;
    for (const NamedRelation &relation : named) {
        if (relation.depth > 0 || !isTarget(relation))
            continue;
        operation.relation = relation.name;
        add(operation);
        any = true;
    }
    return any;
}

/// What follows WHERE, up to the clauses behind it.
void DataReader::readCondition(Operation &operation, qsizetype from)
{
    qsizetype to = m_cursor.count();
    for (const QLatin1StringView word : {"ORDER"_L1, "LIMIT"_L1, "GROUP"_L1, "HAVING"_L1, "RETURNING"_L1, "UNION"_L1, "FOR"_L1})
        to = std::min(to, find(word, from));
    operation.expression = Whimbrel::readCondition(m_cursor, from, to);
    if (const qsizetype limit = find("LIMIT"_L1, to); limit + 1 < m_cursor.count())
        operation.limit = m_cursor.text(limit + 1, limit + 2);
}

/// SET a = 1, t.b = 2: the columns' own names.
void DataReader::readAssignedColumns(Operation &operation, qsizetype from)
{
    const qsizetype back = m_cursor.index();
    m_cursor.setIndex(from);
    do {
        if (const auto names = m_cursor.readNameList()) { // SQLite's (a, b) = (1, 2)
            operation.columnNames += *names;
        } else {
            QString name = m_cursor.readIdentifier();
            while (m_cursor.acceptSymbol(u'.'))
                name = m_cursor.readIdentifier();
            operation.columnNames.append(name);
        }
        if (operation.columnNames.constLast().isEmpty() || !m_cursor.isSymbol(u'=')) {
            operation.columnNames.removeLast();
            break;
        }
        while (!m_cursor.atEnd() && !m_cursor.isSymbol(u',')) {
            if (m_cursor.isAnyWord({"WHERE"_L1, "FROM"_L1}))
                break;
            if (!m_cursor.skipParentheses())
                m_cursor.advance();
        }
    } while (m_cursor.acceptSymbol(u','));
    m_cursor.setIndex(back);
}

void DataReader::addReads(Operation &operation, qsizetype from)
{
    for (const NamedRelation &relation : relationsIn(m_cursor, from, m_cursor.count())) {
        if (!operation.reads.contains(relation.name))
            operation.reads.append(relation.name);
    }
}

qsizetype DataReader::find(QLatin1StringView word, qsizetype from) const
{
    qsizetype i = from;
    while (i < m_cursor.count() && !m_cursor.at(i).isWord(word))
        i = std::max(i + 1, m_cursor.behindParentheses(i));
    return std::min(i, m_cursor.count());
}

} // namespace Whimbrel
