// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTreeView;

namespace Whimbrel {

class ProblemsModel;
class Workbench;

/// What is wrong with the project's files and what was found in its pending migrations, with the place; activating one
/// opens it.
class ProblemsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPane(Workbench &workbench, QWidget *parent = nullptr);

private:
    void showProblems();
    void openProblem(const QModelIndex &index);

    Workbench &m_workbench;
    ProblemsModel *m_model;
    QStackedWidget *m_pages;
    QTreeView *m_view;
    QLabel *m_empty;
};

} // namespace Whimbrel
