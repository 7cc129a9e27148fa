// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/impactview.h"

#include "safety/impactmodel.h"
#include "safety/severitylook.h"

#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// A bar in each cell where something is held; thick where the lock is taken, with stripes where rows are read or
/// written under it.
class BarDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, option.palette.alternateBase());
        const QVariant reach = index.data(ImpactModel::ReachRole);
        if (!reach.isValid())
            return;
        const NoteColors colors = noteColors(levelOf(LockReach(reach.toInt())), option.palette);
        const int margin = option.rect.height() / 5;
        const bool begins = index.data(ImpactModel::BeginsRole).toBool();
        QRect bar = option.rect.adjusted(begins ? margin : 0, margin, 0, -margin);
        painter->save();
        painter->fillRect(bar, colors.background);
        if (index.data(ImpactModel::WorkRole).toBool())
            painter->fillRect(bar, QBrush(colors.text, Qt::BDiagPattern));
        painter->setPen(
            QPen(colors.text, 1, index.data(ImpactModel::UncertainRole).toBool() ? Qt::DashLine : Qt::SolidLine));
        painter->drawLine(bar.topLeft(), bar.topRight());
        painter->drawLine(bar.bottomLeft(), bar.bottomRight());
        if (begins) {
            painter->drawLine(bar.topLeft(), bar.bottomLeft());
            const QString text =
                option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, bar.width() - 2 * margin);
            const QRect place = bar.adjusted(margin, 0, -margin, 0);
            const QRect behind(place.left() - margin / 2, bar.top() + 1,
                               option.fontMetrics.horizontalAdvance(text) + margin, bar.height() - 1);
            painter->fillRect(behind, colors.background);
            painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft, text);
        }
        painter->restore();
    }

private:
    static ImpactNote::Level levelOf(LockReach reach)
    {
        switch (reach) {
        case LockReach::ReadsAndWrites:
            return ImpactNote::Level::Danger;
        case LockReach::Writes:
            return ImpactNote::Level::Caution;
        default:
            return ImpactNote::Level::Calm;
        }
    }
};

} // namespace

ImpactView::ImpactView(QWidget *parent)
    : QWidget(parent)
    , m_model(new ImpactModel(this))
    , m_table(new QTableView(this))
    , m_summary(new QLabel(this))
    , m_empty(new QLabel(this))
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new BarDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 2);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 4);
    m_table->setAccessibleName(tr("Locks by table and statement"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setMargin(fontMetrics().height() / 2);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    setFocusProxy(m_table);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT lineActivated(index.data(ImpactModel::LineRole).toInt()); });
    setScript({}, Dialect::SQLite);
}

void ImpactView::setScript(const ScriptAnalysis &script, Dialect dialect)
{
    m_model->setScript(script, dialect);
    const bool any = m_model->rowCount() > 0;
    m_table->setVisible(any);
    m_summary->setVisible(any);
    m_empty->setText(tr("No statement of this section locks a table that others use."));
    m_empty->setVisible(!any);
    QStringList lines = m_model->summary();
    if (m_model->hiddenStatements() > 0)
        lines.append(tr("%n further statement(s) are not shown.", nullptr, int(m_model->hiddenStatements())));
    m_summary->setText(lines.join(u'\n'));
    fitColumns();
}

void ImpactView::setUnreadable(const Error &error)
{
    setScript({}, Dialect::SQLite);
    m_empty->setText(tr("What the file locks is not known: it cannot be read.\n%1").arg(error.message));
}

void ImpactView::fitColumns()
{
    // Room for the longest mode's name where there are few statements, less where there are many.
    const int count = std::max(1, m_model->columnCount());
    const int wide = fontMetrics().horizontalAdvance(u"SHARE UPDATE EXCLUSIVE "_s) + fontMetrics().height();
    const int room =
        std::max(width(), fontMetrics().averageCharWidth() * 100) - m_table->verticalHeader()->sizeHint().width();
    m_table->horizontalHeader()->setDefaultSectionSize(
        std::clamp(room / count, fontMetrics().averageCharWidth() * 6, wide));
}

} // namespace Whimbrel
