// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/finding.h"

#include <KTextEditor/TextHintInterface>

#include <QObject>

#include <memory>
#include <vector>

namespace KTextEditor {
class Document;
class MovingRange;
class View;
}

namespace Whimbrel {

/// Shows findings in a text: waves under their ranges, a mark at the border of their lines, and why and how on hover.
/// The ranges move with the text while it is edited.
class FindingMarks final : public QObject, public KTextEditor::TextHintProvider
{
    Q_OBJECT

public:
    FindingMarks(KTextEditor::Document *document, KTextEditor::View *view, QObject *parent);
    ~FindingMarks() override;

    /// More than this many are listed under Problems and not drawn: nobody reads them in the text.
    static constexpr qsizetype drawnAtMost = 500;

    void setFindings(const QList<Finding> &findings);
    const QList<Finding> &findings() const { return m_findings; }
    /// Those whose range, as it is now, holds the position; the worst first.
    QList<Finding> at(int line, int column) const;
    /// The place of the next or previous finding from a position, around the end; an invalid line of -1 where there is
    /// none.
    struct Place
    {
        int line = -1;
        int column = 0;
    };
    Place next(int line, int column, bool backwards) const;

    QString textHint(KTextEditor::View *view, const KTextEditor::Cursor &position) override;

private:
    struct Marked
    {
        std::unique_ptr<KTextEditor::MovingRange> range;
        qsizetype finding = 0;
    };

    void draw();
    void clear();
    void markLine(int line, Severity severity);

    KTextEditor::Document *m_document;
    KTextEditor::View *m_view;
    QList<Finding> m_findings;
    std::vector<Marked> m_marked;
};

} // namespace Whimbrel
