// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace Whimbrel {

class LockMonitor;

/// "0 waiting", "7 waiting, 3 because of us" for the status bar; a click asks for the pane.
class LocksBadge final : public QToolButton
{
    Q_OBJECT

public:
    explicit LocksBadge(LockMonitor &monitor, QWidget *parent = nullptr);

private:
    void refresh();

    LockMonitor &m_monitor;
};

} // namespace Whimbrel
