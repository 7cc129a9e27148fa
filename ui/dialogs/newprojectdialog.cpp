// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/newprojectdialog.h"

#include "project/migrationproject.h"

#include <KMessageWidget>

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Whimbrel {

NewProjectDialog::NewProjectDialog(const QString &folder, QWidget *parent)
    : QDialog(parent), m_folder(new QLineEdit(this)), m_name(new QLineEdit(this)), m_url(new QLineEdit(this)),
      m_files(new QLabel(this)), m_message(new KMessageWidget(this)), m_create(nullptr)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New project"));
    m_folder->setObjectName(u"folder"_s);
    m_folder->setText(QDir::toNativeSeparators(folder));
    m_name->setObjectName(u"name"_s);
    m_url->setObjectName(u"url"_s);
    m_url->setText(u"sqlite:db/database.sqlite3"_s);
    m_url->setPlaceholderText(u"postgresql://user@host/database"_s);
    m_url->setToolTip(tr("sqlite:PATH, postgresql://user@host/database or mariadb://user@host/database.\n"
                         "Without a password. You can also connect a database later."));
    auto *choose = new QToolButton(this);
    choose->setIcon(QIcon::fromTheme(u"document-open-folder"_s));
    choose->setToolTip(tr("Choose a folder"));
    choose->setAccessibleName(tr("Choose a folder"));
    m_files->setTextFormat(Qt::PlainText);
    m_files->setForegroundRole(QPalette::PlaceholderText);
    m_message->setMessageType(KMessageWidget::Error);
    m_message->setWordWrap(true);
    m_message->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(tr("Create project"), QDialogButtonBox::AcceptRole);

    auto *folderRow = new QWidget(this);
    auto *folderLayout = new QHBoxLayout(folderRow);
    folderLayout->setContentsMargins({});
    folderLayout->addWidget(m_folder);
    folderLayout->addWidget(choose);
    folderRow->setFocusProxy(m_folder);
    m_folder->setAccessibleName(tr("Folder"));
    auto *form = new QFormLayout;
    form->addRow(tr("&Folder:"), folderRow);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Database:"), m_url);
    form->addRow(QString(), m_files);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_message);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(sizeHint().expandedTo({fontMetrics().height() * 36, 0}));

    connect(choose, &QAbstractButton::clicked, this, &NewProjectDialog::chooseFolder);
    connect(m_folder, &QLineEdit::textChanged, this, &NewProjectDialog::update);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewProjectDialog::create);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    update();
}

void NewProjectDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Choose the folder of the new project"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folder,
            [this](const QString &path) { m_folder->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void NewProjectDialog::update()
{
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    m_create->setEnabled(QDir::isAbsolutePath(folder));
    m_name->setPlaceholderText(folder.isEmpty() ? QString() : QDir(folder).dirName());
    m_files->setText(
        tr("Writes whimbrel.toml and the folder db/migrations in dbmate's format.\nNothing that is there is changed."));
    m_message->hide();
}

void NewProjectDialog::create()
{
    const QDir folder(QDir::cleanPath(QDir::fromNativeSeparators(m_folder->text().trimmed())));
    const QString name = m_name->text().trimmed().isEmpty() ? folder.dirName() : m_name->text().trimmed();
    m_create->setEnabled(false);
    QtConcurrent::run([folder, name, url = m_url->text().trimmed()]() -> Result<QString> {
        if (!folder.mkpath(u"."_s))
            return failure(ErrorKind::Io, tr("The folder %1 cannot be created.").arg(folder.path()),
                           tr("Check the permissions of the folder above."));
        const Result<MigrationProject> project = MigrationProject::create(folder, name, url);
        if (!project)
            return std::unexpected(project.error());
        return project->folder().absolutePath();
    }).then(this, [this](const Result<QString> &made) {
        m_create->setEnabled(true);
        if (!made) {
            m_message->setText(made.error().toString().toHtmlEscaped().replace(u'\n', u"<br>"_s));
            m_message->show();
            return;
        }
        Q_EMIT created(*made);
        accept();
    });
}

} // namespace Whimbrel
