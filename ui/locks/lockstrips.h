// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"
#include "locks/locksample.h"

#include <QWidget>

class KMessageWidget;
class QAction;

namespace Whimbrel {

class LockMonitor;

/// What the lock pane has to say besides the tree: that the connection is lost, what this role or database does not tell,
/// and what became of the last action.
class LockStrips final : public QWidget
{
    Q_OBJECT

public:
    explicit LockStrips(QWidget *parent = nullptr);

    /// `age`: how old what is shown is; empty where nothing is, which tells of a lost connection by itself.
    void showLost(const LockMonitor &monitor, const QString &age);
    void showNotes(const QList<LockNote> &notes, bool isSQLite);
    void showResult(const QString &text, bool done);
    void showError(const Error &error);
    void hideResult();

private:
    KMessageWidget *m_lost;    ///< the connection, while old data are shown
    KMessageWidget *m_notes;   ///< what this role or database does not tell or may not do
    KMessageWidget *m_result;  ///< what became of the last action
    QAction *m_copyRemedies;
    QStringList m_remedies;
    QString m_notesText; ///< what m_notes was last told: it is laid out anew with each change
};

} // namespace Whimbrel
