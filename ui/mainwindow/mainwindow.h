// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"
#include "mainwindow/panes.h"

#include <QMainWindow>

#include <memory>

class KMessageWidget;
class QStackedWidget;
class QToolBar;

namespace Whimbrel {

class ActionRegistry;
class PaneDocks;
class StartPage;
class Workbench;

/// The frame: docks made from a list, start page or editor in the centre, menus, toolbar and status bar.
/// What its actions do is in windowactions.cpp.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Workbench &workbench, QWidget *parent = nullptr);
    ~MainWindow() override;

    Workbench &workbench() const { return m_workbench; }
    ActionRegistry &actionRegistry() const { return *m_actions; }
    PaneDocks &panes() const { return *m_panes; }
    StartPage &startPage() const { return *m_startPage; }
    const Centre &centre() const { return m_centre; }

public Q_SLOTS:
    /// Asks about unsaved work first. Refused, visibly, while a run is on.
    void openFolder(const QString &folder);
    void closeProject();
    /// Asks about unsaved work, and calls `then` if the open project may be left. Refused while a run is on.
    void leaveProject(const std::function<void()> &then);
    void showPane(const QString &id);
    void forgetProject(const QString &folder);
    /// Shows an error as a strip above the centre.
    void showError(const Whimbrel::Error &error);

Q_SIGNALS:
    void recentProjectsChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeCentre();
    void makePanes();
    void makeTop();
    void makeStatusBar();
    void showProject();
    void showProjectFailure(const QString &folder, const Error &error);
    void rememberProject(const QString &folder);
    void askAndClose();
    void updateTitle();

    Workbench &m_workbench;
    ActionRegistry *m_actions = nullptr;
    std::unique_ptr<PaneDocks> m_panes;
    Centre m_centre;
    QStackedWidget *m_pages = nullptr;
    KMessageWidget *m_message = nullptr;
    StartPage *m_startPage = nullptr;
    QToolBar *m_toolBar = nullptr;
    QString m_folder;       ///< of the project that is shown; empty on the start page
    bool m_mayClose = false; ///< the person was asked
    bool m_messageIsProjects = false; ///< the strip says why the project could not be read again
};

} // namespace Whimbrel
