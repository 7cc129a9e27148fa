// SPDX-License-Identifier: GPL-3.0-or-later
#include "runproject.h"

#include "database/secretstore.h"
#include "run/runcontroller.h"
#include "settings/theme.h"
#include "test.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

} // namespace

RunProject::RunProject(const QByteArray &environment, const QString &url)
{
    QDir(m_folder.path()).mkpath(u"db/migrations"_s);
    write(m_folder.filePath(u"whimbrel.toml"_s),
          "name = \"shop\"\nformat = \"dbmate\"\n\n[environment.dev]\nurl = \"" + url.toUtf8() + "\"\n" + environment);
    write(m_folder.filePath(u"shop.db"_s), {});
}

QString RunProject::addMigration(const QString &name, const QByteArray &text)
{
    const QString path = m_folder.filePath(u"db/migrations/"_s + name);
    write(path, text.contains("-- migrate:down") ? text : text + "-- migrate:down\n"); // which dbmate insists on
    return path;
}

Workbench &RunProject::open()
{
    m_workbench = std::make_unique<Workbench>(std::shared_ptr<SecretStore>());
    m_workbench->openProject(m_folder.path());
    [this] { QTRY_VERIFY_WITH_TIMEOUT(m_workbench->timeline().connected, 15'000); }();
    return *m_workbench;
}

void plan(RunController &run, const RunRequest &request)
{
    QSignalSpy ready(&run, &RunController::planReady);
    QSignalSpy failed(&run, &RunController::planFailed);
    run.requestPlan(request);
    QTRY_VERIFY(ready.size() + failed.size() == 1);
    if (!failed.isEmpty())
        QFAIL(qPrintable(failed.first().first().value<Error>().toString()));
}

void savePictures(QWidget &widget, const QString &name)
{
    for (const QString &theme : {u"dark"_s, u"light"_s}) {
        applyTheme(theme);
        QCoreApplication::sendPostedEvents();
        QVERIFY(widget.grab().save(u"%1/%2-%3.png"_s.arg(screenshotFolder(), name, theme)));
    }
}

QPushButton *visibleButton(const QWidget *pane, const QString &text)
{
    for (QPushButton *button : pane->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text().remove(u'&').contains(text))
            return button;
    }
    return nullptr;
}

} // namespace Whimbrel::Test
