// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorarea.h"

#include "editor/editorsetup.h"
#include "editor/migrationeditor.h"
#include "editor/unsavedwork.h"
#include "safety/editorsafety.h"
#include "settings/settings.h"

#include <KActionCollection>
#include <KTextEditor/View>

#include <QAction>
#include <QFileInfo>
#include <QIcon>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Whimbrel {

struct EditorArea::Private
{
    QTabWidget *tabs = nullptr;
    QLabel *empty = nullptr;
    QStackedLayout *stack = nullptr;
    std::shared_ptr<const MigrationProject> project;
    std::optional<Dialect> dialect;
    Timeline timeline;
    ProjectSafety *safety = nullptr;
    QList<QAction *> fileActions;
    QList<QAction *> editActions;
    QHash<QAction *, QString> forwarded; ///< to an action of the current view, by its name
    QAction *save = nullptr;
    QAction *saveAll = nullptr;
    QAction *close = nullptr;
};

EditorArea::EditorArea(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>())
{
    d->tabs = new QTabWidget(this);
    d->tabs->setDocumentMode(true);
    d->tabs->setTabsClosable(true);
    d->tabs->setMovable(true);
    d->tabs->setElideMode(Qt::ElideMiddle);
    d->tabs->tabBar()->setAccessibleName(tr("Open files"));
    d->empty = new QLabel(tr("No file is open.\nChoose a migration in the timeline to read or edit it."), this);
    d->empty->setAlignment(Qt::AlignCenter);
    d->empty->setForegroundRole(QPalette::PlaceholderText);
    d->empty->setBackgroundRole(QPalette::Base);
    d->empty->setAutoFillBackground(true);
    d->stack = new QStackedLayout(this);
    d->stack->setContentsMargins(0, 0, 0, 0);
    d->stack->addWidget(d->empty);
    d->stack->addWidget(d->tabs);
    createActions();
    connect(d->tabs, &QTabWidget::currentChanged, this, [this] {
        updateActions();
        Q_EMIT currentEditorChanged();
    });
    connect(d->tabs, &QTabWidget::tabCloseRequested, this,
            [this](int index) { closeEditor(qobject_cast<MigrationEditor *>(d->tabs->widget(index))); });
}

EditorArea::~EditorArea()
{
    destroyEditors();
}

// A KTextEditor view holds a bare pointer to its completion list, which is a child of the window: the view has to go
// before the window deletes its children in whatever order they are.
void EditorArea::destroyEditors()
{
    saveTabs();
    d->project.reset();
    d->tabs->disconnect(this);
    qDeleteAll(editors());
}

QAction *EditorArea::forwardedAction(const QString &editorAction, const QString &text, const QString &icon)
{
    auto *action = new QAction(QIcon::fromTheme(icon), text, this);
    d->forwarded.insert(action, editorAction);
    d->editActions << action;
    connect(action, &QAction::triggered, this, [this, editorAction] {
        const MigrationEditor *editor = currentEditor();
        if (!editor)
            return;
        if (QAction *target = editor->view()->actionCollection()->action(editorAction))
            target->trigger();
    });
    return action;
}

void EditorArea::findingAction(const QString &text, const QString &icon, const QKeySequence &key,
                               void (EditorSafety::*act)())
{
    auto *action = new QAction(QIcon::fromTheme(icon), text, this);
    action->setShortcut(key);
    d->editActions << action;
    connect(action, &QAction::triggered, this, [this, act] {
        MigrationEditor *editor = currentEditor();
        if (!editor)
            return;
        editor->showPage(MigrationEditor::Page::Text);
        (editor->safety().*act)();
    });
}

