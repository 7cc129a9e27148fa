// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/newmigration.h"
#include "safety/recipes/recipebook.h"

#include <QDialog>

class KMessageWidget;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Whimbrel {

class PlannedFiles;
class RecipeForm;
class Workbench;

/// Asks what a new migration does, or which recipe is to be filled in, shows the files that will be written, and opens
/// the first.
class NewMigrationDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit NewMigrationDialog(Workbench &workbench, QWidget *parent = nullptr);

private:
    void readRecipes();
    void addRecipes();
    void chooseRecipe();
    const Recipe *recipe() const; ///< nullptr: an empty migration
    void preview();
    void previewFiles();
    void create();
    void createFiles();
    void opened(const QString &file);
    void refuse(const Error &error);

    Workbench &m_workbench;
    RecipeBook m_book;
    QList<const Recipe *> m_recipes; ///< as the combo box has them, from its second entry on
    QComboBox *m_recipe;
    QFormLayout *m_form;
    QLineEdit *m_description;
    QLabel *m_file;
    QLabel *m_summary;
    RecipeForm *m_values;
    PlannedFiles *m_files;
    KMessageWidget *m_message;
    QPushButton *m_create;
    QList<PlannedMigration> m_planned;
    quint64 m_generation = 0;
};

} // namespace Whimbrel
