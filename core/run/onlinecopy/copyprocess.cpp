// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/onlinecopy/copyprocess.h"

#include <QCoreApplication>
#include <QScopeGuard>

#include <csignal>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr int patience = 5'000; // ms, for the end of a statement

std::unexpected<Error> notStarted(const QString &reason)
{
    return failure(ErrorKind::Io, QCoreApplication::translate("Whimbrel", "pt-online-schema-change could not be started: %1").arg(reason));
}

/// Without the password, which it gets otherwise, and without what would change its behaviour or its words.
QProcessEnvironment environment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"MYSQL_PWD"_s, u"PTDEBUG"_s, u"PERL5OPT"_s})
        environment.remove(name);
    environment.insert(u"LC_ALL"_s, u"C"_s);
    return environment;
}

} // namespace

CopyProcess::~CopyProcess()
{
    stop();
}

Result<> CopyProcess::start(const QString &program, const QStringList &arguments, const QByteArray &optionFile)
{
    // A file that has no name anywhere: the tool opens its standard input anew for each of its connections, which a pipe would not bear.
    const int file = memfd_create("whimbrel", MFD_CLOEXEC);
    const auto closing = qScopeGuard([file] { ::close(file); });
    // Client libraries leave out an option file that everybody may write.
    if (file < 0 || ::fchmod(file, S_IRUSR | S_IWUSR) != 0 || ::write(file, optionFile.constData(), size_t(optionFile.size())) != optionFile.size())
        return notStarted(qt_error_string());
    m_process.setStandardInputFile(u"/proc/self/fd/%1"_s.arg(file));
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setProcessEnvironment(environment());
    m_process.setChildProcessModifier([] {
        ::setsid(); // Ctrl-C in the terminal is ours to handle
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // whoever kills us ends it too
    });
    m_process.start(program, arguments);
    if (!m_process.waitForStarted(patience))
        return notStarted(m_process.errorString());
    return {};
}

void CopyProcess::wait(std::chrono::milliseconds time)
{
    if (isRunning())
        m_process.waitForReadyRead(static_cast<int>(time.count()));
}

std::optional<QString> CopyProcess::takeLine()
{
    if (!m_process.canReadLine() && (isRunning() || m_process.bytesAvailable() == 0))
        return std::nullopt;
    QString line = QString::fromUtf8(m_process.readLine());
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line;
}

/// By signals: its --pause-file has it sleep for a minute at a time (3.2.1), so that it would neither pause nor go on when asked.
void CopyProcess::setHalted(bool halted)
{
    if (halted == m_halted || !isRunning() || m_process.processId() <= 0)
        return;
    m_halted = halted;
    ::kill(static_cast<pid_t>(m_process.processId()), halted ? SIGSTOP : SIGCONT);
}

void CopyProcess::stop()
{
    if (!isRunning())
        return;
    setHalted(false);
    m_process.terminate();
    if (m_process.waitForFinished(patience))
        return;
    m_process.kill();
    m_process.waitForFinished(patience);
}

} // namespace Whimbrel
