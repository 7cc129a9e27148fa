// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connectionsettings.h"

#include <QDir>
#include <QStringList>

namespace Whimbrel::Test {

/// The real dbmate, run on a project and a database.
class DbmateTool
{
public:
    struct Outcome
    {
        int exitCode = -1;
        QString output; ///< of both streams
    };

    DbmateTool(const QDir &project, const ConnectionSettings &settings);

    static bool isInstalled();
    /// The address as dbmate writes it.
    static QString url(const ConnectionSettings &settings);

    Outcome run(const QStringList &arguments) const;
    /// "[X] 1_a.sql" and "[ ] 2_b.sql", as `dbmate status` lists them.
    QStringList status() const;

private:
    QDir m_project;
    QString m_url;
};

} // namespace Whimbrel::Test
