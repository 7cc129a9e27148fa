// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connectionsettings.h"

#include <QMap>
#include <QStringList>

namespace Whimbrel {

/// The options of a PostgreSQL URL, sorted as Go's driver (dbmate) reads them: what libpq does not know is a setting.
struct PostgreSqlOptions
{
    QMap<QString, QString> connection; ///< libpq's own
    QString server;                    ///< for libpq's `options`: " -c name=value", and what the URL's `options` says
    QStringList unknown;               ///< names that can be neither
};

PostgreSqlOptions postgreSqlOptions(const ConnectionSettings &settings);

/// key='value' for each, as libpq reads it.
QString conninfo(const QMap<QString, QString> &options);
/// One setting for libpq's `options`, with a blank before it.
QString startupSetting(const QString &name, const QString &value);

} // namespace Whimbrel
