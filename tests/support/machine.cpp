// SPDX-License-Identifier: GPL-3.0-or-later
#include "machine.h"

#include <QElapsedTimer>

#include <algorithm>
#include <ctime>

namespace Whimbrel::Test {

namespace {

double threadMilliseconds()
{
    timespec used;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
}

} // namespace

double slowness()
{
    constexpr double work = 20;
    QElapsedTimer timer;
    timer.start();
    const double start = threadMilliseconds();
    while (threadMilliseconds() - start < work) { }
    return std::max(1.0, double(timer.nsecsElapsed()) / 1e6 / work);
}

} // namespace Whimbrel::Test
