// SPDX-License-Identifier: GPL-3.0-or-later
#include "test.h"

#include "messages.h"

#include <QCoreApplication>
#include <QDir>

#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {
using Entry = std::pair<QByteArray, std::function<QObject *()>>;

std::vector<Entry> &registrations()
{
    static std::vector<Entry> entries;
    return entries;
}
} // namespace

Registration::Registration(const char *name, std::function<QObject *()> create)
{
    registrations().emplace_back(name, std::move(create));
}

void TestCase::init()
{
    QTest::failOnWarning(unexpectedMessage());
}

int runTests(int argc, char **argv)
{
    QList<QByteArray> wanted;
    std::vector<char *> rest{argv[0]};
    for (int i = 1; i < argc; ++i) {
        if (qstrcmp(argv[i], "--class") == 0 && i + 1 < argc)
            wanted << argv[++i];
        else
            rest.push_back(argv[i]);
    }
    int failures = 0;
    int ran = 0;
    for (const auto &[name, create] : registrations()) {
        if (!wanted.isEmpty() && !wanted.contains(name))
            continue;
        ++ran;
        const std::unique_ptr<QObject> test(create());
        failures += QTest::qExec(test.get(), static_cast<int>(rest.size()), rest.data());
    }
    if (ran == 0) {
        std::fputs("no test class of this name\n", stderr);
        return 1;
    }
    return failures;
}

QString fixture(const QString &path)
{
    return QStringLiteral(WHIMBREL_SOURCE_DIR "/tests/fixtures/") + path;
}

QString screenshotFolder()
{
    const QString folder = qEnvironmentVariable("WHIMBREL_BUILD_DIR", QCoreApplication::applicationDirPath()) + u"/screenshots"_s;
    QDir().mkpath(folder);
    return folder;
}

} // namespace Whimbrel::Test
