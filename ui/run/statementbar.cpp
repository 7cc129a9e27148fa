// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/statementbar.h"

#include "checklist/rolelabel.h"
#include "plan/durationtext.h"
#include "report/progresstext.h"

#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

void setLine(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setToolTip(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

StatementBar::StatementBar(QWidget *parent)
    : QWidget(parent)
    , m_bar(new QProgressBar(this))
    , m_text(new QLabel(this))
    , m_locker(new RoleLabel(u"statementLocker"_s, this))
    , m_heartbeat(new RoleLabel(u"statementHeartbeat"_s, this))
{
    m_text->setObjectName(u"statementProgress"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_locker->setRole(ColorRole::Neutral);
    m_heartbeat->setRole(ColorRole::Negative);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(fontMetrics().height() / 2);
    m_bar->setAccessibleName(tr("How far the statement is"));
    const int gap = fontMetrics().height() / 2;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap / 2, gap, gap / 2);
    layout->setSpacing(gap / 4);
    layout->addWidget(m_text);
    layout->addWidget(m_locker);
    layout->addWidget(m_heartbeat);
    layout->addWidget(m_bar);
    hide();
}

void StatementBar::take(const RunEvent &event)
{
    if (event.progress)
        show(event);
    else if (event.kind == RunEvent::Kind::StatementFinished || event.kind == RunEvent::Kind::LockRetry || event.kind == RunEvent::Kind::MigrationFinished
             || event.kind == RunEvent::Kind::MigrationFailed)
        end();
}

void StatementBar::end()
{
    hide();
}

void StatementBar::show(const RunEvent &event)
{
    StatementProgress progress = *event.progress;
    m_bar->setRange(0, progress.perMille < 0 ? 0 : 1000); // without a number it only moves
    if (progress.perMille >= 0)
        m_bar->setValue(progress.perMille);
    const QString waits = lockerText(progress);
    const QString heartbeat = heartbeatText(progress);
    setLine(m_locker, waits.isEmpty() ? QString() : tr("The statement %1.", "waits for …").arg(waits));
    setLine(m_heartbeat, heartbeat.isEmpty() ? QString() : tr("Mind: %1.").arg(heartbeat));
    // These have lines of their own.
    progress.sample.locker.reset();
    progress.trouble.clear();
    progress.silentSince = {};
    progress.answerMs = -1;
    const QString known = progressText(progress);
    const QString elapsed = durationText(event.elapsedMs);
    const QString place = event.statement > 0 ? tr("Statement at line %1, for %2", "a line's number, a duration").arg(QString::number(event.line), elapsed)
                                              : tr("COMMIT, for %1", "a duration").arg(elapsed);
    setLine(m_text, place + u" · "_s + (known.isEmpty() ? tr("how far it is, the database does not tell") : known));
    setVisible(true);
}

} // namespace Whimbrel
