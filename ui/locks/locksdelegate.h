// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QStaticText>
#include <QStyledItemDelegate>

namespace Whimbrel {

/// Draws one line of text a cell. What a text looks like once it is cut to its column is kept: to shape all texts of a
/// pane anew with every sample would cost more than all else of it.
class LocksDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit LocksDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Key
    {
        QString text;
        int width = 0;
        QFont font;
        Qt::LayoutDirection direction = Qt::LeftToRight;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed) { return qHashMulti(seed, key.text, key.width, key.font.bold()); }
    };

    const QStaticText &shaped(const QStyleOptionViewItem &option, int width) const;

    mutable QCache<Key, QStaticText> m_shaped;
};

} // namespace Whimbrel
