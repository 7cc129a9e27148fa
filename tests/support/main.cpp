// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/language.h"
#include "test.h"

#include <QCoreApplication>
#include <QStandardPaths>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setOrganizationDomain(QStringLiteral("whimbrel.app"));
    QCoreApplication::setApplicationName(QStringLiteral("whimbrel-test"));
    QStandardPaths::setTestModeEnabled(true);
    Whimbrel::installLanguage(QLocale(QLocale::English));
    return Whimbrel::Test::runTests(argc, argv);
}
