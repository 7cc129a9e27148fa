// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::Bench {

namespace {

QByteArray inserts()
{
    QByteArray script = "CREATE TABLE customers (id INTEGER PRIMARY KEY, name VARCHAR(80), email VARCHAR(80));\n";
    for (int i = 0; i < 50000; ++i) {
        const QByteArray n = QByteArray::number(i);
        script += "INSERT INTO customers (id, name, email) VALUES (" + n + ", 'Customer number " + n + " of the shop', 'customer." + n
            + "@example.com');\n";
    }
    return script;
}

} // namespace

void script()
{
    const QByteArray text = inserts();
    const Project project({{text, "DROP TABLE customers;"}});
    const QString file = project.folder() + u"/client.sql"_s;
    for (const Dialect dialect : Peer::dialects()) {
        Peer ours(dialect);
        Peer theirs(dialect);
        writeFile(file, theirs.begin() + text + "COMMIT;\n");
        const int rounds = dialect == Dialect::SQLite ? 9 : 3; // a fifth of a second each
        std::vector<Comparison> all;
        for (int round = 0; round < rounds; ++round) {
            theirs.newDatabase();
            ours.newDatabase();
            all.push_back({measure(theirs.client(file)),
                           measure(whimbrel({u"up"_s, u"-p"_s, project.folder(), u"-d"_s, ours.url(), u"--quiet"_s}))});
        }
        std::ranges::sort(all, {}, [](const Comparison &c) { return c.whimbrel.seconds / c.floor.seconds; });
        const QString target = dialect == Dialect::SQLite ? u"<= 1.0x"_s : dialect == Dialect::PostgreSql ? u"<= 1.15x"_s : u"<= 1.1x"_s;
        report(u"one script of 50,000 INSERTs (%1 MB), %2"_s.arg(static_cast<double>(text.size()) / 1e6, 0, 'f', 1).arg(dialectName(dialect)),
               all[all.size() / 2], target);
    }
}

} // namespace Whimbrel::Bench
