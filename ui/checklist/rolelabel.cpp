// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/rolelabel.h"

#include <QEvent>

namespace Whimbrel {

RoleLabel::RoleLabel(const QString &name, QWidget *parent)
    : QLabel(parent)
{
    setObjectName(name);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

void RoleLabel::setRole(ColorRole role)
{
    m_role = role;
    applyRole();
}

void RoleLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    // Inside a window only the second of them arrives; applyRole() makes another, which finds nothing to do.
    const bool changed = event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange;
    if (changed && m_role != ColorRole::Normal && palette().color(QPalette::WindowText) != roleColor(m_role))
        applyRole();
}

void RoleLabel::applyRole()
{
    QPalette palette;
    if (m_role != ColorRole::Normal) {
        // Which of the two is drawn depends on the background that an ancestor has.
        palette.setColor(QPalette::WindowText, roleColor(m_role));
        palette.setColor(QPalette::Text, roleColor(m_role));
    }
    setPalette(palette);
}

} // namespace Whimbrel
