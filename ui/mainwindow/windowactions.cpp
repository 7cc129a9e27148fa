// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/windowactions.h"

#include "connection/connectiondialog.h"
#include "connection/environmentremoval.h"
#include "dialogs/about.h"
#include "dialogs/newmigrationdialog.h"
#include "dialogs/newprojectdialog.h"
#include "locks/workbenchlocks.h"
#include "mainwindow/actions.h"
#include "mainwindow/commandpalette.h"
#include "mainwindow/environmentswitcher.h"
#include "mainwindow/mainwindow.h"
#include "mainwindow/panedocks.h"
#include "mainwindow/sampleactions.h"
#include "run/runcontroller.h"
#include "safety/projectsafety.h"
#include "settings/preferencesdialog.h"
#include "settings/settings.h"
#include "workbench/gatedaction.h"
#include "workbench/workbench.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct WindowActions
{
    Q_DECLARE_TR_FUNCTIONS(WindowActions)
};

void chooseFolder(MainWindow &window)
{
    auto *dialog = new QFileDialog(&window, WindowActions::tr("Open a project folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, &window, &MainWindow::openFolder);
    dialog->open();
}

/// Plans and shows the plan; running it is a second, explicit step in the run pane.
void showPlan(Workbench &workbench, RunRequest::Action action)
{
    RunRequest request;
    request.action = action;
    workbench.run().requestPlan(request);
    workbench.showPane(u"run"_s);
}

void fillRecent(QMenu *menu, MainWindow &window)
{
    menu->clear();
    const QStringList folders = Settings::recentProjects.value();
    for (const QString &folder : folders) {
        QAction *action =
            menu->addAction(WindowActions::tr("%1 (%2)").arg(QDir(folder).dirName(), QDir::toNativeSeparators(folder)));
        QObject::connect(action, &QAction::triggered, &window, [&window, folder] { window.openFolder(folder); });
    }
    menu->setEnabled(!folders.isEmpty());
}

void defineFileActions(MainWindow &window)
{
    ActionRegistry &actions = window.actionRegistry();
    QAction *open = actions.add(MenuId::File, u"file-open"_s, WindowActions::tr("&Open folder…"),
                                u"document-open-folder"_s, QKeySequence::Open);
    open->setStatusTip(WindowActions::tr("A folder with migrations that you already have"));
    QObject::connect(open, &QAction::triggered, &window, [&window] { chooseFolder(window); });

    QAction *create = actions.add(MenuId::File, u"file-new-project"_s, WindowActions::tr("&New project…"),
                                  u"folder-new"_s, QKeySequence(u"Ctrl+Shift+N"_s));
    create->setStatusTip(WindowActions::tr("A folder for migrations in dbmate's format"));
    QObject::connect(create, &QAction::triggered, &window, [&window] { createProject(window, {}); });

    QAction *recent =
        actions.add(MenuId::File, u"file-recent"_s, WindowActions::tr("Open &recent"), u"document-open-recent"_s);
    auto *menu = new QMenu(&window);
    recent->setMenu(menu);
    QObject::connect(&window, &MainWindow::recentProjectsChanged, menu, [menu, &window] { fillRecent(menu, window); });
    fillRecent(menu, window);

    QAction *sample = actions.add(MenuId::File, u"file-sample"_s, WindowActions::tr("&Try the sample"), u"help-hint"_s);
    sample->setStatusTip(WindowActions::tr("A small shop on SQLite: needs no server"));
    QObject::connect(sample, &QAction::triggered, &window, [&window] { openTheSample(window); });

    QAction *close = actions.add(MenuId::File, u"file-close-project"_s, WindowActions::tr("&Close project"),
                                 u"project-development-close"_s);
    QObject::connect(close, &QAction::triggered, &window, &MainWindow::closeProject);
    actions.addSeparator(MenuId::File);
}

void defineMigrationActions(MainWindow &window)
{
    ActionRegistry &actions = window.actionRegistry();
    Workbench &workbench = window.workbench();
    QAction *create = actions.add(MenuId::Migration, u"migration-new"_s, WindowActions::tr("&New migration…"),
                                  u"document-new"_s, QKeySequence::New);
    QObject::connect(create, &QAction::triggered, &window,
                     [&window, &workbench] { (new NewMigrationDialog(workbench, &window))->open(); });
    actions.addSeparator(MenuId::Migration);
}

void openPreferences(MainWindow &window)
{
    const auto project = window.workbench().project();
    const std::optional<Target> &target = window.workbench().target();
    const RunGuards guards = target ? target->guards : project ? project->configuration().guards : RunGuards();
    auto *dialog = new PreferencesDialog(guards, &window);
    QObject::connect(dialog, &PreferencesDialog::editorFontChanged, &window,
                     [&window] { window.centre().applyFont(); });
    QObject::connect(dialog, &PreferencesDialog::incidentLimitChanged, &window,
                     [&window] { applyIncidentLimits(window.workbench()); });
    QObject::connect(dialog, &PreferencesDialog::rulesChanged, &window.workbench().safety(), &ProjectSafety::update);
    dialog->open();
}

void editEnvironment(MainWindow &window, const QString &name)
{
    const QList<Environment> environments = window.workbench().environments();
    const auto found = std::ranges::find(environments, name, &Environment::name);
    Environment fresh;
    fresh.personal = true;
    (new ConnectionDialog(window.workbench(), found == environments.end() ? fresh : *found, &window))->open();
}

void defineRunActions(MainWindow &window)
{
    ActionRegistry &actions = window.actionRegistry();
    Workbench &workbench = window.workbench();
    QAction *apply = actions.add(MenuId::Run, u"run-apply"_s, WindowActions::tr("&Apply pending…"),
                                 u"media-playback-start"_s, QKeySequence(u"Ctrl+Shift+Return"_s));
    QObject::connect(apply, &QAction::triggered, &workbench,
                     [&workbench] { showPlan(workbench, RunRequest::Action::Up); });
    QAction *plan = actions.add(MenuId::Run, u"run-plan"_s, WindowActions::tr("Show the &plan"), u"view-list-tree"_s);
    plan->setStatusTip(WindowActions::tr("What Apply would run, statement by statement; changes nothing"));
    QObject::connect(plan, &QAction::triggered, &workbench,
                     [&workbench] { showPlan(workbench, RunRequest::Action::Up); });
    QAction *rollBack = actions.add(MenuId::Run, u"run-roll-back"_s, WindowActions::tr("&Roll back…"), u"edit-undo"_s);
    QObject::connect(rollBack, &QAction::triggered, &workbench,
                     [&workbench] { showPlan(workbench, RunRequest::Action::Down); });
    QAction *redo = actions.add(MenuId::Run, u"run-redo"_s, WindowActions::tr("Re&do the last one…"), u"edit-redo"_s);
    QObject::connect(redo, &QAction::triggered, &workbench,
                     [&workbench] { showPlan(workbench, RunRequest::Action::Redo); });
    actions.addSeparator(MenuId::Run);
    QAction *stop = actions.add(MenuId::Run, u"run-stop"_s, WindowActions::tr("&Stop"), u"media-playback-stop"_s,
                                QKeySequence(u"Ctrl+."_s));
    stop->setToolTip(WindowActions::tr("Cancel the statement in flight and stop the run"));
    QObject::connect(stop, &QAction::triggered, &workbench.run(), &RunController::stop);
}

void defineViewActions(MainWindow &window)
{
    ActionRegistry &actions = window.actionRegistry();
    Workbench &workbench = window.workbench();
    QAction *palette = actions.add(MenuId::View, u"view-commands"_s, WindowActions::tr("&Commands…"), u"search"_s,
                                   QKeySequence(u"Ctrl+Shift+P"_s));
    QObject::connect(palette, &QAction::triggered, &window,
                     [&window] { (new CommandPalette(window.actionRegistry(), &window))->open(); });
    QAction *refresh = actions.add(MenuId::View, u"view-refresh"_s, WindowActions::tr("&Refresh"), u"view-refresh"_s,
                                   QKeySequence(Qt::Key_F5));
    QObject::connect(refresh, &QAction::triggered, &workbench, &Workbench::refresh);
    QAction *reconnect =
        actions.add(MenuId::View, u"view-reconnect"_s, WindowActions::tr("Co&nnect again"), u"network-connect"_s);
    QObject::connect(reconnect, &QAction::triggered, &workbench, &Workbench::reconnect);
    actions.addSeparator(MenuId::View);
}

/// What can be done now, and how many it concerns.
void updateActions(MainWindow &window)
{
    const Workbench &workbench = window.workbench();
    const ActionRegistry &actions = window.actionRegistry();
    const bool open = workbench.project() != nullptr;
    const bool running = workbench.run().isRunning();
    const Timeline &timeline = workbench.timeline();
    const ConnectionState state = workbench.connectionState();
    const bool connected =
        timeline.connected && (state == ConnectionState::Connected || state == ConnectionState::Absent);

    actions.action(u"file-close-project"_s)->setEnabled(open);
    actions.action(u"file-connect"_s)->setEnabled(open && !running);
    actions.action(u"migration-new"_s)->setEnabled(open);
    actions.action(u"help-reset-sample"_s)->setEnabled(!running);
    actions.action(u"view-refresh"_s)->setEnabled(open);
    actions.action(u"view-reconnect"_s)->setEnabled(workbench.target().has_value());
    actions.action(u"view-reset-layout"_s)->setEnabled(open);
    QAction *apply = actions.action(u"run-apply"_s);
    apply->setText(connected && timeline.pending > 0
                       ? WindowActions::tr("&Apply %n pending…", nullptr, timeline.pending)
                       : WindowActions::tr("&Apply pending…"));
    apply->setIconText(apply->text().remove(u'&').remove(u'…'));
    const bool canApply = connected && !running && timeline.pending > 0;
    enableChange(*apply, canApply, changeObstacle(workbench));
    actions.action(u"run-plan"_s)->setEnabled(canApply);
    const bool canUndo = connected && !running && timeline.applied > 0;
    // A rollback is planned and looked at first, whatever the release says; its button in the run pane waits for the
    // release.
    enableChange(*actions.action(u"run-roll-back"_s), canUndo, readOnlyObstacle(workbench));
    enableChange(*actions.action(u"run-redo"_s), canUndo, changeObstacle(workbench));
    actions.action(u"run-stop"_s)->setEnabled(running && !workbench.run().isStopping());
}

} // namespace

void defineActions(MainWindow &window)
{
    defineFileActions(window);
    defineMigrationActions(window);
    defineRunActions(window);
    defineViewActions(window);
}

void finishActions(MainWindow &window)
{
    ActionRegistry &actions = window.actionRegistry();
    actions.addSeparator(MenuId::File);
    QAction *connectDatabase =
        actions.add(MenuId::File, u"file-connect"_s, WindowActions::tr("Connect a &database…"), u"database-connect"_s);
    QObject::connect(connectDatabase, &QAction::triggered, &window, [&window] { editEnvironment(window, {}); });
    QAction *preferences = actions.add(MenuId::File, u"file-preferences"_s, WindowActions::tr("&Preferences…"),
                                       u"configure"_s, QKeySequence::Preferences);
    QObject::connect(preferences, &QAction::triggered, &window, [&window] { openPreferences(window); });
    actions.addSeparator(MenuId::File);
    QAction *quit = actions.add(MenuId::File, u"file-quit"_s, WindowActions::tr("&Quit"), u"application-exit"_s,
                                QKeySequence::Quit);
    QObject::connect(quit, &QAction::triggered, &window, &QWidget::close);
    actions.addSeparator(MenuId::View);
    QAction *reset =
        actions.add(MenuId::View, u"view-reset-layout"_s, WindowActions::tr("Reset &layout"), u"view-restore"_s);
    QObject::connect(reset, &QAction::triggered, &window, [&window] { window.panes().reset(); });

    QAction *resetSample =
        actions.add(MenuId::Help, u"help-reset-sample"_s, WindowActions::tr("&Reset the sample…"), u"edit-reset"_s);
    QObject::connect(resetSample, &QAction::triggered, &window, [&window] { askToResetSample(window); });
    QAction *about = actions.add(MenuId::Help, u"help-about"_s, WindowActions::tr("&About Whimbrel"), u"help-about"_s);
    QObject::connect(about, &QAction::triggered, &window, [&window] { showAbout(&window); });

    Workbench &workbench = window.workbench();
    const auto update = [&window] { updateActions(window); };
    QObject::connect(&workbench, &Workbench::projectChanged, &window, update);
    QObject::connect(&workbench, &Workbench::targetChanged, &window, update);
    QObject::connect(&workbench, &Workbench::connectionChanged, &window, update);
    QObject::connect(&workbench, &Workbench::timelineChanged, &window, update);
    QObject::connect(&workbench, &Workbench::gateChanged, &window, update);
    QObject::connect(&workbench.run(), &RunController::runStarted, &window, update);
    QObject::connect(&workbench.run(), &RunController::stopping, &window, update);
    QObject::connect(&workbench.run(), &RunController::runFinished, &window, update);
    update();
}

QToolBar *createToolBar(MainWindow &window)
{
    const ActionRegistry &actions = window.actionRegistry();
    Workbench &workbench = window.workbench();
    auto *bar = new QToolBar(WindowActions::tr("Toolbar"), &window);
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto *name = new QLabel(bar);
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    name->setMargin(name->fontMetrics().height() / 3);
    QObject::connect(&workbench, &Workbench::projectChanged, name, [name, &workbench] {
        const auto project = workbench.project();
        name->setText(project ? project->name() : QString());
        name->setToolTip(
            project
                ? WindowActions::tr("%1, a %2 project").arg(project->folder().absolutePath(), project->format().name())
                : QString());
    });
    bar->addWidget(name);
    auto *switcher = new EnvironmentSwitcher(workbench, bar);
    QObject::connect(switcher, &EnvironmentSwitcher::addRequested, &window, [&window] { editEnvironment(window, {}); });
    QObject::connect(switcher, &EnvironmentSwitcher::editRequested, &window,
                     [&window](const QString &e) { editEnvironment(window, e); });
    QObject::connect(
        switcher, &EnvironmentSwitcher::removeRequested, &window,
        [&window, &workbench](const QString &environment) { askToRemoveEnvironment(workbench, environment, &window); });
    QObject::connect(&workbench.run(), &RunController::runStarted, switcher,
                     [switcher] { switcher->setEnabled(false); });
    QObject::connect(&workbench.run(), &RunController::runFinished, switcher,
                     [switcher] { switcher->setEnabled(true); });
    bar->addWidget(switcher);
    bar->addSeparator();
    for (const QString &id : {u"run-apply"_s, u"run-roll-back"_s, u"run-stop"_s})
        bar->addAction(actions.action(id));
    if (QAction *release = actions.action(u"show-release"_s))
        bar->addAction(release);
    return bar;
}

QList<QAction *> startActions(MainWindow &window)
{
    const ActionRegistry &actions = window.actionRegistry();
    return {actions.action(u"file-open"_s), actions.action(u"file-new-project"_s), actions.action(u"file-sample"_s)};
}

void createProject(MainWindow &window, const QString &folder)
{
    auto *dialog = new NewProjectDialog(folder, &window);
    QObject::connect(dialog, &NewProjectDialog::created, &window, &MainWindow::openFolder);
    dialog->open();
}

} // namespace Whimbrel
