// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migrationproject.h"
#include "safety/fixes/quickfix.h"
#include "safety/recipes/recipe.h"

#include <QDialog>

class KMessageWidget;
class QComboBox;
class QLabel;
class QPushButton;

namespace Whimbrel {

class PlannedFiles;
class RecipeForm;

/// What the safe steps instead of a statement would be, as a difference of files, before anything is written. Accepting
/// it emits accepted files; who opened the dialog changes the text and writes them.
class SafeStepsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// What the steps are made from.
    struct Source
    {
        std::shared_ptr<const MigrationProject> project;
        Migration migration;
        QString text; ///< of the file as it is being edited
        Dialect dialect = Dialect::PostgreSql;
        ServerVersion version;
    };

    SafeStepsDialog(Source source, Finding finding, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The file's new text, and further files that are not written yet.
    void stepsChosen(const Whimbrel::AppliedFix &steps);

private:
    void chooseFix();
    void preview();
    void show(const Result<AppliedFix> &steps);
    Fix currentFix() const;

    const Source m_source;
    const Finding m_finding;
    QComboBox *m_fix;
    QLabel *m_message;
    RecipeForm *m_form;
    PlannedFiles *m_files;
    QLabel *m_down;
    KMessageWidget *m_problem;
    QPushButton *m_write;
    AppliedFix m_steps;
    quint64 m_generation = 0; ///< answers to earlier questions are dropped
};

} // namespace Whimbrel
