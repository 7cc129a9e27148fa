// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/sqlcompletion.h"

#include "sql/lexer.h"
#include "sql/quoting.h"

#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <QIcon>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

bool isNameToken(const Token &token)
{
    return token.kind == TokenKind::Word || token.kind == TokenKind::QuotedName;
}

QString plainName(const Token &token)
{
    if (token.kind == TokenKind::QuotedName && token.text.size() >= 2)
        return token.text.sliced(1, token.text.size() - 2).toString();
    return token.text.toString();
}

/// A table and what the statement calls it.
struct NamedTable
{
    const CatalogRelation *relation = nullptr;
    QString alias;
};

/// A reading of tokens: every name that is a relation's, with the word behind it as its alias.
class StatementNames
{
public:
    StatementNames(const QString &statement, qsizetype offset, const Catalog &schema) : m_schema(schema)
    {
        Lexer lexer(statement, schema.dialect());
        for (Token token = lexer.nextSignificant(); token.kind != TokenKind::End; token = lexer.nextSignificant())
            m_tokens.append(token);
        m_caret = offset;
        findTables();
    }

    const QList<NamedTable> &tables() const { return m_tables; }

    /// The name before a dot that stands before the caret; empty: there is no dot.
    QString qualifier() const
    {
        const qsizetype at = lastBefore();
        const qsizetype dot = at >= 0 && isNameToken(m_tokens.at(at)) && m_tokens.at(at).end >= m_caret ? at - 1 : at;
        return dot >= 1 && m_tokens.at(dot).isSymbol(u'.') && isNameToken(m_tokens.at(dot - 1))
                   ? plainName(m_tokens.at(dot - 1))
                   : QString();
    }

    bool wantsTable() const
    {
        qsizetype at = lastBefore();
        if (at >= 0 && isNameToken(m_tokens.at(at)) && m_tokens.at(at).end >= m_caret)
            --at; // the word that is being typed
        while (at >= 0 && m_tokens.at(at).isAnyWord({"EXISTS"_L1, "NOT"_L1, "IF"_L1, "ONLY"_L1}))
            --at;
        return at >= 0 && m_tokens.at(at).isAnyWord({"FROM"_L1, "JOIN"_L1, "INTO"_L1, "UPDATE"_L1, "TABLE"_L1,
                                                     "REFERENCES"_L1, "ON"_L1, "TRUNCATE"_L1, "VIEW"_L1});
    }

private:
    /// The last token that begins before the caret; -1: none.
    qsizetype lastBefore() const
    {
        qsizetype at = m_tokens.size() - 1;
        while (at >= 0 && m_tokens.at(at).begin >= m_caret)
            --at;
        return at;
    }

    void findTables()
    {
        for (qsizetype i = 0; i < m_tokens.size(); ++i) {
            if (!isNameToken(m_tokens.at(i)) || (i > 0 && m_tokens.at(i - 1).isSymbol(u'.')))
                continue;
            ObjectName name{{}, plainName(m_tokens.at(i))};
            qsizetype last = i;
            if (i + 2 < m_tokens.size() && m_tokens.at(i + 1).isSymbol(u'.') && isNameToken(m_tokens.at(i + 2))) {
                name = {name.name, plainName(m_tokens.at(i + 2))};
                last = i + 2;
            }
            const CatalogRelation *relation = m_schema.relation(name);
            if (!relation)
                continue;
            qsizetype alias = last + 1;
            if (alias < m_tokens.size() && m_tokens.at(alias).isWord("AS"_L1))
                ++alias;
            const bool hasAlias = alias < m_tokens.size() && isNameToken(m_tokens.at(alias));
            m_tables.append({.relation = relation, .alias = hasAlias ? plainName(m_tokens.at(alias)) : QString()});
        }
    }

    const Catalog &m_schema;
    QList<Token> m_tokens;
    QList<NamedTable> m_tables;
    qsizetype m_caret = 0;
};

void addColumns(QList<CompletionItem> &items, const CatalogRelation &relation, Dialect dialect, bool withTable)
{
    for (const CatalogColumn &column : relation.columns) {
        const QString detail = withTable ? relation.name.name + u'.' + column.type.text : column.type.text;
        items.append(
            {.kind = CompletionItem::Kind::Column, .name = identifierText(column.name, dialect), .detail = detail});
    }
}

