// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/pausebutton.h"

#include "run/runcontrol.h"
#include "run/runevent.h"

#include <QIcon>

using namespace Qt::StringLiterals;

namespace Whimbrel {

PauseButton::PauseButton(QWidget *parent) : QPushButton(parent)
{
    setObjectName(u"pauseRun"_s);
    setAutoDefault(false);
    connect(this, &QPushButton::clicked, this, &PauseButton::toggle);
    update();
}

void PauseButton::setControl(std::shared_ptr<RunControl> control)
{
    m_control = std::move(control);
    m_isWaiting = false;
    update();
}

/// A Progress event without numbers of a statement says that the run waits, or goes on again.
void PauseButton::take(const RunEvent &event)
{
    const bool isWaiting = event.kind == RunEvent::Kind::Progress && !event.progress && !event.message.isEmpty();
    if (isWaiting || event.kind == RunEvent::Kind::Batch || event.kind == RunEvent::Kind::StatementStarted)
        m_isWaiting = isWaiting;
}

QString PauseButton::note() const
{
    if (!m_control || !m_control->isPaused())
        return {};
    return m_isWaiting ? tr("paused: nothing is locked") : tr("pauses when this transaction has ended");
}

void PauseButton::toggle()
{
    if (m_control && m_control->isPaused())
        m_control->resume();
    else if (m_control)
        m_control->pause();
    update();
}

void PauseButton::update()
{
    const bool paused = m_control && m_control->isPaused();
    setText(paused ? tr("Resume") : tr("Pause"));
    setIcon(QIcon::fromTheme(paused ? u"media-playback-start"_s : u"media-playback-pause"_s));
    setToolTip(paused ? tr("Goes on with the next transaction or batch")
                      : tr("Waits when the transaction or batch in flight has ended; nothing is locked meanwhile"));
}

} // namespace Whimbrel
