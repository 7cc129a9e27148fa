// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/drivers/postgresql/postgresqloptions.h"

#include <QRegularExpression>
#include <QSet>

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QSet<QString> libpqKeywords()
{
    QSet<QString> keywords;
    PQconninfoOption *options = PQconndefaults();
    for (const PQconninfoOption *option = options; option && option->keyword; ++option)
        keywords << QString::fromLatin1(option->keyword);
    PQconninfoFree(options);
    return keywords;
}

} // namespace

PostgreSqlOptions postgreSqlOptions(const ConnectionSettings &settings)
{
    static const QSet<QString> known = libpqKeywords();
    static const QRegularExpression settingName(u"^[A-Za-z_][A-Za-z0-9_.]*$"_s);
    PostgreSqlOptions sorted;
    for (auto option = settings.options.cbegin(); option != settings.options.cend(); ++option) {
        if (option.key() == "options"_L1)
            sorted.server += u' ' + option.value();
        else if (known.contains(option.key()))
            sorted.connection.insert(option.key(), option.value());
        else if (option.key() == "binary_parameters"_L1) // concerns only Go's driver
            continue;
        else if (settingName.match(option.key()).hasMatch())
            sorted.server += startupSetting(option.key(), option.value());
        else
            sorted.unknown << option.key();
    }
    return sorted;
}

QString conninfo(const QMap<QString, QString> &options)
{
    QStringList parts;
    for (auto option = options.cbegin(); option != options.cend(); ++option) {
        QString value = option.value();
        value.replace(u'\\', "\\\\"_L1).replace(u'\'', "\\'"_L1);
        parts << u"%1='%2'"_s.arg(option.key(), value);
    }
    return parts.join(u' ');
}

QString startupSetting(const QString &name, const QString &value)
{
    QString escaped = value;
    escaped.replace(u'\\', "\\\\"_L1).replace(u' ', "\\ "_L1);
    return u" -c %1=%2"_s.arg(name, escaped);
}

} // namespace Whimbrel
