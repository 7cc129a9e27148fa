// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

#include <csignal>

namespace Whimbrel::Test {

/// A disk of a few megabytes that a test can fill: a tmpfs in a mount namespace of its own, which only those see who enter it.
/// Root may always make one; others where the system lets them have namespaces. Gone with the test, however that ends.
class SmallDisk
{
public:
    SmallDisk() = default;
    ~SmallDisk();
    Q_DISABLE_COPY_MOVE(SmallDisk)

    /// Puts it over a folder that exists. False with problem() where nobody may mount here.
    bool mount(const QString &folder, int megabytes);
    bool isMounted() const { return m_keeper.state() == QProcess::Running; }
    QString problem() const { return m_problem; }

    /// The folder or a file below it, for programs that have not entered. Not for those that resolve links (SQLite does).
    QString path(const QString &name = {}) const;
    /// `command` entered, which ends with `endSignal` when the test does; root runs it as `account`, empty: as root.
    QStringList entered(const QStringList &command, const QByteArray &account = {}, int endSignal = SIGKILL) const;

    /// Takes all room but about `leftBytes`.
    void fill(qint64 leftBytes = 0);
    /// Gives back what fill() took.
    void makeRoom();

private:
    QString m_folder;
    QProcess m_keeper; ///< of the namespaces
    QString m_problem;
};

} // namespace Whimbrel::Test
