// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/formats/migrationformat.h"

namespace Whimbrel {

/// dbmate's conventions (https://github.com/amacneil/dbmate): one file a migration with an up and a down section, named
/// VERSION_name.sql, in db/migrations. tests/interop compares with the real tool.
class DbmateFormat final : public MigrationFormat
{
public:
    QString id() const override;
    QString name() const override;
    QString summary() const override;
    bool recognises(const ProjectConfiguration &configuration, const QDir &folder, QString *evidence) const override;
    QString looksFor() const override;
    ProjectConfiguration withToolDefaults(ProjectConfiguration configuration, const QDir &folder) const override;
    MigrationListing list(const ProjectConfiguration &configuration, const QDir &folder) const override;
    Result<MigrationScripts> read(const Migration &migration) const override;
    Result<MigrationScripts> parse(const QString &text, const QString &displayFile) const override;
    Result<Migration> planNew(const ProjectConfiguration &configuration, const QDir &folder, const QString &description,
                              const QDateTime &now, const QString &after) const override;
    using MigrationFormat::planNew;
    Result<QString> compose(const NewMigration &migration) const override;
    bool isBefore(const QString &a, const QString &b) const override;
    QString sectionMarker(Direction direction, bool transaction) const override;
    Result<Migration> create(const ProjectConfiguration &configuration, const QDir &folder, const QString &description,
                             const QDateTime &now) const override;
    std::unique_ptr<HistoryTable> historyTable(const ProjectConfiguration &configuration, const ConnectionSettings &settings) const override;
    QList<Migration> undoOrder(QList<Migration> applied) const override;
    bool sendsAsOneString(const MigrationScript &script, Dialect dialect) const override;
    QString noTransactionMarker() const override;
    QStringList differences(const MigrationScript &script, const QList<Statement> &statements, Dialect dialect) const override;
    QString afterRun(const ProjectConfiguration &configuration, const QDir &folder, const ConnectionSettings &settings,
                     const std::stop_token &stop) const override;
};

} // namespace Whimbrel
