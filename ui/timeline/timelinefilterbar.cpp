// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinefilterbar.h"

#include "timeline/timelinefilter.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Whimbrel {

TimelineFilterBar::TimelineFilterBar(TimelineFilter &filter, QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_states(new QComboBox(this))
{
    makeSearch(filter);
    makeStates(filter);
    const int gap = fontMetrics().height() / 4;
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, gap);
    layout->setSpacing(gap);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_states);
}

void TimelineFilterBar::makeSearch(TimelineFilter &filter)
{
    m_search->setObjectName(u"timelineSearch"_s);
    m_search->setPlaceholderText(tr("Search migrations"));
    m_search->setAccessibleName(tr("Search migrations"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this, &filter](const QString &text) {
        filter.setSearch(text);
        Q_EMIT changed();
    });
}

void TimelineFilterBar::makeStates(TimelineFilter &filter)
{
    m_states->setObjectName(u"timelineStates"_s);
    m_states->setAccessibleName(tr("Show states"));
    m_states->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const auto &[text, states] : {std::pair{tr("All"), TimelineFilter::States::All},
                                       {tr("Pending"), TimelineFilter::States::Pending},
                                       {tr("Applied"), TimelineFilter::States::Applied},
                                       {tr("Problems"), TimelineFilter::States::Problems}})
        m_states->addItem(text, QVariant::fromValue(states));
    connect(m_states, &QComboBox::currentIndexChanged, this, [this, &filter] {
        filter.setStates(m_states->currentData().value<TimelineFilter::States>());
        Q_EMIT changed();
    });
}

bool TimelineFilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
    case Qt::Key_Return:
        Q_EMIT left();
        return true;
    case Qt::Key_Escape:
        if (m_search->text().isEmpty())
            break;
        m_search->clear();
        return true;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void TimelineFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

} // namespace Whimbrel
