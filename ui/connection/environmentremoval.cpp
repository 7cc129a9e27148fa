// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/environmentremoval.h"

#include "database/secretstore.h"
#include "settings/personalenvironments.h"
#include "workbench/workbench.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QtConcurrentRun>

#include <algorithm>

namespace Whimbrel {

namespace {

struct EnvironmentRemoval
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::EnvironmentRemoval)
};

/// Under which key the keychain has the environment's password; empty where it has none.
QString keyOf(const Environment &environment, const QDir &folder)
{
    const Result<ConnectionSettings> settings = ConnectionSettings::fromUrl(environment.url, folder);
    return settings && settings->dialect != Dialect::SQLite ? keychainKey(*settings) : QString();
}

void forgetPasswordOf(Workbench &workbench, const Environment &removed)
{
    const QDir folder = workbench.project()->folder();
    const QString key = keyOf(removed, folder);
    const QList<Environment> left = workbench.environments();
    const bool shared =
        std::ranges::any_of(left, [&](const Environment &other) { return keyOf(other, folder) == key; });
    if (key.isEmpty() || shared || !workbench.secrets())
        return;
    QtConcurrent::run([settings = *ConnectionSettings::fromUrl(removed.url, folder), secrets = workbench.secrets()] {
        return secrets->forgetPassword(settings);
    }).then(&workbench, [&workbench](const Result<> &forgotten) {
        if (!forgotten)
            workbench.setStatus(forgotten.error().message + u' ' + forgotten.error().hint);
    });
}

void removeEnvironment(Workbench &workbench, const QString &name)
{
    const QList<Environment> environments = workbench.environments();
    const auto found = std::ranges::find(environments, name, &Environment::name);
    if (found == environments.end() || !found->personal)
        return;
    removePersonalEnvironment(workbench.project()->folder().absolutePath(), name);
    forgetPasswordOf(workbench, *found);
    workbench.setEnvironment({});
}

} // namespace

void askToRemoveEnvironment(Workbench &workbench, const QString &name, QWidget *parent)
{
    auto *box = new QMessageBox(QMessageBox::Question, EnvironmentRemoval::tr("Remove an environment"),
                                EnvironmentRemoval::tr("Remove “%1” from your environments?").arg(name),
                                QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        EnvironmentRemoval::tr("Its address and its saved password are forgotten. The database stays as it is."));
    QPushButton *remove = box->addButton(EnvironmentRemoval::tr("Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    QObject::connect(remove, &QPushButton::clicked, &workbench,
                     [&workbench, name] { removeEnvironment(workbench, name); });
    box->open();
}

} // namespace Whimbrel
