// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogchange.h"

#include "sql/lexer.h"

namespace Whimbrel {

using namespace Qt::StringLiterals;

QStringList readSearchPath(const QString &value)
{
    QStringList schemas;
    Lexer lexer(value, Dialect::PostgreSql);
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        if (token.kind == TokenKind::Word)
            schemas.append(token.text.toString().toLower());
        else if ((token.kind == TokenKind::QuotedName || token.kind == TokenKind::String) && token.text.size() >= 2)
            schemas.append(token.text.mid(1).chopped(1).toString());
    }
    // '"$user", public' in one pair of quotes is one schema of that name to the server, and a list to its author.
    schemas.removeAll(u"$user"_s);
    schemas.removeAll(QString());
    return schemas;
}

void endTransaction(CatalogData &data)
{
    while (!data.localSettings.isEmpty()) {
        const CatalogData::LocalSetting local = data.localSettings.takeLast();
        data.searchPath = local.searchPathBefore;
        if (local.before)
            data.settings.insert(local.name, *local.before);
        else
            data.settings.remove(local.name);
    }
    const CatalogData::Names names = std::exchange(data.droppedOnCommit, {});
    for (const ObjectName &name : names)
        data.remove(name);
}

void endSession(CatalogData &data)
{
    endTransaction(data);
    const CatalogData::Names names = data.temporary;
    for (const ObjectName &name : names)
        data.remove(name);
    // SQLite writes into the file that it has a log beside it; every other setting is the session's.
    const QString journal = data.dialect == Dialect::SQLite ? data.settings.value(u"journal_mode"_s) : QString();
    data.settings.clear();
    if (journal.compare("wal"_L1, Qt::CaseInsensitive) == 0)
        data.settings.insert(u"journal_mode"_s, journal);
    data.searchPath = data.initialSearchPath;
}

void CatalogChange::setSetting()
{
    const QString name = op.name.toLower();
    if (name == "all"_L1 && op.value.isEmpty()) {
        d.settings.clear();
        d.searchPath = d.initialSearchPath;
        return;
    }
    if (op.has(Flag::Local)) {
        const auto before = d.settings.constFind(name);
        d.localSettings.append({name, before == d.settings.cend() ? std::nullopt : std::optional(*before), d.searchPath});
    }
    if (op.value.isEmpty())
        d.settings.remove(name);
    else
        d.settings.insert(name, op.value);
    if (name == "search_path"_L1 && isPostgreSql())
        d.searchPath = op.value.isEmpty() || op.value.compare("default"_L1, Qt::CaseInsensitive) == 0 ? d.initialSearchPath
                                                                                                      : readSearchPath(op.value);
    else if (name == "use"_L1 && isMySql())
        d.searchPath = {op.value};
}

} // namespace Whimbrel
