// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/rules/rule.h"

#include <QAbstractTableModel>

namespace Whimbrel {

/// Every rule of the analysis with a switch. What is switched is this person's setting; a project has its own in
/// whimbrel.toml.
class RulesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { RuleColumn, SeverityColumn, DatabaseColumn, ColumnCount };
    enum Role { SearchRole = Qt::UserRole }; ///< what the search field looks in

    explicit RulesModel(QObject *parent = nullptr);

    const Rule &ruleAt(int row) const { return *m_rules.at(row); }
    bool isOn(const Rule &rule) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<const Rule *> m_rules;
};

} // namespace Whimbrel
