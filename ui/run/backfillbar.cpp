// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/backfillbar.h"

#include "report/batchtext.h"
#include "run/runcontrol.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QPushButton *button(const QString &name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
}

} // namespace

BackfillBar::BackfillBar(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_text(new QLabel(this))
    , m_slower(button(u"slowerBackfill"_s, tr("Slower"), this))
    , m_faster(button(u"fasterBackfill"_s, tr("Faster"), this))
{
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(fontMetrics().height() / 2);
    m_bar->setAccessibleName(tr("Rows of the statement in batches"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *progress = new QVBoxLayout;
    progress->addWidget(m_text);
    progress->addWidget(m_bar);
    auto *row = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 2;
    row->setContentsMargins(gap, gap / 2, gap, gap / 2);
    row->addLayout(progress, 1);
    for (QPushButton *one : {m_slower, m_faster})
        row->addWidget(one);
    connect(m_slower, &QPushButton::clicked, this, [this] {
        m_control->slower();
        updateButtons();
    });
    connect(m_faster, &QPushButton::clicked, this, [this] {
        m_control->faster();
        updateButtons();
    });
    setIsCopy(false);
    hide();
}

void BackfillBar::setIsCopy(bool isCopy)
{
    m_isCopy = isCopy;
    m_slower->setToolTip(isCopy ? tr("Halts the copy for a part of the time") : tr("Doubles the pause between two batches"));
    m_faster->setToolTip(isCopy ? tr("Takes back one step of Slower") : tr("Halves the pause between two batches"));
}

void BackfillBar::setControl(std::shared_ptr<RunControl> control)
{
    m_control = std::move(control);
    end();
}

void BackfillBar::take(const RunEvent &event)
{
    if (event.batch && m_control)
        show(event);
    else if (event.kind == RunEvent::Kind::StatementFinished || event.kind == RunEvent::Kind::MigrationFailed)
        end();
}

void BackfillBar::end()
{
    hide();
}

void BackfillBar::show(const RunEvent &event)
{
    const int done = batchPerMille(*event.batch);
    m_bar->setRange(0, done < 0 ? 0 : 1000); // without a total it only moves
    if (done >= 0)
        m_bar->setValue(done);
    const QString progress = batchProgressText(*event.batch);
    setIsCopy(event.batch->batchSize == 0); // the tool's batches are its own
    m_text->setText(event.message.isEmpty() ? progress : progress + u" · "_s + event.message);
    updateButtons();
    setVisible(true);
}

void BackfillBar::updateButtons()
{
    m_slower->setEnabled(m_control->speed() > RunControl::slowest);
    m_faster->setEnabled(m_control->speed() < RunControl::fastest);
    m_faster->setVisible(!m_isCopy || m_control->speed() < 0);
}

} // namespace Whimbrel
