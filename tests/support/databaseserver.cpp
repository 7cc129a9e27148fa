// SPDX-License-Identifier: GPL-3.0-or-later
#include "databaseserver.h"

#include "database/session.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLockFile>
#include <QStandardPaths>
#include <QTcpServer>

#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

/// Where empty data folders are kept between test processes.
QString cacheFolder()
{
    const QString build = qEnvironmentVariable("WHIMBREL_BUILD_DIR", QCoreApplication::applicationDirPath() + u"/.."_s);
    return QDir::cleanPath(build) + u"/servers"_s;
}

} // namespace

DatabaseServer::DatabaseServer(int endSignal)
    : m_endSignal(endSignal)
    , m_folder(QDir::tempPath() + u"/whimbrel-XXXXXX"_s)
{
}

DatabaseServer::~DatabaseServer()
{
    kill();
}

bool DatabaseServer::fail(const QString &problem)
{
    m_problem = u"%1 cannot be started: %2"_s.arg(name(), problem);
    return false;
}

bool DatabaseServer::start()
{
    if (program().isEmpty())
        return fail(u"it is not installed"_s);
    if (!prepareData())
        return false;
    startProcess();
    QElapsedTimer timer;
    timer.start();
    while (!isReady()) {
        if (m_process.waitForFinished(10) || m_process.state() == QProcess::NotRunning)
            return fail(log().isEmpty() ? m_process.errorString() : log());
        if (timer.elapsed() > 60'000)
            return fail(u"it was not ready after a minute"_s);
    }
    return true;
}

QString DatabaseServer::log() const
{
    QFile log(filePath(u"log"_s));
    return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()) : QString();
}

void DatabaseServer::startProcess()
{
    prepareProcess(m_process);
    QStringList command = QStringList{program()} + arguments() + m_moreArguments;
    if (m_disk.isMounted()) {
        m_process.setChildProcessModifier({}); // to enter takes rights that the account has not
        command = m_disk.entered(command, account(), m_endSignal);
    }
    m_process.setStandardOutputFile(filePath(u"log"_s));
    m_process.setStandardErrorFile(filePath(u"log"_s), QIODevice::Append);
    m_process.start(command.first(), command.sliced(1));
}

bool DatabaseServer::putOnSmallDisk(int megabytes)
{
    if (!prepareData())
        return false;
    const QString data = filePath(u"data"_s);
    if (!m_disk.mount(data, megabytes))
        return fail(m_disk.problem());
    QProcess copy;
    copy.start(u"cp"_s, {u"-a"_s, data + u"/."_s, m_disk.path()});
    return (copy.waitForFinished() && copy.exitCode() == 0) || fail(QString::fromLocal8Bit(copy.readAllStandardError()));
}

void DatabaseServer::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    ::kill(pid_t(m_process.processId()), m_endSignal);
    if (!m_process.waitForFinished(5'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void DatabaseServer::listen()
{
    QTcpServer any;
    any.listen(QHostAddress::LocalHost);
    m_tcpPort = any.serverPort(); // free now, and the kernel gives a number out again only after many others
}

bool DatabaseServer::listenWithTls()
{
    const QString openssl = findProgram(u"openssl"_s, {});
    if (openssl.isEmpty())
        return fail(u"openssl is not installed"_s);
    listen();
    m_tls = true;
    const QStringList newKey{u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-noenc"_s, u"-days"_s, u"2"_s};
    return makeFolderItsOwn()
        && runTool(openssl, newKey + QStringList{u"-subj"_s, u"/CN=test authority"_s, u"-keyout"_s, filePath(u"ca.key"_s), u"-out"_s, filePath(u"ca.pem"_s)})
        && runTool(openssl, newKey + QStringList{u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=DNS:localhost,IP:127.0.0.1"_s,
                                                 u"-addext"_s, u"basicConstraints=critical,CA:FALSE"_s, u"-CA"_s, filePath(u"ca.pem"_s),
                                                 u"-CAkey"_s, filePath(u"ca.key"_s), u"-keyout"_s, filePath(u"server.key"_s), u"-out"_s,
                                                 filePath(u"server.pem"_s)});
}

/// Where the server may not run as root, its account gets the folder.
bool DatabaseServer::makeFolderItsOwn()
{
    if (account().isEmpty() || geteuid() != 0)
        return true;
    const passwd *entry = getpwnam(account().constData());
    if (!entry)
        return fail(u"there is no account %1"_s.arg(QString::fromLatin1(account())));
    if (chown(QFile::encodeName(m_folder.path()).constData(), entry->pw_uid, entry->pw_gid) != 0)
        return fail(u"its folder cannot be given to it"_s);
    return true;
}

bool DatabaseServer::prepareData()
{
    if (!makeFolderItsOwn())
        return false;
    QDir().mkpath(cacheFolder());
    const QString cached = cacheFolder() + u'/' + name() + u"-3"_s;
    QLockFile lock(cached + u".lock"_s);
    lock.lock();
    QProcess copy;
    const auto copyTree = [&copy](const QString &from, const QString &to) {
        copy.start(u"cp"_s, {u"-a"_s, u"--reflink=auto"_s, from, to});
        return copy.waitForFinished() && copy.exitCode() == 0;
    };
    const QString data = filePath(u"data"_s);
    if (QFile::exists(data))
        return true;
    if (QFile::exists(cached))
        return copyTree(cached, data) || fail(QString::fromLocal8Bit(copy.readAllStandardError()));
    if (!makeData(data))
        return false;
    const QString unfinished = cached + u".new"_s;
    QDir(unfinished).removeRecursively();
    if (copyTree(data, unfinished))
        QFile::rename(unfinished, cached);
    return true;
}

/// The server ends with the test, however the test ends, and does not run as root where it must not.
void DatabaseServer::prepareProcess(QProcess &process) const
{
    const passwd *entry = geteuid() == 0 && !account().isEmpty() ? getpwnam(account().constData()) : nullptr;
    const uid_t user = entry ? entry->pw_uid : 0;
    const gid_t group = entry ? entry->pw_gid : 0;
    process.setChildProcessModifier([user, group, signal = m_endSignal] {
        if (user != 0 && (setgroups(0, nullptr) != 0 || setgid(group) != 0 || setuid(user) != 0))
            _exit(126);
        prctl(PR_SET_PDEATHSIG, signal); // after setuid(), which would clear it
    });
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
}

QString DatabaseServer::findProgram(const QString &name, const QStringList &folders)
{
    const QString found = QStandardPaths::findExecutable(name, folders);
    return found.isEmpty() ? QStandardPaths::findExecutable(name) : found;
}

bool DatabaseServer::runTool(const QString &program, const QStringList &arguments)
{
    QProcess tool;
    prepareProcess(tool);
    tool.setProcessChannelMode(QProcess::MergedChannels);
    tool.start(program, arguments);
    if (tool.waitForFinished(120'000) && tool.exitStatus() == QProcess::NormalExit && tool.exitCode() == 0)
        return true;
    return fail(u"%1: %2"_s.arg(program, QString::fromLocal8Bit(tool.readAll())));
}

QString DatabaseServer::createDatabase()
{
    const QString database = u"test_%1"_s.arg(++m_databases);
    const auto session = Session::open(settings(maintenanceDatabase()), SessionRole::Run);
    if (!session) {
        qFatal("%s", qPrintable(session.error().toString()));
    }
    const auto created = (*session)->query(u"CREATE DATABASE "_s + (*session)->quotedIdentifier(database));
    if (!created) {
        qFatal("%s", qPrintable(created.error().toString()));
    }
    return database;
}

} // namespace Whimbrel::Test
