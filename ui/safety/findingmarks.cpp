// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/findingmarks.h"

#include "safety/severitylook.h"

#include <KTextEditor/Attribute>
#include <KTextEditor/Document>
#include <KTextEditor/MovingRange>
#include <KTextEditor/View>

#include <algorithm>

namespace Whimbrel {

namespace {

using KTextEditor::Document;

// Not the editor's own Warning and Error: those paint the whole line in a colour of the theme.
constexpr Document::MarkTypes infoMark = Document::markType08;
constexpr Document::MarkTypes warningMark = Document::markType09;
constexpr Document::MarkTypes errorMark = Document::markType10;
constexpr uint ourMarks = infoMark | warningMark | errorMark;

Document::MarkTypes markOf(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return infoMark;
    case Severity::Warning:
        return warningMark;
    case Severity::Error:
        return errorMark;
    }
    Q_UNREACHABLE_RETURN(warningMark);
}

} // namespace

FindingMarks::FindingMarks(Document *document, KTextEditor::View *view, QObject *parent)
    : QObject(parent), m_document(document), m_view(view)
{
    for (const Severity severity : {Severity::Info, Severity::Warning, Severity::Error}) {
        document->setMarkIcon(markOf(severity), severityIcon(severity));
        document->setMarkDescription(markOf(severity), severityName(severity));
    }
    view->registerTextHintProvider(this);
    connect(document, &Document::aboutToInvalidateMovingInterfaceContent, this, &FindingMarks::clear);
}

FindingMarks::~FindingMarks()
{
    m_view->unregisterTextHintProvider(this);
}

void FindingMarks::setFindings(const QList<Finding> &findings)
{
    if (findings == m_findings && !m_marked.empty())
        return; // the ranges have moved along
    clear();
    m_findings = findings;
    draw();
}

void FindingMarks::clear()
{
    m_marked.clear();
    m_findings.clear();
    const QHash<int, KTextEditor::Mark *> marks = m_document->marks();
    QList<int> lines;
    for (const KTextEditor::Mark *mark : marks) {
        if (mark->type & ourMarks)
            lines.append(mark->line);
    }
    for (const int line : std::as_const(lines))
        m_document->removeMark(line, ourMarks);
}

void FindingMarks::draw()
{
    const qsizetype count = std::min(m_findings.size(), drawnAtMost);
    m_marked.reserve(std::size_t(count));
    for (qsizetype i = 0; i < count; ++i) {
        const Finding &finding = m_findings.at(i);
        markLine(finding.start.line - 1, finding.severity);
        if (finding.statement < 0)
            continue; // about the whole file
        const KTextEditor::Range place(m_document->offsetToCursor(finding.start.offset),
                                       m_document->offsetToCursor(finding.end.offset));
        KTextEditor::Attribute::Ptr wave(new KTextEditor::Attribute);
        wave->setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave->setUnderlineColor(severityColor(finding.severity, m_view->palette()));
        Marked marked{std::unique_ptr<KTextEditor::MovingRange>(m_document->newMovingRange(place)), i};
        marked.range->setZDepth(-100.0 - double(finding.severity)); // the worst is drawn last
        marked.range->setAttribute(wave);
        m_marked.push_back(std::move(marked));
    }
}

void FindingMarks::markLine(int line, Severity severity)
{
    const uint there = m_document->mark(line) & ourMarks;
    const bool worse = (there & errorMark) || ((there & warningMark) && severity == Severity::Info);
    if (worse)
        return;
    m_document->removeMark(line, ourMarks);
    m_document->addMark(line, markOf(severity));
}

QList<Finding> FindingMarks::at(int line, int column) const
{
    const KTextEditor::Cursor position(line, column);
    QList<Finding> found;
    for (const Marked &marked : m_marked) {
        const KTextEditor::Range range = marked.range->toRange();
        if (range.contains(position) || range.end() == position)
            found.append(m_findings.at(marked.finding));
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &Finding::severity);
    return found;
}

FindingMarks::Place FindingMarks::next(int line, int column, bool backwards) const
{
    QList<KTextEditor::Cursor> places;
    for (const Marked &marked : m_marked)
        places.append(marked.range->toRange().start());
    if (places.isEmpty())
        return {};
    std::ranges::sort(places);
    const KTextEditor::Cursor here(line, column);
    const auto place = [](KTextEditor::Cursor cursor) { return Place{cursor.line(), cursor.column()}; };
    if (backwards) {
        const auto at = std::ranges::lower_bound(places, here);
        return place(at == places.begin() ? places.last() : *std::prev(at));
    }
    const auto after = std::ranges::upper_bound(places, here);
    return place(after == places.end() ? places.first() : *after);
}

QString FindingMarks::textHint(KTextEditor::View *, const KTextEditor::Cursor &position)
{
    QString hint;
    for (const Finding &finding : at(position.line(), position.column()))
        hint += findingHint(finding);
    return hint;
}

} // namespace Whimbrel
