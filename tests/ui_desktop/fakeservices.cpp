// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeservices.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

QList<Notification> FakeNotifications::notifications() const
{
    const std::lock_guard lock(m_mutex);
    return m_notifications;
}

uint FakeNotifications::Notify(const QString &, uint, const QString &, const QString &title, const QString &text,
                               const QStringList &, const QVariantMap &hints, int)
{
    const std::lock_guard lock(m_mutex);
    m_notifications.append(
        {title, text, hints.value(u"urgency"_s, -1).toInt(), hints.value(u"desktop-entry"_s).toString()});
    return uint(m_notifications.size());
}

FakeLogin::~FakeLogin()
{
    if (m_watched >= 0)
        close(m_watched);
}

QStringList FakeLogin::inhibitions() const
{
    const std::lock_guard lock(m_mutex);
    return m_inhibitions;
}

bool FakeLogin::isInhibited() const
{
    const std::lock_guard lock(m_mutex);
    pollfd watched{.fd = m_watched, .events = POLLIN, .revents = 0};
    return m_watched >= 0 && (poll(&watched, 1, 0) == 0 || !(watched.revents & POLLHUP));
}

QDBusUnixFileDescriptor FakeLogin::Inhibit(const QString &what, const QString &, const QString &why,
                                           const QString &mode)
{
    const std::lock_guard lock(m_mutex);
    m_inhibitions << u"%1 %2: %3"_s.arg(what, mode, why);
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return {};
    if (m_watched >= 0)
        close(m_watched);
    m_watched = ends[0];
    const QDBusUnixFileDescriptor given(ends[1]); // a copy of it
    close(ends[1]);
    return given;
}

QMap<QString, QString> FakeWallet::entries() const
{
    const std::lock_guard lock(m_mutex);
    return m_entries;
}

void FakeWallet::insert(const QString &name, const QString &password)
{
    const std::lock_guard lock(m_mutex);
    m_entries.insert(name, password);
}

int FakeWallet::entryType(int, const QString &folder, const QString &key, const QString &)
{
    const std::lock_guard lock(m_mutex);
    return m_entries.contains(folder + u'/' + key) ? 1 : 0; // a password, or nothing known
}

QString FakeWallet::readPassword(int, const QString &folder, const QString &key, const QString &)
{
    const std::lock_guard lock(m_mutex);
    return m_entries.value(folder + u'/' + key);
}

int FakeWallet::removeEntry(int, const QString &folder, const QString &key, const QString &)
{
    const std::lock_guard lock(m_mutex);
    return m_entries.remove(folder + u'/' + key) > 0 ? 0 : -3; // as KWallet answers
}

int FakeWallet::writePassword(int, const QString &folder, const QString &key, const QString &value, const QString &)
{
    insert(folder + u'/' + key, value);
    return 0;
}

} // namespace Whimbrel::Test
