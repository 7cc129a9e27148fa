// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runwatch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

RunWatch::RunWatch(QObject *parent) : QObject(parent) {}

void RunWatch::keepAwake(const QString &reason)
{
    m_wanted = true;
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                                       u"org.freedesktop.login1.Manager"_s, u"Inhibit"_s);
    call << u"sleep:idle"_s << QGuiApplication::applicationDisplayName() << reason << u"block"_s;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *finished;
        if (m_wanted && reply.isValid())
            m_inhibitor = reply.value();
        finished->deleteLater();
    });
}

void RunWatch::allowSleep()
{
    m_wanted = false;
    m_inhibitor = QDBusUnixFileDescriptor();
}

void RunWatch::notify(const QString &title, const QString &text, bool urgent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage call =
        QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                                       u"org.freedesktop.Notifications"_s, u"Notify"_s);
    const QVariantMap hints{{u"urgency"_s, QVariant::fromValue(uchar(urgent ? 2 : 1))},
                            {u"desktop-entry"_s, QGuiApplication::desktopFileName()}};
    call << QGuiApplication::applicationDisplayName() << 0U << (urgent ? u"dialog-error"_s : u"dialog-information"_s)
         << title << text.toHtmlEscaped() << QStringList() << hints << -1;
    bus.asyncCall(call);
}

} // namespace Whimbrel
