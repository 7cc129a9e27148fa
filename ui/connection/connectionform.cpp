// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/connectionform.h"

#include "settings/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

Dialect dialectOf(ConnectionForm::Kind kind)
{
    switch (kind) {
    case ConnectionForm::Kind::SQLite:
        return Dialect::SQLite;
    case ConnectionForm::Kind::PostgreSql:
        return Dialect::PostgreSql;
    case ConnectionForm::Kind::MySql:
        return Dialect::MySql;
    }
    return Dialect::SQLite;
}

/// The name of an option of a URL, as the database's own library calls it.
QString certificateOption(ConnectionForm::Kind kind)
{
    return kind == ConnectionForm::Kind::PostgreSql ? u"sslrootcert"_s : u"ssl-ca"_s;
}

} // namespace

ConnectionForm::ConnectionForm(const QDir &projectFolder, QWidget *parent)
    : QWidget(parent), m_folder(projectFolder)
{
    m_layout = new QFormLayout(this);
    m_layout->setContentsMargins({});
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_name = addLine(m_layout, tr("&Name:"), u"name"_s, tr("staging"));
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"kind"_s);
    m_kind->addItem(u"SQLite"_s, QVariant::fromValue(Kind::SQLite));
    m_kind->addItem(u"PostgreSQL"_s, QVariant::fromValue(Kind::PostgreSql));
    m_kind->addItem(tr("MariaDB or MySQL"), QVariant::fromValue(Kind::MySql));
    m_layout->addRow(tr("&Database system:"), m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ConnectionForm::showKind);
    makeFileRow(m_layout);
    makeServerRows(m_layout);
    makeSessionRows(m_layout);
    showKind();
}

QLineEdit *ConnectionForm::addLine(QFormLayout *form, const QString &label, const QString &name,
                                   const QString &placeholder)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setPlaceholderText(placeholder);
    form->addRow(label, edit);
    connect(edit, &QLineEdit::textChanged, this, &ConnectionForm::changed);
    return edit;
}

void ConnectionForm::makeFileRow(QFormLayout *form)
{
    m_fileRow = new QWidget(this);
    auto *layout = new QHBoxLayout(m_fileRow);
    layout->setContentsMargins({});
    m_file = new QLineEdit(m_fileRow);
    m_file->setObjectName(u"file"_s);
    m_file->setPlaceholderText(tr("shop.db"));
    m_file->setAccessibleName(tr("Database file"));
    connect(m_file, &QLineEdit::textChanged, this, &ConnectionForm::changed);
    auto *choose = new QToolButton(m_fileRow);
    choose->setIcon(QIcon::fromTheme(u"document-open"_s));
    choose->setToolTip(tr("Choose a file"));
    choose->setAccessibleName(tr("Choose a file"));
    connect(choose, &QAbstractButton::clicked, this, &ConnectionForm::chooseFile);
    layout->addWidget(m_file);
    layout->addWidget(choose);
    m_fileRow->setFocusProxy(m_file);
    form->addRow(tr("&File:"), m_fileRow);
}

