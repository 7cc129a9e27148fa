// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTest>

#include <functional>

namespace Whimbrel::Test {

/// Base of every test class: a Qt warning that messages.cpp does not list fails the test function it came in.
class TestCase : public QObject
{
    Q_OBJECT

protected Q_SLOTS:
    void init();
};

struct Registration
{
    Registration(const char *name, std::function<QObject *()> create);
};

/// Runs the registered classes, or those named by `--class NAME`; the other arguments go to QTest.
int runTests(int argc, char **argv);

/// A file below tests/fixtures.
QString fixture(const QString &path);
/// Where pictures of panes go: build/<preset>/screenshots.
QString screenshotFolder();

} // namespace Whimbrel::Test

/// Registers a test class with its executable; CMake reads these lines for CTest, so one a line, at its start.
#define WHIMBREL_TEST(Class) \
    static const Whimbrel::Test::Registration registration##Class(#Class, [] { return static_cast<QObject *>(new Class); });
