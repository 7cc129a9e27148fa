// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/mainwindow.h"

#include "mainwindow/actions.h"
#include "mainwindow/connectionlabel.h"
#include "mainwindow/panedocks.h"
#include "mainwindow/protectedband.h"
#include "mainwindow/windowactions.h"
#include "run/runcontroller.h"
#include "settings/settings.h"
#include "start/startpage.h"
#include "workbench/workbench.h"

#include <KMessageWidget>

#include <QAction>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr qsizetype s_recentProjects = 12;
constexpr int s_statusMs = 8000;

/// The folder that a drop names, if it is just one.
QString droppedFolder(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    const QString path = urls.size() == 1 ? urls.first().toLocalFile() : QString();
    return QFileInfo(path).isDir() ? path : QString();
}

} // namespace

MainWindow::MainWindow(Workbench &workbench, QWidget *parent)
    : QMainWindow(parent), m_workbench(workbench), m_actions(new ActionRegistry(this))
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    const int em = fontMetrics().height();
    resize(em * 88, em * 54);

    defineActions(*this);
    makeCentre();
    makePanes();
    makeTop();
    makeStatusBar();

    connect(&workbench, &Workbench::projectChanged, this, &MainWindow::showProject);
    connect(&workbench, &Workbench::projectFailed, this, &MainWindow::showProjectFailure);
    connect(&workbench, &Workbench::targetChanged, this, &MainWindow::updateTitle);
    connect(&workbench, &Workbench::showPaneRequested, this, &MainWindow::showPane);
    restoreGeometry(Settings::windowGeometry.value());
    showProject();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeCentre()
{
    auto *area = new QWidget(this);
    m_message = new KMessageWidget(area);
    m_message->setWordWrap(true);
    m_message->setMessageType(KMessageWidget::Error);
    m_message->hide();
    m_pages = new QStackedWidget(area);
    m_startPage = new StartPage(startActions(*this), m_pages);
    connect(m_startPage, &StartPage::openRequested, this, &MainWindow::openFolder);
    connect(m_startPage, &StartPage::forgetRequested, this, &MainWindow::forgetProject);
    connect(m_startPage, &StartPage::chooseRequested, m_actions->action(u"file-open"_s), &QAction::trigger);
    connect(m_startPage, &StartPage::createRequested, this,
            [this](const QString &folder) { createProject(*this, folder); });
    m_startPage->setRecentProjects(Settings::recentProjects.value());
    m_pages->addWidget(m_startPage);

    m_centre = createCentre(m_workbench, m_pages);
    m_pages->addWidget(m_centre.widget);
    m_actions->adopt(MenuId::File, m_centre.fileActions);
    m_actions->adopt(MenuId::Edit, m_centre.editActions);

    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_pages, 1);
    setCentralWidget(area);
}

void MainWindow::makePanes()
{
    m_panes = std::make_unique<PaneDocks>(paneDescriptions(), m_workbench, *this);
    for (const PaneDescription &description : m_panes->descriptions()) {
        m_actions->adopt(description.menu, m_panes->widget(description.id)->actions());
        QAction *show = m_actions->add(MenuId::View, u"show-"_s + description.id, description.title, description.icon,
                                       QKeySequence(description.shortcut));
        connect(show, &QAction::triggered, this, [this, id = description.id] { showPane(id); });
        if (description.createStatus)
            statusBar()->addPermanentWidget(description.createStatus(m_workbench, statusBar()));
    }
}

void MainWindow::makeTop()
{
    auto *top = new QWidget(this);
    auto *layout = new QVBoxLayout(top);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(new ProtectedBand(m_workbench, top));
    auto *menus = new QMenuBar(top);
    layout->addWidget(menus);
    setMenuWidget(top);
    finishActions(*this);
    m_actions->fill(menus);
    m_toolBar = createToolBar(*this);
    addToolBar(m_toolBar);
}

void MainWindow::makeStatusBar()
{
    statusBar()->addWidget(new ConnectionLabel(m_workbench, statusBar()), 1);
    connect(&m_workbench, &Workbench::statusRequested, this,
            [this](const QString &message) { statusBar()->showMessage(message, s_statusMs); });
}

void MainWindow::leaveProject(const std::function<void()> &then)
{
    if (m_workbench.run().isRunning()) {
        showError({.kind = ErrorKind::Refused,
                   .message = tr("A run is on. Stop it or wait for its end before you leave this project."),
                   .detail = {}, .hint = {}, .code = {}, .position = {}});
        return;
    }
    m_centre.askToClose([this, then](bool leave) {
        if (!leave)
            return;
        m_startPage->hideFailure();
        then();
    });
}

