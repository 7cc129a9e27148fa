// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <KMessageWidget>

namespace Whimbrel {

class Workbench;

/// Says what keeps the timeline from knowing what is applied, and offers to connect again; hidden while nothing does.
class ConnectionStrip final : public KMessageWidget
{
    Q_OBJECT

public:
    ConnectionStrip(Workbench &workbench, QWidget *parent);

private:
    struct Message
    {
        QString text;
        MessageType type = Error;
    };

    Message message() const;
    void showState();

    Workbench &m_workbench;
    QAction *m_connectAgain;
};

} // namespace Whimbrel
