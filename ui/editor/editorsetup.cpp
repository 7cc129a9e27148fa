// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorsetup.h"

#include "settings/settings.h"

#include <KActionCollection>
#include <KConfigGroup>
#include <KSharedConfig>
#include <KTextEditor/Document>
#include <KTextEditor/Editor>
#include <KTextEditor/View>

#include <QAction>
#include <QFontDatabase>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

// KTextEditor reads these from the program's own configuration and offers no other way to set them. Without swap files:
// UnsavedWork says why. Without reloading by itself: MigrationDocument does that, with the bytes in view.
void writeEditorDefaults()
{
    KConfigGroup group(KSharedConfig::openConfig(), u"KTextEditor Document"_s);
    group.writeEntry("Swap File Mode", 0);
    group.writeEntry("Newline at End of File", false);
    group.writeEntry("Remove Spaces", 0);
    group.writeEntry("Auto Reload If State Is In Version Control", false);
    group.writeEntry("On-The-Fly Spellcheck", false);
    KConfigGroup view(KSharedConfig::openConfig(), u"KTextEditor View"_s);
    view.writeEntry("Show Scrollbars", 1); // where there is something to scroll
}

KTextEditor::Editor *editor()
{
    static KTextEditor::Editor *const instance = [] {
        writeEditorDefaults();
        return KTextEditor::Editor::instance();
    }();
    return instance;
}

} // namespace

std::unique_ptr<KTextEditor::Document> createEditorDocument()
{
    std::unique_ptr<KTextEditor::Document> document(editor()->createDocument(nullptr));
    document->setConfigValue(u"on-the-fly-spellcheck"_s, false);
    document->setConfigValue(u"remove-spaces"_s, 0);
    document->setConfigValue(u"replace-tabs"_s, true);
    document->setConfigValue(u"indent-width"_s, 4);
    document->setModifiedOnDiskWarning(false);
    return document;
}

KTextEditor::View *createEditorView(KTextEditor::Document *document, QWidget *parent)
{
    KTextEditor::View *view = document->createView(parent);
    view->setStatusBarEnabled(false);
    view->setConfigValue(u"line-numbers"_s, true);
    view->setConfigValue(u"icon-bar"_s, true); // for the marks of findings
    view->setConfigValue(u"folding-bar"_s, true);
    view->setConfigValue(u"dynamic-word-wrap"_s, false);
    view->setConfigValue(u"modification-markers"_s, true);
    releaseShortcuts(view, windowShortcuts());
    applyEditorFont(view);
    return view;
}

void applyEditorFont(KTextEditor::View *view)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (const QString chosen = Settings::editorFont.value(); !chosen.isEmpty())
        font.fromString(chosen);
    view->setConfigValue(u"font"_s, font);
}

const QSet<QKeySequence> &windowShortcuts()
{
    static const QSet<QKeySequence> keys{
        QKeySequence(u"Ctrl+S"_s),        QKeySequence(u"Ctrl+Shift+S"_s),      QKeySequence(u"F5"_s),
        QKeySequence(u"Refresh"_s),       QKeySequence(u"Ctrl+K"_s),            QKeySequence(u"Ctrl+Return"_s),
        QKeySequence(u"Ctrl+Enter"_s),    QKeySequence(u"Ctrl+Shift+Return"_s), QKeySequence(u"Ctrl+Shift+Enter"_s),
        QKeySequence(u"Ctrl+Shift+P"_s),  QKeySequence(u"Ctrl+P"_s),            QKeySequence(u"Ctrl+O"_s),
        QKeySequence(u"Ctrl+N"_s),        QKeySequence(u"Ctrl+W"_s),            QKeySequence(u"Ctrl+Q"_s),
        QKeySequence(u"Ctrl+."_s),        QKeySequence(u"F8"_s),                QKeySequence(u"Shift+F8"_s),
        QKeySequence(u"F7"_s),            QKeySequence(u"Ctrl+L"_s),            QKeySequence(u"Ctrl+Shift+L"_s),
        QKeySequence(u"Ctrl+Shift+O"_s),  QKeySequence(u"Alt+Return"_s),        QKeySequence(u"Ctrl+6"_s),
        QKeySequence(u"Ctrl+8"_s),        QKeySequence(u"Ctrl+9"_s),
    };
    return keys;
}

void releaseShortcuts(KTextEditor::View *view, const QSet<QKeySequence> &keys)
{
    for (QAction *action : view->actionCollection()->actions()) {
        QList<QKeySequence> shortcuts = action->shortcuts();
        if (shortcuts.removeIf([&keys](const QKeySequence &key) { return keys.contains(key); }) > 0)
            action->setShortcuts(shortcuts);
    }
}

QSet<QKeySequence> shortcutsOf(const QWidget *window)
{
    const auto isOfAView = [](const QObject *object) {
        while (object && !qobject_cast<const KTextEditor::View *>(object))
            object = object->parent();
        return object != nullptr;
    };
    QSet<QKeySequence> keys;
    for (const QAction *action : window->findChildren<QAction *>() + window->actions()) {
        if (isOfAView(action))
            continue;
        for (const QKeySequence &key : action->shortcuts())
            keys << key;
    }
    return keys;
}

} // namespace Whimbrel
