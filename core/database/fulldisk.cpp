// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/fulldisk.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct FullDisk
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

/// MariaDB says it with a number of its own in one place, and repeats the system's ENOSPC in the others.
bool isFullMariaDbDisk(const Error &error)
{
    static const QStringList codes{u"20"_s, u"1021"_s, u"1114"_s};
    static const QRegularExpression noSpace(u"(Errcode|errno): 28\\b|error 28 from storage engine"_s);
    return codes.contains(error.code) || error.message.contains(noSpace);
}

} // namespace

bool isFullDisk(const Error &error, Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return error.code == "53100"_L1;
    case Dialect::MySql:
    case Dialect::MariaDb:
        return isFullMariaDbDisk(error);
    case Dialect::SQLite:
        return (error.code.toInt() & 0xff) == 13; // SQLITE_FULL
    }
    Q_UNREACHABLE_RETURN(false);
}

QString fullDiskHint(const QString &words, Dialect dialect)
{
    if (words.contains("pgsql_tmp"_L1))
        return FullDisk::tr("The server's disk was full. It was a temporary file that did not fit, and it is gone again: the statement needs more room than "
                            "was free. Make room on the server's disk, or let temp_tablespaces lead to another.");
    if (isMySqlFamily(dialect) && words.startsWith("The table '"_L1))
        return FullDisk::tr("The server's disk is full, or the table has come to a limit of its own (a MEMORY table, a tablespace with a largest size). Make "
                            "room on the server's disk.");
    return FullDisk::tr("The server's disk is full. Make room on it.");
}

} // namespace Whimbrel
