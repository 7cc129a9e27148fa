// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/findingmarks.h"
#include "safety/project/projectanalysis.h"
#include "safety/statementnotes.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <stop_token>

namespace Whimbrel {

class ProjectSafety;

/// Analyses the text of an editor while it is typed and shows what was found in it. Nothing of it runs on the GUI
/// thread but the drawing, and one analysis at a time: a large script is analysed again when the one before is done.
class EditorSafety final : public QObject
{
    Q_OBJECT

public:
    EditorSafety(KTextEditor::Document *document, KTextEditor::View *view, QObject *parent);
    ~EditorSafety() override;

    /// What the text is a migration of; unset: a script by itself, as which `file` is shown. `safety` may be null.
    void setContext(const ProjectSafety *safety, const std::optional<Migration> &migration, const QString &file);
    /// Of the text as it was last analysed; null before.
    const MigrationAnalysis *analysis() const { return m_found ? &m_found->analysis : nullptr; }
    /// Findings at the caret's statement, the worst first.
    QList<Finding> findingsAtCaret() const;
    StatementNotes &notes() { return m_notes; }
    FindingMarks &marks() { return *m_marks; }

public Q_SLOTS:
    void update();
    void goToNextFinding();
    void goToPreviousFinding();

Q_SIGNALS:
    void analysed();

private:
    /// An analysis and what is drawn of it, made on the pool: of a large script it is much.
    struct Found
    {
        MigrationAnalysis analysis;
        QList<StatementNotes::Note> notes;
        QList<Finding> findings;
    };
    using FoundResult = Result<std::shared_ptr<const Found>>;

    void analyse();
    void take(FoundResult found, qint64 revision);
    void show(qint64 revision);
    /// Freeing the analysis of a large script takes longer than a frame: on the pool, too.
    static void forget(std::shared_ptr<const Found> found);
    void goTo(bool backwards);

    KTextEditor::Document *m_document;
    KTextEditor::View *m_view;
    StatementNotes m_notes;
    FindingMarks *m_marks;
    const ProjectSafety *m_safety = nullptr;
    std::optional<Migration> m_migration;
    QString m_file;
    std::shared_ptr<const Found> m_found;
    QTimer m_timer;
    std::stop_source m_stop;
    bool m_running = false;
    bool m_again = false; ///< the text or its context changed while it was analysed
};

} // namespace Whimbrel
