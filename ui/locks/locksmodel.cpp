// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/locksmodel.h"

#include "locks/lockramp.h"
#include "report/locksreport.h"

#include <QApplication>
#include <QFont>
#include <QFontMetrics>
#include <QSet>
#include <QStyle>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// The few digits of the victims stand in the middle: at the right they would run into the statement.
QVariant columnAlignment(int column)
{
    if (column == LocksModel::Waited)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return column == LocksModel::Victims ? QVariant(Qt::AlignCenter) : QVariant();
}

bool sameButForTheWait(LockEdge a, const LockEdge &b)
{
    a.waited = b.waited;
    return a == b;
}

/// What a row shows, without the children and what grows by itself while nothing happens.
bool sameFacts(const BlockingNode &a, const BlockingNode &b)
{
    return a.session == b.session && sameButForTheWait(a.edge, b.edge) && a.cycle == b.cycle && a.repeated == b.repeated
        && a.victims == b.victims && std::ranges::equal(a.otherEdges, b.otherEdges, sameButForTheWait);
}

BlockingNode withoutChildren(const BlockingNode &node)
{
    BlockingNode copy;
    copy.session = node.session;
    copy.edge = node.edge;
    copy.otherEdges = node.otherEdges;
    copy.cycle = node.cycle;
    copy.repeated = node.repeated;
    copy.victims = node.victims;
    copy.longestWait = node.longestWait;
    return copy;
}

/// Locks that the children wait for: what a root is on the way with.
QStringList heldModes(const std::vector<BlockingNode> &children)
{
    QStringList modes;
    QStringView last; // most children wait for the same
    for (const BlockingNode &child : children) {
        if (child.edge.held == last)
            continue;
        last = child.edge.held;
        for (const QString &mode : child.edge.held.split(u", "_s, Qt::SkipEmptyParts)) {
            if (!modes.contains(mode))
                modes << mode;
        }
    }
    std::ranges::stable_sort(modes, std::greater(), [](const QString &mode) { return lockReach(mode); });
    return modes;
}

QStringList heldTargets(const std::vector<BlockingNode> &children)
{
    QStringList targets;
    for (const BlockingNode &child : children) {
        if (child.edge.kind == LockEdge::Kind::Holds && !targets.contains(child.edge.target))
            targets << child.edge.target;
    }
    return targets;
}

} // namespace

struct LocksModel::Item
{
    BlockingNode node;   ///< its children are `children`
    QString heldMode;    ///< of what waits for it
    QString heldTarget;
    Item *parent = nullptr;
    Items children;

    int row() const
    {
        const auto self = std::ranges::find(parent->children, this, &std::unique_ptr<Item>::get);
        return static_cast<int>(self - parent->children.begin());
    }
    /// True where the row shows something else than its age now.
    bool take(const BlockingNode &fresh)
    {
        const bool same = sameFacts(node, fresh);
        if (same) {
            node.edge.waited = fresh.edge.waited;
            node.longestWait = fresh.longestWait;
        } else {
            node = withoutChildren(fresh);
        }
        const QString modes = heldModes(fresh.children).join(u", "_s);
        const QString targets = heldTargets(fresh.children).join(u", "_s);
        const bool holdsTheSame = modes == std::exchange(heldMode, modes) && targets == std::exchange(heldTarget, targets);
        return !same || !holdsTheSame;
    }
};

LocksModel::LocksModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Item>())
{
}

LocksModel::~LocksModel() = default;

void LocksModel::setTree(const BlockingTree &tree, const QDateTime &now)
{
    m_now = now;
    const int rows = Whimbrel::rowCount(tree);
    m_hidden = std::max(0, rows - rowLimit);
    if (m_hidden > 0)
        merge(*m_root, {}, firstRows(tree, rowLimit).roots);
    else
        merge(*m_root, {}, tree.roots);
    tellAges(*m_root);
}

