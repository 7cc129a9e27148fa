// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QAction;
class QToolBar;

namespace Whimbrel {

class MainWindow;

/// Fills the window's ActionRegistry with what the window itself does; called before centre and panes are made.
void defineActions(MainWindow &window);
/// What comes last in the menus; called after centre and panes were made.
void finishActions(MainWindow &window);
QToolBar *createToolBar(MainWindow &window);
/// What the start page offers.
QList<QAction *> startActions(MainWindow &window);

/// Asks for name and database, and makes a new project in `folder` (empty: asks for that too).
void createProject(MainWindow &window, const QString &folder);

} // namespace Whimbrel
