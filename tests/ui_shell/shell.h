// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindow/actions.h"
#include "mainwindow/mainwindow.h"
#include "shellfixture.h"
#include "workbench/workbench.h"

#include <QAction>
#include <QToolButton>
#include <QTreeView>

namespace Whimbrel::Test {

/// The real window with its workbench, shown.
struct Shell
{
    Workbench workbench{std::make_shared<NoSecrets>()};
    MainWindow window{workbench};

    Shell() { window.show(); }
    QAction *action(const QString &id) const { return window.actionRegistry().action(id); }
    QTreeView *timeline() const { return window.findChild<QTreeView *>(QStringLiteral("timelineView")); }
    QString connection() const { return window.findChild<QToolButton *>(QStringLiteral("connectionLabel"))->accessibleDescription(); }
};

} // namespace Whimbrel::Test
