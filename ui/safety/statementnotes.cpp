// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/statementnotes.h"

#include "safety/severitylook.h"

#include <KTextEditor/Document>
#include <KTextEditor/InlineNote>
#include <KTextEditor/View>

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Whimbrel {

StatementNotes::StatementNotes(KTextEditor::Document *document, KTextEditor::View *view)
    : m_document(document)
    , m_view(view)
{
    connect(document, &KTextEditor::Document::aboutToInvalidateMovingInterfaceContent, this, &StatementNotes::forget);
    view->registerInlineNoteProvider(this);
}

StatementNotes::~StatementNotes()
{
    m_view->unregisterInlineNoteProvider(this);
    if (m_revision >= 0)
        m_document->unlockRevision(m_revision);
}

// Another text takes the document's place: its revisions begin anew.
void StatementNotes::forget()
{
    m_revision = -1;
    m_notes.clear();
}

void StatementNotes::setNotes(const QList<Note> &notes, qint64 revision)
{
    m_document->lockRevision(revision);
    if (m_revision >= 0)
        m_document->unlockRevision(m_revision);
    m_revision = revision;
    m_notes.clear();
    for (const Note &note : notes) {
        ImpactNote &there = m_notes[note.line]; // several statements may end on one line
        there.parts = there.parts.isEmpty() ? note.note.parts : QStringList{there.text(), note.note.text()};
        there.level = std::max(there.level, note.note.level);
    }
    Q_EMIT inlineNotesReset();
}

const ImpactNote *StatementNotes::noteAt(int line) const
{
    if (m_notes.isEmpty() || m_revision < 0)
        return nullptr;
    int then = line;
    if (m_document->revision() != m_revision) {
        int column = 0;
        m_document->transformCursor(then, column, KTextEditor::MovingCursor::StayOnInsert, m_document->revision(),
                                    m_revision);
    }
    const auto found = m_notes.constFind(then);
    return found == m_notes.constEnd() ? nullptr : &found.value();
}

QString StatementNotes::textAt(int line) const
{
    const ImpactNote *note = noteAt(line);
    return note ? note->text() : QString();
}

QList<int> StatementNotes::inlineNotes(int line) const
{
    if (!noteAt(line))
        return {};
    return {m_document->lineLength(line) + 2};
}

QSize StatementNotes::inlineNoteSize(const KTextEditor::InlineNote &note) const
{
    const ImpactNote *here = noteAt(note.position().line());
    if (!here)
        return {};
    const QFontMetrics metrics(note.font());
    return {metrics.horizontalAdvance(here->text()) + metrics.averageCharWidth() * 2, note.lineHeight()};
}

void StatementNotes::paintInlineNote(const KTextEditor::InlineNote &note, QPainter &painter, Qt::LayoutDirection) const
{
    const ImpactNote *here = noteAt(note.position().line());
    if (!here)
        return;
    const NoteColors colors = noteColors(here->level, m_view->palette());
    const QSize size = inlineNoteSize(note);
    const QRectF box = QRectF(0, 0, size.width(), size.height()).adjusted(0, 1, 0, -1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.background);
    painter.drawRoundedRect(box, box.height() / 4, box.height() / 4);
    painter.setPen(colors.text);
    painter.setFont(note.font());
    painter.drawText(box, Qt::AlignCenter, here->text());
    painter.restore();
}

} // namespace Whimbrel
