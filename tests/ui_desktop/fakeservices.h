// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QMap>
#include <QObject>
#include <QVariantMap>

#include <mutex>

namespace Whimbrel::Test {

/// What somebody was told.
struct Notification
{
    QString title;
    QString text;
    int urgency = -1;
    QString desktopEntry;
};

/// org.freedesktop.Notifications. Called on the services' thread, asked from the test's.
class FakeNotifications final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QList<Notification> notifications() const;

public Q_SLOTS:
    uint Notify(const QString &application, uint replaces, const QString &icon, const QString &title,
                const QString &text, const QStringList &actions, const QVariantMap &hints, int timeout);

private:
    mutable std::mutex m_mutex;
    QList<Notification> m_notifications;
};

/// org.freedesktop.login1, as far as it inhibits sleep.
class FakeLogin final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public:
    ~FakeLogin() override;

    /// "sleep:idle block: why" of every call.
    QStringList inhibitions() const;
    /// Whether somebody still holds the last one.
    bool isInhibited() const;

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &why, const QString &mode);

private:
    mutable std::mutex m_mutex;
    QStringList m_inhibitions;
    int m_watched = -1; ///< ends when everybody has closed what Inhibit() gave
};

/// org.kde.KWallet, as far as QtKeychain calls it.
class FakeWallet final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.KWallet")

public:
    QMap<QString, QString> entries() const; ///< by "folder/key"
    void insert(const QString &name, const QString &password);

public Q_SLOTS:
    QString networkWallet() { return QStringLiteral("kdewallet"); }
    bool isEnabled() { return true; }
    int open(const QString &, qlonglong, const QString &) { return 7; }
    bool hasFolder(int, const QString &, const QString &) { return true; }
    bool createFolder(int, const QString &, const QString &) { return true; }
    int entryType(int handle, const QString &folder, const QString &key, const QString &application);
    QString readPassword(int handle, const QString &folder, const QString &key, const QString &application);
    int removeEntry(int handle, const QString &folder, const QString &key, const QString &application);
    int writePassword(int handle, const QString &folder, const QString &key, const QString &value,
                      const QString &application);

private:
    mutable std::mutex m_mutex;
    QMap<QString, QString> m_entries;
};

} // namespace Whimbrel::Test
