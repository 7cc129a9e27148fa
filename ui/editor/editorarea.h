// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migrationproject.h"
#include "timeline/timeline.h"

#include <QKeySequence>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QAction;

namespace Whimbrel {

class EditorSafety;
class MigrationEditor;
class ProjectSafety;
class Workbench;

/// The centre of the window: one tab for each open migration file.
class EditorArea final : public QWidget
{
    Q_OBJECT

public:
    explicit EditorArea(QWidget *parent = nullptr);
    ~EditorArea() override;

    MigrationEditor *openFile(const QString &path, int line = 0, int column = 0);
    MigrationEditor *currentEditor() const;
    QList<MigrationEditor *> editors() const;
    QStringList openFiles() const;
    bool hasUnsavedWork() const;
    /// Takes the font of Preferences into the open editors.
    void applyFont();

    /// Keeps to the workbench from now on: its project, dialect and timeline, and its requests to open files.
    void follow(Workbench &workbench);
    void setContext(std::shared_ptr<const MigrationProject> project, std::optional<Dialect> dialect,
                    const Timeline &timeline);

    /// Where open and future editors get their analysis from.
    void setSafety(ProjectSafety *safety);

    /// Asks about unsaved files, saves or forgets them as the person says, and calls `done(true)`; `done(false)` if
    /// they would rather not close, or a file could not be saved. Calls at once when nothing is unsaved. Opens a
    /// dialog, never waits.
    void askToClose(std::function<void(bool)> done);
    /// The same for one tab, which then closes.
    void closeEditor(MigrationEditor *editor);

    /// For the window's menus; enabled where they can do something.
    QList<QAction *> fileActions() const; ///< save, save all, close
    QList<QAction *> editActions() const; ///< undo to go to line

Q_SIGNALS:
    void currentEditorChanged();
    void migrationsWritten();
    void statusRequested(const QString &message);

private:
    struct Private;
    void createActions();
    QAction *forwardedAction(const QString &editorAction, const QString &text, const QString &icon);
    void findingAction(const QString &text, const QString &icon, const QKeySequence &key, void (EditorSafety::*act)());
    void updateTab(MigrationEditor *editor);
    void updateActions();
    void destroyEditors();
    void removeEditor(MigrationEditor *editor);
    void saveTabs() const;
    void restoreTabs();
    static void saveThen(QList<MigrationEditor *> editors, const QObject *context, std::function<void(bool)> done);
    void askAbout(const QList<MigrationEditor *> &editors, std::function<void(bool)> done);

    std::unique_ptr<Private> d;
};

} // namespace Whimbrel
