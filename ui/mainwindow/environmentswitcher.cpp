// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/environmentswitcher.h"

#include "settings/theme.h"
#include "workbench/workbench.h"

#include <QActionGroup>
#include <QMenu>
#include <QStyleOptionToolButton>
#include <QStylePainter>

using namespace Qt::StringLiterals;

namespace Whimbrel {

EnvironmentSwitcher::EnvironmentSwitcher(Workbench &workbench, QWidget *parent)
    : QToolButton(parent), m_workbench(workbench)
{
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setMenu(new QMenu(this));
    setAccessibleName(tr("Environment"));
    connect(menu(), &QMenu::aboutToShow, this, &EnvironmentSwitcher::fillMenu);
    connect(&workbench, &Workbench::targetChanged, this, &EnvironmentSwitcher::showTarget);
    connect(&workbench, &Workbench::projectChanged, this, &EnvironmentSwitcher::showTarget);
    showTarget();
}

/// Styles put a menu button's arrow into its corner, where it looks lost behind a text.
void EnvironmentSwitcher::paintEvent(QPaintEvent *)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.features &= ~QStyleOptionToolButton::HasMenu;
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    const int size = style()->pixelMetric(QStyle::PM_MenuButtonIndicator, &option, this);
    option.rect = QRect(width() - size * 3 / 2, (height() - size) / 2, size, size);
    painter.drawPrimitive(QStyle::PE_IndicatorArrowDown, option);
}

QSize EnvironmentSwitcher::sizeHint() const
{
    return QToolButton::sizeHint() + QSize(style()->pixelMetric(QStyle::PM_MenuButtonIndicator, nullptr, this), 0);
}

void EnvironmentSwitcher::showTarget()
{
    const std::optional<Target> &target = m_workbench.target();
    if (!target) {
        setText(m_workbench.environments().isEmpty() ? tr("No database") : tr("Choose an environment"));
        setIcon(environmentIcon({}));
        setToolTip(tr("Choose the database to work on, or connect another"));
        return;
    }
    setText(target->environment.isEmpty() ? target->settings.displayName() : target->environment);
    setIcon(environmentIcon(environmentColor(target->color)));
    setToolTip(tr("%1, from %2").arg(target->settings.displayUrl(), target->source));
}

void EnvironmentSwitcher::fillMenu()
{
    menu()->clear();
    auto *group = new QActionGroup(menu());
    const std::optional<Target> &target = m_workbench.target();
    const QList<Environment> environments = m_workbench.environments();
    for (const Environment &environment : environments) {
        const QString text = environment.isProtected ? tr("%1 (protected)").arg(environment.name) : environment.name;
        QAction *action = menu()->addAction(environmentIcon(environmentColor(environment.color)), text);
        action->setCheckable(true);
        action->setChecked(target && target->environment == environment.name);
        group->addAction(action);
        connect(action, &QAction::triggered, &m_workbench,
                [this, name = environment.name] { m_workbench.setEnvironment(name); });
    }
    menu()->addSeparator();
    if (target && !target->environment.isEmpty()) {
        const QString name = target->environment;
        connect(menu()->addAction(QIcon::fromTheme(u"document-edit"_s), tr("Edit “%1”…").arg(name)),
                &QAction::triggered, this, [this, name] { Q_EMIT editRequested(name); });
    }
    const auto isMine = [&](const Environment &environment) {
        return target && environment.personal && environment.name == target->environment;
    };
    if (const auto mine = std::ranges::find_if(environments, isMine); mine != environments.end()) {
        connect(menu()->addAction(QIcon::fromTheme(u"list-remove"_s), tr("Remove “%1”…").arg(mine->name)),
                &QAction::triggered, this, [this, name = mine->name] { Q_EMIT removeRequested(name); });
    }
    connect(menu()->addAction(QIcon::fromTheme(u"list-add"_s), tr("Connect a database…")), &QAction::triggered, this,
            &EnvironmentSwitcher::addRequested);
}

} // namespace Whimbrel
