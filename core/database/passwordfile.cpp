// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/passwordfile.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString passwordFile(const ConnectionSettings &settings)
{
    if (settings.options.contains(u"passfile"_s))
        return settings.options.value(u"passfile"_s);
    return qEnvironmentVariable("PGPASSFILE", QDir::homePath() + u"/.pgpass"_s);
}

/// The first four fields; a backslash keeps a colon or a backslash from ending one.
QStringList leadingFields(const QString &line)
{
    QStringList fields(1);
    for (qsizetype i = 0; i < line.size() && fields.size() <= 4; ++i) {
        if (line[i] == u'\\' && i + 1 < line.size())
            fields.last() += line[++i];
        else if (line[i] == u':')
            fields << QString();
        else
            fields.last() += line[i];
    }
    return fields;
}

QString firstOf(const QString &value, const char *variable, const QString &otherwise)
{
    return value.isEmpty() ? qEnvironmentVariable(variable, otherwise) : value;
}

} // namespace

bool isInPasswordFile(const ConnectionSettings &settings)
{
    QFile file(passwordFile(settings));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (!QFileInfo(file).isFile() || (file.permissions() & others) || !file.open(QIODevice::ReadOnly))
        return false;
    const QString port = settings.port > 0 ? QString::number(settings.port) : qEnvironmentVariable("PGPORT", u"5432"_s);
    const QString user = firstOf(settings.user, "PGUSER", qEnvironmentVariable("USER"));
    const QString database = firstOf(settings.database, "PGDATABASE", user);
    QStringList hosts = firstOf(settings.host, "PGHOST", u"localhost"_s).split(u',');
    hosts.replaceInStrings(QRegularExpression(u"^/(?:var/)?run/postgresql/?$"_s), u"localhost"_s);
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        const QStringList fields = leadingFields(line);
        const auto fits = [&fields](int field, const QString &value) { return fields[field] == "*"_L1 || fields[field] == value; };
        if (line.startsWith(u'#') || fields.size() < 5 || !fits(1, port) || !fits(2, database) || !fits(3, user))
            continue;
        if (fields[0] == "*"_L1 || hosts.contains(fields[0]))
            return true;
    }
    return false;
}

} // namespace Whimbrel
