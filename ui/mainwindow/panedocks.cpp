// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/panedocks.h"

#include "settings/settings.h"

#include <QChildEvent>
#include <QDockWidget>
#include <QTabBar>

namespace Whimbrel {

namespace {
/// Of saved layouts. One saved by another list of panes is not restored: new panes would stay hidden.
constexpr int s_layoutVersion = 1;

/// Keeps the tab bars of a window from drawing their line while they have no tabs: Qt leaves one visible where panes were
/// beside each other before they became tabs.
class EmptyTabBars final : public QObject
{
public:
    explicit EmptyTabBars(QMainWindow &window) : QObject(&window) { window.installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ChildPolished) {
            if (auto *bar = qobject_cast<QTabBar *>(static_cast<QChildEvent *>(event)->child()))
                bar->installEventFilter(this);
        } else if (event->type() == QEvent::Paint) {
            const auto *bar = qobject_cast<QTabBar *>(watched);
            return bar && bar->count() == 0;
        }
        return false;
    }
};

bool isSide(Qt::DockWidgetArea area)
{
    return area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea;
}
} // namespace

PaneDocks::PaneDocks(const QList<PaneDescription> &descriptions, Workbench &workbench, QMainWindow &window)
    : m_descriptions(descriptions), m_window(window)
{
    new EmptyTabBars(m_window);
    for (const PaneDescription &description : m_descriptions) {
        auto *dock = new QDockWidget(description.title, &m_window);
        dock->setObjectName(description.id);
        QWidget *content = description.create(workbench, dock);
        content->setAccessibleName(description.title);
        dock->setWidget(content);
        m_docks.insert(description.id, dock);
    }
    arrange();
}

QWidget *PaneDocks::widget(const QString &id) const
{
    const QDockWidget *dock = m_docks.value(id);
    return dock ? dock->widget() : nullptr;
}

void PaneDocks::raise(const QString &id)
{
    QDockWidget *dock = m_docks.value(id);
    if (!dock)
        return;
    dock->show();
    dock->raise();
    dock->widget()->setFocus(Qt::ShortcutFocusReason);
}

void PaneDocks::restore()
{
    for (QDockWidget *dock : std::as_const(m_docks))
        dock->show();
    const int version = s_layoutVersion * 100 + static_cast<int>(m_descriptions.size());
    if (!m_window.restoreState(Settings::windowState.value(), version))
        arrange();
}

void PaneDocks::save() const
{
    const int version = s_layoutVersion * 100 + static_cast<int>(m_descriptions.size());
    Settings::windowState.setValue(m_window.saveState(version));
}

void PaneDocks::hideAll()
{
    for (QDockWidget *dock : std::as_const(m_docks))
        dock->hide();
}

void PaneDocks::reset()
{
    for (QDockWidget *dock : std::as_const(m_docks))
        dock->show();
    arrange();
    save();
}

void PaneDocks::arrange()
{
    QMap<Qt::DockWidgetArea, QDockWidget *> first;
    const int em = m_window.fontMetrics().height();
    for (const PaneDescription &description : std::as_const(m_descriptions)) {
        QDockWidget *dock = m_docks.value(description.id);
        dock->setFloating(false);
        if (QDockWidget *other = first.value(description.area)) {
            m_window.tabifyDockWidget(other, dock);
        } else {
            m_window.addDockWidget(description.area, dock);
            first.insert(description.area, dock);
        }
    }
    for (const auto &[area, dock] : first.asKeyValueRange()) {
        dock->raise();
        // The timeline's second lines are shown whole, and of a failed run what happened and what to do.
        const int size = area == Qt::LeftDockWidgetArea ? 25 : isSide(area) ? 20 : 17;
        m_window.resizeDocks({dock}, {em * size}, isSide(area) ? Qt::Horizontal : Qt::Vertical);
    }
}

} // namespace Whimbrel
