// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/analysis.h"

#include <QHash>

#include <vector>

namespace Whimbrel {

/// Follows a script as the server would execute it: the transaction each statement stands in, the locks that transaction has
/// gathered, what the session has set, and the schema.
class ScriptWalk
{
public:
    /// Begins a migration in `catalog`, which has to outlive the walk.
    ScriptWalk(const AnalysisInput &input, Catalog &catalog);
    ~ScriptWalk(); ///< the session ends: what it has set is gone
    Q_DISABLE_COPY_MOVE(ScriptWalk)

    /// What a statement meets: its impact on the schema as it is before it, and the locks held.
    StatementAnalysis meet(const Statement &statement, const StatementReading &reading);
    /// What it leaves behind: the schema, its locks, the state of the transaction.
    void leave(const StatementAnalysis &analysis);
    /// Both at once, for a statement nobody wants to know the impact of.
    void follow(const StatementReading &reading);

    /// Whether leave() changes the schema, so that someone who wants to compare needs a copy.
    static bool changesSchema(const StatementReading &reading);
    /// A plain INSERT … VALUES, of which scripts hold tens of thousands.
    static bool isRows(const StatementReading &reading);

private:
    /// What ROLLBACK [TO] goes back to.
    struct Mark
    {
        QString name; ///< of the savepoint; empty: the transaction's begin
        Catalog catalog;
        QHash<QString, QString> settings;
        QList<Impact> held;
        QList<int> heldSince;
    };

    void beginTransaction(); ///< one that lasts beyond a statement
    void endTransaction();
    void rollBack();
    void rollBackTo(const QString &savepoint);
    void apply(const StatementReading &reading);
    void hold(const StatementImpact &impact);
    void release();
    void control(const Operation &operation);
    void set(const Operation &operation);
    void setAll(const QHash<QString, QString> &settings);
    void assign(const QString &name, const QString &value);
    const StatementImpact &impactOfRows(const StatementReading &reading);

    Catalog &m_catalog;
    const ScriptTransaction m_mode;
    const bool m_isOneQuery;   ///< several statements in one string
    const bool m_mayRollBack;  ///< the script goes back somewhere, so marks are worth their memory
    bool m_isOpen = false;
    QList<Impact> m_held;
    QList<int> m_heldSince;
    int m_statements = 0; ///< met so far
    QHash<QString, QString> m_settings; ///< made by the script, as they are in force
    QHash<QString, QString> m_local;    ///< values that SET LOCAL hides until the transaction ends
    QHash<QString, QString> m_initial;  ///< values before the script
    const QStringList m_searchPath;
    std::vector<Mark> m_marks;

    StatementReading m_rows; ///< the last INSERT … VALUES, ...
    StatementImpact m_rowsImpact; ///< ... and what it does, true until the schema changes
    bool m_knowsRows = false;
};

} // namespace Whimbrel
