// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/formats/dbmate.h"
#include "project/formats/migrationformat.h"

#include <algorithm>

namespace Whimbrel {

const std::vector<std::unique_ptr<MigrationFormat>> &migrationFormats()
{
    static const std::vector<std::unique_ptr<MigrationFormat>> formats = [] {
        std::vector<std::unique_ptr<MigrationFormat>> list;
        list.push_back(std::make_unique<DbmateFormat>());
        return list;
    }();
    return formats;
}

const MigrationFormat *migrationFormat(const QString &id)
{
    const auto found = std::ranges::find_if(migrationFormats(), [&id](const auto &format) { return format->id() == id; });
    return found == migrationFormats().end() ? nullptr : found->get();
}

} // namespace Whimbrel