void ConnectionForm::makeServerRows(QFormLayout *form)
{
    m_host = addLine(form, tr("&Host:"), u"host"_s, tr("this computer, through its socket"));
    m_port = new QSpinBox(this);
    m_port->setObjectName(u"port"_s);
    m_port->setRange(0, 65535);
    m_port->setSpecialValueText(tr("default"));
    form->addRow(tr("P&ort:"), m_port);
    m_socket = addLine(form, tr("Soc&ket:"), u"socket"_s, tr("default"));
    m_database = addLine(form, tr("Data&base:"), u"database"_s);
    m_user = addLine(form, tr("&User:"), u"user"_s, tr("your login name"));
    m_password = addLine(form, tr("Pass&word:"), u"password"_s, tr("from the keychain, the environment or none"));
    m_password->setEchoMode(QLineEdit::Password);
    QAction *show = m_password->addAction(QIcon::fromTheme(u"password-show-on"_s), QLineEdit::TrailingPosition);
    show->setToolTip(tr("Show the password"));
    show->setCheckable(true);
    connect(show, &QAction::toggled, m_password,
            [this](bool on) { m_password->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
    m_tls = new QComboBox(this);
    m_tls->setObjectName(u"tls"_s);
    m_tls->addItem(tr("When the server offers it"), QString());
    m_tls->addItem(tr("Never"), u"disable"_s);
    m_tls->addItem(tr("Always"), u"require"_s);
    m_tls->addItem(tr("Always, and check the server's certificate"), u"verify-ca"_s);
    m_tls->addItem(tr("Always, and check certificate and host name"), u"verify-full"_s);
    form->addRow(tr("Encryption (&TLS):"), m_tls);
    m_certificate = addLine(form, tr("CA &certificate:"), u"certificate"_s, tr("the system's"));
}

void ConnectionForm::makeSessionRows(QFormLayout *form)
{
    m_role = addLine(form, tr("&Role:"), u"role"_s, tr("none; else SET ROLE after login"));
    m_searchPath = addLine(form, tr("Search &path:"), u"searchPath"_s, tr("the server's"));
    m_color = new QComboBox(this);
    m_color->setObjectName(u"color"_s);
    for (const auto &[text, name] : {std::pair{tr("None"), u""_s}, {tr("Green"), u"green"_s}, {tr("Blue"), u"blue"_s},
                                     {tr("Orange"), u"orange"_s}, {tr("Red"), u"red"_s}, {tr("Purple"), u"purple"_s}})
        m_color->addItem(environmentIcon(environmentColor(name)), text, name);
    form->addRow(tr("Co&lour:"), m_color);
    m_protected = new QCheckBox(tr("&Protected: changes need an open release and the name typed"), this);
    m_readOnly = new QCheckBox(tr("R&ead-only, enforced by the server"), this);
    m_shared = new QCheckBox(tr("&Share with the project: write it to whimbrel.toml, without the password"), this);
    m_protected->setObjectName(u"protected"_s);
    m_readOnly->setObjectName(u"readOnly"_s);
    m_shared->setObjectName(u"shared"_s);
    for (QCheckBox *box : {m_protected, m_readOnly, m_shared}) {
        form->addRow(QString(), box);
        connect(box, &QCheckBox::toggled, this, &ConnectionForm::changed);
    }
}

ConnectionForm::Kind ConnectionForm::kind() const
{
    return m_kind->currentData().value<Kind>();
}

void ConnectionForm::showKind()
{
    const Kind now = kind();
    const bool server = now != Kind::SQLite;
    m_layout->setRowVisible(m_fileRow, !server);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_host, m_port, m_database, m_user, m_password, m_certificate, m_role})
        m_layout->setRowVisible(field, server);
    if (m_forget)
        m_layout->setRowVisible(m_forget, server);
    m_layout->setRowVisible(m_socket, now == Kind::MySql);
    m_layout->setRowVisible(m_tls, now == Kind::PostgreSql);
    m_layout->setRowVisible(m_searchPath, now == Kind::PostgreSql);
    Q_EMIT changed();
}

void ConnectionForm::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose the database file"), m_folder.absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    dialog->setFileMode(QFileDialog::AnyFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const QString relative = m_folder.relativeFilePath(path);
        m_file->setText(relative.startsWith("../"_L1) ? path : relative);
    });
    dialog->open();
}

void ConnectionForm::setNameEditable(bool editable)
{
    m_name->setReadOnly(!editable);
    if (!editable)
        m_name->setToolTip(tr("An environment keeps its name: releases and logs refer to it."));
}