// The view has these keys too and acts on them itself; the menu's entries show no second shortcut, which would be
// ambiguous.
void EditorArea::createActions()
{
    d->save = new QAction(QIcon::fromTheme(u"document-save"_s), tr("&Save"), this);
    d->save->setShortcut(QKeySequence::Save);
    connect(d->save, &QAction::triggered, this, [this] {
        if (MigrationEditor *editor = currentEditor())
            editor->document().save();
    });
    d->saveAll = new QAction(QIcon::fromTheme(u"document-save-all"_s), tr("Save &All"), this);
    connect(d->saveAll, &QAction::triggered, this, [this] {
        for (MigrationEditor *editor : editors()) {
            if (editor->document().isModified())
                editor->document().save();
        }
    });
    d->close = new QAction(QIcon::fromTheme(u"document-close"_s), tr("&Close File"), this);
    d->close->setShortcut(QKeySequence(u"Ctrl+W"_s));
    connect(d->close, &QAction::triggered, this, [this] {
        if (MigrationEditor *editor = currentEditor())
            closeEditor(editor);
    });
    d->fileActions = {d->save, d->saveAll, d->close};

    forwardedAction(u"edit_undo"_s, tr("&Undo"), u"edit-undo"_s);
    forwardedAction(u"edit_redo"_s, tr("&Redo"), u"edit-redo"_s);
    forwardedAction(u"edit_cut"_s, tr("Cu&t"), u"edit-cut"_s);
    forwardedAction(u"edit_copy"_s, tr("&Copy"), u"edit-copy"_s);
    forwardedAction(u"edit_paste"_s, tr("&Paste"), u"edit-paste"_s);
    forwardedAction(u"edit_find"_s, tr("&Find…"), u"edit-find"_s);
    forwardedAction(u"edit_replace"_s, tr("R&eplace…"), u"edit-find-replace"_s);
    forwardedAction(u"go_goto_line"_s, tr("&Go to Line…"), u"go-jump"_s);
    forwardedAction(u"tools_toggle_comment"_s, tr("Toggle Co&mment"), u"code-context"_s);
    findingAction(tr("&Next Finding"), u"go-down-search"_s, Qt::Key_F8, &EditorSafety::goToNextFinding);
    findingAction(tr("Pre&vious Finding"), u"go-up-search"_s, Qt::SHIFT | Qt::Key_F8,
                  &EditorSafety::goToPreviousFinding);
    auto *steps = new QAction(QIcon::fromTheme(u"tools-wizard"_s), tr("Safe &Steps…"), this);
    steps->setShortcut(Qt::ALT | Qt::Key_Return);
    d->editActions << steps;
    connect(steps, &QAction::triggered, this, [this] {
        if (MigrationEditor *editor = currentEditor(); editor && !editor->offerSafeSteps())
            Q_EMIT statusRequested(tr("Nothing safer is known for the statement at the caret."));
    });
    updateActions();
}

QList<QAction *> EditorArea::fileActions() const
{
    return d->fileActions;
}

QList<QAction *> EditorArea::editActions() const
{
    return d->editActions;
}

void EditorArea::updateActions()
{
    const MigrationEditor *editor = currentEditor();
    for (QAction *action : d->editActions)
        action->setEnabled(editor);
    d->close->setEnabled(editor);
    d->save->setEnabled(editor && const_cast<MigrationEditor *>(editor)->document().isModified());
    d->saveAll->setEnabled(hasUnsavedWork());
    d->stack->setCurrentWidget(d->tabs->count() == 0 ? static_cast<QWidget *>(d->empty) : d->tabs);
}

MigrationEditor *EditorArea::currentEditor() const
{
    return qobject_cast<MigrationEditor *>(d->tabs->currentWidget());
}

QList<MigrationEditor *> EditorArea::editors() const
{
    QList<MigrationEditor *> editors;
    for (int i = 0; i < d->tabs->count(); ++i)
        editors << qobject_cast<MigrationEditor *>(d->tabs->widget(i));
    return editors;
}

QStringList EditorArea::openFiles() const
{
    QStringList files;
    for (const MigrationEditor *editor : editors())
        files << editor->path();
    return files;
}

bool EditorArea::hasUnsavedWork() const
{
    return std::ranges::any_of(editors(), [](MigrationEditor *editor) { return editor->document().isModified(); });
}

MigrationEditor *EditorArea::openFile(const QString &path, int line, int column)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    MigrationEditor *editor = nullptr;
    for (MigrationEditor *open : editors()) {
        if (open->path() == file)
            editor = open;
    }
    if (!editor) {
        editor = new MigrationEditor(file, this);
        editor->setContext(d->project, d->dialect, d->timeline);
        editor->setSafety(d->safety);
        releaseShortcuts(editor->view(), shortcutsOf(window()));
        if (window() != this)
            connect(window(), &QObject::destroyed, this, &EditorArea::destroyEditors, Qt::UniqueConnection);
        connect(editor, &MigrationEditor::titleChanged, this, [this, editor] { updateTab(editor); });
        connect(editor, &MigrationEditor::migrationsWritten, this, &EditorArea::migrationsWritten);
        d->tabs->addTab(editor, QFileInfo(file).fileName());
        updateTab(editor);
    }
    d->tabs->setCurrentWidget(editor);
    updateActions();
    editor->goTo(line, column);
    editor->setFocus();
    return editor;
}

void EditorArea::setSafety(ProjectSafety *safety)
{
    d->safety = safety;
    for (MigrationEditor *editor : editors())
        editor->setSafety(safety);
}

void EditorArea::applyFont()
{
    for (const MigrationEditor *editor : editors())
        applyEditorFont(editor->view());
}

void EditorArea::updateTab(MigrationEditor *editor)
{
    const int index = d->tabs->indexOf(editor);
    if (index < 0)
        return;
    const QString name = QFileInfo(editor->path()).fileName();
    const bool modified = editor->document().isModified();
    d->tabs->setTabText(index, modified ? tr("%1 *", "a file with unsaved text").arg(name) : name);
    d->tabs->setTabToolTip(index, modified ? tr("%1 (not saved)").arg(editor->path()) : editor->path());
    updateActions();
}

