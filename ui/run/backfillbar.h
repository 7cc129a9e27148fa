// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runevent.h"

#include <QWidget>

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Whimbrel {

class RunControl;

/// How far a statement in batches is, or a table's copy, with what a person may do to its pace: slower, faster. A copy has no pauses of its
/// own that could become shorter: it can only be made slower, and that be taken back. Hidden while no such statement runs; to pause and to
/// stop it are the run's own Pause and Stop.
class BackfillBar final : public QWidget
{
    Q_OBJECT

public:
    explicit BackfillBar(QWidget *parent = nullptr);

    /// Of the run that begins.
    void setControl(std::shared_ptr<RunControl> control);
    void take(const RunEvent &event);
    /// The run is over or is being stopped.
    void end();

private:
    void show(const RunEvent &event);
    void updateButtons();
    void setIsCopy(bool isCopy);

    std::shared_ptr<RunControl> m_control;
    QProgressBar *m_bar;
    QLabel *m_text;
    QPushButton *m_slower;
    QPushButton *m_faster;
    bool m_isCopy = false;
};

} // namespace Whimbrel
