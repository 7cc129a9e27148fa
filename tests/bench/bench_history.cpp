// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::Bench {

namespace {

void run(Dialect dialect)
{
    QList<Project::Migration> migrations;
    for (int i = 0; i < 10000; ++i)
        migrations.append({"SELECT " + QByteArray::number(i) + ";", "SELECT 0;"});
    const Project project(migrations);
    const Peer peer(dialect);
    const QStringList where{u"-p"_s, project.folder(), u"-d"_s, peer.url(), u"--quiet"_s};
    measure(whimbrel(QStringList{u"up"_s} + where));

    // The floor reads the table and every file, as Whimbrel does to see which was edited.
    const QString query = project.folder() + u"/read.sql"_s;
    writeFile(query, "SELECT version FROM schema_migrations;\n");
    const CommandLine client = peer.client(query);
    QStringList words{client.program};
    words << client.arguments;
    for (QString &word : words)
        word = u'\'' + word + u'\'';
    const CommandLine floor{.program = u"sh"_s,
                            .arguments = {u"-c"_s, u"%1 < '%2'; ls '%3' | sed 's|^|%3/|' | xargs sha256sum"_s.arg(words.join(u' '), query,
                                                                                                              project.migrationsFolder())}};
    report(u"status, 10,000 applied, all hashed, "_s + dialectName(dialect), compare(floor, whimbrel(QStringList{u"status"_s} + where)),
           u"<= 0.30 s"_s);
    report(u"nothing to do, 10,000 applied, "_s + dialectName(dialect), compare(floor, whimbrel(QStringList{u"up"_s} + where)),
           u"<= 0.30 s"_s);
}

} // namespace

void history()
{
    for (const Dialect dialect : Peer::dialects())
        run(dialect);
}

} // namespace Whimbrel::Bench
