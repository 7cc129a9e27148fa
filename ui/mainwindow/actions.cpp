// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/actions.h"

#include <QAction>
#include <QIcon>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace Whimbrel {

namespace {
QString menuTitle(MenuId menu)
{
    switch (menu) {
    case MenuId::File:
        return ActionRegistry::tr("&File");
    case MenuId::Edit:
        return ActionRegistry::tr("&Edit");
    case MenuId::Migration:
        return ActionRegistry::tr("&Migration");
    case MenuId::Run:
        return ActionRegistry::tr("&Run");
    case MenuId::Release:
        return ActionRegistry::tr("Re&lease");
    case MenuId::Locks:
        return ActionRegistry::tr("Lo&cks");
    case MenuId::View:
        return ActionRegistry::tr("&View");
    case MenuId::Help:
        return ActionRegistry::tr("&Help");
    }
    return {};
}
} // namespace

ActionRegistry::ActionRegistry(QObject *parent)
    : QObject(parent)
{
}

QAction *ActionRegistry::add(MenuId menu, const QString &id, const QString &text, const QString &icon,
                             const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setObjectName(id);
    if (!icon.isEmpty())
        action->setIcon(QIcon::fromTheme(icon));
    action->setShortcut(shortcut);
    m_menus[menu].append(action);
    return action;
}

void ActionRegistry::addSeparator(MenuId menu)
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_menus[menu].append(separator);
}

void ActionRegistry::adopt(MenuId menu, const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        m_menus[menu].append(action);
        connect(action, &QObject::destroyed, this, [this, menu, action] { m_menus[menu].removeOne(action); });
    }
}

QAction *ActionRegistry::action(const QString &id) const
{
    for (const QList<QAction *> &menu : m_menus) {
        const auto found =
            std::ranges::find_if(menu, [&id](const QAction *action) { return action->objectName() == id; });
        if (found != menu.end())
            return *found;
    }
    return nullptr;
}

QList<QAction *> ActionRegistry::actions() const
{
    QList<QAction *> all;
    for (const QList<QAction *> &menu : m_menus) {
        for (QAction *action : menu) {
            if (!action->isSeparator())
                all.append(action);
        }
    }
    return all;
}

QString ActionRegistry::menuTitleOf(const QAction *action) const
{
    for (const auto &[menu, actions] : m_menus.asKeyValueRange()) {
        if (actions.contains(action))
            return menuTitle(menu).remove(u'&');
    }
    return {};
}

void ActionRegistry::fill(QMenuBar *menuBar) const
{
    menuBar->clear();
    for (const auto &[id, actions] : m_menus.asKeyValueRange()) {
        if (actions.isEmpty())
            continue;
        QMenu *menu = menuBar->addMenu(menuTitle(id));
        menu->setToolTipsVisible(true); // they say why something cannot be done now
        menu->addActions(actions);
    }
}

} // namespace Whimbrel
