// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace Whimbrel {

class Workbench;

/// The state of the connection, in words and with a shape of its own, in the status bar. A click connects again where
/// that can help.
class ConnectionLabel final : public QToolButton
{
    Q_OBJECT

public:
    explicit ConnectionLabel(Workbench &workbench, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showState();
    void elide();

    Workbench &m_workbench;
    QString m_message;
};

} // namespace Whimbrel
