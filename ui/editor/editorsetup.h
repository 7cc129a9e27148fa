// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QSet>

#include <memory>

class QWidget;

namespace KTextEditor {
class Document;
class View;
}

namespace Whimbrel {

/// A document set up for migrations: no spell checking, no swap files, nothing stripped or added.
std::unique_ptr<KTextEditor::Document> createEditorDocument();
/// A view of it without KTextEditor's status bar, whose menus would change the encoding behind our back.
KTextEditor::View *createEditorView(KTextEditor::Document *document, QWidget *parent);
/// The font that Preferences say, else the desktop's fixed one.
void applyEditorFont(KTextEditor::View *view);

/// Keys that KTextEditor's view also wants and that are the window's: saving, reloading, the palette, running.
const QSet<QKeySequence> &windowShortcuts();
/// Takes `keys` out of the view's action collection: two actions on a key are ambiguous, and then neither fires.
void releaseShortcuts(KTextEditor::View *view, const QSet<QKeySequence> &keys);
/// The keys of the window's own actions, beside those of editor views.
QSet<QKeySequence> shortcutsOf(const QWidget *window);

} // namespace Whimbrel
