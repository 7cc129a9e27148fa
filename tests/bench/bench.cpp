// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Whimbrel::Bench {

namespace {

Measurement median(std::vector<Measurement> measurements)
{
    std::ranges::sort(measurements, {}, &Measurement::seconds);
    return measurements[measurements.size() / 2];
}

} // namespace

int measureHere(char **command)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, command[0], O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    const auto begin = std::chrono::steady_clock::now();
    pid_t pid = 0;
    if (posix_spawnp(&pid, command[1], &actions, nullptr, command + 1, environ) != 0)
        return 1;
    int status = 0;
    rusage usage{};
    wait4(pid, &status, 0, &usage);
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
    std::printf("%.6f %.3f", elapsed.count(), static_cast<double>(usage.ru_maxrss) / 1024);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

Measurement measure(const CommandLine &command)
{
    const QString input = command.input.isEmpty() ? u"/dev/null"_s : command.input;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), QStringList{u"--measure"_s, input, command.program} + command.arguments);
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        giveUp(u"%1 %2 failed"_s.arg(command.program, command.arguments.join(u' ')));
    const QList<QByteArray> figures = process.readAllStandardOutput().split(' ');
    return {.seconds = figures.value(0).toDouble(), .peakMegabytes = figures.value(1).toDouble()};
}

Comparison compare(const CommandLine &floor, const CommandLine &whimbrel, const std::function<void()> &prepare, int rounds)
{
    std::vector<Measurement> floors;
    std::vector<Measurement> ours;
    for (int i = 0; i < rounds; ++i) {
        if (prepare)
            prepare();
        floors.push_back(measure(floor));
        if (prepare)
            prepare();
        ours.push_back(measure(whimbrel));
    }
    return {median(floors), median(ours)};
}

void report(const QString &work, const Comparison &comparison, const QString &target)
{
    std::printf("%-52s %8.3f s %8.3f s %6.2fx %7.1f MB   %s\n", qPrintable(work), comparison.floor.seconds,
                comparison.whimbrel.seconds, comparison.whimbrel.seconds / comparison.floor.seconds,
                comparison.whimbrel.peakMegabytes, qPrintable(target));
    std::fflush(stdout);
}

void report(const QString &work, const Measurement &measurement, const QString &target)
{
    std::printf("%-52s %8s   %8.3f s %6s  %7.1f MB   %s\n", qPrintable(work), "", measurement.seconds, "",
                measurement.peakMegabytes, qPrintable(target));
    std::fflush(stdout);
}

CommandLine whimbrel(const QStringList &arguments)
{
    return {.program = QStringLiteral(WHIMBREL_PROGRAM), .arguments = arguments};
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        giveUp(u"%1 cannot be written"_s.arg(path));
}

void giveUp(const QString &reason)
{
    std::fprintf(stderr, "whimbrel_bench: %s\n", qPrintable(reason));
    std::exit(1);
}

} // namespace Whimbrel::Bench