void addTables(QList<CompletionItem> &items, const Catalog &schema)
{
    for (const CatalogRelation *relation : schema.relations()) {
        const bool isTable = relation->type == ObjectType::Table || relation->type == ObjectType::ForeignTable;
        const bool isView = relation->type == ObjectType::View || relation->type == ObjectType::MaterializedView;
        if (!isTable && !isView)
            continue;
        const bool onPath = schema.searchPath().contains(relation->name.schema) || relation->name.schema.isEmpty();
        const QString name = identifierText(relation->name.name, schema.dialect());
        items.append({.kind = isView ? CompletionItem::Kind::View : CompletionItem::Kind::Table,
                      .name = onPath ? name : identifierText(relation->name.schema, schema.dialect()) + u'.' + name,
                      .detail = {}});
    }
}

} // namespace

QList<CompletionItem> completionsAt(const QString &statement, qsizetype offset, const Catalog &schema)
{
    const StatementNames names(statement, offset, schema);
    QList<CompletionItem> items;
    if (const QString qualifier = names.qualifier(); !qualifier.isEmpty()) {
        for (const NamedTable &table : names.tables()) {
            const bool meant = table.alias.compare(qualifier, Qt::CaseInsensitive) == 0
                || (table.relation->name.name.compare(qualifier, Qt::CaseInsensitive) == 0);
            if (meant && items.isEmpty())
                addColumns(items, *table.relation, schema.dialect(), false);
        }
    } else if (names.wantsTable()) {
        addTables(items, schema);
    } else {
        QList<const CatalogRelation *> done;
        for (const NamedTable &table : names.tables()) {
            if (!done.contains(table.relation))
                addColumns(items, *table.relation, schema.dialect(), true);
            done.append(table.relation);
        }
        addTables(items, schema);
    }
    std::ranges::stable_sort(items, {}, [](const CompletionItem &item) {
        return std::pair(item.kind != CompletionItem::Kind::Column, item.name);
    });
    return items;
}

SqlCompletion::SqlCompletion(Schema schema, StatementAt statementAt, QObject *parent)
    : CodeCompletionModel(parent), m_schema(std::move(schema)), m_statementAt(std::move(statementAt))
{
    setHasGroups(false);
}

void SqlCompletion::completionInvoked(KTextEditor::View *view, const KTextEditor::Range &range, InvocationType)
{
    beginResetModel();
    m_items.clear();
    if (const std::shared_ptr<const Catalog> schema = m_schema()) {
        const qsizetype offset = view->document()->cursorToOffset(range.end());
        const auto [statement, begin] = m_statementAt(offset);
        m_items = completionsAt(statement, offset - begin, *schema);
    }
    endResetModel();
}

bool SqlCompletion::shouldStartCompletion(KTextEditor::View *view, const QString &inserted, bool byUser,
                                          const KTextEditor::Cursor &position)
{
    if (!byUser || inserted.isEmpty())
        return false;
    if (inserted.endsWith(u'.'))
        return true;
    const QString typed = view->document()->text(completionRange(view, position));
    return typed.size() >= 3 && inserted.back().isLetterOrNumber();
}

KTextEditor::Range SqlCompletion::completionRange(KTextEditor::View *view, const KTextEditor::Cursor &position)
{
    const QString line = view->document()->line(position.line());
    const auto belongs = [](QChar letter) { return letter.isLetterOrNumber() || letter == u'_' || letter == u'$'; };
    int begin = std::min(position.column(), int(line.size()));
    while (begin > 0 && belongs(line.at(begin - 1)))
        --begin;
    return {KTextEditor::Cursor(position.line(), begin), position};
}

QModelIndex SqlCompletion::index(int row, int column, const QModelIndex &parent) const
{
    const bool there = !parent.isValid() && row >= 0 && row < m_items.size() && column >= 0 && column < ColumnCount;
    return there ? createIndex(row, column) : QModelIndex();
}

QModelIndex SqlCompletion::parent(const QModelIndex &) const
{
    return {};
}

int SqlCompletion::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant SqlCompletion::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_items.size())
        return {};
    const CompletionItem &item = m_items.at(index.row());
    if (role == Qt::DisplayRole)
        return index.column() == Name ? item.name : index.column() == Postfix ? item.detail : QVariant();
    if (role == Qt::DecorationRole && index.column() == Icon) {
        return QIcon::fromTheme(item.kind == CompletionItem::Kind::Column ? u"object-columns"_s
                                    : item.kind == CompletionItem::Kind::View ? u"view-visible"_s : u"table"_s);
    }
    if (role == UnimportantItemRole)
        return false;
    return {};
}

} // namespace Whimbrel
