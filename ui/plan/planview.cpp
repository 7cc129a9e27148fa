// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/planview.h"

#include "plan/plandelegate.h"

#include <KMessageWidget>

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

constexpr int wholeStatementsUpTo = 400; // rows of different height have to be measured one by one
constexpr int refusalsShown = 5;

QString refusalText(const Error &refusal)
{
    QString text = refusal.message.toHtmlEscaped();
    if (refusal.position.isValid())
        text = u"<b>%1</b>: %2"_s.arg(refusal.position.toString().toHtmlEscaped(), text);
    if (!refusal.hint.isEmpty())
        text += u"<br>"_s + refusal.hint.toHtmlEscaped();
    return u"<p style='margin:0'>%1</p>"_s.arg(text);
}

} // namespace

PlanView::PlanView(QWidget *parent)
    : QWidget(parent)
    , m_model(new RunModel(this))
    , m_delegate(new PlanDelegate(this))
    , m_refusals(new KMessageWidget(this))
    , m_notes(new QLabel(this))
    , m_empty(new QLabel(tr("There is nothing to run."), this))
    , m_tree(new QTreeView(this))
{
    m_refusals->setMessageType(KMessageWidget::Error);
    m_refusals->setPosition(KMessageWidget::Header);
    m_refusals->setCloseButtonVisible(false);
    m_refusals->setWordWrap(true);
    m_refusals->hide();
    m_notes->setWordWrap(true);
    m_notes->setTextFormat(Qt::PlainText);
    m_notes->setMargin(fontMetrics().height() / 3);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);

    m_tree->setModel(m_model);
    m_tree->setItemDelegate(m_delegate);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAlternatingRowColors(false);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setAccessibleName(tr("Statements of the plan"));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(RunModel::WhatColumn, QHeaderView::Stretch);
    setFocusProxy(m_tree);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_refusals);
    layout->addWidget(m_notes);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_tree, 1);

    connect(m_tree, &QTreeView::activated, this, &PlanView::activate);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &PlanView::showMenu);
    connect(m_tree->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_follow = false; });
    m_turnTimer.setInterval(50ms);
    connect(&m_turnTimer, &QTimer::timeout, this, &PlanView::turn);
    setPlan({});
}

void PlanView::setPlan(const RunPlan &plan)
{
    setRunning(false);
    m_delegate->setDialect(plan.dialect);
    m_model->setPlan(plan);
    int largest = 0;
    for (const PlanStep &step : plan.steps) {
        if (!step.statements.isEmpty())
            largest = std::max(largest, step.statements.last().statement.start.line);
    }
    m_delegate->setLargestLine(largest);
    showRefusals();
    showNotes();
    m_empty->setVisible(plan.isEmpty());
    m_tree->setVisible(!plan.isEmpty());
    applyLayout();
    m_tree->expandAll();
}

void PlanView::setEmptyText(const QString &text)
{
    m_empty->setText(text);
}

void PlanView::setRunLayout(bool on)
{
    m_runLayout = on;
    applyLayout();
}

void PlanView::setColumns(bool on)
{
    m_columns = on;
    applyLayout();
}

void PlanView::applyLayout()
{
    const bool whole = !m_runLayout && m_model->statementCount() <= wholeStatementsUpTo;
    m_delegate->setDialect(m_model->plan().dialect);
    m_delegate->setWholeStatements(whole);
    m_delegate->setShowsStates(m_runLayout);
    m_tree->setUniformRowHeights(!whole);
    m_tree->setVerticalScrollMode(whole ? QAbstractItemView::ScrollPerPixel : QAbstractItemView::ScrollPerItem);
    m_tree->setHeaderHidden(!m_columns);
    for (int column = RunModel::StateColumn; column < RunModel::ColumnCount; ++column) {
        m_tree->setColumnHidden(column, !m_columns);
        // "1,000,000,000" rows, "59 min 05 s"
        m_tree->header()->resizeSection(column, fontMetrics().averageCharWidth() * (column == RunModel::RowsColumn ? 15 : 12));
    }
    m_tree->doItemsLayout();
}

void PlanView::showRefusals()
{
    const QList<Error> &refusals = m_model->plan().refusals;
    QStringList texts;
    for (const Error &refusal : refusals.first(std::min<qsizetype>(refusals.size(), refusalsShown)))
        texts << refusalText(refusal);
    if (refusals.size() > refusalsShown)
        texts << tr("And %n more.", nullptr, static_cast<int>(refusals.size()) - refusalsShown);
    m_refusals->setText(texts.join(QString()));
    m_refusals->setVisible(!refusals.isEmpty());
}

void PlanView::showNotes()
{
    const QStringList &notes = m_model->plan().notes;
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
}

void PlanView::apply(const QList<RunEvent> &events, qsizetype first)
{
    for (qsizetype i = first; i < events.size(); ++i)
        m_model->apply(events.at(i));
    if (const QModelIndex current = m_model->currentStatement(); current.isValid() && m_follow)
        m_tree->scrollTo(current);
}

void PlanView::setRunning(bool running)
{
    m_follow = true;
    const bool moves = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (running && moves)
        m_turnTimer.start();
    else
        m_turnTimer.stop();
}

void PlanView::turn()
{
    m_turn += 0.05;
    m_delegate->setTurn(m_turn);
    if (const QModelIndex current = m_model->currentStatement(); current.isValid()) {
        m_tree->update(current);
        m_tree->update(current.parent());
    }
}

void PlanView::activate(const QModelIndex &index)
{
    const QModelIndex first = index.siblingAtColumn(RunModel::WhatColumn);
    const QString path = first.data(RunModel::PathRole).toString();
    if (first.data(RunModel::KindRole).toInt() != static_cast<int>(RunModel::RowKind::Note))
        Q_EMIT positionActivated(path, std::max(1, first.data(RunModel::LineRole).toInt()), 1);
}

void PlanView::showMenu(const QPoint &position)
{
    const QModelIndex index = m_tree->indexAt(position);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show in the Editor"), this, [this, row = QPersistentModelIndex(index)] { activate(row); });
    const QString sql = index.siblingAtColumn(RunModel::WhatColumn).data(RunModel::SqlRole).toString();
    if (!sql.isEmpty())
        menu->addAction(tr("Copy Statement"), this, [sql] { QApplication::clipboard()->setText(sql); });
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void PlanView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        m_delegate->setDialect(m_model->plan().dialect);
    QWidget::changeEvent(event);
}

} // namespace Whimbrel
