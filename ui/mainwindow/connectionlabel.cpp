// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/connectionlabel.h"

#include "workbench/workbench.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
QString iconName(ConnectionState state)
{
    switch (state) {
    case ConnectionState::None:
        return u"network-disconnect"_s;
    case ConnectionState::Connecting:
        return u"view-refresh"_s;
    case ConnectionState::Connected:
        return u"network-connect"_s;
    case ConnectionState::Absent:
        return u"data-information"_s;
    case ConnectionState::Lost:
        return u"data-warning"_s;
    case ConnectionState::Failed:
        return u"data-error"_s;
    }
    return {};
}
} // namespace

ConnectionLabel::ConnectionLabel(Workbench &workbench, QWidget *parent)
    : QToolButton(parent), m_workbench(workbench)
{
    setObjectName(u"connectionLabel"_s);
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QAbstractButton::clicked, this, [this] {
        const ConnectionState state = m_workbench.connectionState();
        if (state == ConnectionState::Lost || state == ConnectionState::Failed)
            m_workbench.reconnect();
    });
    connect(&workbench, &Workbench::connectionChanged, this, &ConnectionLabel::showState);
    connect(&workbench, &Workbench::targetChanged, this, &ConnectionLabel::showState);
    showState();
}

void ConnectionLabel::showState()
{
    const ConnectionState state = m_workbench.connectionState();
    m_message = m_workbench.connectionMessage();
    if (state == ConnectionState::None)
        m_message = m_workbench.target() ? tr("Not connected") : tr("Not connected: no database is chosen");
    setIcon(QIcon::fromTheme(iconName(state)));
    const bool canRetry = state == ConnectionState::Lost || state == ConnectionState::Failed;
    setToolTip(canRetry ? tr("%1\nClick to try again.").arg(m_message) : m_message);
    setAccessibleName(tr("Connection"));
    setAccessibleDescription(m_message);
    elide();
}

void ConnectionLabel::resizeEvent(QResizeEvent *event)
{
    QToolButton::resizeEvent(event);
    elide();
}

void ConnectionLabel::elide()
{
    const int room = width() - iconSize().width() - 2 * fontMetrics().height();
    const QString first = m_message.section(u'\n', 0, 0); // what happened; the tooltip has all of it
    setText(fontMetrics().elidedText(first, Qt::ElideRight, std::max(room, 0)));
}

} // namespace Whimbrel
