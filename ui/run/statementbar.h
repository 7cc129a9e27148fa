// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runevent.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace Whimbrel {

class RoleLabel;

/// How far one long statement is, who it waits for, and whether the server still answers. Hidden while there is nothing
/// to tell; a statement in batches has a BackfillBar.
class StatementBar final : public QWidget
{
    Q_OBJECT

public:
    explicit StatementBar(QWidget *parent = nullptr);

    void take(const RunEvent &event);
    /// The run is over.
    void end();

private:
    void show(const RunEvent &event);

    QProgressBar *m_bar;
    QLabel *m_text;
    RoleLabel *m_locker;
    RoleLabel *m_heartbeat;
};

} // namespace Whimbrel
