// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/newmigrationdialog.h"

#include "safety/plannedfiles.h"
#include "safety/projectsafety.h"
#include "safety/recipeform.h"
#include "workbench/workbench.h"

#include <KMessageWidget>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Whimbrel {

NewMigrationDialog::NewMigrationDialog(Workbench &workbench, QWidget *parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_recipe(new QComboBox(this))
    , m_form(new QFormLayout)
    , m_description(new QLineEdit(this))
    , m_file(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_values(new RecipeForm(this))
    , m_files(new PlannedFiles(this))
    , m_message(new KMessageWidget(this))
    , m_create(nullptr)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New migration"));
    m_recipe->setObjectName(u"recipe"_s);
    m_description->setObjectName(u"description"_s);
    m_description->setPlaceholderText(tr("add user status"));
    for (QLabel *label : {m_file, m_summary}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_file->setAccessibleName(tr("File"));
    m_message->setMessageType(KMessageWidget::Error);
    m_message->setWordWrap(true);
    m_message->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(tr("Create and open"), QDialogButtonBox::AcceptRole);
    m_create->setDefault(true);

    m_form->addRow(tr("&Recipe:"), m_recipe);
    m_form->addRow(tr("&What it does:"), m_description);
    m_form->addRow(tr("File:"), m_file);
    m_form->addRow(m_summary);
    m_form->addRow(m_values);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    layout->addWidget(m_files, 1);
    layout->addWidget(m_message);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().height() * 34); // a file's path on one line

    readRecipes();
    connect(m_recipe, &QComboBox::currentIndexChanged, this, &NewMigrationDialog::chooseRecipe);
    connect(m_description, &QLineEdit::textChanged, this, &NewMigrationDialog::preview);
    connect(m_values, &RecipeForm::valuesChanged, this, &NewMigrationDialog::preview);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { recipe() ? createFiles() : create(); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    chooseRecipe();
}

void NewMigrationDialog::readRecipes()
{
    m_recipe->addItem(tr("None: an empty migration"));
    QtConcurrent::run([folder = m_workbench.project()->folder()] { return RecipeBook::ofProject(folder); })
        .then(this, [this](const RecipeBook &book) {
            m_book = book;
            addRecipes();
        });
}

void NewMigrationDialog::addRecipes()
{
    m_recipes = m_book.recipes(m_workbench.dialect().value_or(Dialect::SQLite), m_workbench.safety().base().version);
    for (const Recipe *recipe : std::as_const(m_recipes)) {
        const bool own = recipe->origin == Recipe::Origin::Project;
        m_recipe->addItem(own ? tr("%1 (of this project)").arg(recipe->shownTitle()) : recipe->shownTitle());
        m_recipe->setItemData(m_recipe->count() - 1, u"<qt>%1</qt>"_s.arg(recipe->shownSummary().toHtmlEscaped()), Qt::ToolTipRole);
    }
}

const Recipe *NewMigrationDialog::recipe() const
{
    return m_recipes.value(m_recipe->currentIndex() - 1, nullptr);
}

void NewMigrationDialog::chooseRecipe()
{
    const Recipe *chosen = recipe();
    m_form->setRowVisible(m_description, !chosen);
    m_form->setRowVisible(m_file, !chosen);
    m_form->setRowVisible(m_summary, chosen);
    m_form->setRowVisible(m_values, chosen);
    m_files->setVisible(chosen);
    if (chosen) {
        m_summary->setText(chosen->shownSummary());
        m_values->setRecipe(*chosen, {}, m_workbench.dialect().value_or(Dialect::SQLite));
    }
    preview();
    if (chosen)
        resize(size().expandedTo({fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 46}));
    else
        adjustSize();
}

void NewMigrationDialog::preview()
{
    m_message->hide();
    if (recipe()) {
        previewFiles();
        return;
    }
    const quint64 generation = ++m_generation;
    const QString description = m_description->text();
    m_create->setEnabled(!description.trimmed().isEmpty());
    // Looks into the folder for versions that are taken.
    QtConcurrent::run([project = m_workbench.project(), description] {
        const QString sample = description.trimmed().isEmpty() ? u"…"_s : description;
        return project->format().planNew(project->configuration(), project->folder(), sample,
                                         QDateTime::currentDateTimeUtc());
    }).then(this, [this, generation](const Result<Migration> &planned) {
        if (generation == m_generation)
            m_file->setText(planned ? planned->displayFile : planned.error().message);
    });
}

void NewMigrationDialog::previewFiles()
{
    const quint64 generation = ++m_generation;
    const Dialect dialect = m_workbench.dialect().value_or(Dialect::SQLite);
    m_create->setEnabled(false);
    m_planned.clear();
    m_files->setFiles({}, dialect);
    if (!m_values->problem().isEmpty())
        return; // the field says so
    QtConcurrent::run([project = m_workbench.project(), chosen = *recipe(), values = m_values->values(),
                       dialect]() -> Result<QList<PlannedMigration>> {
        const Result<QList<NewMigration>> made = fillIn(chosen, values, dialect);
        if (!made)
            return std::unexpected(made.error());
        return planMigrations(project->format(), project->configuration(), project->folder(), *made, {},
                              QDateTime::currentDateTimeUtc());
    }).then(this, [this, generation, dialect](const Result<QList<PlannedMigration>> &planned) {
        if (generation != m_generation)
            return;
        if (!planned) {
            refuse(planned.error());
            return;
        }
        m_planned = *planned;
        QList<PlannedFiles::File> files;
        for (const PlannedMigration &migration : std::as_const(m_planned))
            files.append({.name = migration.fileName(), .before = {}, .after = migration.text});
        m_files->setFiles(files, dialect);
        m_create->setEnabled(!files.isEmpty());
    });
}

void NewMigrationDialog::create()
{
    m_create->setEnabled(false);
    QtConcurrent::run([project = m_workbench.project(), description = m_description->text()] {
        return project->format().create(project->configuration(), project->folder(), description,
                                        QDateTime::currentDateTimeUtc());
    }).then(this, [this](const Result<Migration> &created) {
        if (created)
            opened(created->file);
        else
            refuse(created.error());
    });
}

void NewMigrationDialog::createFiles()
{
    m_create->setEnabled(false);
    QtConcurrent::run([planned = m_planned] {
        return writeMigrations(planned);
    }).then(this, [this](const Result<> &written) {
        if (written)
            opened(m_planned.first().migration.file);
        else
            refuse(written.error());
    });
}

void NewMigrationDialog::opened(const QString &file)
{
    m_workbench.refresh();
    m_workbench.openFile(file, 2);
    accept();
}

void NewMigrationDialog::refuse(const Error &error)
{
    m_create->setEnabled(!recipe());
    m_message->setText(error.toString().toHtmlEscaped().replace(u'\n', u"<br>"_s));
    m_message->show();
}

} // namespace Whimbrel
