// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/connectiondialog.h"

#include "connection/connectionform.h"
#include "connection/connectiontest.h"
#include "database/secretstore.h"
#include "workbench/workbench.h"

#include <KMessageWidget>

#include <QDialogButtonBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

ConnectionDialog::ConnectionDialog(Workbench &workbench, const Environment &environment, QWidget *parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_form(new ConnectionForm(workbench.project()->folder(), this))
    , m_test(new ConnectionTest(workbench.secrets(), this))
    , m_message(new KMessageWidget(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
    , m_before(environment)
    , m_isNew(environment.name.isEmpty())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_isNew ? tr("Connect a database") : tr("Edit “%1”").arg(environment.name));
    m_form->setEnvironment(environment);
    m_form->setNameEditable(m_isNew);
    if (!m_isNew)
        m_form->offerToForgetPassword();
    m_message->setWordWrap(true);
    m_message->hide();
    m_buttons->button(QDialogButtonBox::Save)->setText(m_isNew ? tr("Save and connect") : tr("Save"));

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_form);
    layout->addWidget(m_message);
    layout->addStretch();
    makeTestRow();
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_testButton);
    foot->addWidget(m_busy);
    foot->addStretch();
    foot->addWidget(m_buttons);
    layout->addLayout(foot);

    connect(m_form, &ConnectionForm::changed, this, &ConnectionDialog::updateButtons);
    connect(m_form, &ConnectionForm::forgetPasswordRequested, this, &ConnectionDialog::forgetPassword);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ConnectionDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateButtons();
    resize(sizeHint().expandedTo({fontMetrics().height() * 38, 0}));
}

void ConnectionDialog::makeTestRow()
{
    m_testButton = new QPushButton(tr("&Test"), this);
    m_testButton->setObjectName(u"test"_s);
    m_testButton->setAutoDefault(false);
    m_busy = new QProgressBar(this);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setMaximumWidth(fontMetrics().height() * 6);
    m_busy->setAccessibleName(tr("Connecting"));
    connect(m_testButton, &QAbstractButton::clicked, this, &ConnectionDialog::startOrCancelTest);
    connect(m_test, &ConnectionTest::finished, this, &ConnectionDialog::showTestState);
    connect(m_test, &ConnectionTest::failed, this, &ConnectionDialog::showError);
    connect(m_test, &ConnectionTest::succeeded, this, &ConnectionDialog::showSuccess);
    showTestState();
}

void ConnectionDialog::startOrCancelTest()
{
    if (m_test->isRunning()) {
        m_test->cancel();
        return;
    }
    m_message->hide();
    const Environment environment = m_form->environment();
    Result<ConnectionSettings> settings = ConnectionSettings::fromUrl(environment.url, m_workbench.project()->folder());
    if (!settings) {
        showError(settings.error());
        return;
    }
    settings->password = m_form->password();
    settings->role = environment.role;
    settings->searchPath = environment.searchPath;
    settings->readOnly = environment.readOnly;
    m_test->start(*settings);
    showTestState();
}

void ConnectionDialog::showTestState()
{
    m_busy->setVisible(m_test->isRunning());
    m_testButton->setText(m_test->isRunning() ? tr("Cancel the &test") : tr("&Test"));
}

void ConnectionDialog::showError(const Error &error)
{
    m_message->setMessageType(KMessageWidget::Error);
    m_message->setText(error.toString().toHtmlEscaped().replace(u'\n', u"<br>"_s));
    m_message->show();
}

void ConnectionDialog::showSuccess(const QString &message)
{
    m_message->setMessageType(KMessageWidget::Positive);
    m_message->setText(message.toHtmlEscaped());
    m_message->show();
}

/// Of the environment as it is saved: what the fields say may be another's login.
void ConnectionDialog::forgetPassword()
{
    const Result<ConnectionSettings> settings =
        ConnectionSettings::fromUrl(m_before.url, m_workbench.project()->folder());
    if (!settings) {
        showError(settings.error());
        return;
    }
    QtConcurrent::run([settings = *settings, secrets = m_workbench.secrets()] {
        return secrets ? secrets->forgetPassword(settings) : Result<>();
    }).then(this, [this](const Result<> &forgotten) {
        if (forgotten)
            showSuccess(tr("The keychain holds no password for %1 any more.").arg(m_before.name));
        else
            showError(forgotten.error());
    });
}

void ConnectionDialog::updateButtons()
{
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(m_form->isComplete());
    m_testButton->setEnabled(m_form->isComplete());
}

void ConnectionDialog::save()
{
    const Environment environment = m_form->environment();
    const QList<Environment> others = m_workbench.environments();
    if (m_isNew && std::ranges::contains(others, environment.name, &Environment::name)) {
        showError({.kind = ErrorKind::Usage,
                   .message = tr("There is an environment of the name “%1” already.").arg(environment.name),
                   .detail = {},
                   .hint = tr("Choose another name."),
                   .code = {},
                   .position = {}});
        return;
    }
    Result<ConnectionSettings> settings = ConnectionSettings::fromUrl(environment.url, m_workbench.project()->folder());
    if (!settings) {
        showError(settings.error());
        return;
    }
    const QString password = m_form->password();
    if (password.isEmpty()) {
        saveEnvironment(environment);
        return;
    }
    m_buttons->setEnabled(false);
    QtConcurrent::run([settings = *settings, password, secrets = m_workbench.secrets()]() -> Result<> {
        return secrets ? secrets->storePassword(settings, password) : Result<>();
    }).then(this, [this, environment](const Result<> &stored) {
        m_buttons->setEnabled(true);
        // Without a keychain the password serves until the program ends: no reason not to go on.
        if (!stored)
            m_workbench.setStatus(u"%1 %2"_s.arg(stored.error().message, stored.error().hint));
        saveEnvironment(environment);
    });
}

void ConnectionDialog::saveEnvironment(const Environment &environment)
{
    if (const Result<> saved = m_workbench.saveEnvironment(environment); !saved) {
        showError(saved.error());
        return;
    }
    // A lock that is taken off is not to pass unseen.
    if (m_before.readOnly && !environment.readOnly)
        m_workbench.setStatus(tr("%1 is not read-only any more.").arg(environment.name));
    if (m_before.isProtected && !environment.isProtected)
        m_workbench.setStatus(tr("%1 is not protected any more.").arg(environment.name));
    accept();
}

} // namespace Whimbrel
