// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/statementranges.h"

#include <KSyntaxHighlighting/Theme>
#include <KTextEditor/Attribute>
#include <KTextEditor/Document>
#include <KTextEditor/MovingRange>
#include <KTextEditor/View>

#include <QApplication>
#include <QPalette>
#include <QtConcurrentRun>

#include <algorithm>

using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

const Statement *find(const QList<Statement> &statements, qsizetype offset)
{
    const auto after =
        std::ranges::upper_bound(statements, offset, {}, [](const Statement &s) { return s.start.offset; });
    if (after == statements.begin())
        return nullptr;
    const Statement &candidate = *std::prev(after);
    return offset <= candidate.end() ? &candidate : nullptr;
}

QList<Statement> splitSection(const MigrationScript &script, Dialect dialect, QList<ScriptProblem> &problems)
{
    if (!script.exists)
        return {};
    SplitScript split = splitScript(script.text, dialect, script.start);
    problems = std::move(split.problems);
    return std::move(split.statements);
}

QColor blend(const QColor &from, const QColor &to, double share)
{
    return QColor::fromRgbF(float(from.redF() + (to.redF() - from.redF()) * share),
                            float(from.greenF() + (to.greenF() - from.greenF()) * share),
                            float(from.blueF() + (to.blueF() - from.blueF()) * share));
}

} // namespace

const Statement *FileStatements::statementAt(qsizetype offset) const
{
    if (const Statement *statement = find(up, offset))
        return statement;
    return find(down, offset);
}

FileStatements findStatements(const QString &text, Dialect dialect, const ScriptReader &read)
{
    FileStatements found;
    found.scripts.up = MigrationScript{.text = text, .start = {}, .transaction = true, .exists = true};
    if (read) {
        if (const Result<MigrationScripts> scripts = read(text))
            found.scripts = *scripts;
        else
            found.unreadable = scripts.error();
    }
    found.up = splitSection(found.scripts.up, dialect, found.upProblems);
    found.down = splitSection(found.scripts.down, dialect, found.downProblems);
    return found;
}

StatementRanges::StatementRanges(KTextEditor::Document *document, KTextEditor::View *view, QObject *parent)
    : QObject(parent), m_document(document), m_view(view)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(150ms);
    connect(&m_timer, &QTimer::timeout, this, &StatementRanges::update);
    connect(m_document, &KTextEditor::Document::textChanged, this, [this] { m_timer.start(); });
    connect(m_view, &KTextEditor::View::cursorPositionChanged, this, &StatementRanges::markCurrent);
    connect(m_view, &KTextEditor::View::configChanged, this, &StatementRanges::markAgain); // its theme is one of these
    m_view->installEventFilter(this);
    connect(m_document, &KTextEditor::Document::aboutToInvalidateMovingInterfaceContent, this,
            [this] { m_mark.reset(); });
}

StatementRanges::~StatementRanges() = default;

bool StatementRanges::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() ==
        QEvent::PaletteChange) // the mark has a colour of the one before; the editor takes its theme after this
        QMetaObject::invokeMethod(this, &StatementRanges::markAgain, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void StatementRanges::markAgain()
{
    m_mark.reset();
    markCurrent();
}

void StatementRanges::setReader(Dialect dialect, const ScriptReader &reader)
{
    m_dialect = dialect;
    m_reader = reader;
    update();
}

void StatementRanges::update()
{
    if (!m_dialect)
        return;
    if (m_splitting) {
        m_timer.start(); // one at a time: a slow split must not pile up behind a fast typist
        return;
    }
    m_splitting = true;
    const qint64 revision = m_document->revision();
    QtConcurrent::run(&findStatements, m_document->text(), *m_dialect, m_reader)
        .then(this, [this, revision](const FileStatements &statements) {
            m_splitting = false;
            if (revision != m_document->revision())
                return; // typed meanwhile; the timer runs
            m_statements = statements;
            m_revision = revision;
            markCurrent();
            Q_EMIT statementsChanged();
        });
}

const Statement *StatementRanges::current() const
{
    if (m_revision != m_document->revision())
        return nullptr;
    return m_statements.statementAt(m_document->cursorToOffset(m_view->cursorPosition()));
}

void StatementRanges::markCurrent()
{
    if (m_revision != m_document->revision())
        return; // the mark moves with the text until it is split again
    const Statement *statement = current();
    if (!statement) {
        m_mark.reset();
        Q_EMIT currentChanged();
        return;
    }
    const KTextEditor::Range range(m_document->offsetToCursor(statement->start.offset),
                                   m_document->offsetToCursor(statement->end()));
    if (m_mark && m_mark->toRange() == range)
        return;
    KTextEditor::Attribute::Ptr attribute(new KTextEditor::Attribute);
    // The editor's background is its own, not the palette's.
    const QColor background =
        QColor::fromRgba(m_view->theme().editorColor(KSyntaxHighlighting::Theme::BackgroundColor));
    attribute->setBackground(blend(background, m_view->palette().color(QPalette::Highlight), 0.15));
    m_mark.reset(m_document->newMovingRange(range));
    m_mark->setView(m_view);
    m_mark->setZDepth(1000.0); // behind selection, search hits and findings
    m_mark->setAttribute(attribute);
    Q_EMIT currentChanged();
}

} // namespace Whimbrel
