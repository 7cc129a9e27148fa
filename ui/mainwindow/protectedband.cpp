// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/protectedband.h"

#include "settings/theme.h"
#include "workbench/workbench.h"

namespace Whimbrel {

ProtectedBand::ProtectedBand(Workbench &workbench, QWidget *parent)
    : QLabel(parent), m_workbench(workbench)
{
    setAlignment(Qt::AlignCenter);
    setAutoFillBackground(true);
    setTextFormat(Qt::PlainText);
    setMargin(fontMetrics().height() / 5);
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
    connect(&workbench, &Workbench::targetChanged, this, &ProtectedBand::update);
    update();
}

void ProtectedBand::update()
{
    const std::optional<Target> &target = m_workbench.target();
    setVisible(target && target->isProtected);
    if (!target || !target->isProtected)
        return;
    QColor background = environmentColor(target->color);
    if (!background.isValid())
        background = roleColor(ColorRole::Negative);
    QPalette colors = palette();
    colors.setColor(QPalette::Window, background);
    colors.setColor(QPalette::WindowText, textOn(background));
    setPalette(colors);
    const QString name = target->environment.isEmpty() ? target->settings.displayName() : target->environment;
    const QString text = target->readOnly ? tr("%1 is protected and read-only") : tr("%1 is protected");
    setText(text.arg(name));
    setAccessibleName(this->text());
}

} // namespace Whimbrel
