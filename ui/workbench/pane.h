// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <functional>

namespace Whimbrel {

class Workbench;

/// A dock of the main window. A new pane is one more line in mainwindow/panes.cpp.
struct PaneDescription
{
    QString id;      ///< the dock's objectName, kept in saved layouts
    QString title;   ///< translated
    QString icon;    ///< theme icon name
    Qt::DockWidgetArea area;
    QString shortcut; ///< shows and focuses the pane: "Ctrl+1"
    std::function<QWidget *(Workbench &workbench, QWidget *parent)> create;
};

} // namespace Whimbrel