void LocksModel::removeGone(Item &parent, const QModelIndex &parentIndex, const std::vector<BlockingNode> &nodes)
{
    QSet<BackendId> staying;
    for (const BlockingNode &node : nodes)
        staying.insert(node.session.backend);
    for (int row = static_cast<int>(parent.children.size()) - 1; row >= 0; --row) {
        if (staying.contains(parent.children[static_cast<size_t>(row)]->node.session.backend))
            continue;
        beginRemoveRows(parentIndex, row, row);
        parent.children.erase(parent.children.begin() + row);
        endRemoveRows();
    }
}

/// Has the item of a session at its row: the one that there was, from further down, or a new one.
void LocksModel::bring(Item &parent, const QModelIndex &parentIndex, int row, const BlockingNode &fresh)
{
    const auto place = parent.children.begin() + row;
    const auto known = std::find_if(place, parent.children.end(), [&](const std::unique_ptr<Item> &item) {
        return item->node.session.backend == fresh.session.backend;
    });
    if (known == parent.children.end()) {
        auto item = std::make_unique<Item>();
        item->parent = &parent;
        item->take(fresh);
        beginInsertRows(parentIndex, row, row);
        parent.children.insert(place, std::move(item));
        endInsertRows();
    } else if (known != place) {
        const int from = static_cast<int>(known - parent.children.begin());
        beginMoveRows(parentIndex, from, from, parentIndex, row);
        std::rotate(place, known, known + 1);
        endMoveRows();
    }
}

void LocksModel::merge(Item &parent, const QModelIndex &parentIndex, const std::vector<BlockingNode> &nodes)
{
    if (nodes.empty() && parent.children.empty())
        return;
    removeGone(parent, parentIndex, nodes);
    for (int row = 0; row < static_cast<int>(nodes.size()); ++row) {
        const BlockingNode &fresh = nodes[static_cast<size_t>(row)];
        bring(parent, parentIndex, row, fresh);
        Item &item = *parent.children[static_cast<size_t>(row)];
        const QModelIndex index = createIndex(row, 0, &item);
        if (item.take(fresh))
            Q_EMIT dataChanged(index, index.siblingAtColumn(ColumnCount - 1));
        merge(item, index, fresh.children);
    }
}

/// Ages change with every sample, whether facts did or not.
void LocksModel::tellAges(const Item &parent)
{
    if (parent.children.empty())
        return;
    const int last = static_cast<int>(parent.children.size()) - 1;
    for (const int column : {State, Waited})
        Q_EMIT dataChanged(createIndex(0, column, parent.children.front().get()), createIndex(last, column, parent.children.back().get()));
    for (const std::unique_ptr<Item> &child : parent.children)
        tellAges(*child);
}

LocksModel::Item *LocksModel::itemOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Item *>(index.internalPointer()) : m_root.get();
}

QModelIndex LocksModel::indexOf(Item *item, int column) const
{
    return item == m_root.get() ? QModelIndex() : createIndex(item->row(), column, item);
}

const BlockingNode *LocksModel::node(const QModelIndex &index) const
{
    return index.isValid() ? &itemOf(index)->node : nullptr;
}

QModelIndex LocksModel::indexOf(const BackendId &backend) const
{
    std::vector<Item *> level{m_root.get()};
    while (!level.empty()) {
        std::vector<Item *> below;
        for (Item *item : level) {
            for (const std::unique_ptr<Item> &child : item->children) {
                if (child->node.session.backend == backend)
                    return indexOf(child.get());
                below.push_back(child.get());
            }
        }
        level = std::move(below);
    }
    return {};
}

QModelIndex LocksModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, itemOf(parent)->children[static_cast<size_t>(row)].get());
}

QModelIndex LocksModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(itemOf(index)->parent) : QModelIndex();
}

int LocksModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(itemOf(parent)->children.size());
}

int LocksModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString LocksModel::mode(const Item &item) const
{
    if (item.node.waits())
        return item.node.edge.wants;
    return item.heldMode.isEmpty() ? item.node.session.holds : item.heldMode;
}

