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
    if (event->type() == QEvent::ApplicationPaletteChange)
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
