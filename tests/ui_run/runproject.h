// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runplan.h"
#include "workbench/workbench.h"

#include <QTemporaryDir>

class QPushButton;

namespace Whimbrel {

class RunController;

namespace Test {

/// A dbmate project in a temporary folder, on SQLite unless a URL says otherwise, and a workbench on it.
class RunProject
{
public:
    /// `environment` is added to [environment.dev] of whimbrel.toml.
    explicit RunProject(const QByteArray &environment = {}, const QString &url = QStringLiteral("sqlite:shop.db"));

    /// Writes db/migrations/NAME.
    QString addMigration(const QString &name, const QByteArray &text);
    /// Opens the project and waits until the timeline was read from the database.
    Workbench &open();
    Workbench &workbench() { return *m_workbench; }
    QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Workbench> m_workbench;
};

/// Asks for a plan and waits for it.
void plan(RunController &run, const RunRequest &request = {});

/// Saves the widget's picture in both themes, as NAME-dark.png and NAME-light.png.
void savePictures(QWidget &widget, const QString &name);

/// The visible button of `pane` whose text contains `text`; nullptr if there is none.
QPushButton *visibleButton(const QWidget *pane, const QString &text);

} // namespace Test

} // namespace Whimbrel
