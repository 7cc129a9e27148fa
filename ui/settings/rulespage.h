// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSortFilterProxyModel;
class QTextBrowser;
class QTreeView;

namespace Whimbrel {

class RulesModel;

/// The rules with their switches, a search, and what the current one is about with its examples.
class RulesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit RulesPage(QWidget *parent = nullptr);

Q_SIGNALS:
    void rulesChanged();

private:
    void explain(const QModelIndex &index);

    RulesModel *m_model;
    QSortFilterProxyModel *m_filter;
    QTreeView *m_view;
    QTextBrowser *m_text;
};

} // namespace Whimbrel
