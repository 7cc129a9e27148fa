// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migration.h"
#include "sql/splitter.h"

#include <KTextEditor/Cursor>

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace KTextEditor {
class Document;
class MovingRange;
class View;
}

namespace Whimbrel {

/// The statements of a migration file, in the file's own positions.
struct FileStatements
{
    MigrationScripts scripts;
    QList<Statement> up;
    QList<Statement> down;
    QList<ScriptProblem> upProblems; ///< where the splitter had to guess
    QList<ScriptProblem> downProblems;
    /// Why the project's tool could not read the file; its text is then one up section.
    std::optional<Error> unreadable;

    /// The statement that holds `offset`, or nullptr between two statements.
    const Statement *statementAt(qsizetype offset) const;
};

/// Reads a file's text as its project's tool does; called on a pool thread.
using ScriptReader = std::function<Result<MigrationScripts>(const QString &text)>;

/// Splits both sections. Without a reader, or where it gives an error, the whole text is one up section.
FileStatements findStatements(const QString &text, Dialect dialect, const ScriptReader &read);

/// Keeps the statements of a document while it is edited, and marks the one at the caret.
/// Splitting is done on a pool thread 150 ms after the last key; until then the marked range moves with the text.
class StatementRanges final : public QObject
{
    Q_OBJECT

public:
    StatementRanges(KTextEditor::Document *document, KTextEditor::View *view, QObject *parent);
    ~StatementRanges() override;

    void setReader(Dialect dialect, const ScriptReader &reader);
    const FileStatements &statements() const { return m_statements; }
    /// The statement the caret is in, if the text is the one that was split.
    const Statement *current() const;
    /// Begins to split at once, for a document that was just opened.
    void update();

Q_SIGNALS:
    void statementsChanged();
    void currentChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void markCurrent();
    void markAgain();

    KTextEditor::Document *m_document;
    KTextEditor::View *m_view;
    std::optional<Dialect> m_dialect;
    ScriptReader m_reader;
    FileStatements m_statements;
    qint64 m_revision = -1; ///< of the text that m_statements describes
    std::unique_ptr<KTextEditor::MovingRange> m_mark;
    QTimer m_timer;
    bool m_splitting = false;
};

} // namespace Whimbrel
