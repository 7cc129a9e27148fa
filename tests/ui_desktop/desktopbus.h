// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakeservices.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

namespace Whimbrel::Test {

/// A message bus of the test's own, for this process both the session's and the system's, with the services of a
/// desktop on a thread of their own. Must be made before anything in the process asks for a bus.
class DesktopBus
{
public:
    static DesktopBus &shared();

    DesktopBus();
    ~DesktopBus();
    Q_DISABLE_COPY_MOVE(DesktopBus)

    /// Why there is none; empty if it runs.
    QString problem() const { return m_problem; }
    /// The services leave the bus, or come back to it.
    void setServed(bool served);

    FakeNotifications notifications;
    FakeLogin login;
    FakeWallet wallet;

private:
    bool registerServices();

    QTemporaryDir m_folder;
    QProcess m_daemon;
    QThread m_thread;
    QString m_problem;
    bool m_served = true;
};

} // namespace Whimbrel::Test

/// Fails the test where the bus cannot be had: dbus-daemon belongs to what the tests need.
#define REQUIRE_DESKTOP_BUS()                                                                                          \
    QVERIFY2(Test::DesktopBus::shared().problem().isEmpty(), qPrintable(Test::DesktopBus::shared().problem()))
