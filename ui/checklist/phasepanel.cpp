// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/phasepanel.h"

#include "checklist/checkrunner.h"
#include "checklist/itemwidget.h"
#include "checklist/releasereport.h"
#include "checklist/rolelabel.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

PhasePanel::PhasePanel(ReleasePhase phase, QWidget *parent)
    : QWidget(parent)
    , m_phase(phase)
{
    setObjectName(u"phase-"_s + releasePhaseId(phase));
    make();
}

void PhasePanel::make()
{
    const int em = fontMetrics().height();
    m_header = new QToolButton(this);
    m_header->setObjectName(u"header"_s);
    m_header->setAutoRaise(true);
    m_header->setFocusPolicy(Qt::StrongFocus);
    m_header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_header->setText(releasePhaseName(m_phase));
    QFont bold = font();
    bold.setBold(true);
    m_header->setFont(bold);
    m_progress = new RoleLabel(u"progress"_s, this);
    m_progress->setWordWrap(false);
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(std::max(3, em / 5));
    m_note = new RoleLabel(u"phaseNote"_s, this);
    m_note->setContentsMargins(em / 2, 0, em / 2, em / 4);

    m_body = new QWidget(this);
    m_run = new QPushButton(QIcon::fromTheme(u"view-refresh"_s), tr("Run checks"), m_body);
    m_run->setObjectName(u"run"_s);
    m_override = new QPushButton(tr("Override…"), m_body);
    m_override->setObjectName(u"override"_s);
    m_override->setToolTip(tr("Go on though items are open, with a written reason"));
    m_list = new QVBoxLayout;
    m_list->setSpacing(0);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(em / 2, em / 3, em / 2, em / 2);
    buttons->addWidget(m_run);
    buttons->addStretch(1);
    buttons->addWidget(m_override);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins({});
    body->setSpacing(0);
    body->addLayout(m_list);
    body->addLayout(buttons);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(0, em / 4, em / 2, 0);
    top->addWidget(m_header);
    top->addStretch(1);
    top->addWidget(m_progress);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(em / 6);
    layout->addLayout(top);
    layout->addWidget(m_bar);
    layout->addWidget(m_note);
    layout->addWidget(m_body);

    connect(m_header, &QToolButton::clicked, this, [this] { setExpanded(!m_expanded); });
    connect(m_run, &QPushButton::clicked, this, [this] { Q_EMIT runRequested(m_shown); });
    connect(m_override, &QPushButton::clicked, this, [this] { Q_EMIT overrideRequested(m_phase); });
}

void PhasePanel::rebuild(const QList<ChecklistItem> &items)
{
    m_shown = items;
    qDeleteAll(m_items);
    m_items.clear();
    for (const ChecklistItem &item : items) {
        auto *widget = new ItemWidget(item, m_body);
        connect(widget, &ItemWidget::tickRequested, this, &PhasePanel::tickRequested);
        connect(widget, &ItemWidget::untickRequested, this, &PhasePanel::untickRequested);
        connect(widget, &ItemWidget::runRequested, this, [this, item] { Q_EMIT runRequested({item}); });
        m_list->addWidget(widget);
        m_items.insert(item.id, widget);
    }
}

void PhasePanel::setRelease(const Release &release, const CheckRunner &checks)
{
    const QList<ChecklistItem> items = release.phaseItems(m_phase);
    const bool another = items != m_shown;
    if (another)
        rebuild(items);
    const PhaseState state = release.phaseState(m_phase);
    const bool usable = !release.closed && state != PhaseState::Locked;
    bool checking = false;
    for (const ChecklistItem &item : items) {
        checking |= checks.isRunning(item.id);
        m_items.value(item.id)->setState(release.item(item.id), usable, checks.isRunning(item.id));
    }
    const bool probes = std::ranges::any_of(items, [](const ChecklistItem &item) { return !item.isManual(); });
    m_run->setVisible(usable && probes);
    m_override->setVisible(usable && state == PhaseState::Open);
    showHeader(release, state, checking);
    // The person's own folding stays until the phase itself moves on.
    if (m_state != state || another)
        setExpanded(state == PhaseState::Open && !release.closed);
    m_state = state;
}

void PhasePanel::showHeader(const Release &release, PhaseState state, bool checking)
{
    const int done = release.doneCount(m_phase);
    const int count = release.itemCount(m_phase);
    m_run->setEnabled(!checking);
    m_run->setText(checking ? tr("Checking…") : tr("Run checks"));
    m_bar->setVisible(state != PhaseState::Locked && count > 0);
    m_bar->setRange(0, std::max(1, count));
    m_bar->setValue(done);
    QPalette bar = palette();
    bar.setColor(QPalette::Highlight,
                 roleColor(state == PhaseState::Complete ? ColorRole::Positive : ColorRole::Active));
    m_bar->setPalette(bar);
    m_bar->setAccessibleName(tr("%1: %2 of %3").arg(releasePhaseName(m_phase)).arg(done).arg(count));
    const QString progress = tr("%1 of %2").arg(done).arg(count);
    m_progress->setText(state == PhaseState::Open ? progress : tr("%1, %2").arg(progress, phaseStateName(state)));

    QString note;
    if (release.overrides.contains(m_phase)) {
        const PhaseOverride &override_ = release.overrides[m_phase];
        note = tr("Overridden by %1, %2: %3").arg(override_.by, releaseTime(override_.at), override_.reason);
    } else if (state == PhaseState::Locked && !release.closed) {
        note = m_phase == ReleasePhase::During ? tr("Opens when Before is complete or overridden.")
                                               : tr("Opens when During is complete or overridden.");
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_note->setRole(state == PhaseState::Locked ? ColorRole::Inactive : ColorRole::Neutral);
    m_progress->setRole(state == PhaseState::Complete ? ColorRole::Positive
                        : state == PhaseState::Locked ? ColorRole::Inactive
                                                      : ColorRole::Normal);
    m_header->setIcon(state == PhaseState::Locked ? QIcon::fromTheme(u"object-locked"_s) : QIcon());
    m_header->setAccessibleName(tr("%1, %2").arg(releasePhaseName(m_phase), m_progress->text()));
}

void PhasePanel::setExpanded(bool expanded)
{
    m_expanded = expanded;
    m_body->setVisible(expanded);
    m_header->setArrowType(expanded ? Qt::DownArrow : Qt::RightArrow);
}

} // namespace Whimbrel
