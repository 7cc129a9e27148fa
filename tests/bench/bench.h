// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <algorithm>
#include <functional>
#include <vector>

namespace Whimbrel::Bench {

/// How a process ran, as the kernel saw it.
struct Measurement
{
    double seconds = 0;
    double peakMegabytes = 0;
};

struct CommandLine
{
    QString program{};
    QStringList arguments{};
    QString input{}; ///< a file for its standard input; empty: none
};

/// Runs a process to its end, its output thrown away. Ends the bench with a message if the process fails.
Measurement measure(const CommandLine &command);

/// The other half of measure(), in a process of its own, because the kernel counts the memory of the process that starts
/// another one as the other's, too: runs command[1...] with the file command[0] as its input, prints seconds and megabytes.
int measureHere(char **command);

/// The same work done by the database's own client and by Whimbrel, in turns, and each side's median. `prepare` runs before
/// each, unmeasured.
struct Comparison
{
    Measurement floor;
    Measurement whimbrel;
};
Comparison compare(const CommandLine &floor, const CommandLine &whimbrel, const std::function<void()> &prepare = {}, int rounds = 3);

/// One line of the report: what was measured, both sides, their ratio and where it is to be.
void report(const QString &work, const Comparison &comparison, const QString &target);
/// One line without a floor.
void report(const QString &work, const Measurement &measurement, const QString &target);

CommandLine whimbrel(const QStringList &arguments);
void writeFile(const QString &path, const QByteArray &content);
[[noreturn]] void giveUp(const QString &reason);

struct Entry
{
    QString name;
    QString summary;
    void (*run)();
};
const QList<Entry> &benches();

void backfill();       ///< bench_backfill.cpp
void catalog();        ///< bench_catalog.cpp
void migrations();     ///< bench_migrations.cpp
void history();        ///< bench_history.cpp
void lint();           ///< bench_lint.cpp
void locks();          ///< bench_locks.cpp
void queue();          ///< bench_queue.cpp
void reader();         ///< bench_reader.cpp
void script();         ///< bench_script.cpp
void splitter();       ///< bench_splitter.cpp
void start();          ///< bench_start.cpp

} // namespace Whimbrel::Bench
