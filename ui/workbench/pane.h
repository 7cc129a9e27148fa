// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <functional>

namespace Whimbrel {

class Workbench;

/// The menus of the main window, in their order. One that stays empty is not shown.
enum class MenuId { File, Edit, Migration, Run, Release, Locks, View, Help };

/// A dock of the main window. A new pane is one more line in mainwindow/panes.cpp.
///
/// The actions of the created widget (QWidget::actions()) appear in `menu` and in the command palette.
struct PaneDescription
{
    using Create = std::function<QWidget *(Workbench &workbench, QWidget *parent)>;

    QString id;      ///< the dock's objectName, kept in saved layouts
    QString title;   ///< translated
    QString icon;    ///< theme icon name
    Qt::DockWidgetArea area;
    QString shortcut; ///< shows and focuses the pane: "Ctrl+1"
    Create create;
    MenuId menu = MenuId::View;
    Create createStatus = {}; ///< a small widget for the status bar, such as a badge; may be empty
};

} // namespace Whimbrel