QString LocksModel::text(const BlockingNode &node, int column) const
{
    switch (column) {
    case Session:
        return node.session.own ? tr("%1 (this run)").arg(sessionTitle(node.session)) : sessionTitle(node.session);
    case User:
        return node.session.client.isEmpty() ? node.session.user
                                             : tr("%1 @ %2").arg(node.session.user, node.session.client);
    case State: {
        const QDateTime &since = node.session.stateSince;
        const QString age = since.isValid()
                                ? durationText(std::chrono::milliseconds(qMax<qint64>(0, since.msecsTo(m_now))))
                                : QString();
        return age.isEmpty() || node.session.state.isEmpty() ? node.session.state
                                                             : tr("%1, %2").arg(node.session.state, age);
    }
    case Waited:
        if (!node.waits())
            return {};
        return node.edge.waitedAtMost ? tr("at most %1").arg(durationText(node.edge.waited))
                                      : durationText(node.edge.waited);
    case Victims:
        return node.victims > 0 ? QString::number(node.victims) : QString();
    case Statement:
        if (node.session.query.isEmpty())
            return {};
        return node.session.queryIsLast ? tr("last statement: %1").arg(node.session.query.simplified())
                                        : node.session.query.simplified();
    default:
        return {};
    }
}

QVariant LocksModel::decoration(const Item &item, int column) const
{
    const QString modes = mode(item);
    if (column != Mode || modes.isEmpty())
        return {};
    // Modes are sorted by what they stop: the first one decides, and a row lock's flags come after a comma too.
    return lockRampIcon(lockReach(modes), QFontMetrics(QApplication::font()).ascent());
}

QString LocksModel::toolTip(const Item &item, int column) const
{
    const BlockingNode &node = item.node;
    if (column == Statement)
        return node.session.query;
    if (column == Mode && !mode(item).isEmpty())
        return tr("%1: %2").arg(mode(item), lockReachText(lockReach(mode(item))));
    QStringList lines = sessionFacts(node.session, m_now);
    if (node.waits())
        lines << lockText(node);
    for (const LockEdge &edge : node.otherEdges)
        lines << tr("Also waits for %1")
                     .arg(edge.blocking.pid == 0 ? edge.blocking.backendStart : QString::number(edge.blocking.pid));
    if (node.cycle)
        lines << tr("In a deadlock: the server will cancel one of its sessions.");
    return lines.join(u'\n');
}

QVariant LocksModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Item &item = *itemOf(index);
    const BlockingNode &node = item.node;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Mode)
            return mode(item);
        if (index.column() == WaitsFor) {
            if (!node.waits())
                return item.heldTarget.isEmpty() ? QString() : tr("holds %1").arg(item.heldTarget);
            if (!node.edge.blockerKnown())
                return tr("%1, blocker not known").arg(node.edge.target);
            return node.edge.kind == LockEdge::Kind::QueuedAhead ? tr("%1, in the queue").arg(node.edge.target)
                                                                 : node.edge.target;
        }
        if (index.column() == Session && node.cycle)
            return tr("%1, deadlock").arg(text(node, Session));
        if (index.column() == Session && node.repeated)
            return tr("%1, shown above").arg(text(node, Session));
        return text(node, index.column());
    case Qt::DecorationRole:
        return decoration(item, index.column());
    case Qt::ToolTipRole:
        return toolTip(item, index.column());
    case Qt::TextAlignmentRole:
        return columnAlignment(index.column());
    case Qt::FontRole:
        if (node.session.own) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant LocksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return columnAlignment(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Session:
        return tr("Session");
    case User:
        return tr("User");
    case State:
        return tr("State");
    case WaitsFor:
        return tr("Waits for");
    case Mode:
        return tr("Lock");
    case Waited:
        return tr("Waited");
    case Victims:
        return tr("Blocks");
    default:
        return tr("Statement");
    }
}

} // namespace Whimbrel
