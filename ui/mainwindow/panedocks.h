// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/pane.h"

#include <QList>
#include <QMainWindow>
#include <QMap>

class QDockWidget;

namespace Whimbrel {

class Workbench;

/// The panes of a window as docks: makes them from their descriptions, lays them out, keeps and restores the layout.
class PaneDocks
{
public:
    PaneDocks(const QList<PaneDescription> &descriptions, Workbench &workbench, QMainWindow &window);

    const QList<PaneDescription> &descriptions() const { return m_descriptions; }
    /// The widget inside the dock of this id; null if there is none.
    QWidget *widget(const QString &id) const;
    /// Shows the pane, brings it to the front and gives it the keyboard.
    void raise(const QString &id);
    /// Shows the docks as they were saved, or in their first places.
    void restore();
    void save() const;
    void hideAll();
    /// All docks shown in their first places.
    void reset();

private:
    void arrange();

    QList<PaneDescription> m_descriptions;
    QMainWindow &m_window;
    QMap<QString, QDockWidget *> m_docks;
};

} // namespace Whimbrel
