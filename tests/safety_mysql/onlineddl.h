// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"
#include "safety/definitions.h"
#include "statementforms.h"

#include <QSet>

namespace Whimbrel::Test {

/// What a real server did with a statement.
struct OnlineDdl
{
    bool accepted = false;
    QString error;      ///< of the statement as it is written
    QString algorithm;  ///< the least that the server accepts: INSTANT, NOCOPY, INPLACE, COPY; empty where it takes no such clause
    QString lock;       ///< the weakest that it accepts with it
    bool rewritten = false; ///< nothing of the table's old files is left: the word of the server's dictionary, not of the clause
};

/// Tries statements on a server, each in a fresh copy of the forms' schema.
class OnlineDdlProbe
{
public:
    OnlineDdlProbe(Session &session, const StatementForms &forms);

    OnlineDdl probe(const StatementForm &form, const ObjectName &table);

private:
    bool reset(const StatementForm &form);
    QString run(const QString &sql); ///< empty, or the error
    QString withClauses(const StatementForm &form, const QString &clauses) const;
    QSet<QString> spacesOf(const ObjectName &table);
    QSet<QString> allSpaces();
    QSet<QString> spaces(const QString &prefix);

    Session &m_session;
    const StatementForms &m_forms;
    bool m_clean = false;
    QString m_formName; ///< whose `before` has run
};

} // namespace Whimbrel::Test
