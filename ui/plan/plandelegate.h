// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/dialect.h"

#include <QCache>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include <optional>

namespace Whimbrel {

/// Draws the rows of a RunModel: migrations with their state, statements with line number and highlighted SQL.
class PlanDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PlanDelegate(QObject *parent = nullptr);

    /// Forgets cached colours; for another plan, dialect or palette.
    void setDialect(std::optional<Dialect> dialect);
    /// Statements over several lines as they are written, or each on one.
    void setWholeStatements(bool whole) { m_whole = whole; }
    bool wholeStatements() const { return m_whole; }
    /// While a run is on: states are drawn before the line numbers.
    void setShowsStates(bool shows) { m_states = shows; }
    void setTurn(double turn) { m_turn = turn; }
    void setLargestLine(int line);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Shown
    {
        QString text;
        QList<QTextLayout::FormatRange> formats;
    };

    void paintStep(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintNote(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintStatement(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// What the statement does to others, at the end of its first line; gives the width that is left for its text.
    int paintImpact(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                    const QRect &line) const;
    /// Its lines, the first of `firstWidth`; gives where they end.
    int paintSql(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &rect,
                 int firstWidth) const;
    /// Below the statement: who waits, and what was found.
    void paintEffects(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                      const QRect &rect) const;
    /// In the run's layout, where there is no room below: the worst finding's icon; gives the width that is left.
    int paintWorst(QPainter *painter, const QModelIndex &index, const QRect &line) const;
    QString shownSql(const QModelIndex &index) const;
    const Shown &shown(const QModelIndex &index, const QPalette &palette) const;
    int padding(const QFontMetrics &metrics) const { return metrics.height() / 5; }

    std::optional<Dialect> m_dialect;
    bool m_whole = false;
    bool m_states = false;
    double m_turn = 0;
    int m_lineDigits = 3;
    QFont m_fixedFont;
    mutable QCache<QPersistentModelIndex, Shown> m_cache;
};

} // namespace Whimbrel
