// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include <QFile>

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

// posix_spawn and wait4 instead of QProcess: the kernel's own figure for the memory, and no event loop in the time.
Measurement measure(const CommandLine &command)
{
    std::vector<QByteArray> texts{command.program.toLocal8Bit()};
    for (const QString &argument : command.arguments)
        texts.push_back(argument.toLocal8Bit());
    std::vector<char *> arguments;
    for (QByteArray &text : texts)
        arguments.push_back(text.data());
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    const QByteArray input = command.input.isEmpty() ? QByteArray("/dev/null") : QFile::encodeName(command.input);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input.constData(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);

    const auto begin = std::chrono::steady_clock::now();
    pid_t pid = 0;
    if (posix_spawnp(&pid, arguments[0], &actions, nullptr, arguments.data(), environ) != 0)
        giveUp(u"%1 cannot be started"_s.arg(command.program));
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    rusage usage{};
    wait4(pid, &status, 0, &usage);
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        giveUp(u"%1 %2 failed"_s.arg(command.program, command.arguments.join(u' ')));
    return {.seconds = elapsed.count(), .peakMegabytes = static_cast<double>(usage.ru_maxrss) / 1024, .exitCode = 0};
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
