// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/probes/process.h"

#include <QCoreApplication>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::Process)
};

constexpr int pollMilliseconds = 50;
constexpr qsizetype keptErrors = 2000;

void keep(ProcessOutcome &outcome, QProcess &process)
{
    const QByteArray output = process.readAllStandardOutput();
    outcome.outputHead += output.first(std::min(output.size(), keptOutput - outcome.outputHead.size()));
    outcome.outputTail = (outcome.outputTail + output).last(std::min(outcome.outputTail.size() + output.size(), keptOutput));
    const QByteArray errors = process.readAllStandardError();
    if (outcome.errors.size() < keptErrors)
        outcome.errors += QString::fromLocal8Bit(errors).left(keptErrors);
}
} // namespace

Result<ProcessOutcome> runProcess(const QString &program, const QStringList &arguments, const std::stop_token &stop)
{
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QIODevice::ReadOnly);
    if (!process.waitForStarted())
        return failure(ErrorKind::Io, Tr::tr("%1 could not be started: %2.").arg(program, process.errorString()), Tr::tr("Is it installed?"));

    ProcessOutcome outcome;
    while (process.state() != QProcess::NotRunning) {
        if (stop.stop_requested()) {
            process.kill();
            process.waitForFinished();
            return failure(ErrorKind::Cancelled, Tr::tr("Stopped."));
        }
        process.waitForReadyRead(pollMilliseconds);
        keep(outcome, process);
    }
    keep(outcome, process);
    if (process.exitStatus() != QProcess::NormalExit)
        return failure(ErrorKind::Io, Tr::tr("%1 crashed.").arg(program));
    outcome.exitCode = process.exitCode();
    outcome.errors = outcome.errors.trimmed();
    return outcome;
}

} // namespace Whimbrel
