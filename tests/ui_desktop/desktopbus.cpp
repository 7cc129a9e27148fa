// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktopbus.h"

#include <QDBusError>
#include <QFile>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

const QString connectionName = u"fake services"_s;

const QStringList serviceNames{u"org.freedesktop.Notifications"_s, u"org.freedesktop.login1"_s, u"org.kde.kwalletd6"_s};

/// Everybody may do everything, and nothing is started by a call.
QByteArray configuration(const QString &address)
{
    return "<busconfig><type>session</type><listen>" + address.toUtf8() +
           "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow send_destination=\"*\" "
           "eavesdrop=\"true\"/>"
           "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>";
}

} // namespace

DesktopBus &DesktopBus::shared()
{
    static DesktopBus bus;
    return bus;
}

DesktopBus::DesktopBus()
{
    const QString address = u"unix:path="_s + m_folder.filePath(u"bus"_s);
    QFile file(m_folder.filePath(u"bus.conf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(configuration(address)) < 0) {
        m_problem = file.errorString();
        return;
    }
    file.close();
    m_daemon.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_daemon.start(u"dbus-daemon"_s,
                   {u"--config-file="_s + file.fileName(), u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s});
    if (!m_daemon.waitForReadyRead(10'000)) {
        m_problem = u"dbus-daemon does not start: "_s + m_daemon.errorString() +
                    QString::fromLocal8Bit(m_daemon.readAllStandardError());
        return;
    }
    qputenv("DBUS_SESSION_BUS_ADDRESS", address.toUtf8());
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", address.toUtf8());
    qputenv("XDG_CURRENT_DESKTOP", "KDE"); // QtKeychain chooses by it
    qputenv("KDE_SESSION_VERSION", "6");
    for (QObject *service :
         {static_cast<QObject *>(&notifications), static_cast<QObject *>(&login), static_cast<QObject *>(&wallet)})
        service->moveToThread(&m_thread);
    m_thread.start();
    bool registered = false;
    QMetaObject::invokeMethod(
        &login, [&] { registered = registerServices(); }, Qt::BlockingQueuedConnection);
    if (!registered)
        m_problem = u"the services cannot be registered: "_s + QDBusConnection(connectionName).lastError().message();
}

DesktopBus::~DesktopBus()
{
    m_thread.quit();
    m_thread.wait();
    QDBusConnection::disconnectFromBus(connectionName);
    m_daemon.kill();
    m_daemon.waitForFinished();
}

bool DesktopBus::registerServices()
{
    QDBusConnection bus =
        QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"), connectionName);
    const auto slotsOf = QDBusConnection::ExportAllSlots;
    bool registered = bus.registerObject(u"/org/freedesktop/Notifications"_s, &notifications, slotsOf) &&
                      bus.registerObject(u"/org/freedesktop/login1"_s, &login, slotsOf) &&
                      bus.registerObject(u"/modules/kwalletd6"_s, &wallet, slotsOf);
    for (const QString &name : serviceNames)
        registered = bus.registerService(name) && registered;
    return registered;
}

void DesktopBus::setServed(bool served)
{
    if (served == m_served)
        return;
    m_served = served;
    QDBusConnection bus(connectionName);
    for (const QString &name : serviceNames) {
        if (served)
            bus.registerService(name);
        else
            bus.unregisterService(name);
    }
}

} // namespace Whimbrel::Test
