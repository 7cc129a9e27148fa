// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QString>

namespace Whimbrel {

/// What the desktop does for a run: stays awake while it is on, and tells its end. Everything is asked over D-Bus
/// without waiting; where there is no such service nothing happens, and nothing is said.
class RunWatch final : public QObject
{
    Q_OBJECT

public:
    explicit RunWatch(QObject *parent = nullptr);

    void keepAwake(const QString &reason);
    void allowSleep();
    void notify(const QString &title, const QString &text, bool urgent);

private:
    QDBusUnixFileDescriptor m_inhibitor; ///< logind: closing it ends the inhibition
    bool m_wanted = false;
};

} // namespace Whimbrel
