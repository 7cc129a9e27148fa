// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/theme.h"

#include <QLabel>

namespace Whimbrel {

/// Wrapping text in the colour of a role, light or dark. Shows what people and servers wrote as it is, never as markup.
class RoleLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit RoleLabel(const QString &name, QWidget *parent = nullptr);

    void setRole(ColorRole role);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyRole();

    ColorRole m_role = ColorRole::Normal;
};

} // namespace Whimbrel
