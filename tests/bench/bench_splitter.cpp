// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "sql/splitter.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace Whimbrel::Bench {

void splitter()
{
    const QString statement = u"INSERT INTO customers (id, name, email) VALUES (12345, 'Anna Müller', 'anna.mueller@example.com') ;\n"_s;
    const QString script = statement.repeated(50000);
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::MariaDb, Dialect::SQLite}) {
        double best = 1e9;
        for (int round = 0; round < 5; ++round) {
            const auto begin = std::chrono::steady_clock::now();
            if (splitScript(script, dialect).statements.size() != 50000)
                giveUp(u"the script was split wrongly"_s);
            best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
        }
        report(u"split 5 MB, 50,000 statements, "_s + dialectName(dialect), {.seconds = best}, u"<= 0.2 s"_s);
    }
}

} // namespace Whimbrel::Bench