void EditorArea::setContext(std::shared_ptr<const MigrationProject> project, std::optional<Dialect> dialect,
                            const Timeline &timeline)
{
    const QString before = d->project ? d->project->folder().absolutePath() : QString();
    const QString now = project ? project->folder().absolutePath() : QString();
    if (before != now)
        saveTabs();
    d->project = std::move(project);
    d->dialect = dialect;
    d->timeline = timeline;
    if (before != now)
        restoreTabs();
    for (MigrationEditor *editor : editors())
        editor->setContext(d->project, d->dialect, d->timeline);
}

// Which files were open belongs to the person and the project, not to the project's folder.
void EditorArea::saveTabs() const
{
    if (!d->project)
        return;
    const QString folder = d->project->folder().absolutePath();
    Settings::openFiles(folder).setValue(openFiles());
    Settings::currentFile(folder).setValue(currentEditor() ? currentEditor()->path() : QString());
}

void EditorArea::restoreTabs()
{
    for (MigrationEditor *editor : editors()) {
        if (!editor->document().isModified())
            removeEditor(editor);
    }
    if (!d->project)
        return;
    const QString folder = d->project->folder().absolutePath();
    const QString current = Settings::currentFile(folder).value();
    QtConcurrent::run([files = Settings::openFiles(folder).value(), folder] {
        QStringList present = files + UnsavedWork::filesBelow(folder);
        present.removeDuplicates();
        present.removeIf([](const QString &file) { return !QFileInfo::exists(file); });
        return present;
    }).then(this, [this, folder, current](const QStringList &files) {
        if (!d->project || d->project->folder().absolutePath() != folder)
            return;
        const QString wanted = currentEditor() ? currentEditor()->path() : current;
        for (const QString &file : files)
            openFile(file);
        if (files.contains(wanted))
            openFile(wanted);
    });
}

void EditorArea::removeEditor(MigrationEditor *editor)
{
    d->tabs->removeTab(d->tabs->indexOf(editor));
    delete editor; // at once: see destroyEditors()
    updateActions();
}

void EditorArea::closeEditor(MigrationEditor *editor)
{
    if (!editor)
        return;
    const auto close = [this, editor = QPointer(editor)](bool agreed) {
        if (agreed && editor)
            removeEditor(editor);
    };
    if (editor->document().isModified())
        askAbout({editor}, close);
    else
        close(true);
}

void EditorArea::askToClose(std::function<void(bool)> done)
{
    QList<MigrationEditor *> unsaved = editors();
    unsaved.removeIf([](MigrationEditor *editor) { return !editor->document().isModified(); });
    if (unsaved.isEmpty())
        done(true);
    else
        askAbout(unsaved, std::move(done));
}

void EditorArea::askAbout(const QList<MigrationEditor *> &editors, std::function<void(bool)> done)
{
    QStringList names;
    for (const MigrationEditor *editor : editors)
        names << QFileInfo(editor->path()).fileName();
    auto *box = new QMessageBox(window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setTextFormat(Qt::PlainText);
    box->setText(names.size() == 1 ? tr("%1 has unsaved text.").arg(names.first())
                                   : tr("%n files have unsaved text.", nullptr, int(names.size())));
    box->setInformativeText(names.size() == 1
                                ? tr("What is not saved is lost when it is closed.")
                                : tr("What is not saved is lost when they are closed:\n%1").arg(names.join(u'\n')));
    QPushButton *save = box->addButton(tr("Save"), QMessageBox::AcceptRole);
    QPushButton *forget = box->addButton(tr("Close without saving"), QMessageBox::DestructiveRole);
    QPushButton *cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(save);
    box->setEscapeButton(cancel);
    connect(box, &QMessageBox::finished, this, [this, box, save, forget, editors, done = std::move(done)] {
        if (box->clickedButton() == save) {
            saveThen(editors, this, done);
        } else if (box->clickedButton() == forget) {
            for (MigrationEditor *editor : editors)
                editor->document().abandonChanges();
            done(true);
        } else {
            done(false);
        }
    });
    box->open();
}

// One after the other; the first that cannot be saved stops it, and its editor says why.
void EditorArea::saveThen(QList<MigrationEditor *> editors, const QObject *context, std::function<void(bool)> done)
{
    if (editors.isEmpty()) {
        done(true);
        return;
    }
    MigrationDocument *document = &editors.takeFirst()->document();
    auto *once = new QObject(document);
    const auto finish = [once, editors, context, done](bool saved) {
        once->deleteLater();
        once->disconnect();
        if (saved)
            saveThen(editors, context, done);
        else
            done(false);
    };
    connect(document, &MigrationDocument::saved, once, [finish] { finish(true); });
    connect(document, &MigrationDocument::saveFailed, once, [finish] { finish(false); });
    connect(document, &MigrationDocument::changedOnDisk, once, [finish] { finish(false); });
    document->save();
}

} // namespace Whimbrel
