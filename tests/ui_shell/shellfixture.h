// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/secretstore.h"
#include "timeline/timeline.h"

#include <QTemporaryDir>
#include <QWidget>

namespace Whimbrel::Test {

/// A project in dbmate's format on SQLite in a temporary folder.
class SmallProject
{
public:
    SmallProject();

    QString folder() const { return m_folder.path(); }
    /// Adds a file of the migrations' folder.
    void add(const QString &fileName, const QString &up, const QString &down = {});
    void write(const QString &path, const QByteArray &content);
    /// Runs statements in the database, which is made where there is none.
    void execute(const QStringList &statements);
    /// Records versions as applied, and makes the database where there is none.
    void apply(const QStringList &versions);

private:
    QTemporaryDir m_folder;
};

/// Knows no password and forgets none.
class NoSecrets final : public SecretStore
{
public:
    QString password(const ConnectionSettings &) override { return {}; }
    Result<> storePassword(const ConnectionSettings &settings, const QString &password) override;

    Result<> forgetPassword(const ConnectionSettings &settings) override;

    QStringList forgotten; ///< for which addresses
    QString stored; ///< the password that was to be kept last
    QString storedFor;
};

/// Settings as on the first start, icons as in the program.
void freshStart();

/// Saves NAME-light.png and NAME-dark.png of `widget` as it looks then, and leaves the light theme on.
void picture(QWidget &widget, const QString &name);

TimelineEntry entry(const QString &version, const QString &description, MigrationState state);

} // namespace Whimbrel::Test
