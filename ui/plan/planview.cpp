// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/planview.h"

#include "plan/plandelegate.h"
#include "report/effecttext.h"

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

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

constexpr int wholeStatementsUpTo = 400; // rows of different height have to be measured one by one
constexpr int refusalsShown = 5;
constexpr qsizetype sumShown = 4; // tables, the worst first

PlannedImpact plannedImpact(const ScriptAnalysis &script, int number, Dialect dialect)
{
    const StatementAnalysis &statement = script.statements.at(number);
    PlannedImpact impact{.note = impactNote(statement, dialect), .effects = effectTexts(statement, dialect)};
    for (const Finding &finding : script.findings) {
        if (finding.statement == number && finding.severity > Severity::Info)
            impact.findings << PlannedImpact::Found{finding.severity, u"%1 (%2)"_s.arg(finding.message, finding.rule)};
    }
    std::ranges::stable_sort(impact.findings, std::ranges::greater(), &PlannedImpact::Found::severity);
    return impact;
}

QString refusalText(const Error &refusal)
{
    QString text = refusal.message.toHtmlEscaped();
    if (refusal.position.isValid())
        text = u"<b>%1</b>: %2"_s.arg(refusal.position.toString().toHtmlEscaped(), text);
    if (!refusal.detail.isEmpty())
        text += u"<br>"_s + refusal.detail.toHtmlEscaped();
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
    , m_sum(new QLabel(this))
    , m_empty(new QLabel(tr("There is nothing to run."), this))
    , m_tree(new QTreeView(this))
{
    m_refusals->setMessageType(KMessageWidget::Error);
    m_refusals->setPosition(KMessageWidget::Header);
    m_refusals->setCloseButtonVisible(false);
    m_refusals->setWordWrap(true);
    m_refusals->hide();
    for (QLabel *label : {m_notes, m_sum}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setMargin(fontMetrics().height() / 3);
    }
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true); // else the pane could get no narrower than the sentence
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
    layout->addWidget(m_sum);
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
    m_model->setImpacts({});
    m_guardRefusals.clear();
    m_sum->hide();
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
        m_tree->header()->resizeSection(column,
                                        fontMetrics().averageCharWidth() * (column == RunModel::RowsColumn ? 15 : 12));
    }
    m_tree->doItemsLayout();
}

void PlanView::showRefusals()
{
    const QList<Error> refusals = m_model->plan().refusals + m_guardRefusals;
    QStringList texts;
    for (const Error &refusal : refusals.first(std::min<qsizetype>(refusals.size(), refusalsShown)))
        texts << refusalText(refusal);
    if (refusals.size() > refusalsShown)
        texts << tr("And %n more.", nullptr, static_cast<int>(refusals.size()) - refusalsShown);
    m_refusals->setText(texts.join(QString()));
    m_refusals->setVisible(!refusals.isEmpty());
}

void PlanView::setGuardRefusals(const QList<Error> &refusals)
{
    m_guardRefusals = refusals;
    showRefusals();
}

void PlanView::showNotes()
{
    const QStringList &notes = m_model->plan().notes;
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
}

void PlanView::setAnalysis(const PlanAnalysis &analysis)
{
    const RunPlan &plan = m_model->plan();
    QList<PlannedStep> impacts;
    for (qsizetype i = 0; i < plan.steps.size() && i < analysis.steps.size(); ++i) {
        // What an interrupted attempt has done already is in the plan and not in its analysis.
        PlannedStep step{.statements = QList<PlannedImpact>(plan.steps.at(i).resumeAfter)};
        const ScriptAnalysis &script = analysis.steps.at(i);
        for (qsizetype number = 0; number < script.statements.size(); ++number)
            step.statements.append(plannedImpact(script, int(number), analysis.dialect));
        if (const std::optional<EarlierRun> earlier = analysis.earlier.value(i))
            step.earlier = earlierRunText(*earlier);
        impacts.append(std::move(step));
    }
    m_model->setImpacts(impacts);
    showSum(analysis);
    m_tree->doItemsLayout(); // statements are as high as what is said of them
}

void PlanView::showSum(const PlanAnalysis &analysis)
{
    QStringList lines;
    int more = 0;
    for (const WorstLock &worst : analysis.worstLocks(m_model->plan())) {
        if (worst.reach <= LockReach::SchemaChanges || analysis.dialect == Dialect::SQLite) // which locks only its file
            continue;
        if (lines.size() == sumShown) {
            ++more;
            continue;
        }
        const QString lock = tr("%1: %2, %3", "a table, its strongest lock, who waits")
                                 .arg(worst.relation.toString(), lockModeName(worst.lock, worst.reach), waitingText(worst.reach));
        lines << (worst.certain ? lock : tr("Possibly %1", "a lock").arg(lock));
    }
    if (more > 0)
        lines << tr("And %n more table(s).", nullptr, more);
    m_sum->setText(lines.join(u'\n'));
    m_sum->setToolTip(tr("The strongest lock that the plan takes on each table"));
    m_sum->setVisible(!lines.isEmpty() && !m_columns);
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
