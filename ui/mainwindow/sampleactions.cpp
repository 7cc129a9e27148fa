// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/sampleactions.h"

#include "mainwindow/mainwindow.h"
#include "project/sample.h"
#include "workbench/workbench.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QtConcurrentRun>

namespace Whimbrel {

namespace {

struct SampleActions
{
    Q_DECLARE_TR_FUNCTIONS(SampleActions)
};

using MakeSample = Result<QDir> (*)(const QDir &dataFolder, const std::stop_token &stop);

/// Makes it on a pool thread.
void makeAndOpen(MainWindow &window, MakeSample make)
{
    window.workbench().setStatus(SampleActions::tr("Making the sample project…"));
    QtConcurrent::run([make] {
        return make(sampleDataFolder(), {});
    }).then(&window, [&window](const Result<QDir> &folder) {
        if (folder)
            window.workbench().openProject(folder->absolutePath());
        else
            window.showError(folder.error());
    });
}

} // namespace

void openTheSample(MainWindow &window)
{
    window.leaveProject([&window] { makeAndOpen(window, &openSample); });
}

void askToResetSample(MainWindow &window)
{
    auto *box = new QMessageBox(QMessageBox::Warning, SampleActions::tr("Reset the sample"),
                                SampleActions::tr("Everything in the sample's folder is replaced."),
                                QMessageBox::Cancel, &window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(SampleActions::tr("Its migrations, databases and releases are then as on the first day."));
    const QPushButton *reset = box->addButton(SampleActions::tr("Reset the sample"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(reset, &QAbstractButton::clicked, &window, [&window] {
        window.leaveProject([&window] {
            window.workbench().closeProject(); // its sessions hold the databases
            makeAndOpen(window, &resetSample);
        });
    });
    box->open();
}

} // namespace Whimbrel
