// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/editorsafety.h"

#include "safety/projectsafety.h"

#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

QList<StatementNotes::Note> notesOf(const MigrationAnalysis &analysis, Dialect dialect)
{
    QList<StatementNotes::Note> notes;
    for (const auto *script : {&analysis.up, &analysis.down}) {
        if (!*script)
            continue;
        for (const StatementAnalysis &statement : (*script)->statements) {
            const ImpactNote note = impactNote(statement, dialect);
            if (!note.parts.isEmpty())
                notes.append({.line = statement.statement.endLine - 1, .note = note});
        }
    }
    return notes;
}

/// Why the file cannot be read, as a finding in its line: nothing else is known of it then.
Finding findingOf(const Error &error, const QString &text)
{
    const int line = std::max(error.position.line, 1);
    qsizetype begin = 0;
    for (int i = 1; i < line && begin >= 0; ++i)
        begin = text.indexOf(u'\n', begin) + 1;
    const qsizetype end = text.indexOf(u'\n', begin);
    Finding finding;
    finding.severity = Severity::Error;
    finding.file = error.position.file;
    finding.start = {begin, line, 1};
    finding.end = {end < 0 ? text.size() : end, line, int((end < 0 ? text.size() : end) - begin) + 1};
    finding.statement = 0;
    finding.message = error.message;
    finding.why = error.detail;
    finding.fix = error.hint;
    return finding;
}

} // namespace

EditorSafety::EditorSafety(KTextEditor::Document *document, KTextEditor::View *view, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_view(view)
    , m_notes(document, view)
    , m_marks(new FindingMarks(document, view, this))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(100ms); // notes are there 150 ms after the last key
    connect(&m_timer, &QTimer::timeout, this, &EditorSafety::analyse);
    connect(document, &KTextEditor::Document::textChanged, this, &EditorSafety::update);
}

EditorSafety::~EditorSafety()
{
    m_stop.request_stop();
    delete m_marks; // before the notes and the view
    forget(std::move(m_found));
}

void EditorSafety::setContext(const ProjectSafety *safety, const std::optional<Migration> &migration,
                              const QString &file)
{
    if (m_safety && m_safety != safety)
        m_safety->disconnect(this);
    if (safety && m_safety != safety)
        connect(safety, &ProjectSafety::baseChanged, this, &EditorSafety::update);
    m_safety = safety;
    m_migration = migration;
    m_file = file;
    update();
}

void EditorSafety::update()
{
    m_timer.start();
}

void EditorSafety::analyse()
{
    if (!m_safety)
        return;
    if (m_running) {
        m_again = true;
        return;
    }
    const std::shared_ptr<EditedAnalysis> edited = m_migration ? m_safety->edited(m_migration->version) : nullptr;
    if (m_migration && !edited)
        return; // the project is still being read; baseChanged() follows
    m_running = true;
    m_again = false;
    m_stop = {};
    const qint64 revision = m_document->revision();
    const auto work = [edited, migration = m_migration, text = m_document->text(), file = m_file,
                       base = m_safety->base(), stop = m_stop.get_token()]() -> FoundResult {
        Result<MigrationAnalysis> analysis =
            edited ? edited->analyse(*migration, text, stop) : analyseText(text, file, base);
        if (!analysis)
            return std::unexpected(analysis.error());
        auto found = std::make_shared<Found>(Found{std::move(*analysis), {}, {}});
        found->notes = notesOf(found->analysis, base.dialect);
        found->findings = found->analysis.findings();
        if (found->analysis.error)
            found->findings.append(findingOf(*found->analysis.error, found->analysis.text));
        return found;
    };
    QtConcurrent::run(work).then(this,
                                 [this, revision](QFuture<FoundResult> found) { take(found.takeResult(), revision); });
}

void EditorSafety::take(FoundResult found, qint64 revision)
{
    m_running = false;
    if (m_again)
        m_timer.start(0ms);
    if (!found)
        return;
    const bool isOld = !m_safety || revision != m_document->revision(); // typed meanwhile; the timer runs
    if (!isOld)
        m_found.swap(*found);
    forget(std::move(*found));
    if (isOld)
        return;
    show(revision);
    Q_EMIT analysed();
}

void EditorSafety::forget(std::shared_ptr<const Found> found)
{
    if (found)
        QThreadPool::globalInstance()->start([last = std::move(found)]() mutable { last.reset(); });
}

void EditorSafety::show(qint64 revision)
{
    m_notes.setNotes(m_found->notes, revision);
    const bool applied = m_migration && m_safety->isApplied(m_migration->version);
    m_marks->setFindings(applied ? QList<Finding>() : m_found->findings); // nobody changes what has run
}

QList<Finding> EditorSafety::findingsAtCaret() const
{
    const KTextEditor::Cursor caret = m_view->cursorPosition();
    QList<Finding> found = m_marks->at(caret.line(), caret.column());
    if (!found.isEmpty() || !m_found)
        return found;
    // Anywhere in the caret's statement, and about the file at its head.
    for (const Finding &finding : m_marks->findings()) {
        const bool here = finding.start.line - 1 <= caret.line() && caret.line() <= finding.end.line - 1;
        if (here)
            found.append(finding);
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &Finding::severity);
    return found;
}

void EditorSafety::goToNextFinding()
{
    goTo(false);
}

void EditorSafety::goToPreviousFinding()
{
    goTo(true);
}

void EditorSafety::goTo(bool backwards)
{
    const KTextEditor::Cursor caret = m_view->cursorPosition();
    const FindingMarks::Place place = m_marks->next(caret.line(), caret.column(), backwards);
    if (place.line >= 0)
        m_view->setCursorPosition(KTextEditor::Cursor(place.line, place.column));
}

} // namespace Whimbrel
