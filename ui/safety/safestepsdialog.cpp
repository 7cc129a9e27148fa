// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/safestepsdialog.h"

#include "safety/plannedfiles.h"
#include "safety/recipeform.h"
#include "safety/recipes/recipebook.h"

#include <KMessageWidget>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Whimbrel {

SafeStepsDialog::SafeStepsDialog(Source source, Finding finding, QWidget *parent)
    : QDialog(parent)
    , m_source(std::move(source))
    , m_finding(std::move(finding))
    , m_fix(new QComboBox(this))
    , m_message(new QLabel(this))
    , m_form(new RecipeForm(this))
    , m_files(new PlannedFiles(this))
    , m_down(new QLabel(this))
    , m_problem(new KMessageWidget(this))
    , m_write(nullptr)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Safe steps"));
    m_message->setText(m_finding.message);
    for (QLabel *label : {m_message, m_down}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_down->setText(tr("The way down of this file stays as it is: nothing in it undid the statement."));
    m_down->setForegroundRole(QPalette::PlaceholderText);
    m_fix->setAccessibleName(tr("What to do instead"));
    for (const Fix &fix : m_finding.fixes)
        m_fix->addItem(fix.title);
    m_problem->setMessageType(KMessageWidget::Error);
    m_problem->setCloseButtonVisible(false);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_write = buttons->addButton(tr("Write"), QDialogButtonBox::AcceptRole);

    auto *layout = new QVBoxLayout(this);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_message, m_fix, m_form, m_files, m_down, m_problem, buttons})
        layout->addWidget(widget, widget == m_files ? 1 : 0);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 40);

    connect(m_fix, &QComboBox::currentIndexChanged, this, &SafeStepsDialog::chooseFix);
    connect(m_form, &RecipeForm::valuesChanged, this, &SafeStepsDialog::preview);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT stepsChosen(m_steps);
        accept();
    });
    chooseFix();
}

Fix SafeStepsDialog::currentFix() const
{
    return m_finding.fixes.value(m_fix->currentIndex());
}

void SafeStepsDialog::chooseFix()
{
    const Fix fix = currentFix();
    RecipeValues values;
    for (const auto &[name, value] : fix.values)
        values.insert(name, value);
    m_form->clear();
    if (const Recipe *recipe = RecipeBook::builtin().find(fix.recipe, m_source.dialect, m_source.version))
        m_form->setRecipe(*recipe, values, m_source.dialect);
    m_form->setVisible(!fix.isComplete); // otherwise the statement has said everything
    preview();
}

void SafeStepsDialog::preview()
{
    const quint64 generation = ++m_generation;
    m_write->setEnabled(false);
    Fix fix = currentFix();
    const RecipeValues values = m_form->values();
    if (!fix.recipe.isEmpty()) // else there is no form
        fix.values.clear();
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        fix.values.append({value.key(), value.value()});
    if (const QString problem = m_form->problem(); !problem.isEmpty()) {
        show(failure(ErrorKind::Usage, problem));
        return;
    }
    // Looks into the folder for versions that are taken.
    QtConcurrent::run([source = m_source, finding = m_finding, fix] {
        const FixPlace place{.format = source.project->format(),
                             .configuration = source.project->configuration(),
                             .folder = source.project->folder(),
                             .migration = source.migration,
                             .dialect = source.dialect,
                             .version = source.version};
        return applyFix(place, source.text, finding, fix, QDateTime::currentDateTimeUtc());
    }).then(this, [this, generation](const Result<AppliedFix> &steps) {
        if (generation == m_generation)
            show(steps);
    });
}

void SafeStepsDialog::show(const Result<AppliedFix> &steps)
{
    m_problem->setVisible(!steps);
    m_files->setVisible(steps.has_value());
    m_down->setVisible(steps && steps->keepsDown);
    m_write->setEnabled(steps.has_value());
    if (!steps) {
        m_problem->setText(steps.error().toString().toHtmlEscaped().replace(u'\n', u"<br>"_s));
        return;
    }
    m_steps = *steps;
    QList<PlannedFiles::File> files{
        {.name = m_source.migration.displayFile, .before = m_source.text, .after = m_steps.text, .isNew = false}};
    for (const PlannedMigration &migration : m_steps.migrations)
        files.append({.name = migration.fileName(), .before = {}, .after = migration.text});
    m_files->setFiles(files, m_source.dialect);
    const int count = int(m_steps.migrations.size());
    m_write->setText(count == 0 ? tr("Change this file") : tr("Change this file and write %n more", nullptr, count));
}

} // namespace Whimbrel
