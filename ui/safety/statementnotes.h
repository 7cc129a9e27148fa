// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/impacttext.h"

#include <KTextEditor/InlineNoteProvider>

#include <QHash>

namespace KTextEditor {
class Document;
class View;
}

namespace Whimbrel {

/// Draws what each statement does behind its last line: its lock, and what it reads or writes under it. The notes
/// belong to a revision of the text and follow their lines until newer ones come.
class StatementNotes final : public KTextEditor::InlineNoteProvider
{
    Q_OBJECT

public:
    StatementNotes(KTextEditor::Document *document, KTextEditor::View *view);
    ~StatementNotes() override;

    struct Note
    {
        int line = 0; ///< from 0, where the statement ends
        ImpactNote note;
    };
    /// `revision` is the document's when the text was analysed.
    void setNotes(const QList<Note> &notes, qint64 revision);
    /// What stands behind a line; empty for none. For tests and screen readers.
    QString textAt(int line) const;

    QList<int> inlineNotes(int line) const override;
    QSize inlineNoteSize(const KTextEditor::InlineNote &note) const override;
    void paintInlineNote(const KTextEditor::InlineNote &note, QPainter &painter,
                         Qt::LayoutDirection direction) const override;

private:
    const ImpactNote *noteAt(int line) const;
    void forget();

    KTextEditor::Document *m_document;
    KTextEditor::View *m_view;
    QHash<int, ImpactNote> m_notes; ///< by line of m_revision
    qint64 m_revision = -1;
};

} // namespace Whimbrel
