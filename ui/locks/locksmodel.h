// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/blockingtree.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace Whimbrel {

/// The blocking tree as rows. A new tree changes, moves, adds and removes single rows, so that selection, scroll
/// position and expansion stay, and only what looks other than before is drawn again.
class LocksModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Session, User, State, WaitsFor, Mode, Waited, Victims, Statement, ColumnCount };
    static constexpr int rowLimit = 500;

    explicit LocksModel(QObject *parent = nullptr);
    ~LocksModel() override;

    /// `now` is what ages count to.
    void setTree(const BlockingTree &tree, const QDateTime &now);
    /// Rows of the tree beyond rowLimit, which are not shown.
    int hiddenRows() const { return m_hidden; }

    /// Without its children; null for an invalid index.
    const BlockingNode *node(const QModelIndex &index) const;
    /// The first row of a session; invalid if it has none.
    QModelIndex indexOf(const BackendId &backend) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Item;
    using Items = std::vector<std::unique_ptr<Item>>;

    Item *itemOf(const QModelIndex &index) const;
    QModelIndex indexOf(Item *item, int column = 0) const;
    void merge(Item &parent, const QModelIndex &parentIndex, const std::vector<BlockingNode> &nodes);
    void removeGone(Item &parent, const QModelIndex &parentIndex, const std::vector<BlockingNode> &nodes);
    void bring(Item &parent, const QModelIndex &parentIndex, int row, const BlockingNode &fresh);
    void tellAges(const Item &parent);
    QString text(const BlockingNode &node, int column) const;
    QString mode(const Item &item) const;
    QVariant decoration(const Item &item, int column) const;
    QString toolTip(const Item &item, int column) const;

    std::unique_ptr<Item> m_root;
    QDateTime m_now;
    int m_hidden = 0;
};

} // namespace Whimbrel
