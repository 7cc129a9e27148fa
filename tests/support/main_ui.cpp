// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/language.h"
#include "test.h"

#include <QApplication>
#include <QStandardPaths>

int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationDomain(QStringLiteral("whimbrel.app"));
    QCoreApplication::setApplicationName(QStringLiteral("whimbrel-test"));
    QApplication application(argc, argv);
    Whimbrel::installLanguage(QLocale(QLocale::English));
    return Whimbrel::Test::runTests(argc, argv);
}
