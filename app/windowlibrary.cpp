// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowlibrary.h"

#include "command.h"
#include "libraryfolders.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibrary>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

} // namespace

int runWindow(int &argc, char **argv, const QString &programFolder, const QString &projectFolder)
{
    using RunWindow = int (*)(int &, char **, const char *);
    QStringList errors;
    for (const QString &place : libraryFolders(programFolder)) {
        QLibrary library(place + u"/libwhimbrel_ui"_s);
        const auto run = reinterpret_cast<RunWindow>(library.resolve("whimbrelRunWindow"));
        if (!run) {
            errors << library.errorString();
            continue;
        }
        const QByteArray folder = QFile::encodeName(projectFolder);
        return run(argc, argv, projectFolder.isEmpty() ? nullptr : folder.constData());
    }
    QTextStream err(stderr);
    err << u"whimbrel: "_s << tr("The window cannot be opened: its library does not load.") << Qt::endl;
    for (const QString &error : std::as_const(errors))
        err << u"  "_s << error << Qt::endl;
    err << tr("The command line works without it; “whimbrel help” lists the commands.") << Qt::endl;
    return ExitUsage;
}

} // namespace Whimbrel
