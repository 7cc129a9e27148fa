// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/sqlite/copiedrows.h"

#include "safety/tokens/tokencursor.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QStringList columnNames(const CatalogRelation &relation)
{
    QStringList names;
    for (const CatalogColumn &column : relation.columns) {
        if (column.generated == GeneratedKind::No)
            names.append(column.name);
    }
    return names;
}

/// A column, with its table's name or without; empty: something else stands there.
QString columnAt(TokenCursor &in, qsizetype from, qsizetype to)
{
    in.setIndex(from);
    const ObjectName name = in.readName();
    return in.index() == to ? name.name : QString();
}

/// What SELECT gives, column by column, an empty text for what is computed; nothing where there is more than one table's rows.
std::optional<QStringList> selected(TokenCursor &in, const CatalogRelation &source)
{
    QStringList items;
    do {
        const qsizetype from = in.index();
        if (in.isSymbol(u'*')) {
            in.advance();
            items += columnNames(source);
            continue;
        }
        while (!in.atEnd() && !in.isSymbol(u',') && !in.isWord("FROM"_L1)) {
            if (!in.skipParentheses())
                in.advance();
        }
        const qsizetype to = in.index();
        items.append(columnAt(in, from, to));
        in.setIndex(to);
    } while (in.acceptSymbol(u','));
    if (!in.accept("FROM"_L1) || in.readName().isEmpty() || !(in.atEnd() || in.accept({"ORDER"_L1, "BY"_L1}) || in.isSymbol(u';')))
        return std::nullopt;
    return items;
}

} // namespace

QList<CopiedColumn> copiedColumns(const QString &text, const Operation &insert, const CatalogRelation &target, const CatalogRelation &source)
{
    TokenCursor in(text, Dialect::SQLite);
    if (!in.accept({"INSERT"_L1, "INTO"_L1}) || in.readName().isEmpty())
        return {};
    in.skipParentheses();
    if (!in.accept("SELECT"_L1) || in.isAnyWord({"DISTINCT"_L1, "ALL"_L1}))
        return {};
    const std::optional<QStringList> items = selected(in, source);
    const QStringList names = insert.columnNames.isEmpty() ? columnNames(target) : insert.columnNames;
    if (!items || items->size() != names.size())
        return {};
    QList<CopiedColumn> copied;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const CatalogColumn *to = target.column(names.at(i));
        const CatalogColumn *from = items->at(i).isEmpty() ? nullptr : source.column(items->at(i));
        if (to && from)
            copied.append(CopiedColumn{to, from});
    }
    return copied;
}

} // namespace Whimbrel
