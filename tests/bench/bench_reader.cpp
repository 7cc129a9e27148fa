// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "safety/reader.h"
#include "sql/splitter.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace Whimbrel::Bench {

namespace {

QList<Statement> migrations(int files)
{
    QList<Statement> statements;
    for (int i = 0; i < files; ++i) {
        const QString n = QString::number(i);
        statements += splitScript("CREATE TABLE orders_"_L1 + n
                                      + " (id bigserial PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers (id), status text NOT NULL DEFAULT 'new', "
                                        "total numeric(10, 2) CHECK (total >= 0), created_at timestamptz NOT NULL DEFAULT now());\n"
                                        "CREATE INDEX CONCURRENTLY orders_"_L1
                                      + n + "_customer ON orders_"_L1 + n + " (customer_id, created_at DESC) WHERE status <> 'done';\n"_L1
                                      + "ALTER TABLE customers ADD COLUMN note_"_L1 + n + " text NOT NULL DEFAULT '', ALTER COLUMN name TYPE varchar(200);\n"_L1
                                      + "UPDATE customers SET note_"_L1 + n + " = lower(name) WHERE note_"_L1 + n + " = '' AND id < 1000;\n"_L1,
                                  Dialect::PostgreSql)
                          .statements;
    }
    return statements;
}

void measureReading(const QString &work, const QList<Statement> &statements, Dialect dialect, const QString &target)
{
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        qsizetype operations = 0;
        for (const Statement &statement : statements)
            operations += readStatement(statement, dialect).operations.size();
        if (operations < statements.size())
            giveUp(u"the statements were read wrongly"_s);
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    report(work, {.seconds = best}, target);
}

} // namespace

void reader()
{
    measureReading(u"read 10,000 files of four statements, PostgreSQL"_s, migrations(10000), Dialect::PostgreSql, u"<= 0.150 s"_s);
    const QString insert = u"INSERT INTO customers (id, name, email) VALUES (12345, 'Anna Mueller', 'anna.mueller@example.com');\n"_s;
    measureReading(u"read 50,000 INSERTs, PostgreSQL"_s, splitScript(insert.repeated(50000), Dialect::PostgreSql).statements, Dialect::PostgreSql,
                   u"<= 0.250 s"_s);
}

} // namespace Whimbrel::Bench
