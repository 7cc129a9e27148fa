// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/record/oldrunlogs.h"

#include <QDir>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <ranges>
#include <string>
#include <vector>

#include <sys/file.h>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

bool isLogName(std::string_view name)
{
    constexpr std::string_view form = "00000000T000000Z-xxxxxxxx.log"; // 0: a digit, x: of a hexadecimal number
    return std::ranges::equal(name, form, [](char c, char expected) {
        const bool isDigit = c >= '0' && c <= '9';
        if (expected == '0')
            return isDigit;
        return expected == 'x' ? isDigit || (c >= 'a' && c <= 'f') : c == expected;
    });
}

/// QDir would ask the file system about each of thousands of files.
std::vector<std::string> logNames(const QString &folder)
{
    std::vector<std::string> names;
    std::error_code ignored; // what cannot be listed is not removed
    for (std::filesystem::directory_iterator entry(folder.toStdString(), ignored), end; entry != end; entry.increment(ignored)) {
        if (std::string name = entry->path().filename().string(); isLogName(name))
            names.push_back(std::move(name));
    }
    return names;
}

void removeUnlessHeld(const QString &path)
{
    QFile log(path);
    if (log.open(QIODevice::ReadOnly) && holdRunLog(log))
        log.remove();
}

} // namespace

bool holdRunLog(const QFile &log)
{
    return ::flock(log.handle(), LOCK_EX | LOCK_NB) == 0;
}

void pruneRunLogs(const QString &folder, const QDateTime &now)
{
    // A name begins with the time its run began, in UTC: the newest come first, and no file need be looked at.
    std::vector<std::string> names = logNames(folder);
    std::ranges::sort(names, std::greater());
    const std::string oldest = now.toUTC().addDays(-runLogDays).toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toStdString();
    for (const std::string &name : names | std::views::drop(runLogCount)) {
        if (name < oldest)
            removeUnlessHeld(QDir(folder).filePath(QString::fromStdString(name)));
    }
}

} // namespace Whimbrel
