// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/connectionstrip.h"

#include "workbench/workbench.h"

#include <QAction>
#include <QIcon>

using namespace Qt::StringLiterals;

namespace Whimbrel {

ConnectionStrip::ConnectionStrip(Workbench &workbench, QWidget *parent)
    : KMessageWidget(parent)
    , m_workbench(workbench)
    , m_connectAgain(new QAction(QIcon::fromTheme(u"network-connect"_s), tr("Connect again"), this))
{
    setWordWrap(true);
    setCloseButtonVisible(false);
    hide();
    connect(m_connectAgain, &QAction::triggered, &workbench, &Workbench::reconnect);
    connect(&workbench, &Workbench::timelineChanged, this, &ConnectionStrip::showState);
    connect(&workbench, &Workbench::connectionChanged, this, &ConnectionStrip::showState);
    showState();
}

ConnectionStrip::Message ConnectionStrip::message() const
{
    const ConnectionState state = m_workbench.connectionState();
    switch (state) {
    case ConnectionState::Absent:
        return {m_workbench.connectionMessage(), Information};
    case ConnectionState::Failed:
        return {tr("Not connected, so what is applied is unknown.\n%1").arg(m_workbench.connectionMessage()), Error};
    case ConnectionState::Lost:
        return {m_workbench.connectionMessage(), Warning};
    case ConnectionState::Connected:
        return {m_workbench.timelineError() ? m_workbench.timelineError()->toString() : QString(), Error};
    case ConnectionState::None:
        if (m_workbench.project() && !m_workbench.target())
            return {tr("No database is chosen, so what is applied is unknown. Choose an environment in the toolbar."), Information};
        return {};
    case ConnectionState::Connecting:
        return {};
    }
    Q_UNREACHABLE_RETURN({});
}

void ConnectionStrip::showState()
{
    const Message told = message();
    setMessageType(told.type);
    removeAction(m_connectAgain);
    const ConnectionState state = m_workbench.connectionState();
    if (state == ConnectionState::Failed || state == ConnectionState::Lost)
        addAction(m_connectAgain);
    setText(told.text.toHtmlEscaped().replace(u'\n', u"<br>"_s));
    setVisible(!told.text.isEmpty());
}

} // namespace Whimbrel
