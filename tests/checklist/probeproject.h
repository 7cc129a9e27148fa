// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/probe.h"

#include <QTemporaryDir>

namespace Whimbrel::Test {

/// A dbmate project in a temporary folder with one pending migration, and what a probe looks at.
class ProbeProject
{
public:
    explicit ProbeProject(const QByteArray &upSql = "CREATE TABLE things (id integer);")
    {
        using namespace Qt::StringLiterals;
        write(u"db/migrations/20240101000000_first.sql"_s, "-- migrate:up\n" + upSql + "\n\n-- migrate:down\n");
        write(u"whimbrel.toml"_s, "name = \"shop\"\n");
        Result<MigrationProject> opened = MigrationProject::open(QDir(m_folder.path()));
        Q_ASSERT(opened);
        m_project.emplace(std::move(*opened));
        m_target.environment = u"staging"_s;
        m_target.settings.database = m_folder.filePath(u"shop.db"_s);
    }

    void write(const QString &name, const QByteArray &content) const
    {
        const QFileInfo path(m_folder.filePath(name));
        QDir().mkpath(path.path());
        QFile file(path.filePath());
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s", qPrintable(file.errorString()));
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    Target &target() { return m_target; }
    const MigrationProject &project() const { return *m_project; }

    ProbeResult run(const QString &id, Session *session, std::stop_token stop = {}) const
    {
        const ProbeContext context(*m_project, m_target, session, std::move(stop));
        return Whimbrel::probe(id)->run(context);
    }

private:
    QTemporaryDir m_folder;
    std::optional<MigrationProject> m_project;
    Target m_target;
};

} // namespace Whimbrel::Test

#define COMPARE_STATE(result, expected) \
    QVERIFY2((result).state == ProbeResult::State::expected, \
             qPrintable(probeStateId((result).state) + u" | "_s + (result).value + u" | "_s + (result).message))
