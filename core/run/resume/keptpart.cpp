// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/resume/keptpart.h"

#include "run/stepchecks.h"
#include "sql/splitter.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Of what commits by itself: what the server runs whole. A compound statement may begin with a label, which is any word.
const QSet<QString> whole{u"ALTER"_s,  u"CREATE"_s,   u"DROP"_s,  u"RENAME"_s, u"TRUNCATE"_s, u"GRANT"_s,  u"REVOKE"_s,  u"ANALYZE"_s,   u"CHECK"_s,
                          u"REPAIR"_s, u"OPTIMIZE"_s, u"FLUSH"_s, u"RESET"_s,  u"LOCK"_s,     u"UNLOCK"_s, u"INSTALL"_s, u"UNINSTALL"_s, u"LOAD"_s,
                          u"CACHE"_s,  u"CHANGE"_s,   u"START"_s, u"STOP"_s,   u"XA"_s,       u"COMMIT"_s};

} // namespace

bool mayKeepPart(const Statement &statement, Dialect dialect)
{
    if (dialect == Dialect::SQLite)
        return false;
    const QString keyword = firstKeyword(statement.text, dialect);
    if (dialect == Dialect::PostgreSql)
        return keyword == "CALL"_L1 || keyword == "DO"_L1;
    return !whole.contains(keyword) && mayCommitByItself(statement, dialect);
}

bool mayHaveKeptPart(Session &session, const Statement &statement)
{
    if (!mayKeepPart(statement, session.dialect()))
        return false;
    if (!isMySqlFamily(session.dialect()))
        return true;
    const Result<Rows> ran = session.query(u"SHOW SESSION STATUS WHERE Variable_name IN ('Com_call_procedure', 'Com_compound_sql') AND Value > 0"_s);
    return !ran || !ran->isEmpty();
}

} // namespace Whimbrel
