// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

#include <memory>

namespace Whimbrel {

class RunControl;
struct RunEvent;

/// Pauses the run that is on, between two of its transactions, and lets it go on.
class PauseButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit PauseButton(QWidget *parent = nullptr);

    /// Of the run that begins.
    void setControl(std::shared_ptr<RunControl> control);
    void take(const RunEvent &event);
    /// What the pause means just now, translated; empty where there is none.
    QString note() const;

private:
    void toggle();
    void update();

    std::shared_ptr<RunControl> m_control;
    bool m_isWaiting = false; ///< the run has come to where it may wait
};

} // namespace Whimbrel
