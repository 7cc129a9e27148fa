// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connectionsettings.h"
#include "smalldisk.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

namespace Whimbrel::Test {

/// A database server of the test's own: in a temporary folder, on a Unix socket only, without fsync, gone with the test
/// process. Its empty data folder is made once per build folder and copied from there.
class DatabaseServer
{
public:
    /// `endSignal` ends the server and its processes at once.
    explicit DatabaseServer(int endSignal);
    virtual ~DatabaseServer();
    Q_DISABLE_COPY_MOVE(DatabaseServer)

    /// Starts the server, again after kill() with the data it had. False if it cannot be: problem() says why.
    bool start();
    /// Ends the server the hard way, as a crash would.
    void kill();
    /// From now on servers start with the fsyncs that people's servers have, which tests go without. For benchmarks.
    static void setDurable() { s_durable = true; }
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    QString problem() const { return m_problem; }
    /// What it has said since it was started.
    QString log() const;

    /// Before the first start(): the server's data lie on a disk that can be filled. False with problem() where nobody may
    /// make one. The server ends before the disk goes.
    bool putOnSmallDisk(int megabytes);
    SmallDisk &disk() { return m_disk; }
    /// Before start(): added to the server's arguments.
    void addArguments(const QStringList &arguments) { m_moreArguments += arguments; }

    /// Before start(): the server listens on 127.0.0.1 and 127.0.0.2, too, at tcpPort().
    void listen();
    /// Before start(): listens, with a certificate for localhost and 127.0.0.1 (not for 127.0.0.2) by an authority of its
    /// own, whose certificate is the file ca.pem. False if they cannot be made: problem() says why.
    bool listenWithTls();
    int tcpPort() const { return m_tcpPort; }

    /// A new empty database; its name.
    QString createDatabase();
    /// How to reach a database as the superuser; without a name: a new empty database.
    virtual ConnectionSettings settings(const QString &database) const = 0;
    ConnectionSettings settings() { return settings(createDatabase()); }

    /// A file of the server's folder, such as its socket.
    QString filePath(const QString &name) const { return m_folder.filePath(name); }
    /// A file of its data.
    QString dataPath(const QString &name) const { return m_disk.isMounted() ? m_disk.path(name) : filePath(QStringLiteral("data/") + name); }

protected:
    virtual QString name() const = 0;
    /// The server's program; empty where it is not installed.
    virtual QString program() const = 0;
    virtual QStringList arguments() const = 0;
    /// Makes an empty data folder at `path`. False with problem().
    virtual bool makeData(const QString &path) = 0;
    virtual bool isReady() const = 0;
    virtual QString maintenanceDatabase() const = 0;
    /// The account that the server's programs run as when the tests run as root; empty: root itself.
    virtual QByteArray account() const { return {}; }

    /// A program next to program() or in the PATH.
    static QString findProgram(const QString &name, const QStringList &folders);
    bool runTool(const QString &program, const QStringList &arguments);
    static bool isDurable() { return s_durable; }
    bool fail(const QString &problem);
    bool hasTls() const { return m_tls; }

private:
    bool makeFolderItsOwn();
    bool prepareData();
    void startProcess();
    void prepareProcess(QProcess &process) const;

    const int m_endSignal;
    QTemporaryDir m_folder;
    SmallDisk m_disk;
    QStringList m_moreArguments;
    QProcess m_process;
    QString m_problem;
    int m_databases = 0;
    int m_tcpPort = 0;
    bool m_tls = false;

    static inline bool s_durable = false;
};

/// The shared server of a test executable, started when first asked for.
template<typename Server>
Server &sharedServer()
{
    static std::unique_ptr<Server> server;
    if (!server) {
        server = std::make_unique<Server>();
        server->start();
        qAddPostRoutine([] { server.reset(); });
    }
    return *server;
}

} // namespace Whimbrel::Test

/// Skips the test, with the reason, if the server could not be started; fails it where servers are required (packaging/test).
#define REQUIRE_SERVER(server) \
    do { \
        if (!(server).isRunning() && qEnvironmentVariableIsSet("WHIMBREL_REQUIRE_SERVERS")) \
            QFAIL(qPrintable((server).problem())); \
        else if (!(server).isRunning()) \
            QSKIP(qPrintable((server).problem())); \
    } while (false)
