// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace Whimbrel {

class Workbench;

/// Shows the chosen environment with its colour, and chooses another.
class EnvironmentSwitcher final : public QToolButton
{
    Q_OBJECT

public:
    explicit EnvironmentSwitcher(Workbench &workbench, QWidget *parent = nullptr);
    QSize sizeHint() const override;

Q_SIGNALS:
    void addRequested();
    void removeRequested(const QString &environment);
    void editRequested(const QString &environment);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showTarget();
    void fillMenu();

    Workbench &m_workbench;
};

} // namespace Whimbrel
