// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"
#include "safety/catalog/catalog.h"
#include "safety/impact.h"
#include "statementforms.h"

#include <QSet>

namespace Whimbrel::Test {

/// Holds claims about online DDL against a real server, each in a fresh copy of the forms' schema.
class OnlineDdlProbe
{
public:
    OnlineDdlProbe(Session &session, const StatementForms &forms);

    /// Everything that the server contradicts; empty: nothing. Cheaper algorithms and weaker locks than those claimed must be
    /// refused and the claimed ones accepted, and the table's files must be new ones exactly where a rewrite is claimed: a
    /// server may accept ALGORITHM=INSTANT and copy all the same.
    QStringList contradictions(const StatementForm &form, const ObjectName &table, const StatementImpact &claim);

    /// The schema on which the form stands, as the program reads it where it is connected.
    Catalog catalog(const StatementForm &form);

private:
    QStringList contradictionsOfClauses(const StatementForm &form, const StatementImpact &claim);
    void reset(const StatementForm &form);
    QString run(const QString &sql); ///< empty, or the error
    static QString withClauses(const StatementForm &form, const QString &clauses);
    QSet<QString> filesOf(const ObjectName &table);
    QSet<QString> allFiles();
    QSet<QString> files(const QString &prefix);

    Session &m_session;
    const StatementForms &m_forms;
    QString m_clean; ///< the form for which the schema is fresh; empty: it is not
};

} // namespace Whimbrel::Test
