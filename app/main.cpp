// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QTextStream>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTextStream(stdout) << "whimbrel " WHIMBREL_VERSION << Qt::endl;
    return 0;
}
