// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/screenshot.h"

#include "mainwindow/mainwindow.h"
#include "safety/projectsafety.h"
#include "workbench/workbench.h"

#include <QCoreApplication>
#include <QTextStream>
#include <QTimer>

namespace Whimbrel {

void takePictureAndQuit(MainWindow &window, const QString &path, bool opensProject)
{
    // Started again by everything that changes what is seen: the picture is taken when nothing does any more.
    auto *settled = new QTimer(&window);
    settled->setSingleShot(true);
    settled->setInterval(pictureDelay);
    QObject::connect(settled, &QTimer::timeout, &window, [&window, path] {
        const bool saved = window.grab().save(path);
        if (!saved)
            QTextStream(stderr)
                << QCoreApplication::translate("Whimbrel::MainWindow", "The picture %1 could not be written.").arg(path)
                << Qt::endl;
        QCoreApplication::exit(saved ? 0 : 1);
    });
    const auto restart = [settled, &window] {
        const ConnectionState state = window.workbench().connectionState();
        if (state != ConnectionState::Connecting)
            settled->start();
    };
    QObject::connect(&window.workbench(), &Workbench::timelineChanged, settled, restart);
    QObject::connect(&window.workbench(), &Workbench::connectionChanged, settled, restart);
    QObject::connect(&window.workbench(), &Workbench::projectFailed, settled, restart);
    // Notes in the editor come soon after.
    QObject::connect(&window.workbench().safety(), &ProjectSafety::baseChanged, settled, restart);
    QObject::connect(&window.workbench().safety(), &ProjectSafety::changed, settled, restart);
    if (!opensProject)
        settled->start();
}

} // namespace Whimbrel
