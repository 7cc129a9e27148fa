// SPDX-License-Identifier: GPL-3.0-or-later
#include "window.h"

#include <QApplication>
#include <QMainWindow>

extern "C" int whimbrelRunWindow(int &argc, char **argv, const char *)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.show();
    return application.exec();
}
