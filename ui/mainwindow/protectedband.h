// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace Whimbrel {

class Workbench;

/// A band across the top of the window while a protected environment is chosen, in that environment's colour and with
/// its name: so that nobody takes production for something else.
class ProtectedBand final : public QLabel
{
    Q_OBJECT

public:
    explicit ProtectedBand(Workbench &workbench, QWidget *parent = nullptr);

private:
    void update();

    Workbench &m_workbench;
};

} // namespace Whimbrel