void ConnectionForm::setEnvironment(const Environment &environment)
{
    m_base = environment;
    m_name->setText(environment.name);
    if (const Result<ConnectionSettings> settings = ConnectionSettings::fromUrl(environment.url, m_folder)) {
        const Kind newKind = settings->dialect == Dialect::SQLite       ? Kind::SQLite
            : settings->dialect == Dialect::PostgreSql ? Kind::PostgreSql
                                                       : Kind::MySql;
        m_kind->setCurrentIndex(m_kind->findData(QVariant::fromValue(newKind)));
        const QString relative = m_folder.relativeFilePath(settings->database);
        m_file->setText(newKind != Kind::SQLite || relative.startsWith("../"_L1) ? settings->database : relative);
        m_host->setText(settings->host);
        m_port->setValue(settings->port);
        m_database->setText(settings->database);
        m_user->setText(settings->user);
        m_otherOptions = settings->options;
        m_socket->setText(m_otherOptions.take(u"unix_socket"_s));
        m_certificate->setText(m_otherOptions.take(certificateOption(newKind)));
        const int mode = newKind == Kind::PostgreSql ? m_tls->findData(m_otherOptions.value(u"sslmode"_s)) : -1;
        if (mode > 0)
            m_otherOptions.remove(u"sslmode"_s); // one that the list lacks ("prefer", "allow") stays as it is
        m_tls->setCurrentIndex(std::max(mode, 0));
    }
    m_role->setText(environment.role);
    m_searchPath->setText(environment.searchPath);
    if (const int index = m_color->findData(environment.color); index >= 0) {
        m_color->setCurrentIndex(index);
    } else {
        m_color->addItem(environmentIcon(environmentColor(environment.color)), environment.color, environment.color);
        m_color->setCurrentIndex(m_color->count() - 1);
    }
    m_protected->setChecked(environment.isProtected);
    m_readOnly->setChecked(environment.readOnly);
    m_shared->setChecked(!environment.personal && !environment.name.isEmpty());
}

QString ConnectionForm::url() const
{
    if (kind() == Kind::SQLite) {
        const QString file = m_file->text().trimmed();
        return file.startsWith(u'/') ? u"sqlite://"_s + file : u"sqlite:"_s + file;
    }
    ConnectionSettings settings;
    settings.dialect = dialectOf(kind());
    settings.host = m_host->text().trimmed();
    settings.port = m_port->value();
    settings.database = m_database->text().trimmed();
    settings.user = m_user->text().trimmed();
    settings.options = m_otherOptions;
    const auto setOption = [&settings](const QString &option, const QString &value) {
        if (!value.isEmpty())
            settings.options.insert(option, value);
    };
    setOption(certificateOption(kind()), m_certificate->text().trimmed());
    if (kind() == Kind::MySql)
        setOption(u"unix_socket"_s, m_socket->text().trimmed());
    else
        setOption(u"sslmode"_s, m_tls->currentData().toString());
    return settings.displayUrl();
}

Environment ConnectionForm::environment() const
{
    Environment environment = m_base;
    environment.name = m_name->text().trimmed();
    environment.url = url();
    environment.color = m_color->currentData().toString();
    environment.isProtected = m_protected->isChecked();
    environment.readOnly = m_readOnly->isChecked();
    environment.role = kind() == Kind::SQLite ? QString() : m_role->text().trimmed();
    environment.searchPath = kind() == Kind::PostgreSql ? m_searchPath->text().trimmed() : QString();
    environment.personal = !m_shared->isChecked();
    return environment;
}

void ConnectionForm::offerToForgetPassword()
{
    m_forget = new QPushButton(tr("Forget the saved password"), this);
    m_forget->setObjectName(u"forgetPassword"_s);
    m_forget->setAutoDefault(false);
    int row = 0;
    m_layout->getWidgetPosition(m_password, &row, nullptr);
    m_forget->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_layout->insertRow(row + 1, QString(), m_forget);
    m_layout->setRowVisible(m_forget, kind() != Kind::SQLite);
    connect(m_forget, &QAbstractButton::clicked, this, &ConnectionForm::forgetPasswordRequested);
}

QString ConnectionForm::password() const
{
    return kind() == Kind::SQLite ? QString() : m_password->text();
}

bool ConnectionForm::isComplete() const
{
    const QLineEdit *what = kind() == Kind::SQLite ? m_file : m_database;
    return !m_name->text().trimmed().isEmpty() && !what->text().trimmed().isEmpty();
}

} // namespace Whimbrel
