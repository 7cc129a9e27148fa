// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "commandline.h"
#include "report/language.h"
#include "stopsignals.h"
#include "windowlibrary.h"

#include <QCoreApplication>

#include <cstdint>
#include <cstdlib>
#include <optional>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

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

/// A command works and ends: its memory is asked of the system in large pieces, and kept. The first is made of pages of 2 MB
/// where the system has them: to touch each of 4 KB for the first time took a tenth of the time of a big script.
void takeMemoryInLargePieces()
{
#ifdef __GLIBC__
    constexpr int megabyte = 1 << 20;
    mallopt(M_TRIM_THRESHOLD, 128 * megabyte);
    mallopt(M_MMAP_THRESHOLD, 32 * megabyte);
    mallopt(M_TOP_PAD, 64 * megabyte);
    auto *begin = static_cast<char *>(sbrk(0));
    void *volatile more = std::malloc(megabyte); // than there is, so that the heap grows
    std::free(more);
    begin += -reinterpret_cast<std::uintptr_t>(begin) % static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    auto *end = static_cast<char *>(sbrk(0));
    if (end > begin)
        madvise(begin, static_cast<std::size_t>(end - begin), MADV_HUGEPAGE); // as it was before where that is not possible
    mallopt(M_TOP_PAD, 8 * megabyte);
#endif
}

int runCommand(const Invocation &invocation)
{
    takeMemoryInLargePieces();
    std::optional<StopSignals> stopSignals;
    if (!invocation.command->endsAtSignal)
        stopSignals.emplace();
    CommandContext context(*invocation.parser, stopSignals ? stopSignals->token() : std::stop_token());
    return invocation.command->run(context);
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
