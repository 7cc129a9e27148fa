// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/person.h"

#include <QSysInfo>

#include <array>
#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString accountName()
{
    const uid_t account = ::geteuid();
    passwd entry{};
    passwd *found = nullptr;
    std::array<char, 16384> texts{}; // the entry's strings; sysconf(_SC_GETPW_R_SIZE_MAX) is smaller everywhere
    if (::getpwuid_r(account, &entry, texts.data(), texts.size(), &found) == 0 && found && *found->pw_name != '\0')
        return QString::fromLocal8Bit(found->pw_name);
    return QString::number(account);
}

} // namespace

QString currentPerson()
{
    QString user = qEnvironmentVariable("USER");
    if (user.isEmpty())
        user = qEnvironmentVariable("LOGNAME");
    if (user.isEmpty())
        user = accountName();
    const QString machine = QSysInfo::machineHostName();
    return user + u'@' + (machine.isEmpty() ? u"localhost"_s : machine);
}

} // namespace Whimbrel
