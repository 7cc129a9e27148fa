// SPDX-License-Identifier: GPL-3.0-or-later
#include "window.h"

#include "mainwindow/mainwindow.h"
#include "mainwindow/screenshot.h"
#include "report/language.h"
#include "settings/iconengine.h"
#include "settings/settings.h"
#include "settings/theme.h"
#include "workbench/keychainstore.h"
#include "workbench/workbench.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QScopeGuard>
#include <QThreadPool>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

void nameApplication()
{
    QCoreApplication::setApplicationName(u"whimbrel"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(WHIMBREL_VERSION));
    QCoreApplication::setOrganizationDomain(u"whimbrel.app"_s);
    QGuiApplication::setApplicationDisplayName(u"Whimbrel"_s);
    QGuiApplication::setDesktopFileName(u"app.whimbrel.Whimbrel"_s);
}

/// The person's language, else the desktop's: Qt's own texts and ours.
void loadTranslations()
{
    const QLocale locale = readingLocale(Settings::language.value());
    auto *qt = new QTranslator(qApp);
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    installLanguage(locale);
}

} // namespace

} // namespace Whimbrel

extern "C" int whimbrelRunWindow(int &argc, char **argv, const char *folder)
{
    using namespace Whimbrel;
    nameApplication();
    QApplication application(argc, argv);
    loadTranslations();
    initIcons();
    QApplication::setWindowIcon(QIcon(u":/icons/app.whimbrel.Whimbrel.svg"_s));
    applyTheme(Settings::theme.value());

    // Sessions end on pool threads, and QSqlDatabase needs the application until the last of them has.
    const auto sessionsEnded = qScopeGuard([] { QThreadPool::globalInstance()->waitForDone(); });
    Workbench workbench(std::make_shared<KeychainStore>());
    MainWindow window(workbench);
    if (const QString picture = qEnvironmentVariable("WHIMBREL_SCREENSHOT"); !picture.isEmpty())
        takePictureAndQuit(window, picture, folder != nullptr);
    window.show();
    if (folder)
        window.openFolder(QFile::decodeName(folder));
    return QApplication::exec();
}
