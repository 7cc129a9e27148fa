// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../ui/mainwindow/screenshot.h"
#include "peer.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace Whimbrel::Bench {

namespace {

void commandLine(Dialect dialect)
{
    QList<Project::Migration> migrations;
    for (int i = 0; i < 10; ++i)
        migrations << Project::Migration{"SELECT 1;", "SELECT 0;"};
    const Project project(migrations);
    const Peer peer(dialect);
    const QStringList where{u"-p"_s, project.folder(), u"-d"_s, peer.url(), u"--quiet"_s};
    measure(whimbrel(QStringList{u"up"_s} + where));
    const QString query = project.folder() + u"/read.sql"_s;
    writeFile(query, "SELECT version FROM schema_migrations;\n");
    report(u"status, 10 migrations, "_s + dialectName(dialect),
           compare(peer.client(query), whimbrel(QStringList{u"status"_s} + where), {}, 9), u"<= 0.040 s, 30 MB"_s);
}

/// The window draws itself into a picture and ends: start, project read, timeline shown, and the picture's own time, but not
/// the time that it waits for more to happen.
void window(const QString &work, const QStringList &arguments, const QString &target)
{
    const QTemporaryDir pictures;
    setenv("WHIMBREL_SCREENSHOT", qPrintable(pictures.filePath(u"window.png"_s)), 1);
    std::vector<Measurement> all;
    for (int round = 0; round < 5; ++round)
        all.push_back(measure(whimbrel(arguments)));
    std::ranges::sort(all, {}, &Measurement::seconds);
    all[2].seconds -= std::chrono::duration<double>(pictureDelay).count();
    report(work, all[2], target);
    unsetenv("WHIMBREL_SCREENSHOT");
}

} // namespace

void start()
{
    for (const Dialect dialect : Peer::dialects())
        commandLine(dialect);

    QList<Project::Migration> migrations;
    for (int i = 0; i < 10000; ++i)
        migrations << Project::Migration{"SELECT 1;", "SELECT 0;"};
    const Project project(migrations);
    window(u"window, start page, drawn into a picture"_s, {}, u"<= 0.5 s"_s);
    window(u"window, 10,000 migrations, drawn into a picture"_s, {project.folder()}, u"<= 1.0 s, 150 MB"_s);
}

} // namespace Whimbrel::Bench
