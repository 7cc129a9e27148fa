// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/pane.h"

#include <QList>

#include <functional>

class QAction;

namespace Whimbrel {

/// Every dock of the window, in the order of the View menu. A new pane is one more line in panes.cpp.
QList<PaneDescription> paneDescriptions();

/// What stands in the middle of the window while a project is open.
struct Centre
{
    QWidget *widget = nullptr;
    QList<QAction *> fileActions;
    QList<QAction *> editActions;
    /// Takes another font of the editor from the settings.
    std::function<void()> applyFont = [] {};
    /// Asks about unsaved work, and calls its argument with true when nothing speaks against closing.
    std::function<void(std::function<void(bool)>)> askToClose = [](const std::function<void(bool)> &done) {
        done(true);
    };
};

Centre createCentre(Workbench &workbench, QWidget *parent);

} // namespace Whimbrel