void MainWindow::openFolder(const QString &folder)
{
    leaveProject([this, folder] { m_workbench.openProject(folder); });
}

void MainWindow::closeProject()
{
    leaveProject([this] { m_workbench.closeProject(); });
}

void MainWindow::showProject()
{
    const std::shared_ptr<const MigrationProject> project = m_workbench.project();
    const QString folder = project ? project->folder().absolutePath() : QString();
    if (m_messageIsProjects)
        m_message->hide(); // it could be read again
    if (!m_folder.isEmpty() && folder != m_folder)
        m_panes->save();
    const bool isNew = folder != m_folder;
    m_folder = folder;
    m_pages->setCurrentWidget(project ? m_centre.widget : m_startPage);
    m_toolBar->setVisible(project != nullptr);
    statusBar()->setVisible(project != nullptr);
    if (!project) {
        m_panes->hideAll();
    } else if (isNew) {
        rememberProject(folder);
        m_panes->restore();
    }
    updateTitle();
}

void MainWindow::showProjectFailure(const QString &folder, const Error &error)
{
    if (!m_workbench.project()) {
        m_startPage->showFailure(folder, error);
        return;
    }
    showError(error);
    m_messageIsProjects = true;
}

void MainWindow::showError(const Error &error)
{
    m_messageIsProjects = false;
    m_message->setText(error.toString().toHtmlEscaped().replace(u'\n', u"<br>"_s));
    m_message->animatedShow();
}

void MainWindow::rememberProject(const QString &folder)
{
    QStringList recent = Settings::recentProjects.value();
    recent.removeAll(folder);
    recent.prepend(folder);
    recent.resize(std::min(recent.size(), s_recentProjects));
    Settings::recentProjects.setValue(recent);
    m_startPage->setRecentProjects(recent);
    Q_EMIT recentProjectsChanged();
}

void MainWindow::forgetProject(const QString &folder)
{
    QStringList recent = Settings::recentProjects.value();
    recent.removeAll(folder);
    Settings::recentProjects.setValue(recent);
    m_startPage->setRecentProjects(recent);
    Q_EMIT recentProjectsChanged();
}

void MainWindow::showPane(const QString &id)
{
    if (!m_folder.isEmpty())
        m_panes->raise(id);
}

void MainWindow::updateTitle()
{
    const std::shared_ptr<const MigrationProject> project = m_workbench.project();
    const std::optional<Target> &target = m_workbench.target();
    QString title;
    if (project && target && target->isProtected)
        title = tr("%1: %2 (protected)").arg(project->name(), target->environment);
    else if (project && target && !target->environment.isEmpty())
        title = tr("%1: %2").arg(project->name(), target->environment);
    else if (project)
        title = project->name();
    setWindowTitle(title);
}

void MainWindow::askAndClose()
{
    const auto closeNow = [this] {
        m_centre.askToClose([this](bool leave) {
            m_mayClose = leave;
            if (leave)
                close();
        });
    };
    if (!m_workbench.run().isRunning()) {
        closeNow();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Warning, tr("A run is on"),
                                tr("Closing stops the run: the statement in flight is cancelled."),
                                QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Migrations that are done stay applied, and the history says so."));
    const QPushButton *stop = box->addButton(tr("Stop the run and close"), QMessageBox::DestructiveRole);
    QPushButton *keep = box->addButton(tr("Keep running"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(stop, &QAbstractButton::clicked, this, [this, closeNow] {
        if (!m_workbench.run().isRunning()) {
            closeNow();
            return;
        }
        connect(&m_workbench.run(), &RunController::runFinished, this, closeNow, Qt::SingleShotConnection);
        m_workbench.run().stop();
    });
    box->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_mayClose) {
        event->ignore();
        QMetaObject::invokeMethod(this, &MainWindow::askAndClose, Qt::QueuedConnection); // close() does nothing in here
        return;
    }
    Settings::windowGeometry.setValue(saveGeometry());
    if (!m_folder.isEmpty())
        m_panes->save();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFolder(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    if (const QString folder = droppedFolder(event->mimeData()); !folder.isEmpty())
        openFolder(folder);
}

void MainWindow::changeEvent(QEvent *event)
{
    // Files may have been written in place while another program was in front; a folder's watch does not see that.
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_workbench.refresh();
    QMainWindow::changeEvent(event);
}

} // namespace Whimbrel
