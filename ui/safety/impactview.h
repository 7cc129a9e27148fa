// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"
#include "safety/analysis.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace Whimbrel {

class ImpactModel;

/// The locks of a migration as bars: tables as rows, statements from left to right, each lock from where it is taken to
/// the end of its transaction.
class ImpactView final : public QWidget
{
    Q_OBJECT

public:
    explicit ImpactView(QWidget *parent = nullptr);

    void setScript(const ScriptAnalysis &script, Dialect dialect);
    /// Nothing is known of the file's locks, for this reason.
    void setUnreadable(const Error &error);

Q_SIGNALS:
    /// Somebody wants to see the statement.
    void lineActivated(int line);

private:
    void fitColumns();

    ImpactModel *m_model;
    QTableView *m_table;
    QLabel *m_summary;
    QLabel *m_empty;
};

} // namespace Whimbrel
