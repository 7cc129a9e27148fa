// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "commandline.h"
#include "report/language.h"
#include "stopsignals.h"
#include "windowlibrary.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {

/// Also used by the window, so that both find the same settings and the same state folder.
void nameApplication()
{
    QCoreApplication::setOrganizationDomain(u"whimbrel.app"_s);
    QCoreApplication::setApplicationName(u"whimbrel"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(WHIMBREL_VERSION));
}

int runCommand(const Invocation &invocation)
{
    std::optional<StopSignals> stopSignals;
    if (!invocation.command->endsAtSignal)
        stopSignals.emplace();
    int code = 0;
    {
        CommandContext context(*invocation.parser, stopSignals ? stopSignals->token() : std::stop_token());
        code = invocation.command->run(context);
    }
    // What a stop has left behind, connecting to a server that does not answer, is not waited for.
    if (StopSignals::received() != 0) {
        std::fflush(nullptr);
        std::_Exit(code);
    }
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    nameApplication();
    QString programFolder;
    QString projectFolder;
    {
        // Gone before the window's library makes a QApplication of its own.
        const QCoreApplication application(argc, argv);
        installLanguage(QLocale());
        const Invocation invocation = readCommandLine(QCoreApplication::arguments());
        if (invocation.exitCode)
            return *invocation.exitCode;
        if (invocation.command)
            return runCommand(invocation);
        programFolder = QCoreApplication::applicationDirPath();
        projectFolder = invocation.folder;
    }
    return runWindow(argc, argv, programFolder, projectFolder);
}
