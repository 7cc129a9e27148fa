// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/newmigrationdialog.h"

#include "workbench/workbench.h"

#include <KMessageWidget>

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
    : QDialog(parent), m_workbench(workbench), m_description(new QLineEdit(this)), m_file(new QLabel(this)),
      m_message(new KMessageWidget(this)), m_create(nullptr)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New migration"));
    m_description->setObjectName(u"description"_s);
    m_description->setPlaceholderText(tr("add user status"));
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_file->setTextFormat(Qt::PlainText);
    m_file->setWordWrap(true);
    m_file->setAccessibleName(tr("File"));
    m_message->setMessageType(KMessageWidget::Error);
    m_message->setWordWrap(true);
    m_message->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(tr("Create and open"), QDialogButtonBox::AcceptRole);
    m_create->setDefault(true);

    auto *form = new QFormLayout;
    form->addRow(tr("&What it does:"), m_description);
    form->addRow(tr("File:"), m_file);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_message);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(sizeHint().expandedTo({fontMetrics().height() * 34, 0}));

    connect(m_description, &QLineEdit::textChanged, this, &NewMigrationDialog::preview);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewMigrationDialog::create);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    preview();
}

void NewMigrationDialog::preview()
{
    const quint64 generation = ++m_generation;
    const QString description = m_description->text();
    m_create->setEnabled(!description.trimmed().isEmpty());
    m_message->hide();
    // Looks into the folder for versions that are taken.
    QtConcurrent::run([project = m_workbench.project(), description] {
        const QString sample = description.trimmed().isEmpty() ? u"…"_s : description;
        return project->format().planNew(project->configuration(), project->folder(), sample, QDateTime::currentDateTimeUtc());
    }).then(this, [this, generation](const Result<Migration> &planned) {
        if (generation == m_generation)
            m_file->setText(planned ? planned->displayFile : planned.error().message);
    });
}

void NewMigrationDialog::create()
{
    m_create->setEnabled(false);
    QtConcurrent::run([project = m_workbench.project(), description = m_description->text()] {
        return project->format().create(project->configuration(), project->folder(), description, QDateTime::currentDateTimeUtc());
    }).then(this, [this](const Result<Migration> &created) {
        if (!created) {
            m_create->setEnabled(true);
            m_message->setText(created.error().toString().toHtmlEscaped().replace(u'\n', u"<br>"_s));
            m_message->show();
            return;
        }
        m_workbench.refresh();
        m_workbench.openFile(created->file, 2);
        accept();
    });
}

} // namespace Whimbrel
