// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editorstrips.h"
#include "editor/migrationeditor.h"
#include "safety/editorsafety.h"
#include "safety/projectsafety.h"
#include "safety/safestepsdialog.h"

#include <KTextEditor/Document>

#include <QtConcurrentRun>

#include <algorithm>

namespace Whimbrel {

bool MigrationEditor::offerSafeSteps()
{
    const bool editable =
        m_document.readOnlyReason() == ReadOnlyReason::None && m_project && m_entry && m_projectSafety;
    QList<Finding> found = m_safety->findingsAtCaret();
    found.removeIf([](const Finding &finding) { return finding.fixes.isEmpty(); });
    const auto fixable = std::ranges::max_element(found, {}, &Finding::severity); // what matters most first
    if (!editable || fixable == found.end())
        return false;
    const AnalysisBase &base = m_projectSafety->base();
    auto *dialog = new SafeStepsDialog({.project = m_project,
                                        .migration = m_entry->migration,
                                        .text = m_document.document()->text(),
                                        .dialect = base.dialect,
                                        .version = base.version},
                                       *fixable, this);
    connect(dialog, &SafeStepsDialog::stepsChosen, this, &MigrationEditor::takeSteps);
    dialog->open();
    return true;
}

// The new files first: should one not be writable, the statement is still where it was.
void MigrationEditor::takeSteps(const AppliedFix &steps)
{
    QFuture<Result<>> writing =
        QtConcurrent::run([migrations = steps.migrations] { return writeMigrations(migrations); });
    writing.then(this, [this, text = steps.text](const Result<> &written) {
        if (!written) {
            m_strips->showFailure(written.error());
            return;
        }
        KTextEditor::Document *document = m_document.document();
        document->replaceText(document->documentRange(), text); // one step of undo
        m_document.save();
        Q_EMIT migrationsWritten();
    });
}

} // namespace Whimbrel
