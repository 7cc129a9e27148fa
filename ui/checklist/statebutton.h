// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/theme.h"

#include <QAbstractButton>

namespace Whimbrel {

/// What an item shows beside its title. Told apart by shape as well as by colour.
enum class ItemMark {
    Open,     ///< empty box: a person has to tick it
    Done,     ///< box with a tick
    Passed,   ///< filled circle with a tick
    Warning,  ///< triangle with a mark
    Failed,   ///< diamond with a cross
    Unknown,  ///< dashed circle with a question mark
    NotRun,   ///< hollow circle
    Running,  ///< arc
    Locked,   ///< padlock
};

ColorRole roleOf(ItemMark mark);

/// The state of an item, and the button that ticks it where a person may.
class StateButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StateButton(QWidget *parent = nullptr);

    void setMark(ItemMark mark);
    ItemMark mark() const { return m_mark; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ItemMark m_mark = ItemMark::Open;
};

} // namespace Whimbrel
