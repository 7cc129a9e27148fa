// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowlibrary.h"

#include "command.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLibrary>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

/// Installed, and in a build tree.
QStringList candidates(const QString &programFolder)
{
    QStringList files;
    for (const QString &folder : {QStringLiteral(WHIMBREL_LIBRARY_FOLDER), u"../lib"_s})
        files << QDir::cleanPath(programFolder + u'/' + folder + u"/libwhimbrel_ui"_s);
    return files;
}

} // namespace

int runWindow(int &argc, char **argv, const QString &programFolder, const QString &projectFolder)
{
    using RunWindow = int (*)(int &, char **, const char *);
    QStringList errors;
    for (const QString &file : candidates(programFolder)) {
        QLibrary library(file);
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
