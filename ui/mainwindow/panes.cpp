// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/panes.h"

#include "checklist/releasepane.h"
#include "editor/editorarea.h"
#include "editor/migrationeditor.h"
#include "locks/workbenchlocks.h"
#include "problems/problemspane.h"
#include "run/runpane.h"
#include "timeline/timelinepane.h"
#include "workbench/workbench.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Panes
{
    Q_DECLARE_TR_FUNCTIONS(Panes)
};

template<typename Widget>
QWidget *make(Workbench &workbench, QWidget *parent)
{
    return new Widget(workbench, parent);
}

} // namespace

QList<PaneDescription> paneDescriptions()
{
    // clang-format off
    return {
        {u"timeline"_s, Panes::tr("Timeline"), u"view-calendar-timeline"_s, Qt::LeftDockWidgetArea, u"Ctrl+1"_s, make<TimelinePane>, MenuId::Migration},
        {u"run"_s, Panes::tr("Run"), u"system-run"_s, Qt::BottomDockWidgetArea, u"Ctrl+2"_s, make<RunPane>, MenuId::Run},
        {u"problems"_s, Panes::tr("Problems"), u"data-warning"_s, Qt::BottomDockWidgetArea, u"Ctrl+3"_s, make<ProblemsPane>},
        {u"locks"_s, Panes::tr("Locks"), u"view-process-tree"_s, Qt::BottomDockWidgetArea, u"Ctrl+4"_s, createLocksPane, MenuId::Locks, createLocksBadge},
        {u"release"_s, Panes::tr("Release"), u"checkmark"_s, Qt::RightDockWidgetArea, u"Ctrl+5"_s, make<ReleasePane>, MenuId::Release},
    };
    // clang-format on
}

Centre createCentre(Workbench &workbench, QWidget *parent)
{
    auto *area = new EditorArea(parent);
    area->follow(workbench);
    QObject::connect(&workbench, &Workbench::showChangesRequested, area, [area](const QString &path) {
        if (MigrationEditor *editor = area->openFile(path))
            editor->showPage(MigrationEditor::Page::Changes);
    });
    Centre centre;
    centre.widget = area;
    centre.fileActions = area->fileActions();
    centre.editActions = area->editActions();
    centre.applyFont = [area] { area->applyFont(); };
    centre.askToClose = [area](const std::function<void(bool)> &done) { area->askToClose(done); };
    return centre;
}

} // namespace Whimbrel
