// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/language.h"
#include "test.h"

#include <QApplication>
#include <QStandardPaths>

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationDomain(QStringLiteral("whimbrel.app"));
    // Classes run side by side, and each begins with settings of its own.
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const QString testClass = arguments.value(arguments.indexOf(QStringLiteral("--class")) + 1);
    QCoreApplication::setApplicationName(QStringLiteral("whimbrel-test-") + testClass);
    QApplication application(argc, argv);
    Whimbrel::installLanguage(QLocale(QLocale::English));
    return Whimbrel::Test::runTests(argc, argv);
}
