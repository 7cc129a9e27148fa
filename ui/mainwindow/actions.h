// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/pane.h"

#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QObject>

class QAction;
class QMenuBar;

namespace Whimbrel {

/// Every action of the window, once: menus, toolbar, shortcuts and the command palette are all fed from here.
class ActionRegistry final : public QObject
{
    Q_OBJECT

public:
    explicit ActionRegistry(QObject *parent = nullptr);

    /// A new action at the end of a menu. `id` is its objectName; an empty `icon` shows none.
    QAction *add(MenuId menu, const QString &id, const QString &text, const QString &icon = {},
                 const QKeySequence &shortcut = {});
    void addSeparator(MenuId menu);
    /// Actions that belong to somebody else, such as a pane.
    void adopt(MenuId menu, const QList<QAction *> &actions);

    /// Null if there is none.
    QAction *action(const QString &id) const;
    /// Without separators, in the order of the menus.
    QList<QAction *> actions() const;
    /// "Run": without the mnemonic.
    QString menuTitleOf(const QAction *action) const;

    void fill(QMenuBar *menuBar) const;

private:
    QMap<MenuId, QList<QAction *>> m_menus;
};

} // namespace Whimbrel
