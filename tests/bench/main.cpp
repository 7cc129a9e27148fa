// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include "databaseserver.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Whimbrel::Bench {

const QList<Entry> &benches()
{
    static const QList<Entry> entries{
        {u"splitter"_s, u"splitting 5 MB"_s, splitter},
        {u"reader"_s, u"reading statements into operations"_s, reader},
        {u"catalog"_s, u"following 10,000 migrations in a catalog"_s, catalog},
        {u"start"_s, u"start-up time and memory of the command line and the window"_s, start},
        {u"history"_s, u"status and nothing to do, 10,000 migrations applied"_s, history},
        {u"lint"_s, u"lint of 1,000 and 10,000 files and of one of 5 MB, beside squawk"_s, lint},
        {u"locks"_s, u"the lock monitor with 500 sessions, 20,000 locks and 100 that wait"_s, locks},
        {u"queue"_s, u"how long others wait for an ALTER behind a reader of 10 s: peers' ways to lock beside Whimbrel's"_s, queue},
        {u"script"_s, u"one script of 5 MB"_s, script},
        {u"backfill"_s, u"a column of 5 million rows filled (backfill ROWS: of fewer)"_s, backfill},
        {u"migrations"_s, u"1,000 small migrations up and down"_s, migrations},
    };
    return entries;
}

} // namespace Whimbrel::Bench

/// whimbrel_bench [NAME...]: all benches or the named ones.
int main(int argc, char **argv)
{
    using namespace Whimbrel::Bench;
    if (argc > 3 && qstrcmp(argv[1], "--measure") == 0)
        return measureHere(argv + 2);
    QCoreApplication application(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("XDG_STATE_HOME", QByteArray(P_tmpdir "/whimbrel-bench-state"));
    Whimbrel::Test::DatabaseServer::setDurable();
    const QStringList wanted = QCoreApplication::arguments().sliced(1);
    std::printf("%-52s %8s   %8s   %6s %10s   %s\n", "", "client", "Whimbrel", "ratio", "peak", "is to be");
    for (const Entry &entry : benches()) {
        if (wanted.isEmpty() || wanted.contains(entry.name))
            entry.run();
    }
    return 0;
}
