// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/locksampler.h"

#include "locks/mariadbsampler.h"
#include "locks/postgresqlsampler.h"
#include "locks/sqlitesampler.h"

#include <QCoreApplication>

namespace Whimbrel {

std::unique_ptr<LockSampler> LockSampler::create(const Session &session)
{
    switch (session.dialect()) {
    case Dialect::PostgreSql:
        return std::make_unique<PostgreSqlSampler>();
    case Dialect::MySql:
    case Dialect::MariaDb:
        return std::make_unique<MariaDbSampler>();
    case Dialect::SQLite:
        break;
    }
    return std::make_unique<SQLiteSampler>();
}

std::chrono::milliseconds intervalAfter(std::chrono::microseconds costOfCheapSample)
{
    using namespace std::chrono_literals;
    if (costOfCheapSample > 250ms)
        return 5s;
    return costOfCheapSample > 50ms ? 1s : 500ms;
}

LockNote slowNote(std::chrono::milliseconds costOfCheapSample, std::chrono::milliseconds interval)
{
    return {LockNote::Kind::Slow,
            QCoreApplication::translate("Whimbrel", "The server took %1 ms to tell who waits. It is asked every %2 s only.")
                .arg(costOfCheapSample.count())
                .arg(interval.count() / 1000),
            {}};
}

} // namespace Whimbrel
